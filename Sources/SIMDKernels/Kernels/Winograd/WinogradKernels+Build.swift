import PinionKernelInterface

func makeWinogradKernels() -> WinogradKernels {
    WinogradKernels(two: makeTransformsOfTwo(), four: makeTransformsOfFour())
}

private func makeTransformsOfTwo() -> WinogradTransforms {
    WinogradTransforms(
        input: { lines, lineStride, rows, columns, target, stride, _ in
            forEachPart(
                of: columns, least: FloatLane.width / 2 + 1,
                { transformInput(FloatLane.self, lines + 2 * $0, lineStride, rows, columns, target + $0, stride) },
                { transformInput(FloatQuad.self, lines + 2 * $0, lineStride, rows, columns, target + $0, stride) })
        },
        gradient: { lines, lineStride, rows, columns, target, stride, _ in
            forEachPart(
                of: columns, least: FloatLane.width / 2 + 1,
                { transformGradient(FloatLane.self, lines + 2 * $0, lineStride, rows, columns, target + $0, stride) },
                { transformGradient(FloatQuad.self, lines + 2 * $0, lineStride, rows, columns, target + $0, stride) })
        },
        output: { products, stride, columns, bias, target, height, width, scratch in
            let image = OutputImage(target: target, height: height, width: width, scratch: scratch)
            forEachPart(
                of: columns, least: FloatLane.width,
                { transformOutput(FloatLane.self, products + $0, stride, columns, bias, image.from(column: 2 * $0)) },
                { transformOutput(FloatQuad.self, products + $0, stride, columns, bias, image.from(column: 2 * $0)) })
        })
}

private func makeTransformsOfFour() -> WinogradTransforms {
    WinogradTransforms(
        input: { lines, lineStride, rows, columns, target, stride, scratch in
            let lines = ImageLines(first: lines, stride: lineStride)
            forEachPart(
                of: columns, least: FloatLane.width / 2 + 1,
                {
                    transformInputOfFour(
                        FloatLane.self, lines.from(column: 4 * $0), rows, columns, target + $0, stride, scratch)
                },
                {
                    transformInputOfFour(
                        FloatQuad.self, lines.from(column: 4 * $0), rows, columns, target + $0, stride, scratch)
                })
        },
        gradient: { lines, lineStride, rows, columns, target, stride, scratch in
            let lines = ImageLines(first: lines, stride: lineStride)
            forEachPart(
                of: columns, least: FloatLane.width / 2 + 1,
                {
                    transformGradientOfFour(
                        FloatLane.self, lines.from(column: 4 * $0), rows, columns, target + $0, stride, scratch)
                },
                {
                    transformGradientOfFour(
                        FloatQuad.self, lines.from(column: 4 * $0), rows, columns, target + $0, stride, scratch)
                })
        },
        output: { products, stride, columns, bias, target, height, width, scratch in
            let image = OutputImage(target: target, height: height, width: width, scratch: scratch)
            forEachPart(
                of: columns, least: FloatLane.width,
                {
                    transformOutputOfFour(
                        FloatLane.self, products + $0, stride, columns, bias, image.from(column: 4 * $0))
                },
                {
                    transformOutputOfFour(
                        FloatQuad.self, products + $0, stride, columns, bias, image.from(column: 4 * $0))
                })
        })
}
