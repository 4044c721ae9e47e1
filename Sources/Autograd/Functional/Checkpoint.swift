import PinionTensor

/// Runs `body` without keeping what its gradients need, and runs it again in the backward pass.
///
/// Trades time for memory: of a long computation only the inputs are kept. Random numbers are drawn again as they were.
/// As PyTorch's `torch.utils.checkpoint`; see Chen et al., "Training Deep Nets with Sublinear Memory Cost", 2016.
/// - Parameters:
///   - inputs: the tensors `body` takes.
///   - preserveRandomState: whether the default generator is set back for the second run.
///   - body: the computation; it must do the same again.
public func checkpoint(
    _ inputs: [Tensor], preserveRandomState: Bool = true, _ body: @escaping ([Tensor]) -> [Tensor]
) -> [Tensor] {
    attempt(else: [.failed]) {
        if !GradMode.isEnabled { return body(inputs) }
        let state = preserveRandomState ? getRNGState() : nil
        let results = noGrad { body(inputs) }
        let saved = inputs.map { SavedTensor($0) }
        /// As the first time, and later draws as if there had been no second.
        func run(_ inputs: [Tensor]) -> [Tensor] {
            guard let state else { return body(inputs) }
            let later = getRNGState()
            defer { setRNGState(later) }
            setRNGState(state)
            return body(inputs)
        }
        record("CheckpointFunctionBackward", results, inputs) { gradients in
            let again = saved.map { saved in
                let tensor = saved.tensor
                let copy = tensor.detach()
                copy.tracksGrad = tensor.requiresGrad
                return copy
            }
            let outputs = enableGrad { run(again) }
            let pairs = zip(outputs, gradients).filter { $0.0.requiresGrad && $0.1 != nil }
            // Leaves that `body` uses beside its inputs get their gradients as in any backward pass.
            backward(pairs.map(\.0), gradients: pairs.map(\.1))
            return again.map(\.grad)
        }
        return results
    }
}

/// `checkpoint` of a computation on one tensor.
public func checkpoint(
    _ input: Tensor, preserveRandomState: Bool = true, _ body: @escaping (Tensor) -> Tensor
) -> Tensor {
    checkpoint([input], preserveRandomState: preserveRandomState) { [body($0[0])] }.first ?? .failed
}

/// The same with the computation first, as PyTorch has it.
public func checkpoint(
    _ body: @escaping (Tensor) -> Tensor, _ input: Tensor, preserveRandomState: Bool = true
) -> Tensor {
    checkpoint(input, preserveRandomState: preserveRandomState, body)
}
