import PinionAutograd

/// `softmax(scale · query keyᵀ + mask) value` (Vaswani et al., 2017). As PyTorch's `F.scaled_dot_product_attention`.
///
/// Memory grows with L + S, not with L · S: the scores are computed in blocks, and again for the gradient. A dropout
/// keeps one byte for each score. A query that sees no key has the result 0.
/// - Parameters:
///   - query: of shape [..., L, E].
///   - key: of shape [..., S, E].
///   - value: of shape [..., S, Ev].
///   - attnMask: broadcasts to [..., L, S]: of bool, false where a query does not see a key; or numbers that are added
///     to the scores.
///   - dropoutP: the probability that a weight is set to 0; also outside training.
///   - isCausal: whether query i sees only keys 0 to i; not together with a mask.
///   - scale: what the products are multiplied by, 1/√E by default.
///   - enableGQA: whether `key` and `value` may have fewer heads, in dimension -3, each for a group of the queries'.
/// - Returns: a tensor of shape [..., L, Ev].
public func scaledDotProductAttention(
    _ query: Tensor, _ key: Tensor, _ value: Tensor, attnMask: Tensor? = nil, dropoutP: Double = 0,
    isCausal: Bool = false, scale: Double? = nil, enableGQA: Bool = false
) -> Tensor {
    attempt { () throws(TensorError) in
        try checkAttention(query, key, value, attnMask, dropoutP, isCausal)
        var (q, k, v, mask) = (query, key, value, attnMask)
        if enableGQA {
            let groups = try groupSize(query, key, value)
            q = q.unflatten(-3, [key.size(-3), groups])
            (k, v) = (k.unsqueeze(-3), v.unsqueeze(-3))
            if let given = mask, given.ndim > 2 {
                mask = given.size(-3) == 1 ? given.unsqueeze(-3) : given.unflatten(-3, [key.size(-3), groups])
            }
        }
        guard let batch = batchShape([q, k, v]) else {
            throw TensorError(
                name, .shape,
                "shapes \(query.shape), \(key.shape) and \(value.shape) have batches that do not broadcast")
        }
        func full(_ x: Tensor) -> Tensor { x.expand(batch + x.shape.suffix(2)) }
        let scores = batch + [q.size(-2), k.size(-2)]
        if let mask, !broadcasts(mask.shape, to: scores) {
            throw TensorError(
                name, .shape, "a mask of shape \(attnMask?.shape ?? []) does not broadcast to the scores' \(scores)")
        }
        let attention = Attention(
            scale: scale ?? 1 / Double(q.size(-1)).squareRoot(), isCausal: isCausal,
            mask: mask.map { additive($0, query.dtype) }, dropout: AttentionDropout(dropoutP, scores))
        let result = attention(full(q), full(k), full(v))
        return enableGQA ? result.reshape(query.shape.dropLast() + [value.size(-1)]) : result
    }
}

private let name = "scaledDotProductAttention"

/// The mask as numbers to add.
func additive(_ mask: Tensor, _ dtype: DType) -> Tensor {
    let mask = mask.ndim < 2 ? mask.reshape([1] + (mask.ndim == 0 ? [1] : mask.shape)) : mask
    if mask.dtype != .bool { return mask }
    return noGrad { Tensor.zeros(mask.shape, dtype: dtype).maskedFillInPlace(mask.logicalNot(), -Double.infinity) }
}

private func batchShape(_ tensors: [Tensor]) -> [Int]? {
    var result: [Int] = []
    for shape in tensors.map({ Array($0.shape.dropLast(2)) }) {
        let rank = max(result.count, shape.count)
        func size(_ sizes: [Int], _ d: Int) -> Int { d - rank + sizes.count < 0 ? 1 : sizes[d - rank + sizes.count] }
        let pairs = (0..<rank).map { (size(result, $0), size(shape, $0)) }
        if pairs.contains(where: { $0 != $1 && $0 != 1 && $1 != 1 }) { return nil }
        result = pairs.map { $0 == 1 ? $1 : $0 }
    }
    return result
}

private func broadcasts(_ shape: [Int], to target: [Int]) -> Bool {
    shape.count <= target.count && zip(shape.reversed(), target.reversed()).allSatisfy { $0 == $1 || $0 == 1 }
}

private func groupSize(_ query: Tensor, _ key: Tensor, _ value: Tensor) throws(TensorError) -> Int {
    let ranks = [query, key, value].map(\.ndim)
    if ranks.contains(where: { $0 < 3 }) || key.size(-3) != value.size(-3) || key.size(-3) == 0
        || query.size(-3) % key.size(-3) != 0
    {
        throw TensorError(
            name, .shape,
            "the number of heads in key and value must divide the number of heads in query, got shapes "
                + "\(query.shape), \(key.shape) and \(value.shape)")
    }
    return query.size(-3) / key.size(-3)
}

private func checkAttention(
    _ query: Tensor, _ key: Tensor, _ value: Tensor, _ mask: Tensor?, _ dropoutP: Double, _ isCausal: Bool
) throws(TensorError) {
    let (dtype, all) = (query.dtype, [query, key, value])
    if all.contains(where: { $0.dtype != dtype || !$0.isFloatingPoint }) {
        throw TensorError(
            name, .dtype,
            "expected query, key and value of the same floating-point dtype, got \(all.map { "\($0.dtype)" })")
    }
    let shapes = "\(query.shape), \(key.shape) and \(value.shape)"
    if all.contains(where: { $0.ndim < 2 }) {
        throw TensorError(name, .shape, "expected query, key and value of at least 2 dimensions, got shapes \(shapes)")
    }
    if query.size(-1) != key.size(-1) || key.size(-2) != value.size(-2) {
        throw TensorError(
            name, .shape, "shapes \(shapes) do not fit; expected [..., L, E], [..., S, E] and [..., S, Ev]")
    }
    if let mask {
        if isCausal { throw TensorError(name, .value, "attnMask must not be given when isCausal is true") }
        if mask.dtype != .bool && mask.dtype != dtype && mask.dtype != .float32 {
            throw TensorError(
                name, .dtype,
                "expected a mask of bool, float32 or the query's dtype, got \(mask.dtype) for \(dtype)")
        }
    }
    if !(0...1 ~= dropoutP) {
        throw TensorError(name, .value, "expected a dropout probability from 0 to 1, got \(dropoutP)")
    }
}
