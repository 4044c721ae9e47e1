import PinionTensor

/// As `Tensor.multinomial`.
public func multinomial(
    _ x: Tensor, _ numSamples: Int, replacement: Bool = false, generator: Generator? = nil
) -> Tensor {
    x.multinomial(numSamples, replacement: replacement, generator: generator)
}
/// As `Tensor.multinomial`.
public func multinomial(
    _ x: Tensor, numSamples: Int, replacement: Bool = false, generator: Generator? = nil
) -> Tensor {
    x.multinomial(numSamples, replacement: replacement, generator: generator)
}
/// As `Tensor.bernoulli`.
public func bernoulli(_ x: Tensor, generator: Generator? = nil) -> Tensor { .bernoulli(x, generator: generator) }
