import PinionAutograd
import PinionSIMDKernels

/// What `RNN`, `LSTM` and `GRU` have in common: arguments, parameters and the way through the layers.
///
/// Parameters are named as in PyTorch: `weight_ih_l0`, `weight_hh_l0`, `bias_ih_l0`, `bias_hh_l0`, of an LSTM with
/// projections `weight_hr_l0`; those of the second layer end in `_l1`, those of the other direction in `_reverse`. They
/// begin spread evenly over ±1/√hiddenSize. `getParameter("weight_hh_l0")` or `allWeights` give them.
open class RNNBase: Module {
    public let inputSize: Int
    public let hiddenSize: Int
    public let numLayers: Int
    public let bias: Bool
    public let batchFirst: Bool
    /// The probability of 0 in the output of each layer but the last, in training.
    public var dropout: Double
    public let bidirectional: Bool
    /// The size that h is projected to; 0 for none.
    public let projSize: Int

    let cell: RecurrentCell
    /// The name of a layer's node in the graph.
    let node: StaticString

    init(
        _ cell: RecurrentCell, _ node: StaticString, _ inputSize: Int, _ hiddenSize: Int, numLayers: Int, bias: Bool,
        batchFirst: Bool, dropout: Double, bidirectional: Bool, projSize: Int = 0, dtype: DType?
    ) {
        (self.cell, self.node) = (cell, node)
        (self.inputSize, self.hiddenSize, self.numLayers) = (inputSize, hiddenSize, numLayers)
        (self.bias, self.batchFirst, self.dropout) = (bias, batchFirst, dropout)
        (self.bidirectional, self.projSize) = (bidirectional, projSize)
        super.init()
        attempt(else: ()) { () throws(TensorError) in
            try checkArguments()
            addParameters(dtype)
            resetParameters()
        }
    }

    /// Draws all parameters anew.
    open func resetParameters() {
        let bound = 1 / Double(hiddenSize).squareRoot()
        for parameter in parameters() { uniform(parameter, -bound, bound) }
    }

    /// The parameters of each layer and direction, in PyTorch's order.
    public var allWeights: [[Tensor]] {
        let members = registered?.members ?? []
        return (0..<numLayers * directions).map { group in
            members.dropFirst(group * parameterCount).prefix(parameterCount).compactMap {
                guard case .tensor(let slot) = $0.value else { return nil }
                return slot.tensor
            }
        }
    }

    /// Does nothing: parameters are read where they lie. For programs that call `flatten_parameters`.
    public func flattenParameters() {}

    open override var extraRepr: String {
        var text = "\(inputSize), \(hiddenSize)"
        if projSize != 0 { text += ", proj_size=\(projSize)" }
        if numLayers != 1 { text += ", num_layers=\(numLayers)" }
        if !bias { text += ", bias=False" }
        if batchFirst { text += ", batch_first=True" }
        if dropout != 0 { text += ", dropout=\(dropout)" }
        if bidirectional { text += ", bidirectional=True" }
        return text
    }

    var directions: Int { bidirectional ? 2 : 1 }
    /// The size of h.
    var outputSize: Int { projSize > 0 ? projSize : hiddenSize }
    /// Parameters of a layer in one direction.
    private var parameterCount: Int { (bias ? 4 : 2) + (projSize > 0 ? 1 : 0) }

    private func checkArguments() throws(TensorError) {
        func check(_ holds: Bool, _ rule: String) throws(TensorError) {
            if !holds { throw TensorError(typeName, .value, rule) }
        }
        try check(
            0...1 ~= dropout,
            "dropout should be a number in range [0, 1] representing the probability of an element being zeroed, "
                + "got \(dropout)")
        try check(inputSize > 0, "inputSize must be greater than zero, got \(inputSize)")
        try check(hiddenSize > 0, "hiddenSize must be greater than zero, got \(hiddenSize)")
        try check(numLayers > 0, "numLayers must be greater than zero, got \(numLayers)")
        try check(
            projSize >= 0, "projSize should be a positive integer or zero to disable projections, got \(projSize)")
        try check(
            projSize < hiddenSize, "projSize has to be smaller than hiddenSize, got \(projSize) and \(hiddenSize)")
    }

    private func addParameters(_ dtype: DType?) {
        let rows = cell.gates * hiddenSize
        for layer in 0..<numLayers {
            for suffix in ["", "_reverse"].prefix(directions) {
                func add(_ name: String, _ shape: Int...) {
                    let parameter = Parameter<Tensor>(wrappedValue: .empty(shape, dtype: dtype))
                    self.add("\(name)_l\(layer)\(suffix)", .tensor(parameter))
                }
                add("weight_ih", rows, layer == 0 ? inputSize : outputSize * directions)
                add("weight_hh", rows, outputSize)
                if bias {
                    add("bias_ih", rows)
                    add("bias_hh", rows)
                }
                if projSize > 0 { add("weight_hr", projSize, hiddenSize) }
            }
        }
    }
}
