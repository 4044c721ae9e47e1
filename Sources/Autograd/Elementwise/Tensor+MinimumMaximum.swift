import PinionTensor

extension Tensor {
    /// The smaller of two, NaN where either is; equal ones get half the gradient each.
    public func minimum(_ other: Tensor) -> Tensor { BinaryRule.minimum(.tensor(self), .tensor(other)) }
    /// The larger of two, NaN where either is; equal ones get half the gradient each.
    public func maximum(_ other: Tensor) -> Tensor { BinaryRule.maximum(.tensor(self), .tensor(other)) }
    /// The smaller of two, the other where one is NaN.
    public func fmin(_ other: Tensor) -> Tensor { BinaryRule.fmin(.tensor(self), .tensor(other)) }
    /// The larger of two, the other where one is NaN.
    public func fmax(_ other: Tensor) -> Tensor { BinaryRule.fmax(.tensor(self), .tensor(other)) }

    /// x where positive, `weight · x` elsewhere: one weight, or one for each index of dimension 1.
    public func prelu(_ weight: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            if weight.ndim > 1 {
                throw TensorError(
                    "prelu", .shape, "the weight has shape \(weight.shape), expected no dimensions or one")
            }
            if !isFloatingPoint || weight.dtype != dtype {
                throw TensorError("prelu", .dtype, "a tensor of \(dtype) and a weight of \(weight.dtype)")
            }
            if weight.numel == 1 {
                return BinaryRule.prelu(.tensor(self), .tensor(weight.viewed(as: Layout(rank: 0, sizes: .zero))))
            }
            let channels = ndim > 1 ? layout.sizes[1] : 1
            if weight.numel != channels {
                throw TensorError(
                    "prelu", .shape,
                    "\(weight.numel) weights for a tensor of shape \(shape), expected one or \(channels)")
            }
            var sizes = Extents(repeating: 1)
            sizes[1] = channels
            return BinaryRule.prelu(.tensor(self), .tensor(weight.viewed(as: Layout(rank: ndim, sizes: sizes))))
        }
    }
}

/// The smaller of two, NaN where either is; equal ones get half the gradient each.
public func minimum(_ x: Tensor, _ y: Tensor) -> Tensor { x.minimum(y) }
/// The larger of two, NaN where either is; equal ones get half the gradient each.
public func maximum(_ x: Tensor, _ y: Tensor) -> Tensor { x.maximum(y) }
/// The smaller of two, the other where one is NaN.
public func fmin(_ x: Tensor, _ y: Tensor) -> Tensor { x.fmin(y) }
/// The larger of two, the other where one is NaN.
public func fmax(_ x: Tensor, _ y: Tensor) -> Tensor { x.fmax(y) }
/// x where positive, `weight · x` elsewhere: one weight, or one for each index of dimension 1.
public func prelu(_ x: Tensor, _ weight: Tensor) -> Tensor { x.prelu(weight) }
