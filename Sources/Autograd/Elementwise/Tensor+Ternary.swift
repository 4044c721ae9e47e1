import PinionTensor

extension Tensor {
    /// `x + weight · (end - x)`, with broadcasting.
    public func lerp(_ end: Tensor, _ weight: some TensorScalar) -> Tensor {
        TernaryRule.lerp(self, .tensor(end), .number(weight.number))
    }
    /// `x + weight · (end - x)`, with broadcasting.
    public func lerp(_ end: Tensor, _ weight: Tensor) -> Tensor {
        TernaryRule.lerp(self, .tensor(end), .tensor(weight))
    }
    /// As `lerp(_:_:)`.
    public func lerp(_ end: Tensor, weight: some TensorScalar) -> Tensor { lerp(end, weight) }
    /// As `lerp(_:_:)`.
    public func lerp(_ end: Tensor, weight: Tensor) -> Tensor { lerp(end, weight) }
    /// `x + value · tensor1 · tensor2`, with broadcasting.
    public func addcmul(_ tensor1: Tensor, _ tensor2: Tensor, value: some TensorScalar = 1) -> Tensor {
        TernaryRule.addcmul(value.number)(self, .tensor(tensor1), .tensor(tensor2))
    }
    /// `x + value · tensor1 / tensor2`, with broadcasting; not for integers.
    public func addcdiv(_ tensor1: Tensor, _ tensor2: Tensor, value: some TensorScalar = 1) -> Tensor {
        TernaryRule.addcdiv(value.number)(self, .tensor(tensor1), .tensor(tensor2))
    }

    /// As `lerp`, in place.
    @discardableResult
    public func lerpInPlace(_ end: Tensor, _ weight: some TensorScalar) -> Tensor {
        TernaryRule.lerp.inPlace(self, .tensor(end), .number(weight.number))
    }
    /// As `lerp`, in place.
    @discardableResult
    public func lerpInPlace(_ end: Tensor, _ weight: Tensor) -> Tensor {
        TernaryRule.lerp.inPlace(self, .tensor(end), .tensor(weight))
    }
    /// As `addcmul`, in place.
    @discardableResult
    public func addcmulInPlace(_ tensor1: Tensor, _ tensor2: Tensor, value: some TensorScalar = 1) -> Tensor {
        TernaryRule.addcmul(value.number).inPlace(self, .tensor(tensor1), .tensor(tensor2))
    }
    /// As `addcdiv`, in place.
    @discardableResult
    public func addcdivInPlace(_ tensor1: Tensor, _ tensor2: Tensor, value: some TensorScalar = 1) -> Tensor {
        TernaryRule.addcdiv(value.number).inPlace(self, .tensor(tensor1), .tensor(tensor2))
    }
}

/// `x + weight · (end - x)`, with broadcasting.
public func lerp(_ x: Tensor, _ end: Tensor, _ weight: some TensorScalar) -> Tensor { x.lerp(end, weight) }
/// `x + weight · (end - x)`, with broadcasting.
public func lerp(_ x: Tensor, _ end: Tensor, _ weight: Tensor) -> Tensor { x.lerp(end, weight) }
/// `x + value · tensor1 · tensor2`, with broadcasting.
public func addcmul(_ x: Tensor, _ tensor1: Tensor, _ tensor2: Tensor, value: some TensorScalar = 1) -> Tensor {
    x.addcmul(tensor1, tensor2, value: value)
}
/// `x + value · tensor1 / tensor2`, with broadcasting; not for integers.
public func addcdiv(_ x: Tensor, _ tensor1: Tensor, _ tensor2: Tensor, value: some TensorScalar = 1) -> Tensor {
    x.addcdiv(tensor1, tensor2, value: value)
}
