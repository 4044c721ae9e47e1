import PinionTensor

extension Tensor {
    /// A copy of the matrices in the last two dimensions with zeros above a diagonal; positive ones are above the main.
    public func tril(_ diagonal: Int = 0) -> Tensor { triangle("tril", "TrilBackward0", diagonal, keepsLower: true) }

    /// A copy of the matrices in the last two dimensions with zeros below a diagonal; positive ones are above the main.
    public func triu(_ diagonal: Int = 0) -> Tensor { triangle("triu", "TriuBackward0", diagonal, keepsLower: false) }

    /// `tril` of this tensor itself.
    @discardableResult
    public func trilInPlace(_ diagonal: Int = 0) -> Tensor {
        triangleInPlace("trilInPlace", diagonal) { $0.tril(diagonal) }
    }

    /// `triu` of this tensor itself.
    @discardableResult
    public func triuInPlace(_ diagonal: Int = 0) -> Tensor {
        triangleInPlace("triuInPlace", diagonal) { $0.triu(diagonal) }
    }

    /// A matrix with this 1-d tensor as a diagonal, or the diagonal of a matrix.
    public func diag(_ diagonal: Int = 0) -> Tensor {
        attempt { () throws(TensorError) in
            switch ndim {
            case 1: return diagEmbed(offset: diagonal)
            case 2: return self.diagonal(offset: diagonal).clone()
            default: throw TensorError("diag", .shape, "expected 1 or 2 dimensions, got shape \(shape)")
            }
        }
    }

    /// Zeros with the last dimension's elements on a diagonal of two new dimensions, which are `dim1` and `dim2` of the
    /// result.
    public func diagEmbed(offset: Int = 0, dim1: Int = -2, dim2: Int = -1) -> Tensor {
        attempt { () throws(TensorError) in
            if ndim == 0 { throw TensorError("diagEmbed", .shape, "expected at least 1 dimension, got shape []") }
            let size = layout.sizes[ndim - 1] + Swift.abs(offset)
            _ = try layout.newDimension(0, "diagEmbed")
            // The result's shape with the plane last, to check the dimensions by.
            var wide = Array(shape.dropLast())
            let rank = ndim + 1
            let frame = Layout(rank: rank, sizes: Extents(repeating: 1))
            let (a, b) = (try frame.dimension(dim1, "diagEmbed"), try frame.dimension(dim2, "diagEmbed"))
            if a == b { throw TensorError("diagEmbed", .dimension, "the dimensions \(dim1) and \(dim2) are the same") }
            for d in [a, b].sorted() { wide.insert(size, at: d) }
            let whole = try Layout(shape: wide, "diagEmbed")
            let place = whole.diagonal(offset, a, b)
            let result = Tensor(whole, dtype)
            try Raw.fill(result, with: .int(0))
            if numel > 0 { Raw.copy(self, into: Tensor(result.storage, place, dtype)) }
            return copied("DiagEmbedBackward0", result) { g in g.diagonal(offset: offset, dim1: a, dim2: b) }
        }
    }

    private func triangle(
        _ operation: StaticString, _ node: StaticString, _ diagonal: Int, keepsLower: Bool
    ) -> Tensor {
        attempt { () throws(TensorError) in
            try checkMatrices(operation)
            return copied(node, Raw.triangle(self, diagonal, keepsLower: keepsLower)) { g in
                keepsLower ? g.tril(diagonal) : g.triu(diagonal)
            }
        }
    }

    private func triangleInPlace(_ operation: StaticString, _ diagonal: Int, _ change: (Tensor) -> Tensor) -> Tensor {
        inPlace(
            operation, self, isRecorded: isRecorded(self),
            write: { () throws(TensorError) in
                try checkMatrices(operation)
                try checkWritable(operation)
                Raw.copy(change(detach()), into: self)
            }, change: change)
    }

    private func checkMatrices(_ operation: StaticString) throws(TensorError) {
        if ndim < 2 {
            throw TensorError("\(operation)", .shape, "expected at least 2 dimensions, got shape \(shape)")
        }
    }
}
