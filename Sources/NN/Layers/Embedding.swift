/// Rows of a table by their numbers: indices of any shape [...] become [..., embeddingDim]. As PyTorch's `nn.Embedding`.
///
/// The rows begin normally distributed.
open class Embedding: Module {
    public let numEmbeddings: Int
    public let embeddingDim: Int
    public let paddingIdx: Int?
    public let maxNorm: Double?
    public let normType: Double
    public let scaleGradByFreq: Bool
    /// Of shape [numEmbeddings, embeddingDim].
    @Parameter public var weight: Tensor

    /// - Parameters:
    ///   - numEmbeddings: how many rows there are.
    ///   - embeddingDim: the size of a row.
    ///   - paddingIdx: a row that begins with 0 and gets no gradient; negative ones count from the end.
    ///   - maxNorm: rows that are used are scaled down to this norm, in the table itself.
    ///   - normType: the order of that norm.
    ///   - scaleGradByFreq: whether gradients are divided by how often the row was used.
    ///   - dtype: of the table.
    public init(
        _ numEmbeddings: Int, _ embeddingDim: Int, paddingIdx: Int? = nil, maxNorm: Double? = nil,
        normType: Double = 2, scaleGradByFreq: Bool = false, dtype: DType? = nil
    ) {
        self.numEmbeddings = numEmbeddings
        self.embeddingDim = embeddingDim
        self.paddingIdx = EmbeddingTable.padding(paddingIdx, numEmbeddings, "Embedding")
        self.maxNorm = maxNorm
        self.normType = normType
        self.scaleGradByFreq = scaleGradByFreq
        weight = .empty(numEmbeddings, embeddingDim, dtype: dtype)
        super.init()
        resetParameters()
    }

    /// A table with given rows, frozen unless `freeze` is false. As `Embedding.from_pretrained`.
    public init(
        pretrained embeddings: Tensor, freeze: Bool = true, paddingIdx: Int? = nil, maxNorm: Double? = nil,
        normType: Double = 2, scaleGradByFreq: Bool = false
    ) {
        let table = EmbeddingTable.checked(embeddings, "Embedding")
        numEmbeddings = table.size(0)
        embeddingDim = table.size(1)
        self.paddingIdx = EmbeddingTable.padding(paddingIdx, table.size(0), "Embedding")
        self.maxNorm = maxNorm
        self.normType = normType
        self.scaleGradByFreq = scaleGradByFreq
        _weight = Parameter(wrappedValue: table, requiresGrad: !freeze)
        super.init()
    }

    /// Draws the rows anew.
    open func resetParameters() {
        normal(weight)
        if let paddingIdx { noGrad { _ = weight.select(0, paddingIdx).zeroInPlace() } }
    }

    open override func forward(_ x: Tensor) -> Tensor {
        embedding(
            x, weight, paddingIdx: paddingIdx, maxNorm: maxNorm, normType: normType, scaleGradByFreq: scaleGradByFreq)
    }

    open override var extraRepr: String {
        var text = "\(numEmbeddings), \(embeddingDim)"
        if let paddingIdx { text += ", padding_idx=\(paddingIdx)" }
        if let maxNorm { text += ", max_norm=\(maxNorm)" }
        if normType != 2 { text += ", norm_type=\(normType)" }
        if scaleGradByFreq { text += ", scale_grad_by_freq=True" }
        return text
    }
}

/// What tables of embeddings are checked for.
enum EmbeddingTable {
    /// The number of the padding row, counted from the beginning.
    static func padding(_ index: Int?, _ count: Int, _ operation: String) -> Int? {
        guard let index else { return nil }
        if -count..<count ~= index { return index < 0 ? index + count : index }
        report(TensorError(operation, .index, "paddingIdx \(index) is out of range for \(count) rows"))
        return nil
    }

    /// The table itself where it has two dimensions.
    static func checked(_ weight: Tensor, _ operation: String) -> Tensor {
        if weight.ndim == 2 { return weight }
        report(TensorError(operation, .shape, "expected a table of 2 dimensions, got shape \(weight.shape)"))
        return .zeros(0, 0)
    }
}
