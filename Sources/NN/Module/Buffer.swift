/// A tensor of a module that is not trained, as the mean that a batch norm keeps: `@Buffer var runningMean = …`, of type
/// `Tensor` or `Tensor?`.
///
/// The module lists it in `buffers()`, converts it and, where it is persistent, saves it. As PyTorch's `nn.Buffer`.
@propertyWrapper
public final class Buffer<Value: TensorOrNone>: TensorSlot {
    /// The tensor.
    public var wrappedValue: Value

    /// - Parameters:
    ///   - wrappedValue: the tensor.
    ///   - persistent: whether it is part of `stateDict`.
    public init(wrappedValue: Value, persistent: Bool = true) {
        self.wrappedValue = wrappedValue
        super.init(.buffer(persistent: persistent))
    }

    /// The same without the attribute: `let mask = Buffer(Tensor.ones(3))`, used as `mask.wrappedValue`.
    public convenience init(_ value: Value, persistent: Bool = true) {
        self.init(wrappedValue: value, persistent: persistent)
    }

    /// The place itself.
    public var projectedValue: Buffer { self }

    override var tensor: Tensor? {
        get { wrappedValue._tensor }
        set { if let value = Value._of(newValue) { wrappedValue = value } }
    }
}
