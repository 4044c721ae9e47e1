import PinionAutograd

/// Gated recurrent units, step by step, in several layers (Cho et al., 2014). As PyTorch's `nn.GRU`.
///
/// `r = σ(W_ir x + b_ir + W_hr h + b_hr)`, `z = σ(W_iz x + b_iz + W_hz h + b_hz)`,
/// `n = tanh(W_in x + b_in + r (W_hn h + b_hn))`, `h = (1 - z) n + z h`; r, z and n are stacked in this order in weights
/// and biases. Shapes are those of `RNN`.
open class GRU: RNNBase {
    /// - Parameters:
    ///   - inputSize: the size of an input at each step.
    ///   - hiddenSize: the size of the state.
    ///   - numLayers: each layer takes the output of the one before it.
    ///   - bias: whether biases are added.
    ///   - batchFirst: whether the batch is the first dimension of input and output, as it never is of the states.
    ///   - dropout: the probability of 0 in the output of each layer but the last, in training.
    ///   - bidirectional: whether a second set of layers runs from the last step to the first.
    ///   - dtype: of the parameters.
    public init(
        _ inputSize: Int, _ hiddenSize: Int, numLayers: Int = 1, bias: Bool = true, batchFirst: Bool = false,
        dropout: Double = 0, bidirectional: Bool = false, dtype: DType? = nil
    ) {
        super.init(
            .gru, "StackBackward0", inputSize, hiddenSize, numLayers: numLayers, bias: bias, batchFirst: batchFirst,
            dropout: dropout, bidirectional: bidirectional, dtype: dtype)
    }

    /// The output and the last states.
    public func callAsFunction(_ input: Tensor, _ hx: Tensor? = nil) -> (output: Tensor, h: Tensor) {
        let results = run(input, hx.map { [$0] } ?? [])
        return (results[0], results[1])
    }

    /// The same for sequences of different lengths.
    public func callAsFunction(_ input: PackedSequence, _ hx: Tensor? = nil) -> (output: PackedSequence, h: Tensor) {
        let (output, states) = run(input, hx.map { [$0] } ?? [])
        return (output, states[0])
    }

    /// The output alone, as the next module in a `Sequential` wants it.
    @_disfavoredOverload
    public override func callAsFunction(_ x: Tensor) -> Tensor { run(x, [])[0] }
}
