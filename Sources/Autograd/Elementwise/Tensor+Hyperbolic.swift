import PinionTensor

extension Tensor {
    /// The hyperbolic sine.
    public func sinh() -> Tensor { UnaryRule.sinh(self) }
    /// The hyperbolic cosine.
    public func cosh() -> Tensor { UnaryRule.cosh(self) }
    /// The hyperbolic tangent.
    public func tanh() -> Tensor { UnaryRule.tanh(self) }
    /// The inverse hyperbolic sine.
    public func asinh() -> Tensor { UnaryRule.asinh(self) }
    /// The inverse hyperbolic cosine; NaN below 1.
    public func acosh() -> Tensor { UnaryRule.acosh(self) }
    /// The inverse hyperbolic tangent; NaN beyond -1...1.
    public func atanh() -> Tensor { UnaryRule.atanh(self) }
    /// As `asinh`.
    public func arcsinh() -> Tensor { asinh() }
    /// As `acosh`.
    public func arccosh() -> Tensor { acosh() }
    /// As `atanh`.
    public func arctanh() -> Tensor { atanh() }
}

// In place.
extension Tensor {
    /// As `sinh`, in place.
    @discardableResult
    public func sinhInPlace() -> Tensor { UnaryRule.sinh.inPlace(self) }
    /// As `cosh`, in place.
    @discardableResult
    public func coshInPlace() -> Tensor { UnaryRule.cosh.inPlace(self) }
    /// As `tanh`, in place.
    @discardableResult
    public func tanhInPlace() -> Tensor { UnaryRule.tanh.inPlace(self) }
    /// As `asinh`, in place.
    @discardableResult
    public func asinhInPlace() -> Tensor { UnaryRule.asinh.inPlace(self) }
    /// As `acosh`, in place.
    @discardableResult
    public func acoshInPlace() -> Tensor { UnaryRule.acosh.inPlace(self) }
    /// As `atanh`, in place.
    @discardableResult
    public func atanhInPlace() -> Tensor { UnaryRule.atanh.inPlace(self) }
    /// As `asinhInPlace`.
    @discardableResult
    public func arcsinhInPlace() -> Tensor { asinhInPlace() }
    /// As `acoshInPlace`.
    @discardableResult
    public func arccoshInPlace() -> Tensor { acoshInPlace() }
    /// As `atanhInPlace`.
    @discardableResult
    public func arctanhInPlace() -> Tensor { atanhInPlace() }
}

/// The hyperbolic sine.
public func sinh(_ x: Tensor) -> Tensor { x.sinh() }
/// The hyperbolic cosine.
public func cosh(_ x: Tensor) -> Tensor { x.cosh() }
/// The hyperbolic tangent.
public func tanh(_ x: Tensor) -> Tensor { x.tanh() }
/// The inverse hyperbolic sine.
public func asinh(_ x: Tensor) -> Tensor { x.asinh() }
/// The inverse hyperbolic cosine; NaN below 1.
public func acosh(_ x: Tensor) -> Tensor { x.acosh() }
/// The inverse hyperbolic tangent; NaN beyond -1...1.
public func atanh(_ x: Tensor) -> Tensor { x.atanh() }
