import PinionTensor

/// The derivatives of every element of `f(inputs)` by every element of each input.
///
/// For a result of shape [m…] and an input of shape [n…] the derivative has shape [m…, n…].
/// As PyTorch's `torch.autograd.functional.jacobian`.
/// - Parameters:
///   - f: a differentiable function of the inputs.
///   - inputs: where to differentiate.
///   - createGraph: whether the result can be differentiated itself.
public func jacobian(_ f: ([Tensor]) -> Tensor, _ inputs: [Tensor], createGraph: Bool = false) -> [Tensor] {
    attempt(else: inputs.map { _ in .failed }) {
        enableGrad {
            let points = inputs.map { leaf($0, keepsHistory: createGraph) }
            let output = f(points)
            let rows = (0..<output.numel).map { index -> [Tensor] in
                guard output.requiresGrad else { return points.map { Tensor.zerosLike($0) } }
                return grad(
                    [output], points, gradOutputs: [unit(index, like: output)], retainGraph: true,
                    createGraph: createGraph, allowUnused: true)
            }
            return points.enumerated().map { index, point in
                let shape = output.shape + point.shape
                if rows.isEmpty { return Tensor.zeros(shape, dtype: point.dtype) }
                return stack(rows.map { $0[index] }).reshape(shape)
            }
        }
    }
}

/// The derivatives of `f(input)`, of shape [m…, n…].
public func jacobian(_ f: (Tensor) -> Tensor, _ input: Tensor, createGraph: Bool = false) -> Tensor {
    jacobian({ f($0[0]) }, [input], createGraph: createGraph).first ?? .failed
}

/// The second derivatives of a function with one value, of shape [n…, n…].
///
/// As PyTorch's `torch.autograd.functional.hessian`.
public func hessian(_ f: (Tensor) -> Tensor, _ input: Tensor, createGraph: Bool = false) -> Tensor {
    hessian({ f($0[0]) }, [input], createGraph: createGraph).first?.first ?? .failed
}

/// The second derivatives by each pair of inputs: element [i][j] has the shape of input i followed by that of input j.
public func hessian(_ f: ([Tensor]) -> Tensor, _ inputs: [Tensor], createGraph: Bool = false) -> [[Tensor]] {
    inputs.indices.map { i in
        jacobian(
            { points in
                let output = f(points)
                if output.numel != 1 {
                    report(
                        TensorError("hessian", .shape, "the function has shape \(output.shape), expected one element"))
                }
                guard output.requiresGrad else { return Tensor.zerosLike(points[i]) }
                return grad([output.sum()], [points[i]], createGraph: true, allowUnused: true)[0]
            }, inputs, createGraph: createGraph)
    }
}

/// A tensor to differentiate by: a leaf of its own, or one that stays connected to the history of `x`.
func leaf(_ x: Tensor, keepsHistory: Bool) -> Tensor {
    if keepsHistory && x.requiresGrad { return recordView("ViewBackward0", x, x.layout) { $0 } }
    return x.detach().requiresGradInPlace()
}

/// Zeros with a 1 at one place.
private func unit(_ index: Int, like x: Tensor) -> Tensor {
    let result = Tensor.zeros(x.shape, dtype: x.dtype)
    attempt(else: ()) { () throws(TensorError) in
        try Raw.fill(result.alias(Layout(rank: 0, sizes: .zero).offset(to: index), kind: .none), with: .int(1))
    }
    return result
}
