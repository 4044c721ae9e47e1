/// A state dict that does not fit a module, which was left as it was.
public struct StateDictError: Error, Equatable, CustomStringConvertible {
    /// A tensor of another shape than the module's.
    public struct Mismatch: Equatable, Sendable {
        public let name: String
        /// The shape in the state dict.
        public let given: [Int]
        /// The shape in the module.
        public let expected: [Int]
    }

    /// The module's type.
    public let module: String
    /// Names that the module has and the state dict has not.
    public let missingKeys: [String]
    /// Names that the state dict has and the module has not.
    public let unexpectedKeys: [String]
    /// Tensors of another shape.
    public let mismatches: [Mismatch]

    /// The lines PyTorch prints.
    public var description: String {
        func list(_ keys: [String]) -> String { keys.map { "\"\($0)\"" }.joined(separator: ", ") + ". " }
        func size(_ shape: [Int]) -> String { "torch.Size(\(shape))" }
        var lines = ["Error(s) in loading state_dict for \(module):"]
        if !missingKeys.isEmpty { lines.append("Missing key(s) in state_dict: " + list(missingKeys)) }
        if !unexpectedKeys.isEmpty { lines.append("Unexpected key(s) in state_dict: " + list(unexpectedKeys)) }
        for mismatch in mismatches {
            lines.append(
                "size mismatch for \(mismatch.name): copying a param with shape \(size(mismatch.given)) from "
                    + "checkpoint, the shape in current model is \(size(mismatch.expected)).")
        }
        return lines.joined(separator: "\n\t")
    }
}
