import PinionNN
import PinionTestSupport

private struct Window {
    let kernel: [Int]
    let stride: [Int]?
    let padding: [Int]
    let dilation: [Int]
    let ceilMode: Bool

    init(_ s: OperationCall) {
        kernel = s.ints("kernel_size", [1])
        let given = s.ints("stride", [])
        stride = given.isEmpty ? nil : given
        padding = s.ints("padding", [0])
        dilation = s.ints("dilation", [1])
        ceilMode = s.bool("ceil_mode", false)
    }
}

private func maxPool(_ rank: Int, _ s: OperationCall) -> [Tensor] {
    let w = Window(s)
    if s.bool("return_indices", false) {
        let pair =
            switch rank {
            case 1:
                maxPool1dWithIndices(
                    s[0], w.kernel, stride: w.stride, padding: w.padding, dilation: w.dilation, ceilMode: w.ceilMode)
            case 2:
                maxPool2dWithIndices(
                    s[0], w.kernel, stride: w.stride, padding: w.padding, dilation: w.dilation, ceilMode: w.ceilMode)
            default:
                maxPool3dWithIndices(
                    s[0], w.kernel, stride: w.stride, padding: w.padding, dilation: w.dilation, ceilMode: w.ceilMode)
            }
        return [pair.values, pair.indices]
    }
    switch rank {
    case 1:
        return [
            maxPool1d(s[0], w.kernel, stride: w.stride, padding: w.padding, dilation: w.dilation, ceilMode: w.ceilMode)
        ]
    case 2:
        return [
            maxPool2d(s[0], w.kernel, stride: w.stride, padding: w.padding, dilation: w.dilation, ceilMode: w.ceilMode)
        ]
    default:
        return [
            maxPool3d(s[0], w.kernel, stride: w.stride, padding: w.padding, dilation: w.dilation, ceilMode: w.ceilMode)
        ]
    }
}

private func avgPool(_ rank: Int, _ s: OperationCall) -> [Tensor] {
    let w = Window(s)
    let counts = s.bool("count_include_pad", true)
    let divisor = s.int("divisor_override")
    switch rank {
    case 1:
        return [
            avgPool1d(
                s[0], w.kernel, stride: w.stride, padding: w.padding, ceilMode: w.ceilMode, countIncludePad: counts)
        ]
    case 2:
        return [
            avgPool2d(
                s[0], w.kernel, stride: w.stride, padding: w.padding, ceilMode: w.ceilMode, countIncludePad: counts,
                divisorOverride: divisor)
        ]
    default:
        return [
            avgPool3d(
                s[0], w.kernel, stride: w.stride, padding: w.padding, ceilMode: w.ceilMode, countIncludePad: counts,
                divisorOverride: divisor)
        ]
    }
}

/// Output sizes, where -1 stands for the input's, which PyTorch writes as None.
private func outputSize(_ s: OperationCall, _ rank: Int) -> [Int] {
    if let size = s.int("output_size") { return [Int](repeating: size, count: rank) }
    let given = s.value("output_size")?.elements ?? []
    return given.enumerated().map { $1.int ?? s[0].size($0 - rank) }
}

private func adaptiveMax(_ pair: (values: Tensor, indices: Tensor)) -> [Tensor] { [pair.values, pair.indices] }

let poolingRows: [OperationRow] = [
    OperationRow("max_pool1d") { maxPool(1, $0) },
    OperationRow("max_pool2d") { maxPool(2, $0) },
    OperationRow("max_pool3d") { maxPool(3, $0) },
    OperationRow("avg_pool1d") { avgPool(1, $0) },
    OperationRow("avg_pool2d") { avgPool(2, $0) },
    OperationRow("avg_pool3d") { avgPool(3, $0) },
    OperationRow("adaptive_avg_pool1d") { [adaptiveAvgPool1d($0[0], outputSize($0, 1))] },
    OperationRow("adaptive_avg_pool2d") { [adaptiveAvgPool2d($0[0], outputSize($0, 2))] },
    OperationRow("adaptive_avg_pool3d") { [adaptiveAvgPool3d($0[0], outputSize($0, 3))] },
    OperationRow("adaptive_max_pool1d") { adaptiveMax(adaptiveMaxPool1dWithIndices($0[0], outputSize($0, 1))) },
    OperationRow("adaptive_max_pool2d") { adaptiveMax(adaptiveMaxPool2dWithIndices($0[0], outputSize($0, 2))) },
    OperationRow("adaptive_max_pool3d") { adaptiveMax(adaptiveMaxPool3dWithIndices($0[0], outputSize($0, 3))) },
]
