import PinionSIMDKernels

/// The parameters of one direction of a recurrent layer.
package struct RecurrentWeights {
    /// [gates · hidden, input]
    package let ih: Tensor
    /// [gates · hidden, output]
    package let hh: Tensor
    /// [gates · hidden], both or neither.
    package let biases: (ih: Tensor, hh: Tensor)?
    /// [output, hidden], with a projection.
    package let hr: Tensor?

    package init(ih: Tensor, hh: Tensor, biases: (ih: Tensor, hh: Tensor)?, hr: Tensor?) {
        (self.ih, self.hh, self.biases, self.hr) = (ih, hh, biases, hr)
    }

    /// In the order of `all`.
    package init(_ tensors: [Tensor], hasBiases: Bool) {
        (ih, hh) = (tensors[0], tensors[1])
        biases = hasBiases ? (tensors[2], tensors[3]) : nil
        let count = hasBiases ? 4 : 2
        hr = tensors.count > count ? tensors[count] : nil
    }

    /// All of them in PyTorch's order.
    package var all: [Tensor] { [ih, hh] + (biases.map { [$0.ih, $0.hh] } ?? []) + (hr.map { [$0] } ?? []) }

    /// What is added to `W_ih x` of all steps at once: a GRU needs the other bias beside `W_hh h`.
    func inputBias(_ cell: RecurrentCell) throws(TensorError) -> Tensor? {
        guard let biases else { return nil }
        if cell == .gru { return Raw.contiguous(biases.ih) }
        return try Raw.binary(.add, .tensor(biases.ih), .tensor(biases.hh), name: "add")
    }
}

/// What a recurrent layer's forward pass leaves for the backward pass, of one direction.
package struct RecurrentKept {
    package let gates: Tensor
    package let before: Tensor?
    package let tanhs: Tensor?
    package let unprojected: Tensor?
}

/// Gradients of one direction of a recurrent layer, of which those by the weights are products with inputs and states.
package struct RecurrentGradient {
    /// By `W_ih x`, [rows, gates · hidden].
    package let gates: Tensor
    /// By `W_hh h`.
    package let products: Tensor
    /// h before each step, [rows, output].
    package let states: Tensor
    /// By h after each step, [rows, output], with a projection.
    package let projected: Tensor?
}
