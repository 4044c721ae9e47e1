import PinionSIMDKernels

extension Raw {
    /// The windows of images [count, C, H, W] as columns [count, C · kernel, windows]; where `isBackward`, columns added
    /// up to images.
    package static func windows(
        _ shape: WindowShape, images count: Int, _ x: Tensor, into layout: Layout, isBackward: Bool
    ) -> Tensor {
        let computed = x.dtype.isFloatingPoint ? x.dtype.compute : .float64
        let (source, result) = (contiguous(converted(x, to: computed)), Tensor(layout, computed))
        func run<T: GemmScalar & WindowScalar>(_: T.Type) {
            let from = UnsafePointer(source.elements(T.self))
            if isBackward {
                col2im(shape, images: count, from, into: result.elements(T.self))
            } else {
                im2col(shape, images: count, from, into: result.elements(T.self))
            }
        }
        if count > 0 && shape.channels > 0 { computed == .float64 ? run(Double.self) : run(Float.self) }
        return converted(result, to: x.dtype)
    }
}
