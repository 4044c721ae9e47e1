import PinionAutograd

/// The linear map behind attention's heads; PyTorch's name for it.
public final class NonDynamicallyQuantizableLinear: Linear {}

/// Attention of several heads side by side, each on projections of its own (Vaswani et al., 2017). As PyTorch's
/// `nn.MultiheadAttention`.
open class MultiheadAttention: Module {
    public let embedDim: Int
    public let numHeads: Int
    public let dropout: Double
    public let kdim: Int
    public let vdim: Int
    public let headDim: Int
    public let addZeroAttn: Bool
    public let batchFirst: Bool
    /// The projections apart, where keys or values have another width: of shapes [embedDim, embedDim],
    /// [embedDim, kdim] and [embedDim, vdim].
    @Parameter public var qProjWeight: Tensor?
    @Parameter public var kProjWeight: Tensor?
    @Parameter public var vProjWeight: Tensor?
    /// The projections of queries, keys and values, [3 embedDim, embedDim].
    @Parameter public var inProjWeight: Tensor?
    /// Of shape [3 embedDim].
    @Parameter public var inProjBias: Tensor?
    /// A key and a value behind all others, [1, 1, embedDim].
    @Parameter public var biasK: Tensor?
    @Parameter public var biasV: Tensor?
    public let outProj: NonDynamicallyQuantizableLinear

    /// - Parameters:
    ///   - embedDim: features of queries and results.
    ///   - numHeads: how many heads share them; divides `embedDim`.
    ///   - dropout: the probability that a weight is set to 0 in training.
    ///   - bias: whether the projections have biases.
    ///   - addBiasKV: whether a key and a value that are trained follow the others.
    ///   - addZeroAttn: whether a key and a value of zeros follow the others.
    ///   - kdim: features of keys, `embedDim` by default.
    ///   - vdim: features of values, `embedDim` by default.
    ///   - batchFirst: whether tensors are [batch, length, features], not [length, batch, features].
    ///   - dtype: the parameters' dtype.
    public init(
        _ embedDim: Int, _ numHeads: Int, dropout: Double = 0, bias: Bool = true, addBiasKV: Bool = false,
        addZeroAttn: Bool = false, kdim: Int? = nil, vdim: Int? = nil, batchFirst: Bool = false, dtype: DType? = nil
    ) {
        let isPossible = embedDim > 0 && numHeads > 0 && embedDim % max(numHeads, 1) == 0
        let size = isPossible ? embedDim : 0
        (self.embedDim, self.numHeads, self.dropout) = (embedDim, numHeads, dropout)
        (self.kdim, self.vdim, self.batchFirst) = (kdim ?? embedDim, vdim ?? embedDim, batchFirst)
        (headDim, self.addZeroAttn) = (embedDim / max(numHeads, 1), addZeroAttn)
        let isApart = self.kdim != embedDim || self.vdim != embedDim
        qProjWeight = isApart ? .empty(size, size, dtype: dtype) : nil
        kProjWeight = isApart ? .empty(size, max(self.kdim, 0), dtype: dtype) : nil
        vProjWeight = isApart ? .empty(size, max(self.vdim, 0), dtype: dtype) : nil
        inProjWeight = isApart ? nil : .empty(3 * size, size, dtype: dtype)
        inProjBias = bias ? .empty(3 * size, dtype: dtype) : nil
        biasK = addBiasKV ? .empty(1, 1, size, dtype: dtype) : nil
        biasV = addBiasKV ? .empty(1, 1, size, dtype: dtype) : nil
        outProj = NonDynamicallyQuantizableLinear(size, size, bias: bias, dtype: dtype)
        super.init()
        attempt(else: ()) { () throws(TensorError) in
            if !isPossible {
                throw TensorError(
                    typeName, .value,
                    "embedDim and numHeads must be greater than 0 and embedDim divisible by numHeads, got \(embedDim) "
                        + "and \(numHeads)")
            }
            resetParameters()
        }
    }

    public convenience init(
        embedDim: Int, numHeads: Int, dropout: Double = 0, bias: Bool = true, addBiasKV: Bool = false,
        addZeroAttn: Bool = false, kdim: Int? = nil, vdim: Int? = nil, batchFirst: Bool = false, dtype: DType? = nil
    ) {
        self.init(
            embedDim, numHeads, dropout: dropout, bias: bias, addBiasKV: addBiasKV, addZeroAttn: addZeroAttn,
            kdim: kdim, vdim: vdim, batchFirst: batchFirst, dtype: dtype)
    }

