import PinionKernelInterface

func makeWinogradKernels() -> WinogradKernels {
    WinogradKernels(
        input: { lines, lineStride, rows, columns, target, stride in
            forEachPart(
                of: columns, least: FloatLane.width / 2 + 1,
                { transformInput(FloatLane.self, lines + 2 * $0, lineStride, rows, columns, target + $0, stride) },
                { transformInput(FloatQuad.self, lines + 2 * $0, lineStride, rows, columns, target + $0, stride) })
        },
        gradient: { lines, lineStride, rows, columns, target, stride in
            forEachPart(
                of: columns, least: FloatLane.width / 2 + 1,
                { transformGradient(FloatLane.self, lines + 2 * $0, lineStride, rows, columns, target + $0, stride) },
                { transformGradient(FloatQuad.self, lines + 2 * $0, lineStride, rows, columns, target + $0, stride) })
        },
        output: { products, stride, columns, bias, target, height, width, scratch in
            let image = OutputImage(target: target, height: height, width: width, stride: width, scratch: scratch)
            forEachPart(
                of: columns, least: FloatLane.width,
                { transformOutput(FloatLane.self, products + $0, stride, columns, bias, image.from(tile: $0)) },
                { transformOutput(FloatQuad.self, products + $0, stride, columns, bias, image.from(tile: $0)) })
        })
}
