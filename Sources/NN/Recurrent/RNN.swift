import PinionAutograd

/// What an `RNN` applies at each step.
public enum RNNNonlinearity: String, Sendable, WordArgument, CaseIterable {
    case tanh, relu
}

/// `h = tanh(W_ih x + b_ih + W_hh h + b_hh)`, step by step, in several layers (Elman, 1990). As PyTorch's `nn.RNN`.
///
/// An input [steps, batch, inputSize], [batch, steps, inputSize] where `batchFirst`, or [steps, inputSize] gives the
/// states after each step, with those of both directions side by side, and the last states of each layer and direction
/// [numLayers · directions, batch, hiddenSize], or without the batch.
open class RNN: RNNBase {
    public let nonlinearity: RNNNonlinearity

    /// - Parameters:
    ///   - inputSize: the size of an input at each step.
    ///   - hiddenSize: the size of the state.
    ///   - numLayers: each layer takes the output of the one before it.
    ///   - nonlinearity: what is applied at each step.
    ///   - bias: whether biases are added.
    ///   - batchFirst: whether the batch is the first dimension of input and output, as it never is of the states.
    ///   - dropout: the probability of 0 in the output of each layer but the last, in training.
    ///   - bidirectional: whether a second set of layers runs from the last step to the first.
    ///   - dtype: of the parameters.
    public init(
        _ inputSize: Int, _ hiddenSize: Int, numLayers: Int = 1, nonlinearity: RNNNonlinearity = .tanh,
        bias: Bool = true, batchFirst: Bool = false, dropout: Double = 0, bidirectional: Bool = false,
        dtype: DType? = nil
    ) {
        self.nonlinearity = nonlinearity
        super.init(
            nonlinearity == .tanh ? .tanh : .relu, "StackBackward0", inputSize, hiddenSize, numLayers: numLayers,
            bias: bias, batchFirst: batchFirst, dropout: dropout, bidirectional: bidirectional, dtype: dtype)
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
