/// A state dict that does not fit an optimizer or a scheduler, which was left as it was.
public struct StateTreeError: Error, Equatable, CustomStringConvertible {
    /// The type that was to load it.
    public let owner: String
    /// Where in the tree, `state.3.exp_avg`; empty for the whole.
    public let path: String
    /// What is wrong there, and what was expected.
    public let message: String

    init(_ owner: String, _ path: [String], _ message: String) {
        self.owner = owner
        self.path = path.joined(separator: ".")
        self.message = message
    }

    public var description: String {
        "\(owner): the state dict does not fit: " + (path.isEmpty ? message : "\(path): \(message)")
    }
}
