import PinionSIMDKernels

/// Which two of a convolution's input, weights and output a pass combines, and which it makes.
package enum ConvolutionPass: Sendable {
    /// The output from input and weights, with a bias for each filter.
    case forward
    /// The input's gradient from the output's and weights, with a bias for each channel.
    case backwardData
    /// The weights' gradient from the input and the output's gradient.
    case backwardWeight
}

extension Raw {
    /// A pass of a convolution, into a new tensor of the layout given, in `a`'s dtype. The caller has checked that the
    /// tensors have the sizes of the shape and one dtype.
    ///
    /// 16-bit floating-point numbers are summed in float32, integers in float64.
    package static func convolution(
        _ pass: ConvolutionPass, _ shape: ConvolutionShape, _ a: Tensor, _ b: Tensor, bias: Tensor? = nil,
        into layout: Layout
    ) -> Tensor {
        let dtype = a.dtype
        let computed = dtype.isFloatingPoint ? dtype.compute : .float64
        let result = Tensor(layout, computed)
        let (a, b) = (contiguous(converted(a, to: computed)), contiguous(converted(b, to: computed)))
        let bias = bias.map { contiguous(converted($0, to: computed)) }
        func run<T: GemmScalar>(_: T.Type) {
            let (first, second) = (UnsafePointer(a.elements(T.self)), UnsafePointer(b.elements(T.self)))
            let bias = bias.map { UnsafePointer($0.elements(T.self)) }
            let target = result.elements(T.self)
            switch pass {
            case .forward:
                PinionSIMDKernels.convolution(
                    shape, first, second, packed: b.packedFilters(shape, T.self), bias: bias, into: target)
            case .backwardData: convolutionBackwardData(shape, first, second, bias: bias, into: target)
            case .backwardWeight: convolutionBackwardWeight(shape, first, second, into: target)
            }
        }
        if computed == .float64 { run(Double.self) } else { run(Float.self) }
        return converted(result, to: dtype)
    }
}
