import PinionTensor

/// `x · weightᵀ + bias`: a linear layer. As PyTorch's `F.linear`.
///
/// - Parameters:
///   - x: of shape [..., in].
///   - weight: of shape [out, in], or [in] for a result of shape [...].
///   - bias: of shape [out], or nil.
/// - Returns: a tensor of shape [..., out].
public func linear(_ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil) -> Tensor {
    attempt { () throws(TensorError) in
        if x.ndim == 0 || weight.ndim == 0 || weight.ndim > 2 || x.size(-1) != weight.size(-1) {
            throw TensorError(
                "linear", .shape,
                "an input of shape \(x.shape) does not fit a weight of shape \(weight.shape); "
                    + "expected [..., in] and [out, in]")
        }
        let matrix = weight.ndim == 2 ? weight.mT : weight
        guard let bias else {
            return x.product("linear", x.ndim == 2 ? "MmBackward0" : "UnsafeViewBackward0", matrix)
        }
        let node: StaticString = x.ndim == 2 ? "AddmmBackward0" : "ViewBackward0"
        return AddedProduct(name: "linear", node: node)(bias, x, matrix)
    }
}
