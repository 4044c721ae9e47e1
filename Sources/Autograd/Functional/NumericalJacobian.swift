import PinionTensor

/// The derivatives of every element of `f(inputs)` by every element of each input, by central differences.
///
/// `(f(x + eps) - f(x - eps)) / 2 eps`, of the shapes that `jacobian` gives; inputs should be float64.
/// - Parameters:
///   - f: a function of the inputs, which need no gradient.
///   - inputs: where to differentiate.
///   - eps: how far elements are moved.
public func numericalJacobian(
    _ f: ([Tensor]) -> Tensor, _ inputs: [Tensor], eps: Double = 1e-6
) throws -> [Tensor] {
    let output = try catchingTensorErrors { noGrad { f(inputs) } }
    return try inputs.enumerated().map { i, input in
        let columns = try (0..<input.numel).map { k in
            Tensor(try slopes({ [f($0)] }, inputs, i, k, eps).first ?? [], dtype: .float64)
        }
        let shape = output.shape + input.shape
        if columns.isEmpty { return Tensor.zeros(shape, dtype: input.dtype) }
        return stack(columns, dim: 1).reshape(shape).to(input.dtype)
    }
}

/// The derivatives of a function of one tensor by differences, of shape [m…, n…].
public func numericalJacobian(_ f: (Tensor) -> Tensor, _ input: Tensor, eps: Double = 1e-6) throws -> Tensor {
    try numericalJacobian({ f($0[0]) }, [input], eps: eps).first ?? .failed
}
