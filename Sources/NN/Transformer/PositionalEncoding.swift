import PinionAutograd

/// Adds to each place of a sequence sines and cosines of its number, and then a dropout (Vaswani et al., 2017):
/// `sin(place / 10000^(2i / dModel))` to feature 2i and the cosine to feature 2i + 1.
///
/// As the class of that name in PyTorch's tutorials.
public final class PositionalEncoding: Module {
    public let dropout: Dropout
    public let batchFirst: Bool
    /// The numbers that are added, [maxLen, 1, dModel], or [1, maxLen, dModel] where `batchFirst`.
    @Buffer public var pe: Tensor

    /// - Parameters:
    ///   - dModel: features of the sequences.
    ///   - dropout: the dropout's probability.
    ///   - maxLen: the longest sequence.
    ///   - batchFirst: whether sequences are [batch, length, features], not [length, batch, features].
    public init(_ dModel: Int, dropout: Double = 0.1, maxLen: Int = 5000, batchFirst: Bool = false) {
        self.dropout = Dropout(dropout)
        self.batchFirst = batchFirst
        let places = Tensor.arange(maxLen).float().unsqueeze(1)
        let rates = (Tensor.arange(0, dModel, 2).float() * (-PositionalEncoding.log10000 / Double(dModel))).exp()
        let angles = places * rates
        let table = stack([angles.sin(), angles.cos()], dim: 2).flatten(startDim: 1).narrow(1, 0, dModel).contiguous()
        pe = table.unsqueeze(batchFirst ? 0 : 1)
    }

    private static let log10000 = 9.210340371976184

    public override func forward(_ x: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            let lengthDim = x.ndim == 3 && batchFirst ? 1 : 0
            let most = pe.size(batchFirst ? 1 : 0)
            if (x.ndim != 2 && x.ndim != 3) || x.size(-1) != pe.size(-1) || x.size(lengthDim) > most {
                throw TensorError(
                    typeName, .shape,
                    "expected sequences of at most \(most) places of \(pe.size(-1)) features, "
                        + "got shape \(x.shape)")
            }
            let places = x.ndim == 2 ? pe.squeeze(batchFirst ? 0 : 1) : pe
            return dropout(x + places.narrow(lengthDim, 0, x.size(lengthDim)))
        }
    }
}
