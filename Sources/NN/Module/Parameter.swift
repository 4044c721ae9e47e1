/// A tensor of a module that is trained: `@Parameter var weight = Tensor.randn(3, 4)`, or of type `Tensor?`.
///
/// The tensor becomes a leaf that requires a gradient, and the module lists it in `parameters()`. Assigning puts another
/// one in its place; to change the elements, write to it in place inside `noGrad`. As PyTorch's `nn.Parameter`.
@propertyWrapper
public final class Parameter<Value: TensorOrNone>: TensorSlot {
    private var value: Value

    /// The tensor, whose history is forgotten.
    ///
    /// - Parameters:
    ///   - wrappedValue: the elements.
    ///   - requiresGrad: false for a parameter that is frozen from the beginning.
    public init(wrappedValue: Value, requiresGrad: Bool = true) {
        value = wrappedValue
        super.init(.parameter)
        guard let given = wrappedValue._tensor else { return }
        let tensor = given.isLeaf ? given : given.detach()
        Self.prepare(tensor, requiresGrad)
        if tensor !== given, let detached = Value._of(tensor) { value = detached }
    }

    /// The same without the attribute: `let weight = Parameter(Tensor.randn(3, 4))`, used as `weight.wrappedValue`.
    public convenience init(_ value: Value, requiresGrad: Bool = true) {
        self.init(wrappedValue: value, requiresGrad: requiresGrad)
    }

    public var wrappedValue: Value {
        get {
            if let computed, let result = Value._of(computed()) { return result }
            return value
        }
        set {
            guard computed == nil else {
                return report(TensorError("Parameter", .value, "the parameter is computed from others (weightNorm)"))
            }
            if let tensor = newValue._tensor {
                guard tensor.isLeaf else {
                    return report(
                        TensorError(
                            "Parameter", .graph,
                            "a result of recorded operations, of shape \(tensor.shape), cannot be a parameter; "
                                + "detach() it"))
                }
                Self.prepare(tensor, true)
            }
            value = newValue
        }
    }

    /// The place itself.
    public var projectedValue: Parameter { self }

    override var tensor: Tensor? {
        get { wrappedValue._tensor }
        set { if let value = Value._of(newValue) { wrappedValue = value } }
    }

    private static func prepare(_ tensor: Tensor, _ requiresGrad: Bool) {
        if tensor.dtype.isFloatingPoint { tensor.requiresGrad = requiresGrad }
    }
}
