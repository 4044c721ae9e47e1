/// A mistake of the program that a tensor operation found: the operation, what it was given, and the rule it breaks.
///
/// Outside `catchingTensorErrors` such a mistake stops the program with `description` as its last line.
public struct TensorError: Error, Equatable, CustomStringConvertible {
    /// What kind of rule was broken.
    public enum Kind: Sendable {
        /// Shapes that do not fit together or do not suit the operation.
        case shape
        /// An element type the operation does not take, or types that do not fit together.
        case dtype
        /// A dimension that the tensor does not have.
        case dimension
        /// An index outside the tensor.
        case index
        /// An argument with an impossible value.
        case value
        /// A gradient asked of a graph that cannot give it.
        case graph
        /// A saved tensor that was changed in place.
        case version
    }

    /// The operation, by its public name.
    public let operation: String
    /// What kind of rule was broken.
    public let kind: Kind
    /// What was given, and what was expected.
    public let message: String

    /// An error of an operation of one's own.
    public init(_ operation: String, _ kind: Kind, _ message: String) {
        self.operation = operation
        self.kind = kind
        self.message = message
    }

    /// `operation: message`, in one line.
    public var description: String { "\(operation): \(message)" }
}
