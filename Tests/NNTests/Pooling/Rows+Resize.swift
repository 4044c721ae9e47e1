import PinionNN
import PinionTestSupport

private func factors(_ s: OperationCall) -> (any ScaleFactors)? {
    if let factor = s.double("scale_factor") { return factor }
    return s.value("scale_factor")?.elements?.compactMap(\.double)
}

private func sizes(_ s: OperationCall, _ name: String) -> [Int]? {
    let given = s.ints(name, [])
    return given.isEmpty ? nil : given
}

/// One number where the sample has one.
private func sizeOfAll(_ s: OperationCall) -> (any SpatialSizes)? {
    if let size = s.double("size") { return Int(size) }
    return sizes(s, "size")
}

private func lpPool(_ rank: Int, _ s: OperationCall) -> [Tensor] {
    let (p, kernel, stride) = (s.double("norm_type", 2), s.ints("kernel_size", [1]), sizes(s, "stride"))
    let ceilMode = s.bool("ceil_mode", false)
    switch rank {
    case 1: return [lpPool1d(s[0], p, kernel, stride: stride, ceilMode: ceilMode)]
    case 2: return [lpPool2d(s[0], p, kernel, stride: stride, ceilMode: ceilMode)]
    default: return [lpPool3d(s[0], p, kernel, stride: stride, ceilMode: ceilMode)]
    }
}

private func maxUnpool(_ rank: Int, _ s: OperationCall) -> [Tensor] {
    let (kernel, stride, padding) = (s.ints("kernel_size", [1]), sizes(s, "stride"), s.ints("padding", [0]))
    let size = sizes(s, "output_size")
    switch rank {
    case 1: return [maxUnpool1d(s[0], s[1], kernel, stride: stride, padding: padding, outputSize: size)]
    case 2: return [maxUnpool2d(s[0], s[1], kernel, stride: stride, padding: padding, outputSize: size)]
    default: return [maxUnpool3d(s[0], s[1], kernel, stride: stride, padding: padding, outputSize: size)]
    }
}

private func unpoolRow(_ rank: Int) -> OperationRow {
    OperationRow("max_unpool\(rank)d") { maxUnpool(rank, $0) }
        .excused(
            from: .numericalGradient, .numericalSecondGradient,
            because: "of elements that go to one place the last stays, but all get the place's gradient, as in PyTorch")
}

let resizeRows: [OperationRow] = [
    OperationRow("interpolate") { s in
        [
            interpolate(
                s[0], size: sizeOfAll(s), scaleFactor: factors(s),
                mode: InterpolationMode(rawValue: s.string("mode", "nearest")) ?? .nearest,
                alignCorners: s.bool("align_corners"), recomputeScaleFactor: s.bool("recompute_scale_factor", false))
        ]
    },
    OperationRow("unfold") { s in
        [
            unfold(
                s[0], s.ints("kernel_size", [1]), dilation: s.ints("dilation", [1]), padding: s.ints("padding", [0]),
                stride: s.ints("stride", [1]))
        ]
    },
    OperationRow("fold") { s in
        [
            fold(
                s[0], s.ints("output_size", [1]), s.ints("kernel_size", [1]), dilation: s.ints("dilation", [1]),
                padding: s.ints("padding", [0]), stride: s.ints("stride", [1]))
        ]
    },
    OperationRow("lp_pool1d") { lpPool(1, $0) },
    OperationRow("lp_pool2d") { lpPool(2, $0) },
    OperationRow("lp_pool3d") { lpPool(3, $0) },
    unpoolRow(1),
    unpoolRow(2),
    unpoolRow(3),
]
