import PinionNN
import PinionTestSupport

private func padding(_ s: OperationCall) -> _ConvolutionPadding {
    if let name = s.string("padding").flatMap(NamedPadding.init(rawValue:)) { return .named(name) }
    return .sizes(.each(s.ints("padding", [0])))
}

let convolutionRows: [OperationRow] = [
    OperationRow("conv1d") { s in
        [
            conv1d(
                s[0], s[1], s.tensor("bias"), stride: s.ints("stride", [1]), padding: padding(s),
                dilation: s.ints("dilation", [1]), groups: s.int("groups", 1))
        ]
    },
    OperationRow("conv2d") { s in
        [
            conv2d(
                s[0], s[1], s.tensor("bias"), stride: s.ints("stride", [1]), padding: padding(s),
                dilation: s.ints("dilation", [1]), groups: s.int("groups", 1))
        ]
    },
    OperationRow("conv3d") { s in
        [
            conv3d(
                s[0], s[1], s.tensor("bias"), stride: s.ints("stride", [1]), padding: padding(s),
                dilation: s.ints("dilation", [1]), groups: s.int("groups", 1))
        ]
    },
    OperationRow("conv_transpose1d") { s in
        [
            convTranspose1d(
                s[0], s[1], s.tensor("bias"), stride: s.ints("stride", [1]), padding: s.ints("padding", [0]),
                outputPadding: s.ints("output_padding", [0]), groups: s.int("groups", 1),
                dilation: s.ints("dilation", [1]))
        ]
    },
    OperationRow("conv_transpose2d") { s in
        [
            convTranspose2d(
                s[0], s[1], s.tensor("bias"), stride: s.ints("stride", [1]), padding: s.ints("padding", [0]),
                outputPadding: s.ints("output_padding", [0]), groups: s.int("groups", 1),
                dilation: s.ints("dilation", [1]))
        ]
    },
    OperationRow("conv_transpose3d") { s in
        [
            convTranspose3d(
                s[0], s[1], s.tensor("bias"), stride: s.ints("stride", [1]), padding: s.ints("padding", [0]),
                outputPadding: s.ints("output_padding", [0]), groups: s.int("groups", 1),
                dilation: s.ints("dilation", [1]))
        ]
    },
]
