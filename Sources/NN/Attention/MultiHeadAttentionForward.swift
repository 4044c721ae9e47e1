import PinionAutograd

/// Attention of several heads side by side, each on projections of its own (Vaswani et al., 2017), with given weights:
/// what `MultiheadAttention` computes. As PyTorch's `F.multi_head_attention_forward`.
///
/// - Parameters:
///   - query: [L, N, E], or [L, E] without a batch.
///   - key: [S, N, E], or [S, E]; with separate weights, of as many features as `kProjWeight` takes.
///   - value: [S, N, E], or [S, E]; with separate weights, of as many features as `vProjWeight` takes.
///   - embedDimToCheck: E, features of queries.
///   - numHeads: how many heads share them; divides E.
///   - inProjWeight: the projections of queries, keys and values, [3E, E].
///   - inProjBias: their biases, [3E].
///   - biasK: a key behind all others, [1, 1, E]; goes with `biasV`.
///   - biasV: a value behind all others, [1, 1, E].
///   - addZeroAttn: whether a key and a value of zeros follow the others.
///   - dropoutP: the probability that a weight is set to 0 in training.
///   - outProjWeight: of the map behind the heads, [features, E].
///   - outProjBias: its bias, [features].
///   - training: whether weights are dropped.
///   - keyPaddingMask: [N, S], or [S] without a batch: true where a key is not seen, or numbers that are added.
///   - needWeights: whether the weights are wanted, for which all scores must be kept at a time.
///   - attnMask: [L, S], or [N · numHeads, L, S]: true where a query does not see a key, or numbers added.
///   - useSeparateProjWeight: whether the three weights below stand for `inProjWeight`.
///   - qProjWeight: the projection of queries, [E, E].
///   - kProjWeight: the projection of keys.
///   - vProjWeight: the projection of values.
///   - staticK: keys of all heads that stand for the projected ones, [N · numHeads, S, E / numHeads].
///   - staticV: values of all heads that stand for the projected ones, [N · numHeads, S, E / numHeads].
///   - averageAttnWeights: whether the weights are the heads' mean, [N, L, S], not [N, numHeads, L, S].
///   - isCausal: promises that `attnMask`, which must be given, lets query i see keys 0 to i.
/// - Returns: the result [L, N, features], or [L, features] without a batch, and the weights where wanted.
public func multiHeadAttentionForward(
    _ query: Tensor, _ key: Tensor, _ value: Tensor, _ embedDimToCheck: Int, _ numHeads: Int,
    _ inProjWeight: Tensor?, _ inProjBias: Tensor?, _ biasK: Tensor?, _ biasV: Tensor?, _ addZeroAttn: Bool,
    _ dropoutP: Double, _ outProjWeight: Tensor, _ outProjBias: Tensor?, training: Bool = true,
    keyPaddingMask: Tensor? = nil, needWeights: Bool = true, attnMask: Tensor? = nil,
    useSeparateProjWeight: Bool = false, qProjWeight: Tensor? = nil, kProjWeight: Tensor? = nil,
    vProjWeight: Tensor? = nil, staticK: Tensor? = nil, staticV: Tensor? = nil, averageAttnWeights: Bool = true,
    isCausal: Bool = false
) -> (output: Tensor, weights: Tensor?) {
    attempt(else: (.failed, nil)) { () throws(TensorError) in
        let name = "multiHeadAttentionForward"
        if embedDimToCheck <= 0 || numHeads <= 0 || embedDimToCheck % numHeads != 0 {
            throw TensorError(
                name, .value,
                "embedDimToCheck and numHeads must be greater than 0 and embedDimToCheck divisible by numHeads, got "
                    + "\(embedDimToCheck) and \(numHeads)")
        }
        var input = InputProjections(bias: inProjBias)
        if useSeparateProjWeight {
            guard let qProjWeight, let kProjWeight, let vProjWeight else {
                throw TensorError(
                    name, .value, "useSeparateProjWeight needs qProjWeight, kProjWeight and vProjWeight")
            }
            input.apart = [qProjWeight, kProjWeight, vProjWeight]
        } else {
            guard let inProjWeight else {
                throw TensorError(name, .value, "inProjWeight is needed where useSeparateProjWeight is false")
            }
            input.packed = inProjWeight
        }
        let attention = ProjectedAttention(
            name: name, embedDim: embedDimToCheck, heads: numHeads, input: input, biasK: biasK, biasV: biasV,
            addZeroAttn: addZeroAttn, dropoutP: training ? dropoutP : 0, outWeight: outProjWeight,
            outBias: outProjBias, staticK: staticK, staticV: staticV)
        let call = ProjectedAttention.Call(
            keyPaddingMask: keyPaddingMask, needWeights: needWeights, attnMask: attnMask,
            averageAttnWeights: averageAttnWeights, isCausal: isCausal)
        return try attention(query, key, value, call)
    }
}

/// The same with all arguments under their names.
public func multiHeadAttentionForward(
    query: Tensor, key: Tensor, value: Tensor, embedDimToCheck: Int, numHeads: Int, inProjWeight: Tensor?,
    inProjBias: Tensor?, biasK: Tensor?, biasV: Tensor?, addZeroAttn: Bool, dropoutP: Double, outProjWeight: Tensor,
    outProjBias: Tensor?, training: Bool = true, keyPaddingMask: Tensor? = nil, needWeights: Bool = true,
    attnMask: Tensor? = nil, useSeparateProjWeight: Bool = false, qProjWeight: Tensor? = nil,
    kProjWeight: Tensor? = nil, vProjWeight: Tensor? = nil, staticK: Tensor? = nil, staticV: Tensor? = nil,
    averageAttnWeights: Bool = true, isCausal: Bool = false
) -> (output: Tensor, weights: Tensor?) {
    multiHeadAttentionForward(
        query, key, value, embedDimToCheck, numHeads, inProjWeight, inProjBias, biasK, biasV, addZeroAttn, dropoutP,
        outProjWeight, outProjBias, training: training, keyPaddingMask: keyPaddingMask, needWeights: needWeights,
        attnMask: attnMask, useSeparateProjWeight: useSeparateProjWeight, qProjWeight: qProjWeight,
        kProjWeight: kProjWeight, vProjWeight: vProjWeight, staticK: staticK, staticV: staticV,
        averageAttnWeights: averageAttnWeights, isCausal: isCausal)
}
