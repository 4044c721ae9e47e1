import PinionAutograd

// Sizes under their names, as in PyTorch.

extension Linear {
    /// The same with the sizes under their names.
    public convenience init(inFeatures: Int, outFeatures: Int, bias: Bool = true, dtype: DType? = nil) {
        self.init(inFeatures, outFeatures, bias: bias, dtype: dtype)
    }
}

extension Bilinear {
    /// The same with the sizes under their names.
    public convenience init(
        in1Features: Int, in2Features: Int, outFeatures: Int, bias: Bool = true, dtype: DType? = nil
    ) {
        self.init(in1Features, in2Features, outFeatures, bias: bias, dtype: dtype)
    }
}

extension Embedding {
    /// The same with the sizes under their names.
    public convenience init(
        numEmbeddings: Int, embeddingDim: Int, paddingIdx: Int? = nil, maxNorm: Double? = nil, normType: Double = 2,
        scaleGradByFreq: Bool = false, dtype: DType? = nil
    ) {
        self.init(
            numEmbeddings, embeddingDim, paddingIdx: paddingIdx, maxNorm: maxNorm, normType: normType,
            scaleGradByFreq: scaleGradByFreq, dtype: dtype)
    }

    /// A table with given rows, frozen unless `freeze` is false.
    public static func fromPretrained(
        _ embeddings: Tensor, freeze: Bool = true, paddingIdx: Int? = nil, maxNorm: Double? = nil,
        normType: Double = 2, scaleGradByFreq: Bool = false
    ) -> Embedding {
        Embedding(
            pretrained: embeddings, freeze: freeze, paddingIdx: paddingIdx, maxNorm: maxNorm, normType: normType,
            scaleGradByFreq: scaleGradByFreq)
    }
}

extension EmbeddingBag {
    /// The same with the sizes under their names.
    public convenience init(
        numEmbeddings: Int, embeddingDim: Int, maxNorm: Double? = nil, normType: Double = 2,
        scaleGradByFreq: Bool = false, mode: EmbeddingBagMode = .mean, includeLastOffset: Bool = false,
        paddingIdx: Int? = nil, dtype: DType? = nil
    ) {
        self.init(
            numEmbeddings, embeddingDim, maxNorm: maxNorm, normType: normType, scaleGradByFreq: scaleGradByFreq,
            mode: mode, includeLastOffset: includeLastOffset, paddingIdx: paddingIdx, dtype: dtype)
    }
}

extension PixelShuffle {
    /// The same with the factor under its name.
    public convenience init(upscaleFactor: Int) { self.init(upscaleFactor) }
}

extension PixelUnshuffle {
    /// The same with the factor under its name.
    public convenience init(downscaleFactor: Int) { self.init(downscaleFactor) }
}
