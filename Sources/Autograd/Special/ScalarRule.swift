import PinionTensor

/// An elementwise function that is computed one element at a time, with its derivative.
struct ScalarRule: Sendable {
    let name: StaticString
    /// The node's name in PyTorch.
    let node: StaticString
    let function: @Sendable (Double) -> Double
    /// x's gradient from y's, x and y, by differentiable operations.
    let derivative: @Sendable (_ g: Tensor, _ x: Tensor, _ y: Tensor) -> Tensor

    func callAsFunction(_ x: Tensor) -> Tensor {
        attempt {
            let y = Raw.mapped(x, function)
            if !isRecorded(x) { return y }
            let (saved, output, derivative) = (SavedTensor(x), SavedOutput(y), derivative)
            return record(node, y, x) { g in derivative(g, saved.tensor, output.tensor) }
        }
    }

    func inPlace(_ x: Tensor) -> Tensor {
        PinionAutograd.inPlace(
            name, x, isRecorded: isRecorded(x),
            write: { () throws(TensorError) in try Raw.write(Raw.mapped(x, function), to: x, name) },
            change: { old in self(old) })
    }
}
