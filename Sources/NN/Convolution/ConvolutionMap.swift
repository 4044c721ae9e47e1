import PinionAutograd
import PinionSIMDKernels

/// A convolution of one shape as the three maps that are each other's gradients: the output from input and weights, the
/// input's gradient from the output's and the weights, the weights' gradient from input and output's gradient. Each is
/// linear in both of its operands, so gradients of any order are these maps again.
struct ConvolutionMap: Sendable {
    let shape: ConvolutionShape
    /// Spatial dimensions.
    let rank: Int

    /// The output [images, filters, …] of an input [images, channels, …].
    func forward(_ x: Tensor, _ w: Tensor, bias: Tensor? = nil) -> Tensor {
        pass(
            .forward, x, w, bias, images(shape.filters, shape.output),
            byFirst: { g, _, w in backwardData(g, w) }, bySecond: { g, x, _ in backwardWeight(x, g) })
    }

    /// The input's gradient, with a bias for each channel: the transposed convolution.
    func backwardData(_ g: Tensor, _ w: Tensor, bias: Tensor? = nil) -> Tensor {
        pass(
            .backwardData, g, w, bias, images(shape.channels, shape.input),
            byFirst: { u, _, w in forward(u, w) }, bySecond: { u, g, _ in backwardWeight(u, g) })
    }

    /// The weights' gradient.
    func backwardWeight(_ x: Tensor, _ g: Tensor) -> Tensor {
        pass(
            .backwardWeight, x, g, nil, weights, byFirst: { v, _, g in backwardData(g, v) },
            bySecond: { v, x, _ in forward(x, v) })
    }

    private typealias Gradient = @Sendable (_ g: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor

    private func pass(
        _ pass: ConvolutionPass, _ a: Tensor, _ b: Tensor, _ bias: Tensor?, _ result: Layout,
        byFirst: @escaping Gradient, bySecond: @escaping Gradient
    ) -> Tensor {
        let y = Raw.convolution(pass, shape, a, b, bias: bias, into: result)
        if !isRecorded(a, b) && !(bias.map { isRecorded($0) } ?? false) { return y }
        let (needsFirst, needsSecond, needsBias) = (a.requiresGrad, b.requiresGrad, bias?.requiresGrad ?? false)
        let (first, second) = (SavedTensor(a), SavedTensor(b))
        let summed = [0] + (2..<rank + 2)
        record("ConvolutionBackward0", [y], bias.map { [a, b, $0] } ?? [a, b]) { gradients in
            guard let g = gradients[0] else { return [nil, nil, nil] }
            let (a, b) = (first.tensor, second.tensor)
            let found = [
                needsFirst ? byFirst(g, a, b) : nil, needsSecond ? bySecond(g, a, b) : nil,
                needsBias ? g.sum(dims: summed) : nil,
            ]
            return bias == nil ? Array(found.prefix(2)) : found
        }
        return y
    }

    private func images(_ channels: Int, _ sizes: SIMD3<Int>) -> Layout {
        layout([shape.images, channels], sizes)
    }

    private var weights: Layout { layout([shape.filters, shape.groupChannels], shape.kernel) }

    private func layout(_ first: [Int], _ sizes: SIMD3<Int>) -> Layout {
        var extents = Extents(repeating: 1)
        (extents[0], extents[1]) = (first[0], first[1])
        for d in 0..<rank { extents[d + 2] = sizes[3 - rank + d] }
        return Layout(rank: rank + 2, sizes: extents)
    }
}
