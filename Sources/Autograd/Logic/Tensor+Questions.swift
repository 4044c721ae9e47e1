import PinionTensor

extension Tensor {
    /// Where x is NaN; nowhere for integers.
    public func isNaN() -> Tensor { predicate(.isNaN) }
    /// Where x is infinite, of either sign.
    public func isInf() -> Tensor { predicate(.isInf) }
    /// Where x is neither infinite nor NaN.
    public func isFinite() -> Tensor { predicate(.isFinite) }
    /// Where x is +∞.
    public func isPosInf() -> Tensor { isFloatingPoint ? self .== Double.infinity : predicate(.isInf) }
    /// Where x is -∞.
    public func isNegInf() -> Tensor { isFloatingPoint ? self .== -Double.infinity : predicate(.isInf) }

    /// As `isNaN`.
    public func isnan() -> Tensor { isNaN() }
    /// As `isInf`.
    public func isinf() -> Tensor { isInf() }
    /// As `isFinite`.
    public func isfinite() -> Tensor { isFinite() }
    /// As `isPosInf`.
    public func isposinf() -> Tensor { isPosInf() }
    /// As `isNegInf`.
    public func isneginf() -> Tensor { isNegInf() }
    /// Where x is a real number: everywhere, as no dtype is complex.
    public func isReal() -> Tensor { .ones(shape, dtype: .bool) }
    /// As `isReal`.
    public func isreal() -> Tensor { isReal() }
    /// Whether the only element is not 0.
    public func isNonzero() -> Bool {
        attempt(else: false) { () throws(TensorError) in
            if numel != 1 { throw TensorError("isNonzero", .shape, "expected one element, got shape \(shape)") }
            return item(as: Bool.self)
        }
    }

    /// Where `|x - other| ≤ atol + rtol · |other|`; infinities are close to themselves, NaN to NaN if `equalNaN`.
    ///
    /// Both have one dtype.
    public func isClose(
        _ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
    ) -> Tensor {
        attempt { () throws(TensorError) in try closeness(other, rtol, atol, equalNaN, "isClose") }
    }

    private func closeness(
        _ other: Tensor, _ rtol: Double, _ atol: Double, _ equalNaN: Bool, _ name: StaticString
    ) throws(TensorError) -> Tensor {
        if dtype != other.dtype {
            throw TensorError("\(name)", .dtype, "a tensor of \(dtype) with one of \(other.dtype)")
        }
        if !(rtol >= 0 && atol >= 0) {
            throw TensorError("\(name)", .value, "rtol is \(rtol) and atol is \(atol), expected neither to be negative")
        }
        _ = try Raw.broadcast(.tensor(self), .tensor(other), name)
        return GradMode.with(false) { close(other, rtol, atol, equalNaN) }
    }

    private func close(_ other: Tensor, _ rtol: Double, _ atol: Double, _ equalNaN: Bool) -> Tensor {
        var result = self .== other
        if equalNaN && isFloatingPoint { result = result .| (isNaN() .& other.isNaN()) }
        if rtol == 0 && atol == 0 { return result }
        // Integers are compared as numbers of the default dtype, as PyTorch does.
        let (a, b) = isFloatingPoint ? (self, other) : (to(getDefaultDType()), other.to(getDefaultDType()))
        let allowed = atol + (rtol * b).abs()
        let distance = (a - b).abs()
        return result .| (distance.isFinite() .& (distance .<= allowed))
    }

    /// Whether all elements are close: see `isClose`.
    public func allClose(
        _ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
    ) -> Bool {
        attempt(else: false) { () throws(TensorError) in
            try closeness(other, rtol, atol, equalNaN, "allClose").areAllTrue
        }
    }

    /// Whether `other` has the same shape and the same elements.
    ///
    /// NaN is not equal to itself. Dtypes may differ: elements are compared after promotion.
    public func equal(_ other: Tensor) -> Bool {
        attempt(else: false) { () throws(TensorError) in
            if !layout.hasSizes(of: other.layout) { return false }
            return try Raw.compare(.equal, .tensor(self), .tensor(other), name: "equal").areAllTrue
        }
    }

    private var areAllTrue: Bool {
        attempt(else: false) { () throws(TensorError) in
            try Raw.reduce(.all, self, nil, keepDim: false, name: "all").item != 0
        }
    }
}

/// Where two tensors are close: `|a - b| ≤ atol + rtol · |b|`.
public func isClose(
    _ a: Tensor, _ b: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
) -> Tensor {
    a.isClose(b, rtol: rtol, atol: atol, equalNaN: equalNaN)
}

/// Whether all elements of two tensors are close: `|a - b| ≤ atol + rtol · |b|`.
public func allClose(
    _ a: Tensor, _ b: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
) -> Bool {
    a.allClose(b, rtol: rtol, atol: atol, equalNaN: equalNaN)
}

/// Whether two tensors have the same shape and the same elements.
public func equal(_ a: Tensor, _ b: Tensor) -> Bool {
    a.equal(b)
}

extension Tensor {
    /// As `isClose`, with PyTorch's name for `equalNaN`.
    public func isClose(_ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNan: Bool) -> Tensor {
        isClose(other, rtol: rtol, atol: atol, equalNaN: equalNan)
    }

    /// As `allClose`, with PyTorch's name for `equalNaN`.
    public func allClose(_ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNan: Bool) -> Bool {
        allClose(other, rtol: rtol, atol: atol, equalNaN: equalNan)
    }
}
