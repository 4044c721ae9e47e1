import PinionTensor

extension Tensor {
    /// A view with the dimensions in another order: dimension i of the result is `dims[i]` of this tensor.
    public func permute(_ dims: Int...) -> Tensor { permute(dims) }

    /// A view with the dimensions in another order: dimension i of the result is `dims[i]` of this tensor.
    public func permute(_ dims: [Int]) -> Tensor {
        attempt { () throws(TensorError) in
            if dims.count != ndim {
                throw TensorError(
                    "permute", .dimension, "\(dims.count) dimensions \(dims) for a tensor of shape \(shape)")
            }
            return permuted(try layout.dimensions(dims, "permute"))
        }
    }

    /// A view with two dimensions exchanged.
    public func transpose(_ dim0: Int, _ dim1: Int) -> Tensor {
        attempt { () throws(TensorError) in
            let (a, b) = (try layout.dimension(dim0, "transpose"), try layout.dimension(dim1, "transpose"))
            return transposed(a, b)
        }
    }

    /// A view with two dimensions exchanged, as `transpose`.
    public func swapaxes(_ axis0: Int, _ axis1: Int) -> Tensor { transpose(axis0, axis1) }

    /// A view with two dimensions exchanged, as `transpose`.
    public func swapdims(_ dim0: Int, _ dim1: Int) -> Tensor { transpose(dim0, dim1) }

    /// The transposed matrix, as a view; tensors of fewer than two dimensions stay as they are.
    public func t() -> Tensor {
        attempt { () throws(TensorError) in
            try checkAtMostTwoDimensions("t")
            let result = ndim < 2 ? layout : layout.transposed(0, 1)
            return recordView("TBackward0", self, result) { g in g.t() }
        }
    }

    /// A view with the dimensions in reverse order.
    public var T: Tensor { permuted((0..<ndim).reversed()) }

    /// A view with the last two dimensions exchanged; there must be two.
    public var mT: Tensor {
        attempt { () throws(TensorError) in
            if ndim < 2 {
                throw TensorError("mT", .shape, "expected at least 2 dimensions, got shape \(shape)")
            }
            return transposed(ndim - 2, ndim - 1)
        }
    }

    /// A view with one dimension moved to another place, the others kept in order.
    public func movedim(_ source: Int, _ destination: Int) -> Tensor { movedim([source], [destination]) }

    /// A view with dimensions moved to other places, the others kept in order.
    public func movedim(_ source: [Int], _ destination: [Int]) -> Tensor {
        attempt { () throws(TensorError) in
            if source.count != destination.count {
                throw TensorError(
                    "movedim", .dimension, "source \(source) and destination \(destination) differ in number")
            }
            let (from, to) = (
                try layout.dimensions(source, "movedim"), try layout.dimensions(destination, "movedim")
            )
            return ndim == 0 ? permuted([]) : permuted(layout.order(moving: from, to: to))
        }
    }

    func checkAtMostTwoDimensions(_ operation: StaticString) throws(TensorError) {
        if ndim > 2 {
            throw TensorError("\(operation)", .shape, "expected at most 2 dimensions, got shape \(shape)")
        }
    }

    /// `order` has every dimension once.
    private func permuted(_ order: [Int]) -> Tensor {
        recordView("PermuteBackward0", self, layout.permuted(order)) { g in
            var inverse = order
            for (d, source) in order.enumerated() { inverse[source] = d }
            return g.permuted(inverse)
        }
    }

    private func transposed(_ a: Int, _ b: Int) -> Tensor {
        let result = ndim == 0 ? layout : layout.transposed(a, b)
        return recordView("TransposeBackward0", self, result) { g in g.transposed(a, b) }
    }
}
