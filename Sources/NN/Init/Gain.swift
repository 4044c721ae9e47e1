/// What follows a layer, whose gain keeps the variance of what passes.
public enum Nonlinearity: String, Sendable, WordArgument, CaseIterable {
    case linear, conv1d, conv2d, conv3d
    case convTranspose1d = "conv_transpose1d"
    case convTranspose2d = "conv_transpose2d"
    case convTranspose3d = "conv_transpose3d"
    case sigmoid, tanh, relu
    case leakyReLU = "leaky_relu"
    case selu

    /// The same as `leakyReLU`.
    public static var leakyRelu: Nonlinearity { .leakyReLU }
}

/// The gain of a nonlinearity. As PyTorch's `init.calculate_gain`.
/// - Parameters:
///   - nonlinearity: what follows the layer.
///   - param: the negative slope of a leaky ReLU, 0.01 where it is left out.
public func calculateGain(_ nonlinearity: Nonlinearity, _ param: Double? = nil) -> Double {
    switch nonlinearity {
    case .tanh: 5.0 / 3
    case .relu: 2.0.squareRoot()
    case .leakyReLU:
        (2 / (1 + (param ?? 0.01) * (param ?? 0.01))).squareRoot()
    case .selu: 0.75
    default: 1
    }
}

/// Which side of a layer keeps its variance in `kaimingUniform` and `kaimingNormal`.
public enum FanMode: String, Sendable, WordArgument, CaseIterable {
    /// What comes in, in the forward pass.
    case fanIn = "fan_in"
    /// What goes out, in the backward pass.
    case fanOut = "fan_out"
}

enum Fans {
    /// How many inputs each output has, and the reverse: sizes 1 and 0 times the size of the rest.
    static func of(_ tensor: Tensor, _ operation: String) throws(TensorError) -> (fanIn: Int, fanOut: Int) {
        if tensor.ndim < 2 {
            throw TensorError(
                operation, .shape, "expected at least 2 dimensions for fan in and fan out, got shape \(tensor.shape)")
        }
        let field = tensor.shape.dropFirst(2).reduce(1, *)
        return (tensor.size(1) * field, tensor.size(0) * field)
    }
}
