import PinionAutograd

/// A step of an `RNN`: `h = tanh(W_ih x + b_ih + W_hh h + b_hh)`. As PyTorch's `nn.RNNCell`.
///
/// An input [batch, inputSize] or [inputSize] and a state [batch, hiddenSize] or [hiddenSize], 0 unless given, give the
/// next state.
open class RNNCell: RNNCellBase {
    public let nonlinearity: RNNNonlinearity

    public init(
        _ inputSize: Int, _ hiddenSize: Int, bias: Bool = true, nonlinearity: RNNNonlinearity = .tanh,
        dtype: DType? = nil
    ) {
        self.nonlinearity = nonlinearity
        super.init(1, inputSize, hiddenSize, bias: bias, dtype: dtype)
    }

    open override func callAsFunction(_ input: Tensor) -> Tensor { self(input, nil) }

    public func callAsFunction(_ input: Tensor, _ hx: Tensor?) -> Tensor {
        let states = hx.map { [$0] } ?? []
        if nonlinearity == .tanh { return run(.tanh, "TanhBackward0", input, states)[0] }
        return run(.relu, "ReluBackward0", input, states)[0]
    }

    open override var extraRepr: String {
        super.extraRepr + (nonlinearity == .tanh ? "" : ", nonlinearity=\(nonlinearity.rawValue)")
    }
}

/// A step of a `GRU`. As PyTorch's `nn.GRUCell`; shapes are those of `RNNCell`.
open class GRUCell: RNNCellBase {
    public init(_ inputSize: Int, _ hiddenSize: Int, bias: Bool = true, dtype: DType? = nil) {
        super.init(3, inputSize, hiddenSize, bias: bias, dtype: dtype)
    }

    open override func callAsFunction(_ input: Tensor) -> Tensor { self(input, nil) }

    public func callAsFunction(_ input: Tensor, _ hx: Tensor?) -> Tensor {
        run(.gru, "AddBackward0", input, hx.map { [$0] } ?? [])[0]
    }
}

/// A step of an `LSTM`. As PyTorch's `nn.LSTMCell`; shapes are those of `RNNCell`, with states h and c.
open class LSTMCell: RNNCellBase {
    public init(_ inputSize: Int, _ hiddenSize: Int, bias: Bool = true, dtype: DType? = nil) {
        super.init(4, inputSize, hiddenSize, bias: bias, dtype: dtype)
    }

    /// The next states; the former ones are 0 unless given.
    public func callAsFunction(_ input: Tensor, _ hx: (Tensor, Tensor)? = nil) -> (h: Tensor, c: Tensor) {
        let results = run(.lstm, "MulBackward0", input, hx.map { [$0.0, $0.1] } ?? [])
        return (results[0], results[1])
    }

    /// h alone, as the next module in a `Sequential` wants it.
    @_disfavoredOverload
    public override func callAsFunction(_ x: Tensor) -> Tensor { run(.lstm, "MulBackward0", x, [])[0] }
}
