import PinionSIMDKernels

extension Raw {
    /// For each element of `values` how many of the sorted row are less (or not greater, where `right`), as int64.
    ///
    /// Both are contiguous and of one dtype; `rows` rows of each belong together, where one sorted row serves all.
    package static func searched(_ sorted: Tensor, _ values: Tensor, n: Int, right: Bool) -> Tensor {
        let result = Tensor(sizesOf: values, .int64)
        let (sorted, values) = (
            contiguous(converted(sorted, to: sorted.dtype.compute)),
            contiguous(converted(values, to: values.dtype.compute))
        )
        let rows = n == 0 ? 1 : max(1, sorted.numel / n)
        SearchWork(
            sorted: sorted, values: values, result: result, n: n,
            perRow: rows == 1 ? values.numel : values.numel / rows,
            right: right
        ).run(values.dtype)
        return result
    }

    /// The different elements in order, the place of each element of `x` among them, and how often each occurs.
    ///
    /// Every NaN is different from all others.
    /// With `consecutive` only neighbours are compared, and nothing is sorted.
    package static func unique(
        _ x: Tensor, consecutive: Bool
    ) -> (values: Tensor, inverse: Tensor, counts: Tensor) {
        let flat = contiguous(x)
        let n = flat.numel
        let row = Tensor(
            flat.storage, Layout(rank: 1, sizes: Extents(repeating: n)).offset(to: flat.layout.offset), x.dtype)
        let order = consecutive ? Array(0..<n) : places(.sorted(descending: false), row, 0).toArray(Int.self)
        let work = UniqueWork(
            row: converted(row, to: x.dtype.compute), order: order,
            inverse: Tensor(sizesOf: x, .int64))
        work.run(x.dtype)
        let first = Tensor(work.groups.first)
        return (taken(row, at: first, 0), work.inverse, Tensor(work.groups.counts))
    }
}

private struct SearchWork: ElementWork {
    let sorted: Tensor
    let values: Tensor
    let result: Tensor
    let n: Int
    let perRow: Int
    let right: Bool

    func run<T: OrderedElement>(_: T.Type) {
        let (sorted, values, result) = (
            sorted.elements(T.self), values.elements(T.self), result.elements(Int64.self)
        )
        parallelFor(0..<self.values.numel, grain: 2048) { part in
            for i in part {
                let row = sorted + i / perRow * n
                let key = values[i].key
                var (low, high) = (0, n)
                while low < high {
                    let middle = (low + high) / 2
                    let other = row[middle].key
                    if other < key || (right && other == key) { low = middle + 1 } else { high = middle }
                }
                result[i] = Int64(low)
            }
        }
    }
}

private struct UniqueWork: ElementWork {
    final class Groups {
        /// The first place of each group, in the order given.
        var first: [Int] = []
        var counts: [Int] = []
    }

    let row: Tensor
    let order: [Int]
    let inverse: Tensor
    let groups = Groups()

    func run<T: OrderedElement>(_: T.Type) {
        let (x, inverse) = (row.elements(T.self), inverse.elements(Int64.self))
        var former: T?
        for place in order {
            let value = x[place]
            if let former, former == value {
                groups.counts[groups.counts.count - 1] += 1
            } else {
                groups.first.append(place)
                groups.counts.append(1)
            }
            inverse[place] = Int64(groups.first.count - 1)
            former = value
        }
    }
}
