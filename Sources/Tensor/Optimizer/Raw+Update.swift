import PinionSIMDKernels

extension Raw {
    /// Changes `p`, and `buffer` where the rule has momentum, by the gradient `g`.
    package static func sgdStep(
        _ rule: SGDRule, _ p: Tensor, _ g: Tensor, buffer: Tensor?
    ) throws(TensorError) {
        try update("SGD", p, g, buffer.map { [$0] } ?? []) { p, g, state in
            PinionSIMDKernels.sgdStep(
                rule, p.dtype, p.pointer, g.pointer, buffer: state.first?.pointer, count: p.numel)
        }
    }

    /// Changes `p`, the moments `m` and `v`, and with AMSGrad the largest second moments, by the gradient `g`.
    package static func adamStep(
        _ rule: AdamRule, _ p: Tensor, _ g: Tensor, _ m: Tensor, _ v: Tensor, largest: Tensor?
    ) throws(TensorError) {
        try update("Adam", p, g, largest.map { [m, v, $0] } ?? [m, v]) { p, g, state in
            PinionSIMDKernels.adamStep(
                rule, p.dtype, p.pointer, g.pointer, state[0].pointer, state[1].pointer,
                largest: state.count > 2 ? state[2].pointer : nil, count: p.numel)
        }
    }

    /// Adds 1 to a tensor of one element and returns the sum.
    package static func increment(_ step: Tensor) throws(TensorError) -> Double {
        guard step.numel == 1 else {
            throw TensorError("step", .shape, "the step has shape \(step.shape), expected one element")
        }
        let value = step.item + 1
        try fill(step, with: .double(value))
        step.bumpVersion("step")
        return value
    }

    /// Runs a loop over contiguous memory of float32 or float64, through copies where a tensor is something else.
    private static func update(
        _ operation: StaticString, _ p: Tensor, _ g: Tensor, _ state: [Tensor],
        _ loop: (_ p: Tensor, _ g: Tensor, _ state: [Tensor]) -> Void
    ) throws(TensorError) {
        try checkSizes(operation, of: g, as: p)
        for tensor in state { try checkSizes(operation, of: tensor, as: p) }
        guard p.dtype.isFloatingPoint else {
            throw TensorError("\(operation)", .dtype, "the parameter is \(p.dtype), expected a floating-point dtype")
        }
        try p.checkWritable(operation)
        for tensor in state { try tensor.checkWritable(operation) }
        let dtype = p.dtype == .float64 ? DType.float64 : .float32
        func plain(_ x: Tensor) -> Tensor { contiguous(converted(x, to: dtype)) }
        let (newP, newState) = (plain(p), state.map(plain))
        loop(newP, plain(g), newState)
        finish(operation, p, newP)
        for (tensor, result) in zip(state, newState) { finish(operation, tensor, result) }
    }

    private static func checkSizes(
        _ operation: StaticString, of tensor: Tensor, as p: Tensor
    ) throws(TensorError) {
        if tensor.layout.hasSizes(of: p.layout) { return }
        throw TensorError(
            "\(operation)", .shape, "a gradient or state of shape \(tensor.shape) for a parameter of shape \(p.shape)")
    }

    private static func finish(_ operation: StaticString, _ tensor: Tensor, _ result: Tensor) {
        if tensor !== result { copy(result, into: tensor) }
        tensor.bumpVersion(operation)
    }
}
