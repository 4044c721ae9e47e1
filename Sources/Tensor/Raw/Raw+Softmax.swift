import PinionSIMDKernels

extension Raw {
    /// The softmax along dimension `d`, or its logarithm.
    package static func softmax(_ kind: SoftmaxKind, _ x: Tensor, _ d: Int) -> Tensor {
        let wide = contiguous(converted(x, to: x.dtype.compute))
        let y = Tensor(sizesOf: x, wide.dtype)
        let (outer, n, inner) = y.layout.lanes(d)
        func run<T: ReductionScalar & BinaryFloatingPoint>(_: T.Type) {
            PinionSIMDKernels.softmax(
                kind, UnsafePointer(wide.elements(T.self)), outer: outer, n: n, inner: inner,
                into: y.elements(T.self))
        }
        if wide.dtype == .float64 { run(Double.self) } else { run(Float.self) }
        return converted(y, to: x.dtype)
    }

    /// The softmax's gradient along `d` from the gradient by its result `y`.
    package static func softmaxBackward(_ kind: SoftmaxKind, _ g: Tensor, _ y: Tensor, _ d: Int) -> Tensor {
        let (first, second) = (
            contiguous(converted(g, to: y.dtype.compute)), contiguous(converted(y, to: y.dtype.compute))
        )
        let gx = Tensor(sizesOf: y, second.dtype)
        let (outer, n, inner) = gx.layout.lanes(d)
        func run<T: ReductionScalar & BinaryFloatingPoint>(_: T.Type) {
            PinionSIMDKernels.softmaxBackward(
                kind, UnsafePointer(first.elements(T.self)), UnsafePointer(second.elements(T.self)), outer: outer,
                n: n, inner: inner, into: gx.elements(T.self))
        }
        if gx.dtype == .float64 { run(Double.self) } else { run(Float.self) }
        return converted(gx, to: y.dtype)
    }
}
