import PinionAutograd

/// The p-norms of the differences `x1 - x2 + eps` along the last dimension. As PyTorch's `F.pairwise_distance`.
public func pairwiseDistance(
    _ x1: Tensor, _ x2: Tensor, p: Double = 2, eps: Double = 1e-6, keepDim: Bool = false
) -> Tensor {
    attempt { () throws(TensorError) in
        let layout = try Raw.broadcast(.tensor(x1), .tensor(x2), "pairwiseDistance")
        if layout.rank == 0 { return ((x1 - x2).abs() + eps) }
        return (x1 - x2 + eps).norm(p: p, dim: -1, keepDim: keepDim)
    }
}

/// The cosines of the angles between vectors along `dim`: `x1 · x2 / (max(|x1|, ε) max(|x2|, ε))`. As PyTorch's
/// `F.cosine_similarity`.
public func cosineSimilarity(_ x1: Tensor, _ x2: Tensor, dim: Int = 1, eps: Double = 1e-8) -> Tensor {
    attempt { () throws(TensorError) in
        let layout = try Raw.broadcast(.tensor(x1), .tensor(x2), "cosineSimilarity")
        let d = try layout.dimension(dim, "cosineSimilarity")
        let (a, b) = (x1.broadcast(to: layout), x2.broadcast(to: layout))
        func direction(_ x: Tensor) -> Tensor { x / x.norm(p: 2, dim: d, keepDim: true).clamp(min: eps) }
        return (direction(a) * direction(b)).sum(dim: d)
    }
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
