import PinionAutograd

/// An encoder and a decoder that attends to its result (Vaswani et al., 2017). As PyTorch's `nn.Transformer`.
open class Transformer: Module {
    public let encoder: TransformerEncoder
    public let decoder: TransformerDecoder
    public let dModel: Int
    public let nhead: Int
    public let batchFirst: Bool

    /// - Parameters:
    ///   - dModel: features of inputs and result.
    ///   - nhead: heads of the attentions.
    ///   - numEncoderLayers: layers of the encoder.
    ///   - numDecoderLayers: layers of the decoder.
    ///   - dimFeedforward: features between the linear maps of a layer.
    ///   - dropout: the probability of each dropout.
    ///   - activation: between the linear maps.
    ///   - customEncoder: an encoder of one's own.
    ///   - customDecoder: a decoder of one's own.
    ///   - layerNormEps: added to the norms' variances.
    ///   - batchFirst: whether tensors are [batch, length, features], not [length, batch, features].
    ///   - normFirst: whether the layers' norms come first.
    ///   - bias: whether linear maps and norms have biases.
    ///   - dtype: the parameters' dtype.
    public init(
        dModel: Int = 512, nhead: Int = 8, numEncoderLayers: Int = 6, numDecoderLayers: Int = 6,
        dimFeedforward: Int = 2048, dropout: Double = 0.1, activation: TransformerActivation = .relu,
        customEncoder: TransformerEncoder? = nil, customDecoder: TransformerDecoder? = nil,
        layerNormEps: Double = 1e-5, batchFirst: Bool = false, normFirst: Bool = false, bias: Bool = true,
        dtype: DType? = nil
    ) {
        func norm() -> LayerNorm { LayerNorm(dModel, eps: layerNormEps, bias: bias, dtype: dtype) }
        encoder =
            customEncoder
            ?? TransformerEncoder(
                TransformerEncoderLayer(
                    dModel, nhead, dimFeedforward: dimFeedforward, dropout: dropout, activation: activation,
                    layerNormEps: layerNormEps, batchFirst: batchFirst, normFirst: normFirst, bias: bias, dtype: dtype),
                numLayers: numEncoderLayers, norm: norm())
        decoder =
            customDecoder
            ?? TransformerDecoder(
                TransformerDecoderLayer(
                    dModel, nhead, dimFeedforward: dimFeedforward, dropout: dropout, activation: activation,
                    layerNormEps: layerNormEps, batchFirst: batchFirst, normFirst: normFirst, bias: bias, dtype: dtype),
                numLayers: numDecoderLayers, norm: norm())
        (self.dModel, self.nhead, self.batchFirst) = (dModel, nhead, batchFirst)
        super.init()
        for parameter in parameters() where parameter.ndim > 1 { xavierUniform(parameter) }
    }

    /// The result, of `tgt`'s shape.
    ///
    /// - Parameters:
    ///   - src: the encoder's sequences, [S, N, E], or [N, S, E] where `batchFirst`, or [S, E].
    ///   - tgt: the decoder's sequences, [T, N, E], or [N, T, E] where `batchFirst`, or [T, E].
    ///   - srcMask: the encoder's mask, as of `MultiheadAttention`.
    ///   - tgtMask: the decoder's.
    ///   - memoryMask: of the decoder's attention to the encoder's result.
    ///   - srcKeyPaddingMask: the encoder's mask of keys.
    ///   - tgtKeyPaddingMask: the decoder's.
    ///   - memoryKeyPaddingMask: of the decoder's attention to the encoder's result.
    ///   - srcIsCausal: whether `srcMask` is causal; nil to find out.
    ///   - tgtIsCausal: whether `tgtMask` is causal; nil to find out.
    ///   - memoryIsCausal: promises that `memoryMask`, which must be given, is causal.
    open func forward(
        _ src: Tensor, _ tgt: Tensor, srcMask: Tensor? = nil, tgtMask: Tensor? = nil, memoryMask: Tensor? = nil,
        srcKeyPaddingMask: Tensor? = nil, tgtKeyPaddingMask: Tensor? = nil, memoryKeyPaddingMask: Tensor? = nil,
        srcIsCausal: Bool? = nil, tgtIsCausal: Bool? = nil, memoryIsCausal: Bool = false
    ) -> Tensor {
        attempt { () throws(TensorError) in
            try check(src, tgt)
            let memory = encoder(src, mask: srcMask, srcKeyPaddingMask: srcKeyPaddingMask, isCausal: srcIsCausal)
            return decoder(
                tgt, memory, tgtMask: tgtMask, memoryMask: memoryMask, tgtKeyPaddingMask: tgtKeyPaddingMask,
                memoryKeyPaddingMask: memoryKeyPaddingMask, tgtIsCausal: tgtIsCausal, memoryIsCausal: memoryIsCausal)
        }
    }

    private func check(_ src: Tensor, _ tgt: Tensor) throws(TensorError) {
        let batchDim = batchFirst ? 0 : 1
        if src.ndim != tgt.ndim || (src.ndim != 2 && src.ndim != 3)
            || (src.ndim == 3 && src.size(batchDim) != tgt.size(batchDim))
        {
            throw TensorError(
                typeName, .shape, "the batch number of src and tgt must be equal, got \(src.shape) and \(tgt.shape)")
        }
        if src.size(-1) != dModel || tgt.size(-1) != dModel {
            throw TensorError(
                typeName, .shape,
                "the feature number of src and tgt must be equal to dModel, \(dModel), got \(src.shape) and "
                    + "\(tgt.shape)")
        }
    }

    public func callAsFunction(
        _ src: Tensor, _ tgt: Tensor, srcMask: Tensor? = nil, tgtMask: Tensor? = nil, memoryMask: Tensor? = nil,
        srcKeyPaddingMask: Tensor? = nil, tgtKeyPaddingMask: Tensor? = nil, memoryKeyPaddingMask: Tensor? = nil,
        srcIsCausal: Bool? = nil, tgtIsCausal: Bool? = nil, memoryIsCausal: Bool = false
    ) -> Tensor {
        withHooks([src, tgt]) {
            [
                self.forward(
                    $0[0], $0[1], srcMask: srcMask, tgtMask: tgtMask, memoryMask: memoryMask,
                    srcKeyPaddingMask: srcKeyPaddingMask, tgtKeyPaddingMask: tgtKeyPaddingMask,
                    memoryKeyPaddingMask: memoryKeyPaddingMask, srcIsCausal: srcIsCausal, tgtIsCausal: tgtIsCausal,
                    memoryIsCausal: memoryIsCausal)
            ]
        }[0]
    }

    /// The mask of sequences that do not look ahead: [sz, sz] with -∞ above the diagonal and 0 elsewhere.
    public static func generateSquareSubsequentMask(_ sz: Int, dtype: DType? = nil) -> Tensor {
        CausalMask.make(sz, dtype)
    }
}
