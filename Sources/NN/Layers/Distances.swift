/// `x1 · x2 / (max(|x1|, eps) · max(|x2|, eps))` along `dim`; the inputs broadcast.
public func cosineSimilarity(_ x1: Tensor, _ x2: Tensor, dim: Int = 1, eps: Double = 1e-8) -> Tensor {
    let (a, b) = (x1.norm(2, dim: dim, keepDim: true), x2.norm(2, dim: dim, keepDim: true))
    return ((x1 / a.clampMin(eps)) * (x2 / b.clampMin(eps))).sum(dim: dim)
}

/// The p-norm of `x1 - x2 + eps` along the last dimension; the inputs broadcast.
public func pairwiseDistance(
    _ x1: Tensor, _ x2: Tensor, p: Double = 2, eps: Double = 1e-6, keepDim: Bool = false
) -> Tensor {
    (x1 - x2 + eps).norm(p, dim: -1, keepDim: keepDim)
}

/// The cosine of the angle between vectors along `dim`. As PyTorch's `nn.CosineSimilarity`.
public final class CosineSimilarity: Module {
    public let dim: Int
    public let eps: Double
    public init(dim: Int = 1, eps: Double = 1e-8) { (self.dim, self.eps) = (dim, eps) }

    public func callAsFunction(_ x1: Tensor, _ x2: Tensor) -> Tensor {
        withHooks([x1, x2]) { [cosineSimilarity($0[0], $0[1], dim: self.dim, eps: self.eps)] }[0]
    }
}

/// The p-norm of the difference of vectors, with `eps` added. As PyTorch's `nn.PairwiseDistance`.
public final class PairwiseDistance: Module {
    public let p: Double
    public let eps: Double
    public let keepDim: Bool

    public init(p: Double = 2, eps: Double = 1e-6, keepDim: Bool = false) {
        (self.p, self.eps, self.keepDim) = (p, eps, keepDim)
    }

    public func callAsFunction(_ x1: Tensor, _ x2: Tensor) -> Tensor {
        withHooks([x1, x2]) { [pairwiseDistance($0[0], $0[1], p: self.p, eps: self.eps, keepDim: self.keepDim)] }[0]
    }
}
