import PinionTensor

extension Tensor {
    /// `-x`; not for bool, see `logicalNot`.
    public func neg() -> Tensor { UnaryRule.neg(self) }
    /// `|x|`; the gradient at 0 is 0.
    public func abs() -> Tensor { UnaryRule.abs(self) }
    /// -1, 0 or 1; 0 for NaN. The gradient is 0.
    public func sign() -> Tensor { UnaryRule.sign(self) }
    /// -1, 0 or 1, as `sign`.
    public func sgn() -> Tensor { UnaryRule.sgn(self) }
    /// `x²`
    public func square() -> Tensor { UnaryRule.square(self) }
    /// `1 / x`; integers become floating-point numbers.
    public func reciprocal() -> Tensor { UnaryRule.reciprocal(self) }
    /// `√x`; NaN below 0.
    public func sqrt() -> Tensor { UnaryRule.sqrt(self) }
    /// `1 / √x`; NaN below 0.
    public func rsqrt() -> Tensor { UnaryRule.rsqrt(self) }
    /// As `neg`.
    public func negative() -> Tensor { neg() }
    /// As `abs`.
    public func absolute() -> Tensor { abs() }
}

// In place.
extension Tensor {
    /// As `neg`, in place.
    @discardableResult
    public func negInPlace() -> Tensor { UnaryRule.neg.inPlace(self) }
    /// As `abs`, in place.
    @discardableResult
    public func absInPlace() -> Tensor { UnaryRule.abs.inPlace(self) }
    /// As `sign`, in place.
    @discardableResult
    public func signInPlace() -> Tensor { UnaryRule.sign.inPlace(self) }
    /// As `sgn`, in place.
    @discardableResult
    public func sgnInPlace() -> Tensor { UnaryRule.sgn.inPlace(self) }
    /// As `square`, in place.
    @discardableResult
    public func squareInPlace() -> Tensor { UnaryRule.square.inPlace(self) }
    /// As `reciprocal`, in place.
    @discardableResult
    public func reciprocalInPlace() -> Tensor { UnaryRule.reciprocal.inPlace(self) }
    /// As `sqrt`, in place.
    @discardableResult
    public func sqrtInPlace() -> Tensor { UnaryRule.sqrt.inPlace(self) }
    /// As `rsqrt`, in place.
    @discardableResult
    public func rsqrtInPlace() -> Tensor { UnaryRule.rsqrt.inPlace(self) }
    /// As `negInPlace`.
    @discardableResult
    public func negativeInPlace() -> Tensor { negInPlace() }
    /// As `absInPlace`.
    @discardableResult
    public func absoluteInPlace() -> Tensor { absInPlace() }
}

/// `-x`; not for bool, see `logicalNot`.
public func neg(_ x: Tensor) -> Tensor { x.neg() }
/// `|x|`; the gradient at 0 is 0.
public func abs(_ x: Tensor) -> Tensor { x.abs() }
/// -1, 0 or 1; 0 for NaN. The gradient is 0.
public func sign(_ x: Tensor) -> Tensor { x.sign() }
/// -1, 0 or 1, as `sign`.
public func sgn(_ x: Tensor) -> Tensor { x.sgn() }
/// `x²`
public func square(_ x: Tensor) -> Tensor { x.square() }
/// `1 / x`; integers become floating-point numbers.
public func reciprocal(_ x: Tensor) -> Tensor { x.reciprocal() }
/// `√x`; NaN below 0.
public func sqrt(_ x: Tensor) -> Tensor { x.sqrt() }
/// `1 / √x`; NaN below 0.
public func rsqrt(_ x: Tensor) -> Tensor { x.rsqrt() }
