import PinionTensor

extension Tensor {
    /// `x + alpha · other`, with broadcasting.
    public func add(_ other: Tensor, alpha: some TensorScalar = 1) -> Tensor {
        Self.sum(.add, .tensor(self), .tensor(other), alpha.number)
    }
    /// `x + alpha · other`
    public func add(_ other: some TensorScalar, alpha: some TensorScalar = 1) -> Tensor {
        Self.sum(.add, .tensor(self), .number(other.number), alpha.number)
    }
    /// `x - alpha · other`, with broadcasting.
    public func sub(_ other: Tensor, alpha: some TensorScalar = 1) -> Tensor {
        Self.sum(.sub, .tensor(self), .tensor(other), alpha.number)
    }
    /// `x - alpha · other`
    public func sub(_ other: some TensorScalar, alpha: some TensorScalar = 1) -> Tensor {
        Self.sum(.sub, .tensor(self), .number(other.number), alpha.number)
    }
    /// As `sub`.
    public func subtract(_ other: Tensor, alpha: some TensorScalar = 1) -> Tensor { sub(other, alpha: alpha) }
    /// As `sub`.
    public func subtract(_ other: some TensorScalar, alpha: some TensorScalar = 1) -> Tensor {
        sub(other, alpha: alpha)
    }
    /// `other - alpha · x`, with broadcasting.
    public func rsub(_ other: Tensor, alpha: some TensorScalar = 1) -> Tensor {
        Self.sum(.rsub, .tensor(other), .tensor(self), alpha.number)
    }
    /// `other - alpha · x`
    public func rsub(_ other: some TensorScalar, alpha: some TensorScalar = 1) -> Tensor {
        Self.sum(.rsub, .number(other.number), .tensor(self), alpha.number)
    }

    /// `x · other`, elementwise with broadcasting.
    public func mul(_ other: Tensor) -> Tensor { self * other }
    /// `x · other`
    public func mul(_ other: some TensorScalar) -> Tensor { self * other }
    /// As `mul`.
    public func multiply(_ other: Tensor) -> Tensor { self * other }
    /// As `mul`.
    public func multiply(_ other: some TensorScalar) -> Tensor { self * other }
}

// In place.
extension Tensor {
    /// As `add`, in place.
    @discardableResult
    public func addInPlace(_ other: Tensor, alpha: some TensorScalar = 1) -> Tensor {
        sumInPlace(.add, .tensor(other), alpha.number)
    }
    /// As `add`, in place.
    @discardableResult
    public func addInPlace(_ other: some TensorScalar, alpha: some TensorScalar = 1) -> Tensor {
        sumInPlace(.add, .number(other.number), alpha.number)
    }
    /// As `sub`, in place.
    @discardableResult
    public func subInPlace(_ other: Tensor, alpha: some TensorScalar = 1) -> Tensor {
        sumInPlace(.sub, .tensor(other), alpha.number)
    }
    /// As `sub`, in place.
    @discardableResult
    public func subInPlace(_ other: some TensorScalar, alpha: some TensorScalar = 1) -> Tensor {
        sumInPlace(.sub, .number(other.number), alpha.number)
    }
    /// As `subInPlace`.
    @discardableResult
    public func subtractInPlace(_ other: Tensor, alpha: some TensorScalar = 1) -> Tensor {
        subInPlace(other, alpha: alpha)
    }
    /// As `subInPlace`.
    @discardableResult
    public func subtractInPlace(_ other: some TensorScalar, alpha: some TensorScalar = 1) -> Tensor {
        subInPlace(other, alpha: alpha)
    }
    /// As `mul`, in place.
    @discardableResult
    public func mulInPlace(_ other: Tensor) -> Tensor { BinaryRule.mul.inPlace(self, .tensor(other)) }
    /// As `mul`, in place.
    @discardableResult
    public func mulInPlace(_ other: some TensorScalar) -> Tensor {
        BinaryRule.mul.inPlace(self, .number(other.number))
    }
    /// As `mulInPlace`.
    @discardableResult
    public func multiplyInPlace(_ other: Tensor) -> Tensor { mulInPlace(other) }
    /// As `mulInPlace`.
    @discardableResult
    public func multiplyInPlace(_ other: some TensorScalar) -> Tensor { mulInPlace(other) }
}

extension Tensor {
    private static func sum(_ rule: BinaryRule, _ a: Operand, _ b: Operand, _ alpha: Number) -> Tensor {
        if case .int(1) = alpha { return rule(a, b) }
        return attempt { () throws(TensorError) in
            try checkFactor(alpha, resultType(a, b), rule.name)
            return rule.scaled(by: alpha)(a, b)
        }
    }

    private func sumInPlace(_ rule: BinaryRule, _ other: Operand, _ alpha: Number) -> Tensor {
        if case .int(1) = alpha { return rule.inPlace(self, other) }
        return attempt(else: self) { () throws(TensorError) in
            try Self.checkFactor(alpha, resultType(.tensor(self), other), rule.name)
            return rule.scaled(by: alpha).inPlace(self, other)
        }
    }

    private static func checkFactor(
        _ alpha: Number, _ dtype: DType, _ name: StaticString
    ) throws(TensorError) {
        switch alpha {
        case .double where !dtype.isFloatingPoint:
            throw TensorError(
                "\(name)", .dtype, "alpha is the floating-point number \(alpha.asDouble), but the result is \(dtype)")
        case .bool where dtype != .bool:
            throw TensorError("\(name)", .dtype, "alpha is a Bool, but the result is \(dtype)")
        default: break
        }
    }
}
