import PinionTensor

infix operator • : MultiplicationPrecedence

extension Tensor {
    /// The matrix product.
    ///
    /// `[m, k] · [k, n]` gives `[m, n]`; vectors `[k]` give their dot product, `[m, k] · [k]` gives `[m]` and `[k] · [k, n]`
    /// gives `[n]`. Dimensions before the last two are batches and broadcast. Both have one dtype; not defined for bool.
    /// See <https://docs.pytorch.org/docs/stable/generated/torch.matmul.html>.
    public func matmul(_ other: Tensor) -> Tensor {
        let node: StaticString =
            switch (ndim, other.ndim) {
            case (1, 1): "DotBackward0"
            case (2, 1): "MvBackward0"
            case (1, 2): "SqueezeBackward4"
            case (2, 2): "MmBackward0"
            case (2, _): "CloneBackward0"
            default: "UnsafeViewBackward0"
            }
        return product("matmul", node, other)
    }

    /// The matrix product, as `matmul`.
    public static func • (a: Tensor, b: Tensor) -> Tensor { a.matmul(b) }

    /// The product of matrices `[m, k]` and `[k, n]`.
    public func mm(_ other: Tensor) -> Tensor { checkedProduct("mm", "MmBackward0", other, 2, 2) }

    /// The products of as many matrices: `[b, m, k] · [b, k, n]` gives `[b, m, n]`; nothing is broadcast.
    public func bmm(_ other: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            try checkRank("bmm", other, 3, 3)
            try checkBatch("bmm", self, other)
            return product("bmm", "BmmBackward0", other)
        }
    }

    /// The product of a matrix `[m, k]` and a vector `[k]`.
    public func mv(_ vector: Tensor) -> Tensor { checkedProduct("mv", "MvBackward0", vector, 2, 1) }

    /// The dot product `Σ self[i] · other[i]` of two vectors of one size, of shape [].
    public func dot(_ other: Tensor) -> Tensor { checkedProduct("dot", "DotBackward0", other, 1, 1) }

    /// The dot product of two vectors; as `dot`, there being no complex numbers.
    public func vdot(_ other: Tensor) -> Tensor { checkedProduct("vdot", "VdotBackward0", other, 1, 1) }

    private func checkedProduct(
        _ name: StaticString, _ node: StaticString, _ other: Tensor, _ rank: Int, _ otherRank: Int
    ) -> Tensor {
        attempt { () throws(TensorError) in
            try checkRank(name, other, rank, otherRank)
            return product(name, node, other)
        }
    }

    /// The product under a public name, recorded.
    func product(_ name: StaticString, _ node: StaticString, _ other: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            let y = try Raw.matmul(self, other, name: name)
            if !isRecorded(self, other) { return y }
            let a = other.requiresGrad ? SavedTensor(self) : nil
            let b = requiresGrad ? SavedTensor(other) : nil
            let (rank, otherRank) = (ndim, other.ndim)
            return record(node, y, self, other) { g in
                (
                    b.map { ProductGradient.left(g, rank: rank, $0.tensor) },
                    a.map { ProductGradient.right(g, $0.tensor, rank: otherRank) }
                )
            }
        }
    }

    func checkRank(_ name: StaticString, _ other: Tensor, _ rank: Int, _ otherRank: Int) throws(TensorError) {
        if ndim == rank && other.ndim == otherRank { return }
        throw TensorError(
            "\(name)", .shape,
            "expected tensors of \(rank) and \(otherRank) dimensions, got shapes \(shape) and \(other.shape)")
    }
}

/// Throws unless both have as many matrices.
func checkBatch(_ name: StaticString, _ a: Tensor, _ b: Tensor) throws(TensorError) {
    if a.layout.sizes[0] == b.layout.sizes[0] { return }
    throw TensorError(
        "\(name)", .shape,
        "shapes \(a.shape) and \(b.shape) have batches of different sizes, \(a.size(0)) and \(b.size(0))")
}

/// The matrix product, as `a.matmul(b)`.
public func matmul(_ a: Tensor, _ b: Tensor) -> Tensor { a.matmul(b) }
/// The product of two matrices, as `a.mm(b)`.
public func mm(_ a: Tensor, _ b: Tensor) -> Tensor { a.mm(b) }
/// The products of as many matrices, as `a.bmm(b)`.
public func bmm(_ a: Tensor, _ b: Tensor) -> Tensor { a.bmm(b) }
/// The product of a matrix and a vector, as `a.mv(vector)`.
public func mv(_ a: Tensor, _ vector: Tensor) -> Tensor { a.mv(vector) }
/// The dot product of two vectors, as `a.dot(b)`.
public func dot(_ a: Tensor, _ b: Tensor) -> Tensor { a.dot(b) }
/// The dot product of two vectors, as `a.vdot(b)`.
public func vdot(_ a: Tensor, _ b: Tensor) -> Tensor { a.vdot(b) }
