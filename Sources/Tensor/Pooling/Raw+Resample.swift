import PinionSIMDKernels

extension Raw {
    /// A linear map along dimension `d`, or its transpose.
    package static func resample(_ taps: ResampleTaps, _ x: Tensor, _ d: Int, isBackward: Bool) -> Tensor {
        let computed = x.dtype.isFloatingPoint ? x.dtype.compute : .float64
        let source = contiguous(converted(x, to: computed))
        var sizes = x.layout.sizes
        sizes[d] = isBackward ? taps.inputSize : taps.outputSize
        let result = Tensor(Layout(rank: x.ndim, sizes: sizes), computed)
        let (outer, _, inner) = source.layout.lanes(d)
        func run<T: GemmScalar>(_: T.Type) {
            let from = UnsafePointer(source.elements(T.self))
            if isBackward {
                resampleBackward(taps, from, outer: outer, inner: inner, into: result.elements(T.self))
            } else {
                PinionSIMDKernels.resample(taps, from, outer: outer, inner: inner, into: result.elements(T.self))
            }
        }
        if computed == .float64 { run(Double.self) } else { run(Float.self) }
        return converted(result, to: x.dtype)
    }
}
