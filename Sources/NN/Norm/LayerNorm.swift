import PinionAutograd

/// Standardizes over the last dimensions. As PyTorch's `F.layer_norm`.
///
/// - Parameters:
///   - input: of a shape that ends in `normalizedShape`.
///   - normalizedShape: the sizes of the dimensions of mean and variance.
///   - weight: of that shape, 1 by default.
///   - bias: of that shape, 0 by default.
///   - eps: added to the variance.
public func layerNorm(
    _ input: Tensor, _ normalizedShape: [Int], weight: Tensor? = nil, bias: Tensor? = nil, eps: Double = 1e-5
) -> Tensor {
    attempt { () throws(TensorError) in
        let dims = try lastDims(input, normalizedShape, [("weight", weight), ("bias", bias)], "layerNorm")
        let standardization = Standardization(
            node: "NativeLayerNormBackward0", dims: dims, eps: eps,
            kind: .rows(length: normalizedShape.reduce(1, *)))
        return standardization(input, weight, bias).result
    }
}

/// Divides by the root of the mean square over the last dimensions. As PyTorch's `F.rms_norm`.
///
/// - Parameters:
///   - input: of a shape that ends in `normalizedShape`.
///   - normalizedShape: the sizes of the dimensions of the mean.
///   - weight: of that shape, 1 by default.
///   - eps: added to the mean square; the dtype's distance of 1 to the next number by default.
public func rmsNorm(
    _ input: Tensor, _ normalizedShape: [Int], weight: Tensor? = nil, eps: Double? = nil
) -> Tensor {
    attempt { () throws(TensorError) in
        let dims = try lastDims(input, normalizedShape, [("weight", weight)], "rmsNorm")
        let isHalf = input.dtype == .float16 || input.dtype == .bfloat16
        let eps = eps ?? (input.dtype == .float64 ? Double.ulpOfOne : Double(Float.ulpOfOne))
        let x = isHalf ? input.float() : input
        let y = x * (x.square().mean(dims: dims, keepDim: true) + eps).rsqrt()
        return (weight.map { y * $0 } ?? y).to(input.dtype)
    }
}

/// Standardizes over groups of channels of each sample. As PyTorch's `F.group_norm`.
///
/// - Parameters:
///   - input: of shape [N, C, …].
///   - numGroups: the number of groups, which divides C.
///   - weight: [C], 1 by default.
///   - bias: [C], 0 by default.
///   - eps: added to the variance.
public func groupNorm(
    _ input: Tensor, _ numGroups: Int, weight: Tensor? = nil, bias: Tensor? = nil, eps: Double = 1e-5
) -> Tensor {
    attempt { () throws(TensorError) in
        if input.ndim < 2 {
            throw TensorError("groupNorm", .shape, "an input of shape \(input.shape), expected [N, C, …]")
        }
        if !input.isFloatingPoint {
            throw TensorError("groupNorm", .dtype, "expected a floating-point input, got \(input.dtype)")
        }
        let channels = input.size(1)
        if numGroups <= 0 || channels % numGroups != 0 {
            throw TensorError(
                "groupNorm", .shape,
                "the number of channels must be divisible by numGroups, got an input of shape \(input.shape) and "
                    + "\(numGroups) groups")
        }
        try checkParameter("weight", weight, [channels], "groupNorm")
        try checkParameter("bias", bias, [channels], "groupNorm")
        let inner = input.shape.dropFirst(2).reduce(1, *)
        let grouped = input.reshape(input.size(0), numGroups, channels / numGroups, inner)
        func over(_ parameter: Tensor?) -> Tensor? { parameter?.reshape(numGroups, channels / numGroups, 1) }
        let standardization = Standardization(
            node: "NativeGroupNormBackward0", dims: [2, 3], eps: eps, kind: .channelGroups)
        return standardization(grouped, over(weight), over(bias)).result.reshape(input.shape)
    }
}

/// `x / (k + alpha · mean x²)^beta`, where the mean is over `size` neighbouring channels. As PyTorch's
/// `F.local_response_norm`.
///
/// - Parameters:
///   - input: of shape [N, C, …], with three dimensions at least.
///   - size: the number of channels.
///   - alpha: a factor.
///   - beta: an exponent.
///   - k: a number added.
public func localResponseNorm(
    _ input: Tensor, _ size: Int, alpha: Double = 1e-4, beta: Double = 0.75, k: Double = 1
) -> Tensor {
    attempt { () throws(TensorError) in
        if input.ndim < 3 || size < 1 {
            throw TensorError(
                "localResponseNorm", .shape,
                "an input of shape \(input.shape) and size \(size); expected three dimensions and a size of 1 at least")
        }
        if input.numel == 0 { return input }
        let outside = [Int](repeating: 0, count: 2 * (input.ndim - 2)) + [size / 2, (size - 1) / 2]
        let means = pad(input.square(), outside).unfold(1, size, 1).mean(dim: -1)
        return input / (means * alpha + k).pow(beta)
    }
}

/// Divides by the p-norm along `dim`, or by `eps` where that is larger. As PyTorch's `F.normalize`.
public func normalize(_ input: Tensor, p: Double = 2, dim: Int = 1, eps: Double = 1e-12) -> Tensor {
    attempt { () throws(TensorError) in
        _ = try input.layout.dimension(dim, "normalize")
        return input / input.norm(p: p, dim: dim, keepDim: true).clamp(min: eps)
    }
}

/// The last dimensions, which have the sizes `shape`; parameters have that shape.
private func lastDims(
    _ x: Tensor, _ shape: [Int], _ parameters: [(String, Tensor?)], _ name: StaticString
) throws(TensorError) -> [Int] {
    if shape.isEmpty || x.ndim < shape.count || Array(x.shape.suffix(shape.count)) != shape {
        throw TensorError(
            "\(name)", .shape, "an input of shape \(x.shape) for normalizedShape \(shape); expected one that ends in it"
        )
    }
    if !x.isFloatingPoint {
        throw TensorError("\(name)", .dtype, "expected a floating-point input, got \(x.dtype)")
    }
    for (label, parameter) in parameters { try checkParameter(label, parameter, shape, name) }
    return Array(x.ndim - shape.count..<x.ndim)
}
