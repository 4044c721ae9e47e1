import PinionTensor

extension Tensor {
    /// This tensor several times behind itself along each dimension; more numbers than dimensions add some in front.
    public func `repeat`(_ repeats: Int...) -> Tensor { self.repeat(repeats) }

    /// This tensor several times behind itself along each dimension; more numbers than dimensions add some in front.
    public func `repeat`(_ repeats: [Int]) -> Tensor {
        attempt { () throws(TensorError) in
            if repeats.count < ndim || repeats.contains(where: { $0 < 0 }) {
                throw TensorError(
                    "repeat", .value,
                    "\(repeats) for a tensor of shape \(shape); expected a number that is not negative for each dimension"
                )
            }
            let added = [Int](repeating: 1, count: repeats.count - ndim) + shape
            let products = zip(added, repeats).map { size, times in
                let (product, overflow) = size.multipliedReportingOverflow(by: times)
                return overflow ? Int.max : product
            }
            _ = try Layout(shape: products, "repeat")
            let source = reshape(added).detach()
            let result = Raw.tile(source, repeats)
            if !isRecorded(self) { return result }
            let own = shape
            return record("RepeatBackward0", result, self, isReusable: true) { g in g.foldedRepeats(added).reshape(own)
            }
        }
    }

    /// As `repeat`, where fewer numbers than dimensions count from the last.
    public func tile(_ dims: Int...) -> Tensor { tile(dims) }

    /// As `repeat`, where fewer numbers than dimensions count from the last.
    public func tile(_ dims: [Int]) -> Tensor {
        attempt { () throws(TensorError) in
            if dims.contains(where: { $0 < 0 }) {
                throw TensorError("tile", .value, "\(dims) for a tensor of shape \(shape); expected none negative")
            }
            return self.repeat([Int](repeating: 1, count: Swift.max(0, ndim - dims.count)) + dims)
        }
    }

    /// Each element `repeats` times in a row: along `dim`, or of all elements in a row.
    public func repeatInterleave(_ repeats: Int, dim: Int? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            guard let dim else { return flatten().repeatInterleave(repeats, dim: 0) }
            let (d, _) = try existing(dim, "repeatInterleave")
            if repeats < 0 { throw TensorError("repeatInterleave", .value, "\(repeats) repeats; expected 0 or more") }
            if ndim == Layout.maximumRank {
                let index = (0..<layout.sizes[d]).flatMap { [Int](repeating: $0, count: repeats) }
                return indexSelect(d, Tensor(index, dtype: .int64))
            }
            var sizes = shape
            sizes.insert(repeats, at: d + 1)
            return unsqueeze(d + 1).expand(sizes).contiguous().flatten(startDim: d, endDim: d + 1)
        }
    }

    /// Each element as often in a row as `repeats` says, which has one number, or one for each index of `dim`.
    public func repeatInterleave(_ repeats: Tensor, dim: Int? = nil) -> Tensor {
        attempt { () throws(TensorError) in
            guard let dim else { return flatten().repeatInterleave(repeats, dim: 0) }
            let (d, size) = try existing(dim, "repeatInterleave")
            try checkIndex(repeats, "repeatInterleave")
            let counts = repeats.toArray(Int.self)
            if repeats.ndim > 1 || (counts.count != size && counts.count != 1) || counts.contains(where: { $0 < 0 }) {
                throw TensorError(
                    "repeatInterleave", .value,
                    "repeats of shape \(repeats.shape) for dimension \(dim) with size \(size); expected one number, or "
                        + "\(size), that are not negative")
            }
            let index = (0..<size).flatMap { [Int](repeating: $0, count: counts[counts.count == 1 ? 0 : $0]) }
            return indexSelect(d, Tensor(index, dtype: .int64))
        }
    }

    /// The sum of the repetitions that a tensor of `shape` became this by.
    private func foldedRepeats(_ shape: [Int]) -> Tensor {
        var result = self
        for (d, size) in shape.enumerated() where result.shape[d] != size {
            let now = result.shape
            if size == 0 {
                result = Tensor.zeros(Array(now[..<d]) + [0] + now[(d + 1)...], dtype: dtype)
                continue
            }
            // As [before, times, one], which any rank allows.
            let before = now[..<d].reduce(1, *)
            let times = now[d] / size
            let one = size * now[(d + 1)...].reduce(1, *)
            result = result.reshape(before, times, one).sum(dim: 1).reshape(Array(now[..<d]) + [size] + now[(d + 1)...])
        }
        return result
    }
}
