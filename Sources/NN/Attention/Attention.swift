import PinionAutograd

/// The weights that a dropout of attention leaves.
struct AttentionDropout {
    /// 1 where a weight is left, 0 elsewhere; uint8.
    let kept: Tensor
    /// What the others are multiplied by.
    let factor: Double

    /// Draws what PyTorch's dropout of the weights would draw; nil without a dropout.
    init?(_ p: Double, _ shape: [Int]) {
        if p == 0 { return nil }
        kept =
            p < 1 ? noGrad { Tensor.empty(shape, dtype: .uint8).bernoulliInPlace(1 - p) } : .zeros(shape, dtype: .uint8)
        factor = p < 1 ? 1 / (1 - p) : 1
    }

    /// The factors of weights of a dtype.
    func noise(_ dtype: DType) -> Tensor { noGrad { kept.to(dtype) * factor } }
}

/// Scaled dot-product attention of tensors that have the same dimensions before their last two.
struct Attention {
    let scale: Double
    let isCausal: Bool
    /// Added to the scores.
    let mask: Tensor?
    let dropout: AttentionDropout?

    func callAsFunction(_ q: Tensor, _ k: Tensor, _ v: Tensor) -> Tensor { attempt { computed(q, k, v) } }

    private func computed(_ q: Tensor, _ k: Tensor, _ v: Tensor) -> Tensor {
        if let mask, isRecorded(mask) { return composed(q, k, v, mask) }
        let (result, logSumExp) = Raw.attention(arguments(q, k, v))
        if !isRecorded([q, k, v]) { return result }
        let (inputs, output) = ([q, k, v].map { SavedTensor($0) }, SavedOutput(result))
        let (mask, dropout) = (mask.map { SavedTensor($0) }, dropout)
        let (scale, isCausal) = (scale, isCausal)
        record("ScaledDotProductFlashAttentionForCpuBackward0", [result], [q, k, v]) { gradients in
            guard let g = gradients[0] else { return [nil, nil, nil] }
            let attention = Attention(scale: scale, isCausal: isCausal, mask: mask?.tensor, dropout: dropout)
            let (q, k, v) = (inputs[0].tensor, inputs[1].tensor, inputs[2].tensor)
            if isGradEnabled() { return attention.composedGradients(g, q, k, v) }
            let found = Raw.attentionBackward(
                attention.arguments(q, k, v), result: output.tensor, logSumExp: logSumExp, g)
            return [found.q, found.k, found.v]
        }
        return result
    }

    private func arguments(_ q: Tensor, _ k: Tensor, _ v: Tensor) -> AttentionArguments {
        var arguments = AttentionArguments(q: q, k: k, v: v, scale: scale, isCausal: isCausal)
        (arguments.mask, arguments.kept) = (mask, dropout?.kept)
        arguments.keptFactor = dropout?.factor ?? 1
        return arguments
    }

    // MARK: - Of differentiable operations, for gradients of gradients and of masks

    private func composed(_ q: Tensor, _ k: Tensor, _ v: Tensor, _ mask: Tensor) -> Tensor {
        let weights = weights(q, k, mask)
        return (dropout.map { weights * $0.noise(q.dtype) } ?? weights).matmul(v)
    }

    /// The softmax of the scores; 0 for queries that see no key.
    private func weights(_ q: Tensor, _ k: Tensor, _ mask: Tensor?) -> Tensor {
        var scores = (q * scale).matmul(k.mT)
        if let mask { scores = scores + mask }
        if isCausal {
            let hidden = Tensor.ones(q.size(-2), k.size(-2), dtype: .bool).triu(1)
            scores = scores.maskedFill(hidden, -Double.infinity)
        }
        guard mask != nil else { return scores.softmax(dim: -1) }
        let isBlind = noGrad { (scores .== -Double.infinity).all(dim: -1, keepDim: true) }
        return scores.maskedFill(isBlind, 0).softmax(dim: -1).maskedFill(isBlind, 0)
    }

    private func composedGradients(_ g: Tensor, _ q: Tensor, _ k: Tensor, _ v: Tensor) -> [Tensor?] {
        let weights = weights(q, k, mask)
        let noise = dropout?.noise(q.dtype)
        let left = noise.map { weights * $0 } ?? weights
        let products = g.matmul(v.mT)
        let byWeights = noise.map { products * $0 } ?? products
        let byScores = weights * (byWeights - (weights * byWeights).sum(dim: -1, keepDim: true)) * scale
        return [byScores.matmul(k), byScores.mT.matmul(q), left.mT.matmul(g)]
    }
}
