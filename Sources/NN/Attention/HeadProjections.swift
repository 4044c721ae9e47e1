import PinionAutograd

/// Queries, keys and values of all heads, [batch, heads, length, width], as views of projections in the input's order.
struct HeadProjections {
    var q: Tensor
    var k: Tensor
    var v: Tensor
    let heads: Int
    let batchFirst: Bool

    private var lengthDim: Int { batchFirst ? 1 : 0 }

    /// From projections of [batch, length, features], or of [length, batch, features].
    init(_ projections: [Tensor], heads: Int, batchFirst: Bool) {
        (q, k, v) = (projections[0], projections[1], projections[2])
        (self.heads, self.batchFirst) = (heads, batchFirst)
    }

    /// Adds a key and a value behind the others: the same for all sequences.
    mutating func append(_ key: Tensor, _ value: Tensor) {
        func joined(_ x: Tensor, _ last: Tensor) -> Tensor {
            var shape = x.shape
            shape[lengthDim] = 1
            return cat([x, last.expand(shape)], dim: lengthDim)
        }
        (k, v) = (joined(k, key), joined(v, value))
    }

    /// The heads apart.
    func split() -> (q: Tensor, k: Tensor, v: Tensor) { (apart(q), apart(k), apart(v)) }

    private func apart(_ x: Tensor) -> Tensor {
        let split = x.unflatten(-1, [heads, -1])
        return batchFirst ? split.permute(0, 2, 1, 3) : split.permute(1, 2, 0, 3)
    }

    /// The heads of a result joined, in the input's order; in memory the length comes first in any case, as in PyTorch,
    /// which decides what a dropout behind draws for whom.
    func joined(_ x: Tensor, through map: (Tensor) -> Tensor) -> Tensor {
        let result = map(x.permute(2, 0, 1, 3).flatten(startDim: -2))
        return batchFirst ? result.transpose(0, 1) : result
    }
}
