import PinionTensor

/// All tuples of elements of vectors, as rows; of one vector itself.
public func cartesianProd(_ tensors: Tensor...) -> Tensor {
    attempt { () throws(TensorError) in
        if tensors.isEmpty { throw TensorError("cartesianProd", .value, "expected at least one tensor") }
        if let odd = tensors.first(where: { $0.ndim != 1 }) {
            throw TensorError("cartesianProd", .shape, "expected vectors, got shape \(odd.shape)")
        }
        return tensors.count == 1 ? tensors[0] : stack(meshgrid(tensors).map { $0.ravel() }, dim: 1)
    }
}

/// Matrices along the diagonal of one, with zeros elsewhere; vectors count as rows, numbers as matrices.
public func blockDiag(_ tensors: Tensor...) -> Tensor {
    attempt { () throws(TensorError) in
        if let odd = tensors.first(where: { $0.ndim > 2 }) {
            throw TensorError("blockDiag", .shape, "expected at most two dimensions, got shape \(odd.shape)")
        }
        let blocks = tensors.map { $0.ndim == 2 ? $0 : $0.reshape(1, $0.numel) }
        let width = blocks.reduce(0) { $0 + $1.size(1) }
        var start = 0
        let rows = blocks.map { block in
            defer { start += block.size(1) }
            return block.pad([start, width - start - block.size(1)])
        }
        return cat(rows, dim: 0, "blockDiag")
    }
}

extension Tensor {
    /// Choices of `r` elements of a vector, as rows; the same element again `withReplacement`.
    public func combinations(_ r: Int = 2, withReplacement: Bool = false) -> Tensor {
        attempt { () throws(TensorError) in
            if ndim != 1 { throw TensorError("combinations", .shape, "expected a vector, got shape \(shape)") }
            if r < 0 { throw TensorError("combinations", .value, "r is \(r), expected at least 0") }
            var rows: [[Int]] = [[]]
            for _ in 0..<r {
                rows = rows.flatMap { row in
                    let first = row.last.map { withReplacement ? $0 : $0 + 1 } ?? 0
                    return (first..<Swift.max(numel, first)).map { row + [$0] }
                }
            }
            if r == 0 { return Tensor.zeros([0], dtype: dtype) }
            return indexSelect(0, Tensor(rows.flatMap { $0 }, dtype: .int64)).reshape(rows.count, r)
        }
    }

    /// The elements on a diagonal of a matrix of zeros.
    public func diagflat(offset: Int = 0) -> Tensor { ravel().diagEmbed(offset: offset) }

    /// Powers of a vector's elements as columns, from the highest to 0 or `increasing` from 0.
    public func vander(_ n: Int? = nil, increasing: Bool = false) -> Tensor {
        attempt { () throws(TensorError) in
            if ndim != 1 { throw TensorError("vander", .shape, "expected a vector, got shape \(shape)") }
            let count = n ?? numel
            if count < 0 { throw TensorError("vander", .value, "n is \(count), expected at least 0") }
            if count == 0 { return Tensor.zeros([numel, 0], dtype: dtype) }
            var powers = [Tensor.onesLike(self)]
            for _ in 1..<Swift.max(count, 1) { powers.append((powers.last ?? self) * self) }
            return stack(increasing ? powers : powers.reversed(), dim: 1)
        }
    }

    /// As `movedim`.
    public func moveaxis(_ source: Int, _ destination: Int) -> Tensor { movedim(source, destination) }
    /// As `movedim`.
    public func moveaxis(_ source: [Int], _ destination: [Int]) -> Tensor { movedim(source, destination) }
}