    /// Draws the projections of queries, keys and values anew; biases become 0.
    open func resetParameters() {
        for weight in [inProjWeight, qProjWeight, kProjWeight, vProjWeight] {
            if let weight { xavierUniform(weight) }
        }
        if let inProjBias { zeros(inProjBias) }
        if let bias = outProj.bias { zeros(bias) }
        if let biasK { xavierNormal(biasK) }
        if let biasV { xavierNormal(biasV) }
    }

    open override class var stateDictNames: [String: String] {
        [
            "qProjWeight": "q_proj_weight", "kProjWeight": "k_proj_weight", "vProjWeight": "v_proj_weight",
            "inProjWeight": "in_proj_weight", "inProjBias": "in_proj_bias", "biasK": "bias_k", "biasV": "bias_v",
            "outProj": "out_proj",
        ]
    }

    /// The result [L, N, E] for queries [L, N, E], keys [S, N, kdim] and values [S, N, vdim], all with the batch first
    /// where `batchFirst`, or all without the batch; and the weights.
    ///
    /// - Parameters:
    ///   - query: the queries.
    ///   - key: the keys.
    ///   - value: the values.
    ///   - keyPaddingMask: [N, S], or [S] without a batch: true where a key is not seen, or numbers that are added.
    ///   - needWeights: whether the weights are wanted, for which all scores must be kept at a time.
    ///   - attnMask: [L, S], or [N · numHeads, L, S]: true where a query does not see a key, or numbers added.
    ///   - averageAttnWeights: whether the weights are the heads' mean, [N, L, S], not [N, numHeads, L, S].
    ///   - isCausal: promises that `attnMask`, which must be given, lets query i see keys 0 to i.
    open func forward(
        _ query: Tensor, _ key: Tensor, _ value: Tensor, keyPaddingMask: Tensor? = nil, needWeights: Bool = true,
        attnMask: Tensor? = nil, averageAttnWeights: Bool = true, isCausal: Bool = false
    ) -> (output: Tensor, weights: Tensor?) {
        attempt(else: (.failed, nil)) { () throws(TensorError) in
            let call = ProjectedAttention.Call(
                keyPaddingMask: keyPaddingMask, needWeights: needWeights, attnMask: attnMask,
                averageAttnWeights: averageAttnWeights, isCausal: isCausal)
            return try attention(query, key, value, call)
        }
    }

    private var attention: ProjectedAttention {
        var apart: [Tensor]?
        if let qProjWeight, let kProjWeight, let vProjWeight { apart = [qProjWeight, kProjWeight, vProjWeight] }
        return ProjectedAttention(
            name: typeName, embedDim: embedDim, heads: numHeads, batchFirst: batchFirst,
            input: InputProjections(packed: inProjWeight, apart: apart, bias: inProjBias), biasK: biasK, biasV: biasV,
            addZeroAttn: addZeroAttn, dropoutP: isTraining ? dropout : 0, outWeight: outProj.weight,
            outBias: outProj.bias)
    }

    public func callAsFunction(
        _ query: Tensor, _ key: Tensor, _ value: Tensor, keyPaddingMask: Tensor? = nil, needWeights: Bool = true,
        attnMask: Tensor? = nil, averageAttnWeights: Bool = true, isCausal: Bool = false
    ) -> (output: Tensor, weights: Tensor?) {
        let results = withHooks([query, key, value]) { x in
            let (output, weights) = self.forward(
                x[0], x[1], x[2], keyPaddingMask: keyPaddingMask, needWeights: needWeights, attnMask: attnMask,
                averageAttnWeights: averageAttnWeights, isCausal: isCausal)
            return weights.map { [output, $0] } ?? [output]
        }
        return (results[0], results.count > 1 ? results[1] : nil)
    }

    /// The result alone, for keys that are the values too.
    func result(
        _ query: Tensor, _ memory: Tensor, padding: Tensor?, mask: Tensor?, isCausal: Bool
    ) -> Tensor {
        self(
            query, memory, memory, keyPaddingMask: padding, needWeights: false, attnMask: mask, isCausal: isCausal
        ).output
    }
}
