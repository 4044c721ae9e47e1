import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct Convolutions {
        /// Those for which tiles of transformed elements are faster: odd sizes, all widths of zeros, groups, several
        /// images and parts of one in a band, more channels than a product sums at a time.
        static let winograd: [ConvolutionShape] = [
            ConvolutionShape(8, 32, 48, [1, 14, 14], [1, 3, 3], before: [0, 1, 1], after: [0, 1, 1]),
            ConvolutionShape(6, 40, 64, [1, 9, 11], [1, 3, 3], before: [0, 2, 1], after: [0, 1, 2]),
            ConvolutionShape(5, 128, 128, groups: 2, [1, 13, 16], [1, 3, 3]),
            ConvolutionShape(3, 300, 64, [1, 12, 14], [1, 3, 3], before: [0, 1, 1], after: [0, 1, 1]),
            ConvolutionShape(60, 48, 40, [1, 4, 4], [1, 3, 3], before: [0, 1, 1], after: [0, 1, 1]),
            ConvolutionShape(4, 48, 48, [1, 6, 14], [1, 3, 3], before: [0, 1, 1], after: [0, 9, 5]),
            ConvolutionShape(1, 32, 75, [1, 40, 38], [1, 3, 3], before: [0, 1, 2], after: [0, 1, 2]),
        ]
        /// Those for which tiles of four by four are.
        static let winogradOfFour: [ConvolutionShape] = [
            ConvolutionShape(2, 32, 40, [1, 30, 33], [1, 3, 3], before: [0, 1, 1], after: [0, 1, 1]),
            ConvolutionShape(9, 40, 36, [1, 16, 17], [1, 3, 3], before: [0, 2, 1], after: [0, 1, 2]),
            ConvolutionShape(3, 48, 64, groups: 2, [1, 40, 71], [1, 3, 3]),
            ConvolutionShape(1, 48, 48, [1, 50, 38], [1, 3, 3], before: [0, 1, 2], after: [0, 7, 1]),
            ConvolutionShape(2, 300, 32, [1, 24, 28], [1, 3, 3], before: [0, 1, 1], after: [0, 1, 1]),
        ]
        /// Those for which sixteen images at a time are faster: parts of sixteen, bands, dilation, one dimension, rows of
        /// outputs that see nothing of the image, windows that skip its beginning.
        static let interleaved: [ConvolutionShape] = [
            ConvolutionShape(64, 10, 20, [1, 12, 12], [1, 5, 5]),
            ConvolutionShape(40, 1, 10, [1, 28, 28], [1, 5, 5]),
            ConvolutionShape(33, 6, 19, [1, 13, 10], [1, 5, 3], before: [0, 2, 1], after: [0, 3, 1]),
            ConvolutionShape(31, 8, 12, [1, 5, 4], [1, 3, 3]),
            ConvolutionShape(
                48, 9, 7, [1, 11, 9], [1, 3, 3], dilation: [1, 2, 3], before: [0, 2, 3], after: [0, 2, 3]),
            ConvolutionShape(16, 12, 40, [1, 2, 3], [1, 3, 3], before: [0, 4, 5], after: [0, 5, 4]),
            ConvolutionShape(
                images: 32, channels: 9, filters: 9, input: [1, 9, 9], output: [1, 4, 5], kernel: [1, 3, 3],
                padding: [0, -2, -1]),
            ConvolutionShape(32, 8, 6, [1, 1, 40], [1, 1, 9]),
            ConvolutionShape(16, 7, 21, [1, 60, 11], [1, 4, 2], before: [0, 1, 0], after: [0, 2, 1]),
        ]
        /// Those for which places with their channels side by side are: several bands, places of a page, blocks of
        /// channels and of taps, groups, one and three dimensions, dilation, windows that see nothing of the image or
        /// skip its beginning, filters that leave panels unfilled.
        static let channelsLast: [ConvolutionShape] = [
            ConvolutionShape(
                3, 20, 60, [1, 14, 14], [1, 3, 3], stride: [1, 2, 2], before: [0, 1, 1], after: [0, 1, 1]),
            ConvolutionShape(
                1, 128, 36, [1, 31, 29], [1, 3, 3], stride: [1, 2, 2], before: [0, 1, 1], after: [0, 1, 1]),
            ConvolutionShape(
                2, 270, 50, [1, 9, 10], [1, 3, 3], stride: [1, 2, 2], before: [0, 1, 1], after: [0, 1, 1]),
            ConvolutionShape(
                4, 40, 96, groups: 2, [1, 9, 8], [1, 3, 4], stride: [1, 2, 1], before: [0, 1, 1], after: [0, 1, 2]),
            ConvolutionShape(
                3, 16, 40, [4, 6, 6], [3, 3, 3], stride: [2, 2, 2], before: [1, 1, 1], after: [1, 1, 1]),
            ConvolutionShape(
                2, 24, 64, [1, 16, 19], [1, 3, 4], stride: [1, 3, 2], dilation: [1, 2, 3], before: [0, 2, 5]),
            ConvolutionShape(1, 33, 16, [1, 3, 4], [1, 5, 5], before: [0, 3, 7], after: [0, 3, 7]),
            ConvolutionShape(5, 32, 33, [1, 1, 50], [1, 1, 5], before: [0, 0, 2], after: [0, 0, 2]),
            ConvolutionShape(
                images: 2, channels: 32, filters: 17, input: [1, 9, 9], output: [1, 4, 5], kernel: [1, 2, 3],
                padding: [0, -2, -1]),
        ]
        /// Those for which columns of several images are: several blocks of rows, parts of images in them, several blocks
        /// of channels, groups, three dimensions, dilation, rows and columns that lie outside the image.
        static let columns: [ConvolutionShape] = [
            ConvolutionShape(
                3, 15, 60, [1, 14, 14], [1, 3, 3], stride: [1, 2, 2], before: [0, 1, 1], after: [0, 1, 1]),
            ConvolutionShape(
                24, 14, 64, [1, 14, 13], [1, 5, 5], stride: [1, 2, 2], before: [0, 1, 1], after: [0, 1, 1]),
            ConvolutionShape(
                5, 15, 50, [1, 9, 10], [1, 5, 5], stride: [1, 2, 2], before: [0, 1, 1], after: [0, 1, 1]),
            ConvolutionShape(
                9, 16, 96, groups: 2, [1, 9, 8], [1, 3, 3], stride: [1, 2, 1], before: [0, 1, 1], after: [0, 1, 1]),
            ConvolutionShape(
                3, 8, 40, [4, 6, 6], [3, 3, 3], stride: [2, 2, 2], before: [1, 1, 1], after: [1, 1, 1]),
            ConvolutionShape(
                4, 12, 64, [1, 16, 19], [1, 3, 4], stride: [1, 3, 2], dilation: [1, 2, 3], before: [0, 2, 5]),
            ConvolutionShape(7, 9, 33, [1, 3, 4], [1, 5, 5], before: [0, 3, 7], after: [0, 3, 7]),
            ConvolutionShape(6, 100, 40, [1, 5, 5], [1, 1, 1], stride: [1, 2, 2]),
        ]
        /// Those whose gradient by the weight is dot products of rows of outputs as they lie: bands of several sizes,
        /// filters and taps that are left over, strides, dilation, three dimensions.
        static let dots: [ConvolutionShape] = [
            ConvolutionShape(3, 3, 20, [1, 16, 16], [1, 3, 3], before: [0, 1, 1], after: [0, 1, 1]),
            ConvolutionShape(2, 1, 17, [1, 36, 40], [1, 5, 5]),
            ConvolutionShape(
                2, 4, 16, [1, 34, 33], [1, 3, 3], stride: [1, 2, 2], before: [0, 1, 0]),
            ConvolutionShape(
                1, 2, 23, [3, 16, 20], [2, 3, 3], dilation: [1, 1, 2], before: [0, 1, 0], after: [0, 1, 0]),
            ConvolutionShape(
                1, 3, 16, [1, 1, 700], [1, 1, 7], stride: [1, 1, 2], before: [0, 0, 3], after: [0, 0, 7]),
        ]
        static let shapes: [ConvolutionShape] =
            [
                // One place, one pixel, one dimension.
                ConvolutionShape(1, 1, 1, [1, 1, 1], [1, 1, 1]),
                ConvolutionShape(2, 3, 4, [1, 1, 40], [1, 1, 3], before: [0, 0, 1], after: [0, 0, 1]),
                ConvolutionShape(
                    1, 2, 3, [1, 1, 300], [1, 1, 7], stride: [1, 1, 3], dilation: [1, 1, 2], before: [0, 0, 4]),
                // Rows that are longer than what is computed at a time.
                ConvolutionShape(1, 3, 4, [1, 1, 5000], [1, 1, 5], stride: [1, 1, 2], before: [0, 0, 2]),
                ConvolutionShape(1, 2, 3, [1, 3, 2300], [1, 2, 4], stride: [1, 1, 2], after: [0, 1, 1]),
                // Windows of one place, with and without strides, large and small images.
                ConvolutionShape(2, 5, 7, [1, 9, 11], [1, 1, 1]),
                ConvolutionShape(6, 5, 7, [1, 3, 3], [1, 1, 1]),
                ConvolutionShape(2, 8, 12, groups: 2, [1, 9, 11], [1, 1, 1]),
                ConvolutionShape(2, 5, 7, [1, 9, 11], [1, 1, 1], stride: [1, 2, 2]),
                ConvolutionShape(1, 5, 7, [1, 6, 5], [1, 1, 1], before: [0, 1, 1], after: [0, 1, 1]),
                // Square windows: same sizes, folded images, strides, dilation, uneven zeros.
                ConvolutionShape(3, 1, 8, [1, 28, 28], [1, 5, 5]),
                ConvolutionShape(9, 12, 10, [1, 5, 5], [1, 3, 3], before: [0, 1, 1], after: [0, 1, 1]),
                ConvolutionShape(40, 3, 5, [1, 6, 7], [1, 3, 2]),
                ConvolutionShape(2, 16, 24, [1, 12, 13], [1, 3, 3], before: [0, 1, 1], after: [0, 1, 1]),
                ConvolutionShape(
                    2, 3, 6, [1, 17, 15], [1, 3, 3], stride: [1, 2, 2], before: [0, 1, 1], after: [0, 1, 1]),
                ConvolutionShape(
                    1, 4, 6, [1, 15, 40], [1, 4, 4], stride: [1, 3, 2], before: [0, 1, 2], after: [0, 2, 1]),
                ConvolutionShape(
                    2, 9, 6, [1, 15, 12], [1, 3, 3], dilation: [1, 2, 3], before: [0, 2, 3], after: [0, 2, 3]),
                ConvolutionShape(2, 4, 6, groups: 2, [1, 10, 9], [1, 3, 3], before: [0, 1, 1], after: [0, 0, 1]),
                // Zeros wider than the image, windows that skip its beginning.
                ConvolutionShape(1, 2, 3, [1, 2, 3], [1, 3, 3], before: [0, 4, 5], after: [0, 5, 4]),
                ConvolutionShape(
                    images: 2, channels: 9, filters: 3, input: [1, 9, 9], output: [1, 4, 5], kernel: [1, 2, 3],
                    padding: [0, -2, -1]),
                // A group for each channel, one and several filters each.
                ConvolutionShape(2, 6, 6, groups: 6, [1, 11, 20], [1, 3, 3], before: [0, 1, 1], after: [0, 1, 1]),
                ConvolutionShape(1, 2, 2, groups: 2, [1, 4, 58], [1, 3, 3], before: [0, 1, 1], after: [0, 1, 1]),
                ConvolutionShape(1, 2, 2, groups: 2, [1, 3, 131], [1, 3, 3], before: [0, 1, 1], after: [0, 1, 1]),
                ConvolutionShape(2, 3, 6, groups: 3, [1, 11, 10], [1, 3, 5], stride: [1, 2, 2], before: [0, 1, 2]),
                // Three dimensions.
                ConvolutionShape(2, 3, 4, [5, 6, 7], [3, 2, 3], before: [1, 0, 1], after: [1, 1, 1]),
                ConvolutionShape(
                    1, 9, 4, [5, 6, 7], [2, 3, 3], stride: [2, 1, 2], dilation: [1, 2, 1], before: [1, 1, 1]),
                // Long sums and many weights, rows of outputs that are computed one at a time.
                ConvolutionShape(1, 15, 40, [1, 24, 52], [1, 5, 5]),
                ConvolutionShape(2, 12, 36, groups: 3, [1, 20, 18], [1, 3, 3]),
                ConvolutionShape(1, 200, 40, [1, 6, 6], [1, 3, 3], before: [0, 1, 1], after: [0, 1, 1]),
                ConvolutionShape(2, 32, 130, [1, 32, 32], [1, 3, 3], before: [0, 1, 1], after: [0, 1, 1]),
            ] + winograd + winogradOfFour + interleaved + channelsLast + columns + dots + [
                // Nothing to do, and nothing to sum.
                ConvolutionShape(0, 2, 3, [1, 5, 5], [1, 3, 3]),
                ConvolutionShape(2, 0, 3, [1, 5, 5], [1, 3, 3]),
            ]

        private func check<Scalar: GemmScalar>(_: Scalar.Type, tolerance: Double) {
            for shape in Self.shapes {
                let test = ConvolutionCase<Scalar>(shape)
                let expected = test.expected()
                withEachTable { table in
                    for (index, result) in test.results().enumerated() {
                        let largest = max(1, expected[index].map(abs).max() ?? 0)
                        let worst = zip(result, expected[index]).map { abs(Double($0) - $1) }.max() ?? 0
                        #expect(worst <= tolerance * largest, "result \(index) of \(shape) on \(table)")
                        #expect(result.last == 7, "result \(index) of \(shape) on \(table)")
                    }
                }
            }
        }

        @Test func matchSumsInDouble() {
            check(Float.self, tolerance: 4e-6)
            check(Double.self, tolerance: 1e-13)
        }

        @Test func winogradShapesAreComputedThatWay() {
            for shape in Self.winograd {
                #expect(WinogradConvolution.tile(shape) != nil && WinogradWeightGradient.tile(shape) != nil, "\(shape)")
            }
            for shape in Self.winogradOfFour { #expect(WinogradConvolution.tile(shape) == .four, "\(shape)") }
            #expect(Self.winograd.contains { WinogradConvolution.tile($0) == .two })
            #expect(Self.winograd.contains { WinogradWeightGradient.tile($0) == .two })
            #expect(Self.winogradOfFour.contains { WinogradWeightGradient.tile($0) == .four })
        }

        @Test func interleavedShapesAreComputedThatWay() {
            for shape in Self.interleaved {
                #expect(InterleavedConvolution<Float>.pays(shape), "\(shape)")
                withEachTable { table in
                    #expect(DotWeightGradient<Float>.pays(shape), "\(shape) on \(table)")
                }
            }
        }

        @Test func placesHaveTheirChannelsSideBySide() {
            for shape in Self.channelsLast {
                #expect(ConvolutionMethod.packing(shape, Float.self) == .channelsLast, "\(shape)")
            }
        }

        @Test func columnsOfSeveralImagesAreWrittenOut() {
            for shape in Self.columns { #expect(ConvolutionMethod.packing(shape, Float.self) == .columns, "\(shape)") }
        }

        @Test func rowsOfOutputsAreTakenAsTheyLie() {
            for shape in Self.dots {
                #expect(WinogradWeightGradient.tile(shape) == nil && DotWeightGradient<Float>.pays(shape), "\(shape)")
            }
        }

        @Test func doNotDependOnTheNumberOfThreads() {
            withEachTable { table in
                for shape in Self.shapes {
                    let test = ConvolutionCase<Float>(shape)
                    var results: [[[Float]]] = []
                    withEachThreadCount { _ in results.append(test.results()) }
                    // Compared outside of the expectation, which would print all elements.
                    let differing = results[0].indices.filter { results[0][$0] != results[1][$0] }
                    #expect(differing.isEmpty, "results of \(shape) on \(table)")
                }
            }
        }
    }
}
