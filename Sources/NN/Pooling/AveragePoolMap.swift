import PinionAutograd
import PinionSIMDKernels

/// Means of windows as the map from input to output and its transpose, which are each other's gradients.
struct AveragePoolMap {
    enum Windows {
        case sliding(ConvolutionShape, PoolDivisor)
        case adaptive(AdaptiveShape)
    }

    let node: StaticString
    let windows: Windows
    let input: Layout
    let output: Layout

    func forward(_ x: Tensor) -> Tensor {
        let y = compute(x, into: output, isBackward: false)
        return isRecorded(x) ? record(node, y, x, isReusable: true) { backward($0) } : y
    }

    func backward(_ g: Tensor) -> Tensor {
        let gx = compute(g, into: input, isBackward: true)
        return isRecorded(g) ? record("AvgPoolBackward0", gx, g, isReusable: true) { forward($0) } : gx
    }

    private func compute(_ x: Tensor, into layout: Layout, isBackward: Bool) -> Tensor {
        switch windows {
        case .sliding(let shape, let divisor):
            Raw.averagePool(shape, divisor, x, into: layout, isBackward: isBackward)
        case .adaptive(let shape): Raw.adaptiveAveragePool(shape, x, into: layout, isBackward: isBackward)
        }
    }
}

private let nodeNames: [StaticString] = ["AvgPool1DBackward0", "AvgPool2DBackward0", "AvgPool3DBackward0"]
private let adaptiveNodeNames: [StaticString] = [
    "AdaptiveAvgPool1DBackward0", "AdaptiveAvgPool2DBackward0", "AdaptiveAvgPool3DBackward0",
]

func averagePool(
    _ operation: StaticString, _ rank: Int, _ x: Tensor, _ kernel: some SpatialSizes, _ stride: (any SpatialSizes)?,
    _ padding: some SpatialSizes, ceilMode: Bool, countIncludePad: Bool, divisorOverride: Int?
) -> Tensor {
    attempt { () throws(TensorError) in
        let window = try PoolWindow(
            operation, rank, x, kernel: kernel, stride: stride, padding: padding, ceilMode: ceilMode)
        if divisorOverride == 0 {
            throw TensorError("\(operation)", .value, "divisorOverride must not be 0")
        }
        let divisor: PoolDivisor =
            divisorOverride.map { .fixed($0) } ?? (countIncludePad ? .padded(behind: window.behind) : .inside)
        return AveragePoolMap(
            node: nodeNames[rank - 1], windows: .sliding(window.shape, divisor), input: window.input,
            output: window.output
        ).forward(x)
    }
}

func adaptiveAveragePool(
    _ operation: StaticString, _ rank: Int, _ x: Tensor, _ outputSize: some SpatialSizes
) -> Tensor {
    attempt { () throws(TensorError) in
        let (shape, layout) = try adaptiveShape(operation, rank, x, outputSize)
        return AveragePoolMap(
            node: adaptiveNodeNames[rank - 1], windows: .adaptive(shape), input: x.layout.packed, output: layout
        ).forward(x)
    }
}
