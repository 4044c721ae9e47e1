import PinionAutograd

/// Self-attention and a feed-forward network, each with dropout, a residual connection and a layer norm (Vaswani et
/// al., 2017). As PyTorch's `nn.TransformerEncoderLayer`.
open class TransformerEncoderLayer: Module {
    public let selfAttn: MultiheadAttention
    public let linear1: Linear
    public let dropout: Dropout
    public let linear2: Linear
    public let norm1: LayerNorm
    public let norm2: LayerNorm
    public let dropout1: Dropout
    public let dropout2: Dropout
    let arguments: TransformerLayerArguments

    /// Whether the norms come before attention and network, not behind the residual connections.
    public var normFirst: Bool { arguments.normFirst }
    public var activation: TransformerActivation { arguments.activation }

    /// - Parameters:
    ///   - dModel: features of input and result.
    ///   - nhead: heads of the attention.
    ///   - dimFeedforward: features between the linear maps.
    ///   - dropout: the probability of each dropout.
    ///   - activation: between the linear maps.
    ///   - layerNormEps: added to the norms' variances.
    ///   - batchFirst: whether tensors are [batch, length, features], not [length, batch, features].
    ///   - normFirst: whether the norms come first.
    ///   - bias: whether linear maps and norms have biases.
    ///   - dtype: the parameters' dtype.
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
        linear1 = Linear(dModel, dimFeedforward, bias: bias, dtype: dtype)
        self.dropout = Dropout(dropout)
        linear2 = Linear(dimFeedforward, dModel, bias: bias, dtype: dtype)
        (norm1, norm2) = (arguments.norm, arguments.norm)
        (dropout1, dropout2) = (Dropout(dropout), Dropout(dropout))
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

    open override class var stateDictNames: [String: String] { ["selfAttn": "self_attn"] }

    /// A layer with the same parameters in memory of its own; subclasses with more than these override it.
    open func clone() -> TransformerEncoderLayer {
        let a = arguments
        return withoutDraws {
            TransformerEncoderLayer(
                a.dModel, a.nhead, dimFeedforward: a.dimFeedforward, dropout: a.dropout, activation: a.activation,
                layerNormEps: a.layerNormEps, batchFirst: a.batchFirst, normFirst: a.normFirst, bias: a.bias,
                dtype: a.dtype)
        }.become(self)
    }

    /// The result, of `src`'s shape.
    ///
    /// - Parameters:
    ///   - src: the sequences, [L, N, E], or [N, L, E] where `batchFirst`, or [L, E].
    ///   - srcMask: the attention's mask, as of `MultiheadAttention`.
    ///   - srcKeyPaddingMask: the mask of keys, as of `MultiheadAttention`.
    ///   - isCausal: promises that `srcMask`, which must be given, is causal.
    open func forward(
        _ src: Tensor, srcMask: Tensor? = nil, srcKeyPaddingMask: Tensor? = nil, isCausal: Bool = false
    ) -> Tensor {
        func attend(_ x: Tensor) -> Tensor {
            dropout1(selfAttn.result(x, x, padding: srcKeyPaddingMask, mask: srcMask, isCausal: isCausal))
        }
        func feed(_ x: Tensor) -> Tensor { dropout2(linear2(dropout(activation(linear1(x))))) }
        if normFirst {
            let x = src + attend(norm1(src))
            return x + feed(norm2(x))
        }
        let x = norm1(src + attend(src))
        return norm2(x + feed(x))
    }

    open override func forward(_ x: Tensor) -> Tensor { forward(x, srcMask: nil) }

    public func callAsFunction(
        _ src: Tensor, srcMask: Tensor?, srcKeyPaddingMask: Tensor? = nil, isCausal: Bool = false
    ) -> Tensor {
        withHooks([src]) {
            [self.forward($0[0], srcMask: srcMask, srcKeyPaddingMask: srcKeyPaddingMask, isCausal: isCausal)]
        }[0]
    }

    public func callAsFunction(_ src: Tensor, srcKeyPaddingMask: Tensor?) -> Tensor {
        self(src, srcMask: nil, srcKeyPaddingMask: srcKeyPaddingMask)
    }
}
