import PinionAutograd

/// Samples of a Gumbel-softmax distribution, `softmax((logits + g) / tau)` with Gumbel noise g (Jang et al., 2017). As
/// PyTorch's `F.gumbel_softmax`.
///
/// - Parameters:
///   - logits: unnormalized logarithms of probabilities.
///   - tau: the temperature.
///   - hard: whether samples are one-hot; gradients are those of the soft ones.
///   - dim: the classes.
///   - generator: what draws the noise.
public func gumbelSoftmax(
    _ logits: Tensor, tau: Double = 1, hard: Bool = false, dim: Int = -1, generator: Generator? = nil
) -> Tensor {
    attempt { () throws(TensorError) in
        if !logits.isFloatingPoint {
            throw TensorError("gumbelSoftmax", .dtype, "expected logits of a floating-point dtype, got \(logits.dtype)")
        }
        let noise = noGrad { -Tensor.emptyLike(logits).exponentialInPlace(generator: generator).log() }
        let soft = ((logits + noise) / tau).softmax(dim: dim)
        if !hard { return soft }
        let place = soft.detach().argmax(dim: dim, keepDim: true)
        return Tensor.zerosLike(soft.detach()).scatterInPlace(dim, place, 1.0) - soft.detach() + soft
    }
}
