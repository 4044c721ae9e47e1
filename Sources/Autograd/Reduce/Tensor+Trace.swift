import PinionTensor

extension Tensor {
    /// The sum of the diagonal of a matrix.
    public func trace() -> Tensor {
        attempt { () throws(TensorError) in
            if ndim != 2 {
                throw TensorError("trace", .shape, "expected a matrix, got a tensor of shape \(shape)")
            }
            let (sizes, strides) = (layout.sizes, layout.strides)
            let count = Swift.min(sizes[0], sizes[1])
            func diagonal(_ strides: Extents, _ offset: Int) -> Layout {
                Layout(
                    rank: 1, sizes: Extents(repeating: count), strides: Extents(repeating: strides[0] + strides[1]),
                    offset: offset)
            }
            let elements = Tensor(storage, diagonal(strides, layout.offset), dtype)
            let result = try Raw.reduce(.sum, elements, [0], keepDim: false, name: "trace")
            if !isRecorded(self) { return result }
            let whole = Layout(rank: 2, sizes: sizes)
            let region = diagonal(whole.strides, 0)
            return record("TraceBackward0", result, self, isReusable: true) { g in
                g.broadcast(to: Layout(rank: 1, sizes: region.sizes)).scattered(toLayout: whole, at: region)
            }
        }
    }

    /// The `n`-th differences of neighbours along `dim`: `x[i + 1] - x[i]`; of bool, whether they differ.
    ///
    /// - Parameters:
    ///   - n: how many times differences are taken.
    ///   - dim: the dimension.
    ///   - prepend: elements in front of the first along `dim`.
    ///   - append: elements behind the last along `dim`.
    public func diff(n: Int = 1, dim: Int = -1, prepend: Tensor? = nil, append: Tensor? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            if ndim == 0 { throw TensorError("diff", .shape, "expected at least one dimension, got shape []") }
            if n < 0 { throw TensorError("diff", .value, "the order is \(n), expected at least 0") }
            let d = try layout.dimension(dim, "diff")
            for part in [prepend, append].compactMap({ $0 }) {
                if part.ndim != ndim || (0..<ndim).contains(where: { $0 != d && part.size($0) != size($0) }) {
                    throw TensorError(
                        "diff", .shape,
                        "shapes \(shape) and \(part.shape), expected the same sizes except at dimension \(d)")
                }
            }
            let parts = [prepend, self, append].compactMap { $0 }
            var x = parts.count > 1 && n > 0 ? cat(parts, dim: d) : self
            for _ in 0..<Swift.min(n, x.layout.sizes[d]) {
                let count = Swift.max(0, x.layout.sizes[d] - 1)
                let (low, high) = (x.narrow(d, 0, count), x.narrow(d, Swift.min(1, x.layout.sizes[d]), count))
                x = dtype == .bool ? try Raw.compare(.notEqual, .tensor(high), .tensor(low), name: "diff") : high - low
            }
            return x
        }
    }
}
