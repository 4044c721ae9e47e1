import PinionTensor

extension Tensor {
    /// The largest integer not above x. The gradient is 0.
    public func floor() -> Tensor { UnaryRule.floor(self) }
    /// The smallest integer not below x. The gradient is 0.
    public func ceil() -> Tensor { UnaryRule.ceil(self) }
    /// The nearest integer, the even one of two. The gradient is 0.
    public func round() -> Tensor { UnaryRule.round(self) }
    /// The integer part, rounded towards 0. The gradient is 0.
    public func trunc() -> Tensor { UnaryRule.trunc(self) }
    /// What `trunc` leaves, with the sign of x. The gradient is 1.
    public func frac() -> Tensor { UnaryRule.frac(self) }
    /// As `trunc`.
    public func fix() -> Tensor { trunc() }
}

// In place.
extension Tensor {
    /// As `floor`, in place.
    @discardableResult
    public func floorInPlace() -> Tensor { UnaryRule.floor.inPlace(self) }
    /// As `ceil`, in place.
    @discardableResult
    public func ceilInPlace() -> Tensor { UnaryRule.ceil.inPlace(self) }
    /// As `round`, in place.
    @discardableResult
    public func roundInPlace() -> Tensor { UnaryRule.round.inPlace(self) }
    /// As `trunc`, in place.
    @discardableResult
    public func truncInPlace() -> Tensor { UnaryRule.trunc.inPlace(self) }
    /// As `frac`, in place.
    @discardableResult
    public func fracInPlace() -> Tensor { UnaryRule.frac.inPlace(self) }
    /// As `truncInPlace`.
    @discardableResult
    public func fixInPlace() -> Tensor { truncInPlace() }
}

/// The largest integer not above x. The gradient is 0.
public func floor(_ x: Tensor) -> Tensor { x.floor() }
/// The smallest integer not below x. The gradient is 0.
public func ceil(_ x: Tensor) -> Tensor { x.ceil() }
/// The nearest integer, the even one of two. The gradient is 0.
public func round(_ x: Tensor) -> Tensor { x.round() }
/// The integer part, rounded towards 0. The gradient is 0.
public func trunc(_ x: Tensor) -> Tensor { x.trunc() }
/// What `trunc` leaves, with the sign of x. The gradient is 1.
public func frac(_ x: Tensor) -> Tensor { x.frac() }
