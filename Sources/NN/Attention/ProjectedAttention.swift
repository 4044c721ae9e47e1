import PinionAutograd

/// Attention of several heads between linear maps with given weights: what `multiHeadAttentionForward` and
/// `MultiheadAttention` compute.
struct ProjectedAttention {
    /// The operation or layer that mistakes name.
    let name: String
    let embedDim: Int
    let heads: Int
    var batchFirst = false
    let input: InputProjections
    var biasK: Tensor?
    var biasV: Tensor?
    var addZeroAttn = false
    var dropoutP = 0.0
    let outWeight: Tensor
    var outBias: Tensor?
    /// Keys and values that stand for the projected ones, [N · heads, S, headDim].
    var staticK: Tensor?
    var staticV: Tensor?

    /// The masks and wishes of a call.
    struct Call {
        var keyPaddingMask: Tensor?
        var needWeights = true
        var attnMask: Tensor?
        var averageAttnWeights = true
        var isCausal = false
    }

    func callAsFunction(
        _ query: Tensor, _ key: Tensor, _ value: Tensor, _ call: Call
    ) throws(TensorError) -> (output: Tensor, weights: Tensor?) {
        let isBatched = query.ndim == 3
        let batchFirst = batchFirst && isBatched
        let sizes = try AttentionSizes(name, query, key, value, heads: heads, batchFirst: batchFirst)
        try check(query, key, value, sizes)
        if call.isCausal && call.attnMask == nil {
            throw TensorError(name, .value, "isCausal needs an attnMask: it says what kind of mask that is")
        }
        var masks = try AttentionMasks(
            sizes, keys: staticK?.size(1) ?? sizes.keys, padding: call.keyPaddingMask, attention: call.attnMask,
            dtype: query.dtype)
        let causes = call.isCausal && call.keyPaddingMask == nil && !call.needWeights
        if causes { masks.attention = nil }
        var parts = HeadProjections(
            input(query, key, value).map { isBatched ? $0 : $0.unsqueeze(1) }, heads: heads, batchFirst: batchFirst)
        if let biasK, let biasV {
            parts.append(biasK, biasV)
            masks.addKey()
        }
        var (q, k, v) = parts.split()
        if let staticK { k = staticK.unflatten(0, [-1, heads]) }
        if let staticV { v = staticV.unflatten(0, [-1, heads]) }
        if addZeroAttn {
            let nothing = Tensor.zeros(sizes.batch, heads, 1, embedDim / heads, dtype: k.dtype)
            (k, v) = (cat([k, nothing], dim: 2), cat([v, nothing], dim: 2))
            masks.addKey()
        }
        var (result, weights): (Tensor, Tensor?) = (q, nil)
        if call.needWeights {
            (result, weights) = weighted(q, k, v, masks.merged)
        } else {
            result = scaledDotProductAttention(
                q, k, v, attnMask: masks.merged, dropoutP: dropoutP, isCausal: causes)
        }
        result = parts.joined(result) { linear($0, outWeight, outBias) }
        if call.averageAttnWeights { weights = weights?.mean(dim: 1) }
        return isBatched ? (result, weights) : (result.squeeze(1), weights?.squeeze(0))
    }

    /// The result with the softmax's weights.
    private func weighted(_ q: Tensor, _ k: Tensor, _ v: Tensor, _ mask: Tensor?) -> (Tensor, Tensor?) {
        let scores = (q * (1 / Double(q.size(-1))).squareRoot()).matmul(k.mT)
        let weights = PinionNN.dropout((mask.map { scores + $0 } ?? scores).softmax(dim: -1), p: dropoutP)
        return (weights.matmul(v), weights)
    }

    private func check(
        _ query: Tensor, _ key: Tensor, _ value: Tensor, _ sizes: AttentionSizes
    ) throws(TensorError) {
        func mistake(_ message: String) -> TensorError { TensorError(name, .shape, message) }
        try input.check(name, query, key, value, embedDim: embedDim)
        if (biasK == nil) != (biasV == nil) {
            throw mistake("biasK and biasV go together, got only \(biasK == nil ? "biasV" : "biasK")")
        }
        for (label, bias) in [("biasK", biasK), ("biasV", biasV)] {
            if let bias, bias.shape != [1, 1, embedDim] {
                throw mistake("expected \(label) of shape \([1, 1, embedDim]), got \(bias.shape)")
            }
        }
        for (label, fixed) in [("staticK", staticK), ("staticV", staticV)] {
            guard let fixed else { continue }
            if biasK != nil { throw mistake("biasK and biasV cannot follow a \(label)") }
            let (batch, width) = (sizes.batch * heads, embedDim / heads)
            if fixed.ndim != 3 || fixed.size(0) != batch || fixed.size(2) != width {
                throw mistake("expected \(label) of shape [\(batch), S, \(width)], got \(fixed.shape)")
            }
        }
        let lengths = [staticK, staticV].map { $0?.size(1) ?? sizes.keys }
        if lengths[0] != lengths[1] { throw mistake("got \(lengths[0]) keys and \(lengths[1]) values") }
        if outWeight.ndim != 2 || outWeight.size(1) != embedDim {
            throw mistake("expected outProjWeight of shape [features, \(embedDim)], got \(outWeight.shape)")
        }
    }
}
