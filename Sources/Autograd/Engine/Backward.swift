import PinionTensor

extension Tensor {
    /// Computes the gradients of this tensor by the leaves it was made from, and adds them to their `grad`.
    ///
    /// Inside `catchingTensorErrors` a graph that was freed or a saved tensor that was changed throws.
    /// See <https://docs.pytorch.org/docs/stable/generated/torch.Tensor.backward.html>.
    /// - Parameters:
    ///   - gradient: the gradient by this tensor, in its shape; a tensor of one element needs none: 1.
    ///   - retainGraph: whether what the graph has saved is kept, to run backward again; as `createGraph` by default.
    ///   - createGraph: whether the gradients are recorded themselves, for gradients of gradients.
    ///   - inputs: the only leaves to add gradients to; all by default.
    public func backward(
        gradient: Tensor? = nil, retainGraph: Bool? = nil, createGraph: Bool = false, inputs: [Tensor]? = nil
    ) {
        attempt(else: ()) { () throws(TensorError) in
            let start = (try startingEdge("backward"), try startingGradient(gradient, "backward"))
            try run(CollectionOfOne(start), retainGraph, createGraph, inputs)
        }
    }

    fileprivate func startingEdge(_ operation: StaticString) throws(TensorError) -> Edge {
        guard let edge else {
            throw TensorError(
                "\(operation)", .graph, "the tensor of shape \(shape) does not require a gradient and has no gradFn")
        }
        return edge
    }

    fileprivate func startingGradient(
        _ gradient: Tensor?, _ operation: StaticString
    ) throws(TensorError) -> Tensor {
        if let gradient {
            if !gradient.layout.hasSizes(of: layout) {
                throw TensorError(
                    "\(operation)", .shape, "a gradient of shape \(gradient.shape) for a tensor of shape \(shape)")
            }
            return gradient
        }
        if numel != 1 {
            throw TensorError(
                "\(operation)", .graph,
                "the tensor has shape \(shape); without a gradient argument it must have one element")
        }
        let one = Tensor(sizesOf: self, dtype)
        try Raw.fill(one, with: .int(1))
        return one
    }
}

/// Computes the gradients of several tensors by the leaves they were made from, in one pass, and adds them to `grad`.
///
/// As PyTorch's `torch.autograd.backward`; the arguments are those of `Tensor.backward`.
public func backward(
    _ tensors: [Tensor], gradients: [Tensor?]? = nil, retainGraph: Bool? = nil, createGraph: Bool = false,
    inputs: [Tensor]? = nil
) {
    attempt(else: ()) { () throws(TensorError) in
        try run(try starts(tensors, gradients, "backward"), retainGraph, createGraph, inputs)
    }
}

private func run(
    _ starts: some Sequence<(Edge, Tensor)>, _ retainGraph: Bool?, _ createGraph: Bool, _ inputs: [Tensor]?
) throws(TensorError) {
    let targets = try inputs.map { (inputs) throws(TensorError) in
        try inputs.map { (input) throws(TensorError) in try input.startingEdge("backward") }
    }
    var run = GraphRun(
        retainsGraph: retainGraph ?? createGraph, roots: starts, targets: targets, accumulates: true,
        isRecorded: createGraph)
    run.run(starts)
}

private func starts(
    _ tensors: [Tensor], _ gradients: [Tensor?]?, _ operation: StaticString
) throws(TensorError) -> [(Edge, Tensor)] {
    if let gradients, gradients.count != tensors.count {
        throw TensorError("\(operation)", .value, "\(gradients.count) gradients for \(tensors.count) tensors")
    }
    var result: [(Edge, Tensor)] = []
    for (index, tensor) in tensors.enumerated() {
        let edge = try tensor.startingEdge(operation)
        result.append((edge, try tensor.startingGradient(gradients?[index], operation)))
    }
    return result
}

/// The gradients of the sum of `outputs` by `inputs`, without touching any `grad`. As PyTorch's `torch.autograd.grad`.
///
/// An input that the outputs do not depend on is a mistake unless `allowUnused`; `gradOrNil` tells such inputs apart.
/// - Parameters:
///   - outputs: the tensors to differentiate.
///   - inputs: the tensors to differentiate by.
///   - gradOutputs: the gradients by the outputs; those of one element need none.
///   - retainGraph: whether what the graph has saved is kept; as `createGraph` by default.
///   - createGraph: whether the gradients are recorded themselves.
///   - allowUnused: whether an input may be unused; its gradient is 0 then.
/// - Returns: a gradient for each input, in its shape.
public func grad(
    _ outputs: [Tensor], _ inputs: [Tensor], gradOutputs: [Tensor?]? = nil, retainGraph: Bool? = nil,
    createGraph: Bool = false, allowUnused: Bool = false
) -> [Tensor] {
    attempt(else: inputs.map { _ in .failed }) { () throws(TensorError) in
        let gradients = try gradients(outputs, inputs, gradOutputs, retainGraph ?? createGraph, createGraph)
        return try zip(inputs, gradients).map { (input, gradient) throws(TensorError) in
            if let gradient { return gradient }
            if allowUnused { return Tensor.zerosLike(input) }
            throw TensorError(
                "grad", .graph,
                "an input of shape \(input.shape) was not used by the outputs; allowUnused: true makes its gradient 0")
        }
    }
}

/// The gradients of one tensor by `inputs`.
public func grad(
    _ output: Tensor, _ inputs: [Tensor], gradOutputs: Tensor? = nil, retainGraph: Bool? = nil,
    createGraph: Bool = false, allowUnused: Bool = false
) -> [Tensor] {
    grad(
        [output], inputs, gradOutputs: [gradOutputs], retainGraph: retainGraph, createGraph: createGraph,
        allowUnused: allowUnused)
}

/// As `grad`; nil for inputs that the outputs do not depend on.
public func gradOrNil(
    _ outputs: [Tensor], _ inputs: [Tensor], gradOutputs: [Tensor?]? = nil, retainGraph: Bool? = nil,
    createGraph: Bool = false
) -> [Tensor?] {
    attempt(else: inputs.map { _ in nil }) { () throws(TensorError) in
        try gradients(outputs, inputs, gradOutputs, retainGraph ?? createGraph, createGraph)
    }
}

private func gradients(
    _ outputs: [Tensor], _ inputs: [Tensor], _ gradOutputs: [Tensor?]?, _ retainsGraph: Bool, _ createsGraph: Bool
) throws(TensorError) -> [Tensor?] {
    let starts = try starts(outputs, gradOutputs, "grad")
    let targets = try inputs.map { (input) throws(TensorError) in try input.startingEdge("grad") }
    var run = GraphRun(
        retainsGraph: retainsGraph, roots: starts, targets: targets, accumulates: false, isRecorded: createsGraph)
    run.run(starts)
    return targets.map { run.gradient($0) }
}
