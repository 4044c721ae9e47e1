import PinionTensor

// The activations that PyTorch has as methods; all others are functions, see Activations.swift.
extension Tensor {
    /// The larger of x and 0; the gradient at 0 is 0.
    public func relu() -> Tensor { UnaryRule.relu(self) }
    /// `1 / (1 + e^-x)`
    public func sigmoid() -> Tensor { UnaryRule.sigmoid(self) }
    /// `log(x / (1 - x))`, the inverse of `sigmoid`; with `eps`, x is limited to `eps...1 - eps` first.
    public func logit(eps: Double? = nil) -> Tensor { UnaryRule.logit(self, eps ?? -1) }
    /// 0 in `-lambd...lambd`, x elsewhere.
    public func hardshrink(lambd: Double = 0.5) -> Tensor { UnaryRule.hardshrink(self, lambd) }

    /// As `relu`, in place.
    @discardableResult
    public func reluInPlace() -> Tensor { UnaryRule.relu.inPlace(self) }
    /// As `sigmoid`, in place.
    @discardableResult
    public func sigmoidInPlace() -> Tensor { UnaryRule.sigmoid.inPlace(self) }
    /// As `logit`, in place.
    @discardableResult
    public func logitInPlace(eps: Double? = nil) -> Tensor { UnaryRule.logit.inPlace(self, eps ?? -1) }
}
