import PinionAutograd

/// Self-attention, attention to an encoder's result and a feed-forward network, each with dropout, a residual
/// connection and a layer norm (Vaswani et al., 2017). As PyTorch's `nn.TransformerDecoderLayer`.
open class TransformerDecoderLayer: Module {
    public let selfAttn: MultiheadAttention
    public let multiheadAttn: MultiheadAttention
    public let linear1: Linear
    public let dropout: Dropout
    public let linear2: Linear
    public let norm1: LayerNorm
    public let norm2: LayerNorm
    public let norm3: LayerNorm
    public let dropout1: Dropout
    public let dropout2: Dropout
    public let dropout3: Dropout
    let arguments: TransformerLayerArguments

    /// Whether the norms come before attentions and network, not behind the residual connections.
    public var normFirst: Bool { arguments.normFirst }
    public var activation: TransformerActivation { arguments.activation }

    /// The arguments are those of `TransformerEncoderLayer`.
    public init(
        _ dModel: Int, _ nhead: Int, dimFeedforward: Int = 2048, dropout: Double = 0.1,
        activation: TransformerActivation = .relu, layerNormEps: Double = 1e-5, batchFirst: Bool = false,
        normFirst: Bool = false, bias: Bool = true, dtype: DType? = nil
    ) {
        let arguments = TransformerLayerArguments(
            dModel: dModel, nhead: nhead, dimFeedforward: dimFeedforward, dropout: dropout, activation: activation,
            layerNormEps: layerNormEps, batchFirst: batchFirst, normFirst: normFirst, bias: bias, dtype: dtype)
        self.arguments = arguments
        selfAttn = arguments.attention
        multiheadAttn = arguments.attention
        linear1 = Linear(dModel, dimFeedforward, bias: bias, dtype: dtype)
        self.dropout = Dropout(dropout)
        linear2 = Linear(dimFeedforward, dModel, bias: bias, dtype: dtype)
        (norm1, norm2, norm3) = (arguments.norm, arguments.norm, arguments.norm)
        (dropout1, dropout2, dropout3) = (Dropout(dropout), Dropout(dropout), Dropout(dropout))
    }

    public convenience init(
        dModel: Int, nhead: Int, dimFeedforward: Int = 2048, dropout: Double = 0.1,
        activation: TransformerActivation = .relu, layerNormEps: Double = 1e-5, batchFirst: Bool = false,
        normFirst: Bool = false, bias: Bool = true, dtype: DType? = nil
    ) {
        self.init(
            dModel, nhead, dimFeedforward: dimFeedforward, dropout: dropout, activation: activation,
            layerNormEps: layerNormEps, batchFirst: batchFirst, normFirst: normFirst, bias: bias, dtype: dtype)
    }

    open override class var stateDictNames: [String: String] {
        ["selfAttn": "self_attn", "multiheadAttn": "multihead_attn"]
    }

    /// A layer with the same parameters in memory of its own; subclasses with more than these override it.
    open func clone() -> TransformerDecoderLayer {
        let a = arguments
        return withoutDraws {
            TransformerDecoderLayer(
                a.dModel, a.nhead, dimFeedforward: a.dimFeedforward, dropout: a.dropout, activation: a.activation,
                layerNormEps: a.layerNormEps, batchFirst: a.batchFirst, normFirst: a.normFirst, bias: a.bias,
                dtype: a.dtype)
        }.become(self)
    }

    /// The result, of `tgt`'s shape.
    ///
    /// - Parameters:
    ///   - tgt: the sequences, [T, N, E], or [N, T, E] where `batchFirst`, or [T, E].
    ///   - memory: the encoder's result, [S, N, E], or [N, S, E] where `batchFirst`, or [S, E].
    ///   - tgtMask: the self-attention's mask, as of `MultiheadAttention`.
    ///   - memoryMask: the other attention's mask.
    ///   - tgtKeyPaddingMask: the self-attention's mask of keys.
    ///   - memoryKeyPaddingMask: the other attention's mask of keys.
    ///   - tgtIsCausal: promises that `tgtMask`, which must be given, is causal.
    ///   - memoryIsCausal: promises that `memoryMask`, which must be given, is causal.
    open func forward(
        _ tgt: Tensor, _ memory: Tensor, tgtMask: Tensor? = nil, memoryMask: Tensor? = nil,
        tgtKeyPaddingMask: Tensor? = nil, memoryKeyPaddingMask: Tensor? = nil, tgtIsCausal: Bool = false,
        memoryIsCausal: Bool = false
    ) -> Tensor {
        func attend(_ x: Tensor) -> Tensor {
            dropout1(selfAttn.result(x, x, padding: tgtKeyPaddingMask, mask: tgtMask, isCausal: tgtIsCausal))
        }
        func recall(_ x: Tensor) -> Tensor {
            dropout2(
                multiheadAttn.result(
                    x, memory, padding: memoryKeyPaddingMask, mask: memoryMask, isCausal: memoryIsCausal))
        }
        func feed(_ x: Tensor) -> Tensor { dropout3(linear2(dropout(activation(linear1(x))))) }
        if normFirst {
            var x = tgt + attend(norm1(tgt))
            x = x + recall(norm2(x))
            return x + feed(norm3(x))
        }
        var x = norm1(tgt + attend(tgt))
        x = norm2(x + recall(x))
        return norm3(x + feed(x))
    }

    public func callAsFunction(
        _ tgt: Tensor, _ memory: Tensor, tgtMask: Tensor? = nil, memoryMask: Tensor? = nil,
        tgtKeyPaddingMask: Tensor? = nil, memoryKeyPaddingMask: Tensor? = nil, tgtIsCausal: Bool = false,
        memoryIsCausal: Bool = false
    ) -> Tensor {
        withHooks([tgt, memory]) {
            [
                self.forward(
                    $0[0], $0[1], tgtMask: tgtMask, memoryMask: memoryMask, tgtKeyPaddingMask: tgtKeyPaddingMask,
                    memoryKeyPaddingMask: memoryKeyPaddingMask, tgtIsCausal: tgtIsCausal,
                    memoryIsCausal: memoryIsCausal)
            ]
        }[0]
    }
}
