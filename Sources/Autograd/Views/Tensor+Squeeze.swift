import PinionTensor

extension Tensor {
    /// A view without the dimensions of size 1.
    public func squeeze() -> Tensor { squeezed("SqueezeBackward0", layout.squeezed(0..<ndim)) }

    /// A view without dimension `dim` where its size is 1, otherwise as it is.
    public func squeeze(_ dim: Int) -> Tensor {
        attempt { () throws(TensorError) in
            squeezed("SqueezeBackward1", try layout.squeezed([dim], "squeeze"))
        }
    }

    /// A view without those of the dimensions `dims` that have size 1.
    public func squeeze(_ dims: [Int]) -> Tensor {
        attempt { () throws(TensorError) in
            squeezed("SqueezeBackward2", try layout.squeezed(dims, "squeeze"))
        }
    }

    /// A view with a new dimension of size 1 at `dim`.
    public func unsqueeze(_ dim: Int) -> Tensor {
        attempt { () throws(TensorError) in
            let d = try layout.newDimension(dim, "unsqueeze")
            return recordView("UnsqueezeBackward0", self, layout.unsqueezed(d)) { g in g.squeeze(d) }
        }
    }

    private func squeezed(_ node: StaticString, _ result: Layout) -> Tensor {
        let own = layout.packed
        return recordView(node, self, result) { g in g.viewed(as: own) }
    }
}

extension Layout {
    /// Without those of `dims` that have size 1; a 0-d tensor stays as it is.
    func squeezed(_ dims: [Int], _ operation: StaticString) throws(TensorError) -> Layout {
        let dims = try dimensions(dims, "\(operation)")
        return rank == 0 ? self : squeezed(dims)
    }

    /// Where a new dimension goes: from -(rank + 1) to rank.
    func newDimension(_ d: Int, _ operation: StaticString) throws(TensorError) -> Int {
        if rank == Self.maximumRank {
            throw TensorError(
                "\(operation)", .shape, "shape \(shape) has \(rank) dimensions already, as many as a tensor may have")
        }
        if d < -rank - 1 || d > rank {
            throw TensorError(
                "\(operation)", .dimension,
                "dimension \(d) is out of range for shape \(shape); expected \(-rank - 1) to \(rank)")
        }
        return d < 0 ? d + rank + 1 : d
    }
}
