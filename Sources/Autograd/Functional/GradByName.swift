import PinionTensor

/// The gradient of a scalar by one tensor, in a list: `grad(y, x)[0]`.
public func grad(
    _ output: Tensor, _ input: Tensor, gradOutputs: Tensor? = nil, retainGraph: Bool? = nil,
    createGraph: Bool = false, allowUnused: Bool = false
) -> [Tensor] {
    grad(
        output, [input], gradOutputs: gradOutputs, retainGraph: retainGraph, createGraph: createGraph,
        allowUnused: allowUnused)
}

/// As `grad(_:_:gradOutputs:retainGraph:createGraph:allowUnused:)`, with all names.
public func grad(
    outputs: Tensor, inputs: Tensor, gradOutputs: Tensor? = nil, retainGraph: Bool? = nil,
    createGraph: Bool = false, allowUnused: Bool = false
) -> [Tensor] {
    grad(
        outputs, [inputs], gradOutputs: gradOutputs, retainGraph: retainGraph, createGraph: createGraph,
        allowUnused: allowUnused)
}

/// As `grad(_:_:gradOutputs:retainGraph:createGraph:allowUnused:)`, with all names.
public func grad(
    outputs: Tensor, inputs: [Tensor], gradOutputs: Tensor? = nil, retainGraph: Bool? = nil,
    createGraph: Bool = false, allowUnused: Bool = false
) -> [Tensor] {
    grad(
        outputs, inputs, gradOutputs: gradOutputs, retainGraph: retainGraph, createGraph: createGraph,
        allowUnused: allowUnused)
}

/// As `grad(_:_:gradOutputs:retainGraph:createGraph:allowUnused:)`, with all names.
public func grad(
    outputs: [Tensor], inputs: [Tensor], gradOutputs: [Tensor?]? = nil, retainGraph: Bool? = nil,
    createGraph: Bool = false, allowUnused: Bool = false
) -> [Tensor] {
    grad(
        outputs, inputs, gradOutputs: gradOutputs, retainGraph: retainGraph, createGraph: createGraph,
        allowUnused: allowUnused)
}

/// The same with `gradOutputs` in a list.
public func grad(
    _ output: Tensor, _ inputs: [Tensor], gradOutputs: [Tensor], retainGraph: Bool? = nil, createGraph: Bool = false,
    allowUnused: Bool = false
) -> [Tensor] {
    grad(
        [output], inputs, gradOutputs: gradOutputs, retainGraph: retainGraph, createGraph: createGraph,
        allowUnused: allowUnused)
}

/// As `backward(_:gradients:retainGraph:createGraph:inputs:)`, with PyTorch's name for the gradients.
public func backward(
    _ tensors: [Tensor], gradTensors: [Tensor?], retainGraph: Bool? = nil, createGraph: Bool = false,
    inputs: [Tensor]? = nil
) {
    backward(tensors, gradients: gradTensors, retainGraph: retainGraph, createGraph: createGraph, inputs: inputs)
}

extension Tensor {
    /// `backward` with the gradient by position.
    public func backward(_ gradient: Tensor, retainGraph: Bool? = nil, createGraph: Bool = false) {
        backward(gradient: gradient, retainGraph: retainGraph, createGraph: createGraph)
    }

    /// Calls `hook` with this tensor's gradient whenever one is computed, to look at it.
    @_disfavoredOverload
    @discardableResult
    public func registerHook(_ hook: @escaping (Tensor) -> Void) -> HookHandle {
        registerHook { (gradient: Tensor) -> Tensor? in
            hook(gradient)
            return nil
        }
    }
}
