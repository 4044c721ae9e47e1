import PinionAutograd

/// A convolution and the batch norm behind it as one convolution, for use. As PyTorch's
/// `torch.nn.utils.fusion.fuse_conv_bn_eval`.
///
/// - Parameters:
///   - conv: not in training.
///   - bn: not in training, with running statistics.
///   - transpose: whether the convolution is a transposed one; by its type unless given.
/// - Returns: a convolution of the same kind with a bias; `conv` stays as it is.
public func fuseConvBnEval(_ conv: ConvolutionLayer, _ bn: BatchNorm, transpose: Bool? = nil) -> ConvolutionLayer {
    attempt(else: conv) { () throws(TensorError) in
        let name = "fuseConvBnEval"
        let (mean, variance) = try statistics(name, bn, of: conv)
        guard let fused = withoutDraws({ conv.twinWithBias }) else {
            throw TensorError(name, .value, "expected Conv1d to ConvTranspose3d, got \(conv.typeName)")
        }
        let isTransposed = conv is ConvTranspose1d || conv is ConvTranspose2d || conv is ConvTranspose3d
        let (weight, bias) = fuseConvBnWeights(
            conv.weight, conv.bias, mean, variance, bn.eps, bn.weight, bn.bias, transpose: transpose ?? isTransposed)
        (fused.weight, fused.bias) = (weight, bias)
        return fused.eval()
    }
}

/// The weight and bias of a convolution and the batch norm behind it. As `torch.nn.utils.fusion.fuse_conv_bn_weights`.
public func fuseConvBnWeights(
    _ convW: Tensor, _ convB: Tensor?, _ bnRm: Tensor, _ bnRv: Tensor, _ bnEps: Double, _ bnW: Tensor?,
    _ bnB: Tensor?, transpose: Bool = false
) -> (weight: Tensor, bias: Tensor) {
    var shape = [Int](repeating: 1, count: convW.ndim)
    if convW.ndim > 1 { shape[transpose ? 1 : 0] = -1 }
    return fusedWeights(convW, convB, bnRm, bnRv, bnEps, bnW, bnB, scaled: shape)
}

/// A linear layer and the batch norm behind it as one linear layer, for use. As PyTorch's
/// `torch.nn.utils.fusion.fuse_linear_bn_eval`.
public func fuseLinearBnEval(_ linear: Linear, _ bn: BatchNorm) -> Linear {
    attempt(else: linear) { () throws(TensorError) in
        let name = "fuseLinearBnEval"
        let (mean, variance) = try statistics(name, bn, of: linear)
        if bn.numFeatures != linear.outFeatures && bn.numFeatures != 1 {
            throw TensorError(
                name, .shape, "\(linear.outFeatures) features cannot be fused with a norm of \(bn.numFeatures)")
        }
        let fused = withoutDraws { Linear(linear.inFeatures, linear.outFeatures, dtype: linear.weight.dtype) }
        (fused.weight, fused.bias) = fuseLinearBnWeights(
            linear.weight, linear.bias, mean, variance, bn.eps, bn.weight, bn.bias)
        return fused.eval()
    }
}

/// The weight and bias of a linear layer and the batch norm behind it. As
/// `torch.nn.utils.fusion.fuse_linear_bn_weights`.
public func fuseLinearBnWeights(
    _ linearW: Tensor, _ linearB: Tensor?, _ bnRm: Tensor, _ bnRv: Tensor, _ bnEps: Double, _ bnW: Tensor?,
    _ bnB: Tensor?
) -> (weight: Tensor, bias: Tensor) {
    fusedWeights(linearW, linearB, bnRm, bnRv, bnEps, bnW, bnB, scaled: [-1, 1])
}

private func statistics(_ name: String, _ bn: BatchNorm, of layer: Module) throws(TensorError) -> (Tensor, Tensor) {
    if layer.isTraining || bn.isTraining {
        throw TensorError(name, .value, "fusion is only for eval: call eval() on both modules first")
    }
    guard let mean = bn.runningMean, let variance = bn.runningVar else {
        throw TensorError(name, .value, "\(bn.typeName) has no running statistics")
    }
    return (mean, variance)
}

private func fusedWeights(
    _ weight: Tensor, _ bias: Tensor?, _ mean: Tensor, _ variance: Tensor, _ eps: Double, _ factor: Tensor?,
    _ shift: Tensor?, scaled shape: [Int]
) -> (weight: Tensor, bias: Tensor) {
    noGrad {
        let root = (variance + eps).rsqrt()
        let scale = factor.map { $0 * root } ?? root
        let centred = bias.map { $0 - mean } ?? -mean
        let moved = centred * scale
        let fused = weight * scale.reshape(shape).to(weight.dtype)
        return (fused, (shift.map { moved + $0 } ?? moved).to(weight.dtype))
    }
}

extension ConvolutionLayer {
    /// A layer of the same kind and sizes, with a bias.
    fileprivate var twinWithBias: ConvolutionLayer? {
        let (from, to, type) = (inChannels, outChannels, weight.dtype)
        switch self {
        case is Conv1d:
            return Conv1d(
                from, to, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
                groups: groups, paddingMode: paddingMode, dtype: type)
        case is Conv2d:
            return Conv2d(
                from, to, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
                groups: groups, paddingMode: paddingMode, dtype: type)
        case is Conv3d:
            return Conv3d(
                from, to, kernelSize: kernelSize, stride: stride, padding: padding, dilation: dilation,
                groups: groups, paddingMode: paddingMode, dtype: type)
        case is ConvTranspose1d:
            return ConvTranspose1d(
                from, to, kernelSize: kernelSize, stride: stride, padding: paddingSizes,
                outputPadding: outputPadding, groups: groups, dilation: dilation, dtype: type)
        case is ConvTranspose2d:
            return ConvTranspose2d(
                from, to, kernelSize: kernelSize, stride: stride, padding: paddingSizes,
                outputPadding: outputPadding, groups: groups, dilation: dilation, dtype: type)
        case is ConvTranspose3d:
            return ConvTranspose3d(
                from, to, kernelSize: kernelSize, stride: stride, padding: paddingSizes,
                outputPadding: outputPadding, groups: groups, dilation: dilation, dtype: type)
        default: return nil
        }
    }
}
