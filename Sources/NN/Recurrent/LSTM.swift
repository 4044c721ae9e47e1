import PinionAutograd

/// Long short-term memory, step by step, in several layers (Hochreiter and Schmidhuber, 1997). As PyTorch's `nn.LSTM`.
///
/// Gates `i, f, o = σ(W x + b + W' h + b')` and `g = tanh(W x + b + W' h + b')`, stacked in the order i, f, g, o in weights
/// and biases; `c = f c + i g`, `h = o tanh(c)`, which `projSize` multiplies by a further matrix. Shapes are those of
/// `RNN`, with last states h and c.
/// ```swift
/// let lstm = LSTM(10, 20, numLayers: 2)
/// let (output, (h, c)) = lstm(Tensor.randn(5, 3, 10))
/// ```
open class LSTM: RNNBase {
    /// States of all layers and directions.
    public typealias State = (h: Tensor, c: Tensor)

    /// - Parameters:
    ///   - inputSize: the size of an input at each step.
    ///   - hiddenSize: the size of the cells.
    ///   - numLayers: each layer takes the output of the one before it.
    ///   - bias: whether biases are added.
    ///   - batchFirst: whether the batch is the first dimension of input and output, as it never is of the states.
    ///   - dropout: the probability of 0 in the output of each layer but the last, in training.
    ///   - bidirectional: whether a second set of layers runs from the last step to the first.
    ///   - projSize: the size that h is projected to; 0 for none.
    ///   - dtype: of the parameters.
    public init(
        _ inputSize: Int, _ hiddenSize: Int, numLayers: Int = 1, bias: Bool = true, batchFirst: Bool = false,
        dropout: Double = 0, bidirectional: Bool = false, projSize: Int = 0, dtype: DType? = nil
    ) {
        super.init(
            .lstm, "MkldnnRnnLayerBackward0", inputSize, hiddenSize, numLayers: numLayers, bias: bias,
            batchFirst: batchFirst, dropout: dropout, bidirectional: bidirectional, projSize: projSize, dtype: dtype)
    }

    /// The output and the last states; the first states are 0 unless given.
    public func callAsFunction(_ input: Tensor, _ hx: (Tensor, Tensor)? = nil) -> (output: Tensor, state: State) {
        let results = run(input, hx.map { [$0.0, $0.1] } ?? [])
        return (results[0], (results[1], results[2]))
    }

    /// The same for sequences of different lengths.
    public func callAsFunction(
        _ input: PackedSequence, _ hx: (Tensor, Tensor)? = nil
    ) -> (output: PackedSequence, state: State) {
        let (output, states) = run(input, hx.map { [$0.0, $0.1] } ?? [])
        return (output, (states[0], states[1]))
    }

    /// The output alone, as the next module in a `Sequential` wants it.
    @_disfavoredOverload
    public override func callAsFunction(_ x: Tensor) -> Tensor { run(x, [])[0] }
}
