import PinionSIMDKernels
import PinionTestSupport
import Testing

/// Windows of two by two against the pooling of any windows.
@Suite struct MaxPoolPairs {
    /// Planes with equal neighbours, NaN and infinities, an odd row and an odd column.
    private let shape = ConvolutionShape(
        images: 3, channels: 1, filters: 1, input: [2, 7, 41], output: [2, 3, 20], kernel: [1, 2, 2], stride: [1, 2, 2])

    private func planes<Scalar: GemmScalar>(_: Scalar.Type) -> [Scalar] {
        var numbers = Numbers(seed: 5)
        let drawn: [Scalar] = numbers.array(shape.images * shape.inputPlane)
        return drawn.enumerated().map { index, value in
            switch index % 11 {
            case 0, 1: .nan
            case 2: -.infinity
            case 3, 4: 0.5
            case 5: index % 2 == 0 ? .nan : value
            default: value
            }
        }
    }

    private func check<Scalar: PairScalar>(_: Scalar.Type) {
        #expect(shape.isPairs)
        let x = planes(Scalar.self)
        let count = shape.images * shape.outputPlane
        var (expected, places) = ([Scalar](repeating: 0, count: count), [Int64](repeating: 0, count: count))
        maxPool(shape, x, into: &expected, indices: &places)
        var y = [Scalar](repeating: 7, count: count + 1)
        maxPoolPairs(shape, x, into: &y)
        #expect(y.last == 7)
        for i in 0..<count { #expect(y[i] == expected[i] || (y[i].isNaN && expected[i].isNaN), "element \(i)") }

        let g = (0..<count).map { Scalar($0 + 1) }
        var byX = [Scalar](repeating: 0, count: x.count)
        scatterPlanes(
            g, indices: places, planes: shape.images, count: shape.outputPlane, into: &byX, size: shape.inputPlane)
        var gx = [Scalar](repeating: 7, count: x.count + 1)
        maxPoolPairsBackward(shape, g, x, into: &gx)
        #expect(gx.popLast() == 7)
        #expect(gx == byX)
    }

    @Test func equalThePoolingOfAnyWindows() {
        withEachThreadCount { _ in
            check(Float.self)
            check(Double.self)
        }
    }
}
