import PinionTensor

/// The p-distances of all pairs of rows of a matrix: (0, 1), (0, 2), …, (1, 2), …. As `torch.pdist`.
public func pdist(_ x: Tensor, p: Double = 2) -> Tensor {
    attempt { () throws(TensorError) in
        if x.ndim != 2 { throw TensorError("pdist", .shape, "expected a matrix, got shape \(x.shape)") }
        if !x.isFloatingPoint { throw TensorError("pdist", .dtype, "expected a floating-point tensor, got \(x.dtype)") }
        if !(p >= 0) { throw TensorError("pdist", .value, "p is \(p), expected at least 0") }
        let pairs = Tensor.triuIndices(x.size(0), x.size(0), offset: 1)
        let difference = x.indexSelect(0, pairs.select(0, 0)) - x.indexSelect(0, pairs.select(0, 1))
        return difference.norm(p, [1], false, "pdist")
    }
}

extension Tensor {
    /// The slices along `dim` whose p-norm is above `maxnorm` scaled down to it.
    public func renorm(_ p: Double, _ dim: Int, _ maxnorm: Double) -> Tensor {
        attempt { () throws(TensorError) in
            let d = try layout.dimension(dim, "renorm")
            if ndim < 2 { throw TensorError("renorm", .shape, "expected at least 2 dimensions, got shape \(shape)") }
            if !isFloatingPoint { throw TensorError("renorm", .dtype, "not defined for \(dtype)") }
            if !(p > 0) { throw TensorError("renorm", .value, "p is \(p), expected above 0") }
            if !(maxnorm >= 0) { throw TensorError("renorm", .value, "maxnorm is \(maxnorm), expected at least 0") }
            let norms = norm(p, (0..<ndim).filter { $0 != d }, true, "renorm")
            let factor = Tensor.where(norms .> maxnorm, maxnorm / (norms + 1e-7), Tensor.onesLike(norms))
            return self * factor
        }
    }

    /// As `renorm`, in place.
    @discardableResult
    public func renormInPlace(_ p: Double, _ dim: Int, _ maxnorm: Double) -> Tensor {
        changed("renorm") { $0.renorm(p, dim, maxnorm) }
    }
}

/// The slices along `dim` whose p-norm is above `maxnorm` scaled down to it.
public func renorm(_ x: Tensor, _ p: Double, _ dim: Int, _ maxnorm: Double) -> Tensor { x.renorm(p, dim, maxnorm) }
/// As `renorm`, with all names.
public func renorm(_ x: Tensor, p: Double, dim: Int, maxnorm: Double) -> Tensor { x.renorm(p, dim, maxnorm) }

extension Tensor {
    /// As `renorm`, with all names.
    public func renorm(p: Double, dim: Int, maxnorm: Double) -> Tensor { renorm(p, dim, maxnorm) }
}
