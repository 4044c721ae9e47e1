import PinionTensor

/// Gradients of matrix products by their operands, in every rank case, by products of transposed views.
///
/// A gradient may keep dimensions that an operand was broadcast along; the engine sums those.
enum ProductGradient {
    /// The gradient by a, of rank `rank`, of `a · b`.
    static func left(_ g: Tensor, rank: Int, _ b: Tensor) -> Tensor {
        switch (rank, b.ndim) {
        case (1, 1): g * b
        case (_, 1): g.unsqueeze(g.ndim) * b
        case (1, 2): b.matmul(g)
        case (1, _): g.unsqueeze(g.ndim - 1).sumOfProducts(b.mT).squeeze(0)
        case (2, 3...): g.sumOfProducts(b.mT)
        default: g.matmul(b.mT)
        }
    }

    /// The gradient by b, of rank `rank`, of `a · b`.
    static func right(_ g: Tensor, _ a: Tensor, rank: Int) -> Tensor {
        switch (a.ndim, rank) {
        case (1, 1): g * a
        case (1, _): a.unsqueeze(1) * g.unsqueeze(g.ndim - 1)
        case (2, 1): a.mT.matmul(g)
        case (_, 1): a.mT.sumOfProducts(g.unsqueeze(g.ndim)).squeeze(1)
        case (3..., 2): a.mT.sumOfProducts(g)
        default: a.mT.matmul(g)
        }
    }
}

extension Tensor {
    /// `Σ self[i] · other[i]`: the sum of the products of all matrices.
    func sumOfProducts(_ other: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            let y = try Raw.sumOfProducts(self, other, name: "matmul")
            if !isRecorded(self, other) { return y }
            let a = other.requiresGrad ? SavedTensor(self) : nil
            let b = requiresGrad ? SavedTensor(other) : nil
            return record("AddbmmBackward0", y, self, other) { g in
                (
                    b.map { g.matmul($0.tensor.mT) },
                    a.map { $0.tensor.mT.matmul(g) }
                )
            }
        }
    }
}
