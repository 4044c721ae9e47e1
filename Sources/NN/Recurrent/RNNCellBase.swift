import PinionAutograd
import PinionSIMDKernels

/// What `RNNCell`, `LSTMCell` and `GRUCell` have in common: a single step, whose parameters begin spread evenly over
/// ±1/√hiddenSize.
open class RNNCellBase: Module {
    public let inputSize: Int
    public let hiddenSize: Int
    public let bias: Bool
    /// Of shape [gates · hiddenSize, inputSize]; `weight_ih` in `stateDict`.
    @Parameter public var weightIH: Tensor
    /// Of shape [gates · hiddenSize, hiddenSize]; `weight_hh` in `stateDict`.
    @Parameter public var weightHH: Tensor
    /// Of shape [gates · hiddenSize], or nil; `bias_ih` in `stateDict`.
    @Parameter public var biasIH: Tensor?
    /// Of shape [gates · hiddenSize], or nil; `bias_hh` in `stateDict`.
    @Parameter public var biasHH: Tensor?

    init(_ gates: Int, _ inputSize: Int, _ hiddenSize: Int, bias: Bool, dtype: DType?) {
        (self.inputSize, self.hiddenSize, self.bias) = (inputSize, hiddenSize, bias)
        let rows = gates * hiddenSize
        weightIH = .empty(rows, inputSize, dtype: dtype)
        weightHH = .empty(rows, hiddenSize, dtype: dtype)
        biasIH = bias ? .empty(rows, dtype: dtype) : nil
        biasHH = bias ? .empty(rows, dtype: dtype) : nil
        super.init()
        resetParameters()
    }

    /// Draws all parameters anew.
    open func resetParameters() {
        let bound = hiddenSize > 0 ? 1 / Double(hiddenSize).squareRoot() : 0
        for parameter in parameters() { uniform(parameter, -bound, bound) }
    }

    open override class var stateDictNames: [String: String] {
        ["weightIH": "weight_ih", "weightHH": "weight_hh", "biasIH": "bias_ih", "biasHH": "bias_hh"]
    }

    open override var extraRepr: String { "\(inputSize), \(hiddenSize)" + (bias ? "" : ", bias=False") }

    /// The states after a step.
    func run(_ cell: RecurrentCell, _ node: StaticString, _ input: Tensor, _ states: [Tensor]) -> [Tensor] {
        withHooks([input] + states) { inputs in
            let (input, states) = (inputs[0], Array(inputs.dropFirst()))
            let failed = [Tensor](repeating: .failed, count: cell == .lstm ? 2 : 1)
            return attempt(else: failed) { () throws(TensorError) in
                try checkRanks(input, states)
                let isBatched = input.ndim == 2
                let x = isBatched ? input : input.unsqueeze(0)
                let first = isBatched ? states : states.map { $0.unsqueeze(0) }
                try check(x, first)
                func state(_ index: Int) -> Tensor {
                    states.isEmpty ? .zeros(1, x.size(0), hiddenSize, dtype: x.dtype) : first[index].unsqueeze(0)
                }
                let biases = biasIH.flatMap { ih in biasHH.map { (ih: ih, hh: $0) } }
                let weights = [RecurrentWeights(ih: weightIH, hh: weightHH, biases: biases, hr: nil)]
                let layer = RecurrentLayer(node, cell, batchSizes: [x.size(0)], weights)
                let results = layer(
                    RecurrentLayer.Inputs(x: x, h: state(0), c: cell == .lstm ? state(1) : nil, weights: weights))
                // The only step's states are the last ones too.
                let last = [results[0]] + results.dropFirst(2).map { $0.squeeze(0) }
                return isBatched ? last : last.map { $0.squeeze(0) }
            }
        }
    }

    private func checkRanks(_ input: Tensor, _ states: [Tensor]) throws(TensorError) {
        func check(_ name: String, _ tensor: Tensor) throws(TensorError) {
            if tensor.ndim == 1 || tensor.ndim == 2 { return }
            throw TensorError(
                typeName, .shape,
                "Expected \(name) to be 1D or 2D, got \(tensor.ndim)D instead, of shape \(tensor.shape)")
        }
        try check("input", input)
        for (index, state) in states.enumerated() { try check(states.count == 1 ? "hidden" : "hx[\(index)]", state) }
    }

    private func check(_ x: Tensor, _ states: [Tensor]) throws(TensorError) {
        if x.size(1) != inputSize {
            throw TensorError(
                typeName, .shape, "input has inconsistent inputSize: got \(x.size(1)) expected \(inputSize)")
        }
        for (index, state) in states.enumerated() {
            if state.size(0) != x.size(0) || state.ndim != 2 {
                throw TensorError(
                    typeName, .shape,
                    "Input batch size \(x.size(0)) doesn't match hidden\(index) batch size \(state.size(0)), "
                        + "shapes \(x.shape) and \(state.shape)")
            }
            if state.size(1) != hiddenSize {
                throw TensorError(
                    typeName, .shape,
                    "hidden\(index) has inconsistent hiddenSize: got \(state.size(1)), expected \(hiddenSize)")
            }
        }
        for tensor in [x] + states where tensor.dtype != weightIH.dtype {
            throw TensorError(
                typeName, .dtype,
                "expected input and weights to have the same dtype, got \(tensor.dtype) and \(weightIH.dtype)")
        }
    }
}
