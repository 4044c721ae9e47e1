import PinionAutograd

// Sizes under their names, or the number of layers by position, as in PyTorch.

extension RNN {
    /// The same with all arguments under their names.
    public convenience init(
        inputSize: Int, hiddenSize: Int, numLayers: Int = 1, nonlinearity: RNNNonlinearity = .tanh, bias: Bool = true,
        batchFirst: Bool = false, dropout: Double = 0, bidirectional: Bool = false, dtype: DType? = nil
    ) {
        self.init(
            inputSize, hiddenSize, numLayers: numLayers, nonlinearity: nonlinearity, bias: bias, batchFirst: batchFirst,
            dropout: dropout, bidirectional: bidirectional, dtype: dtype)
    }

    /// The same with the number of layers by position.
    public convenience init(
        _ inputSize: Int, _ hiddenSize: Int, _ numLayers: Int, nonlinearity: RNNNonlinearity = .tanh, bias: Bool = true,
        batchFirst: Bool = false, dropout: Double = 0, bidirectional: Bool = false, dtype: DType? = nil
    ) {
        self.init(
            inputSize, hiddenSize, numLayers: numLayers, nonlinearity: nonlinearity, bias: bias, batchFirst: batchFirst,
            dropout: dropout, bidirectional: bidirectional, dtype: dtype)
    }
}

extension LSTM {
    /// The same with all arguments under their names.
    public convenience init(
        inputSize: Int, hiddenSize: Int, numLayers: Int = 1, bias: Bool = true, batchFirst: Bool = false,
        dropout: Double = 0, bidirectional: Bool = false, projSize: Int = 0, dtype: DType? = nil
    ) {
        self.init(
            inputSize, hiddenSize, numLayers: numLayers, bias: bias, batchFirst: batchFirst, dropout: dropout,
            bidirectional: bidirectional, projSize: projSize, dtype: dtype)
    }

    /// The same with the number of layers by position.
    public convenience init(
        _ inputSize: Int, _ hiddenSize: Int, _ numLayers: Int, bias: Bool = true, batchFirst: Bool = false,
        dropout: Double = 0, bidirectional: Bool = false, projSize: Int = 0, dtype: DType? = nil
    ) {
        self.init(
            inputSize, hiddenSize, numLayers: numLayers, bias: bias, batchFirst: batchFirst, dropout: dropout,
            bidirectional: bidirectional, projSize: projSize, dtype: dtype)
    }
}

extension GRU {
    /// The same with all arguments under their names.
    public convenience init(
        inputSize: Int, hiddenSize: Int, numLayers: Int = 1, bias: Bool = true, batchFirst: Bool = false,
        dropout: Double = 0, bidirectional: Bool = false, dtype: DType? = nil
    ) {
        self.init(
            inputSize, hiddenSize, numLayers: numLayers, bias: bias, batchFirst: batchFirst, dropout: dropout,
            bidirectional: bidirectional, dtype: dtype)
    }

    /// The same with the number of layers by position.
    public convenience init(
        _ inputSize: Int, _ hiddenSize: Int, _ numLayers: Int, bias: Bool = true, batchFirst: Bool = false,
        dropout: Double = 0, bidirectional: Bool = false, dtype: DType? = nil
    ) {
        self.init(
            inputSize, hiddenSize, numLayers: numLayers, bias: bias, batchFirst: batchFirst, dropout: dropout,
            bidirectional: bidirectional, dtype: dtype)
    }
}

extension RNNCell {
    /// The same with the sizes under their names.
    public convenience init(
        inputSize: Int, hiddenSize: Int, bias: Bool = true, nonlinearity: RNNNonlinearity = .tanh, dtype: DType? = nil
    ) {
        self.init(inputSize, hiddenSize, bias: bias, nonlinearity: nonlinearity, dtype: dtype)
    }
}

extension LSTMCell {
    /// The same with the sizes under their names.
    public convenience init(inputSize: Int, hiddenSize: Int, bias: Bool = true, dtype: DType? = nil) {
        self.init(inputSize, hiddenSize, bias: bias, dtype: dtype)
    }
}

extension GRUCell {
    /// The same with the sizes under their names.
    public convenience init(inputSize: Int, hiddenSize: Int, bias: Bool = true, dtype: DType? = nil) {
        self.init(inputSize, hiddenSize, bias: bias, dtype: dtype)
    }
}
