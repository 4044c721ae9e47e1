import PinionSIMDKernels
import PinionTensor

// Bits of integers, truth values of bool; not for floating-point numbers.
extension Tensor {
    /// The bits that both have, with broadcasting.
    public func bitwiseAnd(_ other: Tensor) -> Tensor { bitwise(.bitwiseAnd, .tensor(other), "bitwiseAnd") }
    /// The bits that both have.
    public func bitwiseAnd(_ other: some TensorScalar) -> Tensor {
        bitwise(.bitwiseAnd, .number(other.number), "bitwiseAnd")
    }
    /// The bits that either has, with broadcasting.
    public func bitwiseOr(_ other: Tensor) -> Tensor { bitwise(.bitwiseOr, .tensor(other), "bitwiseOr") }
    /// The bits that either has.
    public func bitwiseOr(_ other: some TensorScalar) -> Tensor {
        bitwise(.bitwiseOr, .number(other.number), "bitwiseOr")
    }
    /// The bits that one has and the other has not, with broadcasting.
    public func bitwiseXor(_ other: Tensor) -> Tensor { bitwise(.bitwiseXor, .tensor(other), "bitwiseXor") }
    /// The bits that one has and the other has not.
    public func bitwiseXor(_ other: some TensorScalar) -> Tensor {
        bitwise(.bitwiseXor, .number(other.number), "bitwiseXor")
    }
    /// x shifted by `other` bits to the left, with broadcasting.
    public func bitwiseLeftShift(_ other: Tensor) -> Tensor { bitwise(.shiftLeft, .tensor(other), "bitwiseLeftShift") }
    /// x shifted by `other` bits to the left.
    public func bitwiseLeftShift(_ other: some TensorScalar) -> Tensor {
        bitwise(.shiftLeft, .number(other.number), "bitwiseLeftShift")
    }
    /// x shifted by `other` bits to the right, with its sign, with broadcasting.
    public func bitwiseRightShift(_ other: Tensor) -> Tensor {
        bitwise(.shiftRight, .tensor(other), "bitwiseRightShift")
    }
    /// x shifted by `other` bits to the right, with its sign.
    public func bitwiseRightShift(_ other: some TensorScalar) -> Tensor {
        bitwise(.shiftRight, .number(other.number), "bitwiseRightShift")
    }
    /// All bits reversed; of bool, where x is false.
    public func bitwiseNot() -> Tensor {
        attempt { () throws(TensorError) in try Raw.unary(.bitwiseNot, self, name: "bitwiseNot") }
    }

    private func bitwise(_ op: BinaryOp, _ other: Operand, _ name: StaticString) -> Tensor {
        attempt { () throws(TensorError) in try Raw.binary(op, .tensor(self), other, name: name) }
    }
}

// In place.
extension Tensor {
    /// As `bitwiseAnd`, in place.
    @discardableResult
    public func bitwiseAndInPlace(_ other: Tensor) -> Tensor { replaceElements("bitwiseAnd") { $0.bitwiseAnd(other) } }
    /// As `bitwiseAnd`, in place.
    @discardableResult
    public func bitwiseAndInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("bitwiseAnd") { $0.bitwiseAnd(other) }
    }
    /// As `bitwiseOr`, in place.
    @discardableResult
    public func bitwiseOrInPlace(_ other: Tensor) -> Tensor { replaceElements("bitwiseOr") { $0.bitwiseOr(other) } }
    /// As `bitwiseOr`, in place.
    @discardableResult
    public func bitwiseOrInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("bitwiseOr") { $0.bitwiseOr(other) }
    }
    /// As `bitwiseXor`, in place.
    @discardableResult
    public func bitwiseXorInPlace(_ other: Tensor) -> Tensor { replaceElements("bitwiseXor") { $0.bitwiseXor(other) } }
    /// As `bitwiseXor`, in place.
    @discardableResult
    public func bitwiseXorInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("bitwiseXor") { $0.bitwiseXor(other) }
    }
    /// As `bitwiseLeftShift`, in place.
    @discardableResult
    public func bitwiseLeftShiftInPlace(_ other: Tensor) -> Tensor {
        replaceElements("bitwiseLeftShift") { $0.bitwiseLeftShift(other) }
    }
    /// As `bitwiseLeftShift`, in place.
    @discardableResult
    public func bitwiseLeftShiftInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("bitwiseLeftShift") { $0.bitwiseLeftShift(other) }
    }
    /// As `bitwiseRightShift`, in place.
    @discardableResult
    public func bitwiseRightShiftInPlace(_ other: Tensor) -> Tensor {
        replaceElements("bitwiseRightShift") { $0.bitwiseRightShift(other) }
    }
    /// As `bitwiseRightShift`, in place.
    @discardableResult
    public func bitwiseRightShiftInPlace(_ other: some TensorScalar) -> Tensor {
        replaceElements("bitwiseRightShift") { $0.bitwiseRightShift(other) }
    }
    /// As `bitwiseNot`, in place.
    @discardableResult
    public func bitwiseNotInPlace() -> Tensor { replaceElements("bitwiseNot") { $0.bitwiseNot() } }
}

extension Tensor {
    /// The bits that both have, with broadcasting.
    public static func .& (a: Tensor, b: Tensor) -> Tensor { a.bitwiseAnd(b) }
    /// The bits that either has, with broadcasting.
    public static func .| (a: Tensor, b: Tensor) -> Tensor { a.bitwiseOr(b) }
    /// The bits that one has and the other has not, with broadcasting.
    public static func .^ (a: Tensor, b: Tensor) -> Tensor { a.bitwiseXor(b) }
    /// a shifted by b bits to the left, with broadcasting.
    public static func << (a: Tensor, b: Tensor) -> Tensor { a.bitwiseLeftShift(b) }
    /// a shifted by b bits to the right, with its sign, with broadcasting.
    public static func >> (a: Tensor, b: Tensor) -> Tensor { a.bitwiseRightShift(b) }
    /// a shifted by b bits to the left.
    public static func << <S: TensorScalar>(a: Tensor, b: S) -> Tensor { a.bitwiseLeftShift(b) }
    /// a shifted by b bits to the right, with its sign.
    public static func >> <S: TensorScalar>(a: Tensor, b: S) -> Tensor { a.bitwiseRightShift(b) }
    /// All bits reversed; of bool, where x is false.
    public static prefix func .! (x: Tensor) -> Tensor { x.bitwiseNot() }
}
