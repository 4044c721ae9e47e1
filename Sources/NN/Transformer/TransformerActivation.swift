import PinionAutograd

/// The activation between the linear maps of a transformer's layers.
public enum TransformerActivation: WordArgument {
    case relu, gelu
    /// Any other function.
    case function((Tensor) -> Tensor)

    func callAsFunction(_ x: Tensor) -> Tensor {
        switch self {
        case .relu: PinionNN.relu(x)
        case .gelu: PinionNN.gelu(x)
        case .function(let function): function(x)
        }
    }

    public static var _words: [(String, TransformerActivation)] { [("relu", .relu), ("gelu", .gelu)] }

    /// Whether it is one of those with a name.
    var isNamed: Bool { if case .function = self { false } else { true } }
}

/// The arguments that a transformer's layers have in common.
struct TransformerLayerArguments {
    var dModel: Int
    var nhead: Int
    var dimFeedforward: Int
    var dropout: Double
    var activation: TransformerActivation
    var layerNormEps: Double
    var batchFirst: Bool
    var normFirst: Bool
    var bias: Bool
    var dtype: DType?

    var attention: MultiheadAttention {
        MultiheadAttention(dModel, nhead, dropout: dropout, bias: bias, batchFirst: batchFirst, dtype: dtype)
    }

    var norm: LayerNorm { LayerNorm(dModel, eps: layerNormEps, bias: bias, dtype: dtype) }
}
