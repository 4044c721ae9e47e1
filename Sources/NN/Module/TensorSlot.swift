/// A place for a tensor in a module: what `@Parameter` and `@Buffer` store.
public class TensorSlot {
    /// What the module does with the tensor.
    enum Kind {
        case parameter
        case buffer(persistent: Bool)
    }

    let kind: Kind
    /// Computes the tensor anew at each use, from parameters that took this one's place.
    var computed: (() -> Tensor)?
    /// What runs before each call of the module on behalf of `computed`.
    var step: HookHandle?

    init(_ kind: Kind) { self.kind = kind }

    /// The tensor, if there is one.
    var tensor: Tensor? {
        get { nil }
        set {}
    }

    /// Whether the tensor is one of the module's parameters.
    var isParameter: Bool {
        if case .parameter = kind { return computed == nil }
        return false
    }

    /// Whether the tensor is a buffer that is saved, or, with nil, any buffer.
    func isBuffer(persistent: Bool? = nil) -> Bool {
        guard case .buffer(let own) = kind else { return false }
        return persistent == nil || persistent == own
    }
}

/// What `@Parameter` and `@Buffer` hold: `Tensor` or `Tensor?`.
public protocol TensorOrNone {
    /// For Pinion's own use.
    var _tensor: Tensor? { get }
    /// For Pinion's own use; nil where there must be a tensor.
    static func _of(_ tensor: Tensor?) -> Self?
}

extension Tensor: TensorOrNone {
    public var _tensor: Tensor? { self }
    public static func _of(_ tensor: Tensor?) -> Tensor? { tensor }
}

extension Optional: TensorOrNone where Wrapped == Tensor {
    public var _tensor: Tensor? { self }
    public static func _of(_ tensor: Tensor?) -> Tensor?? { .some(tensor) }
}
