import PinionTensor

/// A norm by name.
public enum NormKind: String, Sendable, WordArgument, CaseIterable {
    /// The Frobenius norm, the root of the sum of squares.
    case fro
}

extension Tensor {
    /// The p-norm `(Σ |x|ᵖ)^(1/p)` over several dimensions; over all when `dims` is empty.
    ///
    /// The orders `.infinity` and `-.infinity` are the largest and the smallest `|x|`, 0 is the number of elements that
    /// are not 0. The gradient at 0 is 0.
    public func norm(p: Double = 2, dims: [Int] = [], keepDim: Bool = false) -> Tensor {
        norm(p, dims, keepDim, "norm")
    }

    /// The p-norm along one dimension.
    public func norm(p: Double = 2, dim: Int, keepDim: Bool = false) -> Tensor { norm(p, [dim], keepDim, "norm") }

    /// The p-norm along one dimension, or over all.
    public func norm(_ p: Double, dim: Int? = nil, keepDim: Bool = false) -> Tensor {
        norm(p, dim.map { [$0] } ?? [], keepDim, "norm")
    }

    /// The Frobenius norm over several dimensions; over all when `dims` is empty.
    public func norm(p kind: NormKind, dims: [Int] = [], keepDim: Bool = false) -> Tensor {
        norm(2, dims, keepDim, "norm")
    }

    /// The Frobenius norm over several dimensions; over all when `dims` is empty.
    public func norm(_ kind: NormKind, dims: [Int] = [], keepDim: Bool = false) -> Tensor {
        norm(p: kind, dims: dims, keepDim: keepDim)
    }

    /// The p-norm of the difference of two tensors that broadcast.
    public func dist(_ other: Tensor, p: Double = 2) -> Tensor {
        attempt { () throws(TensorError) in
            _ = try Raw.broadcast(.tensor(self), .tensor(other), "dist")
            if dtype == .bool || other.dtype == .bool { throw TensorError("dist", .dtype, "not defined for bool") }
            return (self - other).norm(p, [], false, "dist")
        }
    }

    func norm(_ p: Double, _ dims: [Int], _ keepDim: Bool, _ name: StaticString) -> Tensor {
        attempt { () throws(TensorError) in
            try checkFloating(name)
            let dims = try reducedDims(dims, name)
            let result = try Raw.norm(self, p, dims, keepDim: keepDim, name: name)
            if !isRecorded(self) { return result }
            let (saved, output) = (SavedTensor(self), SavedOutput(result))
            return record("LinalgVectorNormBackward0", result, self) { g in
                let x = saved.tensor
                return x.normGradient(
                    p, g.restored(dims, of: x.layout), output.tensor.restored(dims, of: x.layout), dims)
            }
        }
    }

    /// The gradient of `norm`, the p-norm over `dims`; 0 where that is 0.
    private func normGradient(_ p: Double, _ g: Tensor, _ norm: Tensor, _ dims: [Int]) -> Tensor {
        attempt { () throws(TensorError) in
            if p == 0 { return Tensor.zerosLike(self) }
            if p == 1 { return g * sgn() }
            if p == 2 { return g * (try divided(by: norm)) }
            if p.isInfinite { return abs().detach().shared(gradient: g, by: norm.detach(), over: dims) * sgn() }
            if p < 1 { return g * norm.pow(1 - p) * sgn() * (try magnitude(to: p - 1)) }
            let scale = try g.divided(by: norm.pow(p - 1))
            return p < 2 ? scale * sgn() * (try magnitude(to: p - 1)) : scale * self * (try magnitude(to: p - 2))
        }
    }

    /// `|x|^exponent`, and 0 where x is 0 and the power would be infinite.
    private func magnitude(to exponent: Double) throws(TensorError) -> Tensor {
        if exponent >= 0 { return abs().pow(exponent) }
        return (abs() + (try infinityWhereZero())).pow(exponent)
    }
}

extension Tensor {
    /// `self / divisor`, and 0 where the divisor is 0.
    func divided(by divisor: Tensor) throws(TensorError) -> Tensor {
        self / (divisor + (try divisor.infinityWhereZero()))
    }

    private func infinityWhereZero() throws(TensorError) -> Tensor {
        let isZero = try Raw.compare(.equal, .tensor(self), .number(.int(0)), name: "equal")
        return try Raw.select(
            isZero, .tensor(Tensor.full([], Double.infinity, dtype: dtype)), .tensor(Tensor.zeros([], dtype: dtype)),
            name: "where")
    }
}
