import PinionTensor

/// A tensor whose dimensions have labels, on the way through an equation of sums of products.
struct LabelledTensor {
    var tensor: Tensor
    var labels: [Int]

    /// Repeated labels become diagonals.
    func withoutRepeats() -> LabelledTensor {
        var result = self
        var d = 0
        while d < result.labels.count {
            if let first = result.labels[..<d].firstIndex(of: result.labels[d]) {
                // The diagonal is the last dimension.
                result.tensor = result.tensor.diagonal(dim1: first, dim2: d)
                let label = result.labels.remove(at: d)
                result.labels.remove(at: first)
                result.labels.append(label)
                d = 0
            } else {
                d += 1
            }
        }
        return result
    }

    /// Dimensions of size 1 that broadcast go away: those of a label that elsewhere has another size.
    func withoutBroadcast(_ sizes: [Int: Int]) -> LabelledTensor {
        var result = self
        for d in labels.indices.reversed() where tensor.layout.sizes[d] == 1 && sizes[labels[d]] != 1 {
            result.tensor = result.tensor.squeeze(d)
            result.labels.remove(at: d)
        }
        return result
    }

    /// Summed over the labels that nobody needs.
    func summed(keeping needed: Set<Int>) -> LabelledTensor {
        let dims = labels.indices.filter { !needed.contains(labels[$0]) }
        if dims.isEmpty { return self }
        return LabelledTensor(
            tensor: tensor.sum(dims: dims, dtype: tensor.dtype), labels: labels.filter { needed.contains($0) })
    }

    /// The labels in the given order; it names all of them.
    func ordered(_ order: [Int]) -> LabelledTensor {
        LabelledTensor(tensor: tensor.permute(order.compactMap { labels.firstIndex(of: $0) }), labels: order)
    }

    /// The sizes of labels.
    func sizes(_ wanted: [Int]) -> [Int] {
        wanted.compactMap { label in labels.firstIndex(of: label).map { tensor.layout.sizes[$0] } }
    }

    /// `Σ self · other` over the labels that are not needed: one batched matrix product, or an elementwise one.
    func contracted(with other: LabelledTensor, keeping needed: Set<Int>) -> LabelledTensor {
        let a = summed(keeping: needed.union(other.labels))
        let b = other.summed(keeping: needed.union(a.labels))
        let shared = a.labels.filter { b.labels.contains($0) }
        let batch = shared.filter { needed.contains($0) }
        let inner = shared.filter { !needed.contains($0) }
        let rows = a.labels.filter { !shared.contains($0) }
        let columns = b.labels.filter { !shared.contains($0) }
        let labels = batch + rows + columns
        if inner.isEmpty {
            let left = a.ordered(batch + rows).tensor.followedByOnes(columns.count)
            let right = b.ordered(batch + columns).tensor.reshape(
                b.sizes(batch) + rows.map { _ in 1 } + b.sizes(columns))
            return LabelledTensor(tensor: left * right, labels: labels)
        }
        let left = a.ordered(batch + rows + inner).tensor.grouped([batch.count, rows.count, inner.count])
        let right = b.ordered(batch + inner + columns).tensor.grouped([batch.count, inner.count, columns.count])
        let sizes = a.sizes(batch) + a.sizes(rows) + b.sizes(columns)
        return LabelledTensor(tensor: left.matmul(right).reshape(sizes), labels: labels)
    }
}

extension Tensor {
    /// Neighbouring dimensions joined, as many as each count says; a first group of none has no dimension.
    fileprivate func grouped(_ counts: [Int]) -> Tensor {
        if counts[0] < 2 && counts[1] == 1 && counts[2] == 1 { return self }
        var shape: [Int] = []
        var d = 0
        for (index, count) in counts.enumerated() {
            if index > 0 || count > 0 { shape.append((d..<d + count).reduce(1) { $0 * layout.sizes[$1] }) }
            d += count
        }
        return reshape(shape)
    }

    fileprivate func followedByOnes(_ count: Int) -> Tensor {
        var result = self
        for _ in 0..<count { result = result.unsqueeze(result.ndim) }
        return result
    }
}

/// The sums of products of several tensors, from left to right, with the labels of `output`.
func contract(_ operands: [LabelledTensor], sizes: [Int: Int], output: [Int]) -> Tensor {
    let terms = operands.map { $0.withoutRepeats().withoutBroadcast(sizes) }
    guard var result = terms.first else { return .failed }
    for (index, term) in terms.enumerated().dropFirst() {
        let needed = Set(output).union(terms[(index + 1)...].flatMap(\.labels))
        result = result.contracted(with: term, keeping: needed)
    }
    return result.summed(keeping: Set(output)).ordered(output).tensor
}
