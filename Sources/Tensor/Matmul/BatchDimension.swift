/// A dimension that two operands and perhaps a result run along together.
struct BatchDimension {
    var count: Int
    var a: Int
    var b: Int
    var c: Int
}

extension [BatchDimension] {
    /// The dimensions of `batch` (without those of the matrices) that are not of size 1, outer before inner, neighbours
    /// joined where all strides allow it. Operands without a dimension repeat along it.
    static func all(_ batch: Layout, _ a: Tensor, _ b: Tensor, _ c: Tensor?) -> Self {
        if batch.rank == 0 { return [] }
        func strides(_ tensor: Tensor) -> Extents {
            let (sizes, own) = (tensor.layout.sizes, tensor.layout.strides)
            let shift = batch.rank - (tensor.ndim - 2)
            var result = Extents()
            for d in 0..<tensor.ndim - 2 where sizes[d] != 1 { result[d + shift] = own[d] }
            return result
        }
        let (sizes, first, second, third) = (batch.sizes, strides(a), strides(b), c.map(strides) ?? Extents())
        var dimensions: [BatchDimension] = []
        for d in 0..<batch.rank where sizes[d] != 1 {
            let inner = BatchDimension(count: sizes[d], a: first[d], b: second[d], c: third[d])
            if let outer = dimensions.last, outer.a == inner.a * inner.count, outer.b == inner.b * inner.count,
                outer.c == inner.c * inner.count
            {
                dimensions.removeLast()
                dimensions.append(
                    BatchDimension(count: outer.count * inner.count, a: inner.a, b: inner.b, c: inner.c))
            } else {
                dimensions.append(inner)
            }
        }
        return dimensions
    }

    /// Calls `body` with the offsets in a, b and c of each element of these dimensions, in order.
    func forEachOffset(_ body: (Int, Int, Int) -> Void) {
        if contains(where: { $0.count == 0 }) { return }
        var index = [Int](repeating: 0, count: count)
        var (a, b, c) = (0, 0, 0)
        while true {
            body(a, b, c)
            var d = count - 1
            while d >= 0 {
                index[d] += 1
                (a, b, c) = (a + self[d].a, b + self[d].b, c + self[d].c)
                if index[d] < self[d].count { break }
                (a, b, c) = (a - index[d] * self[d].a, b - index[d] * self[d].b, c - index[d] * self[d].c)
                index[d] = 0
                d -= 1
            }
            if d < 0 { return }
        }
    }
}
