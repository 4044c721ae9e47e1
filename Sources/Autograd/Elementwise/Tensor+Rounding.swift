import PinionSIMDKernels
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

extension Tensor {
    /// x rounded to a number of decimals; to tens and hundreds where it is negative. The gradient is 0.
    public func round(decimals: Int) -> Tensor {
        attempt { () throws(TensorError) in
            let y = try rounded(to: decimals)
            return isRecorded(self) ? record("RoundBackward1", y, self, isReusable: true) { .zerosLike($0) } : y
        }
    }

    /// As `round(decimals:)`, in place.
    @discardableResult
    public func roundInPlace(decimals: Int) -> Tensor {
        inPlace(
            "round", self, isRecorded: isRecorded(self),
            write: { () throws(TensorError) in _ = try Raw.write(rounded(to: decimals), to: self, "round") },
            change: { old in old.round(decimals: decimals) })
    }

    private func rounded(to decimals: Int) throws(TensorError) -> Tensor {
        if !isFloatingPoint { throw TensorError("round", .dtype, "not defined for \(dtype) with decimals") }
        if decimals == 0 { return try Raw.unary(.round, self, name: "round") }
        // Powers of ten are whole numbers, so that both steps round once.
        let power = Operand.number(.double((0..<Swift.abs(decimals)).reduce(1) { power, _ in power * 10 }))
        let (there, back): (BinaryOp, BinaryOp) = decimals > 0 ? (.mul, .div) : (.div, .mul)
        let scaled = try Raw.binary(there, .tensor(self), power, name: "round")
        let whole = try Raw.unary(.round, scaled, name: "round", out: scaled)
        return try Raw.binary(back, .tensor(whole), power, name: "round", out: whole)
    }
}
