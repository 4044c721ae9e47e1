import PinionTensor

extension Tensor {
    /// The sine of an angle in radians.
    public func sin() -> Tensor { UnaryRule.sin(self) }
    /// The cosine of an angle in radians.
    public func cos() -> Tensor { UnaryRule.cos(self) }
    /// The tangent of an angle in radians.
    public func tan() -> Tensor { UnaryRule.tan(self) }
    /// The inverse sine, in -π/2...π/2; NaN beyond -1...1.
    public func asin() -> Tensor { UnaryRule.asin(self) }
    /// The inverse cosine, in 0...π; NaN beyond -1...1.
    public func acos() -> Tensor { UnaryRule.acos(self) }
    /// The inverse tangent, in -π/2...π/2.
    public func atan() -> Tensor { UnaryRule.atan(self) }
    /// As `asin`.
    public func arcsin() -> Tensor { asin() }
    /// As `acos`.
    public func arccos() -> Tensor { acos() }
    /// As `atan`.
    public func arctan() -> Tensor { atan() }
}

// In place.
extension Tensor {
    /// As `sin`, in place.
    @discardableResult
    public func sinInPlace() -> Tensor { UnaryRule.sin.inPlace(self) }
    /// As `cos`, in place.
    @discardableResult
    public func cosInPlace() -> Tensor { UnaryRule.cos.inPlace(self) }
    /// As `tan`, in place.
    @discardableResult
    public func tanInPlace() -> Tensor { UnaryRule.tan.inPlace(self) }
    /// As `asin`, in place.
    @discardableResult
    public func asinInPlace() -> Tensor { UnaryRule.asin.inPlace(self) }
    /// As `acos`, in place.
    @discardableResult
    public func acosInPlace() -> Tensor { UnaryRule.acos.inPlace(self) }
    /// As `atan`, in place.
    @discardableResult
    public func atanInPlace() -> Tensor { UnaryRule.atan.inPlace(self) }
    /// As `asinInPlace`.
    @discardableResult
    public func arcsinInPlace() -> Tensor { asinInPlace() }
    /// As `acosInPlace`.
    @discardableResult
    public func arccosInPlace() -> Tensor { acosInPlace() }
    /// As `atanInPlace`.
    @discardableResult
    public func arctanInPlace() -> Tensor { atanInPlace() }
}

/// The sine of an angle in radians.
public func sin(_ x: Tensor) -> Tensor { x.sin() }
/// The cosine of an angle in radians.
public func cos(_ x: Tensor) -> Tensor { x.cos() }
/// The tangent of an angle in radians.
public func tan(_ x: Tensor) -> Tensor { x.tan() }
/// The inverse sine, in -π/2...π/2; NaN beyond -1...1.
public func asin(_ x: Tensor) -> Tensor { x.asin() }
/// The inverse cosine, in 0...π; NaN beyond -1...1.
public func acos(_ x: Tensor) -> Tensor { x.acos() }
/// The inverse tangent, in -π/2...π/2.
public func atan(_ x: Tensor) -> Tensor { x.atan() }
