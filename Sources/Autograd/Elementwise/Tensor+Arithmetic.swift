import PinionTensor

extension Tensor {
    /// `self + other`
    public func add(_ other: Tensor) -> Tensor { self + other }
    /// `self - other`
    public func sub(_ other: Tensor) -> Tensor { self - other }

    /// `self += other`
    @discardableResult
    public func addInPlace(_ other: Tensor) -> Tensor { BinaryRule.add.inPlace(self, .tensor(other)) }

    /// `eˣ`
    public func exp() -> Tensor { UnaryRule.exp(self) }
    /// The hyperbolic tangent.
    public func tanh() -> Tensor { UnaryRule.tanh(self) }
}
