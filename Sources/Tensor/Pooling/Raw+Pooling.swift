import PinionSIMDKernels

extension Raw {
    /// The largest elements of windows, and where they lie in their planes where `withIndices`. The layout is that of the
    /// result, whose dimensions before the windows' are the shape's images.
    package static func maxPool(
        _ shape: ConvolutionShape, _ x: Tensor, into layout: Layout, withIndices: Bool
    ) -> (Tensor, indices: Tensor?) {
        let indices = withIndices ? Tensor(layout, .int64) : nil
        let y = pool(
            x, layout,
            PoolWork(
                float: { PinionSIMDKernels.maxPool(shape, $0, into: $1, indices: indices?.elements(Int64.self)) },
                double: { PinionSIMDKernels.maxPool(shape, $0, into: $1, indices: indices?.elements(Int64.self)) }))
        return (y, indices)
    }

    /// The largest elements of windows of two by two, for shapes that are that.
    package static func maxPoolPairs(_ shape: ConvolutionShape, _ x: Tensor, into layout: Layout) -> Tensor {
        pool(
            x, layout,
            PoolWork(
                float: { PinionSIMDKernels.maxPoolPairs(shape, $0, into: $1) },
                double: { PinionSIMDKernels.maxPoolPairs(shape, $0, into: $1) }))
    }

    /// The gradient of `maxPoolPairs` by `x`.
    package static func maxPoolPairsBackward(_ shape: ConvolutionShape, _ g: Tensor, _ x: Tensor) -> Tensor {
        let computed = x.dtype.compute
        let x = contiguous(converted(x, to: computed))
        return pool(
            g, x.layout,
            PoolWork(
                float: { PinionSIMDKernels.maxPoolPairsBackward(shape, $0, x.elements(Float.self), into: $1) },
                double: { PinionSIMDKernels.maxPoolPairsBackward(shape, $0, x.elements(Double.self), into: $1) }))
    }

    package static func fractionalMaxPool(
        _ shape: FractionalShape, _ x: Tensor, into layout: Layout
    ) -> (Tensor, indices: Tensor) {
        poolWithIndices(x, layout) { places in
            PoolWork(
                float: { PinionSIMDKernels.fractionalMaxPool(shape, $0, into: $1, indices: places) },
                double: { PinionSIMDKernels.fractionalMaxPool(shape, $0, into: $1, indices: places) })
        }
    }

    package static func adaptiveMaxPool(
        _ shape: AdaptiveShape, _ x: Tensor, into layout: Layout
    ) -> (Tensor, indices: Tensor) {
        poolWithIndices(x, layout) { places in
            PoolWork(
                float: { PinionSIMDKernels.adaptiveMaxPool(shape, $0, into: $1, indices: places) },
                double: { PinionSIMDKernels.adaptiveMaxPool(shape, $0, into: $1, indices: places) })
        }
    }

    /// The gradient of a pooling by its input: each element of `g` at the place of its plane that `indices` names.
    package static func scatterPlanes(_ g: Tensor, _ indices: Tensor, planes: Int, into layout: Layout) -> Tensor {
        let places = UnsafePointer(contiguous(indices).elements(Int64.self))
        let (count, size) = (g.numel / max(1, planes), layout.count / max(1, planes))
        return pool(
            g, layout,
            PoolWork(
                float: {
                    PinionSIMDKernels.scatterPlanes(
                        $0, indices: places, planes: planes, count: count, into: $1, size: size)
                },
                double: {
                    PinionSIMDKernels.scatterPlanes(
                        $0, indices: places, planes: planes, count: count, into: $1, size: size)
                }))
    }

    /// The means of windows; the gradient by the input of such means where `isBackward`.
    package static func averagePool(
        _ shape: ConvolutionShape, _ divisor: PoolDivisor, _ x: Tensor, into layout: Layout, isBackward: Bool
    ) -> Tensor {
        pool(
            x, layout,
            isBackward
                ? PoolWork(
                    float: { averagePoolBackward(shape, divisor, $0, into: $1) },
                    double: { averagePoolBackward(shape, divisor, $0, into: $1) })
                : PoolWork(
                    float: { PinionSIMDKernels.averagePool(shape, divisor, $0, into: $1) },
                    double: { PinionSIMDKernels.averagePool(shape, divisor, $0, into: $1) }))
    }

    package static func adaptiveAveragePool(
        _ shape: AdaptiveShape, _ x: Tensor, into layout: Layout, isBackward: Bool
    ) -> Tensor {
        pool(
            x, layout,
            isBackward
                ? PoolWork(
                    float: { adaptiveAveragePoolBackward(shape, $0, into: $1) },
                    double: { adaptiveAveragePoolBackward(shape, $0, into: $1) })
                : PoolWork(
                    float: { PinionSIMDKernels.adaptiveAveragePool(shape, $0, into: $1) },
                    double: { PinionSIMDKernels.adaptiveAveragePool(shape, $0, into: $1) }))
    }

    /// Runs a kernel that also writes where in its plane each element lies.
    private static func poolWithIndices(
        _ x: Tensor, _ layout: Layout, _ work: (UnsafeMutablePointer<Int64>) -> PoolWork
    ) -> (Tensor, indices: Tensor) {
        let indices = Tensor(layout, .int64)
        return (pool(x, layout, work(indices.elements(Int64.self))), indices)
    }

    /// Runs a kernel on `x`'s elements in the dtype it computes in; integers in float64.
    private static func pool(_ x: Tensor, _ layout: Layout, _ work: PoolWork) -> Tensor {
        let computed = x.dtype.isFloatingPoint ? x.dtype.compute : .float64
        let (source, result) = (contiguous(converted(x, to: computed)), Tensor(layout.packed, computed))
        if computed == .float64 {
            work.double(source.elements(Double.self), result.elements(Double.self))
        } else {
            work.float(source.elements(Float.self), result.elements(Float.self))
        }
        return converted(result, to: x.dtype)
    }
}

/// A kernel for both element types.
private struct PoolWork {
    let float: (UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
    let double: (UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void
}
