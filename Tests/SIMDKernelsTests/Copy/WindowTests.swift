import PinionSIMDKernels
import PinionTestSupport
import Testing

extension AllKernels {
    @Suite struct Windows {
        static let shapes: [WindowShape] = [
            WindowShape(channels: 1, height: 1, width: 1, kernel: (1, 1)),
            WindowShape(channels: 3, height: 9, width: 11, kernel: (3, 3), padding: (1, 1)),
            WindowShape(channels: 2, height: 40, width: 37, kernel: (5, 3), padding: (2, 1)),
            WindowShape(channels: 2, height: 12, width: 35, kernel: (3, 4), stride: (2, 3), padding: (0, 2)),
            WindowShape(channels: 2, height: 13, width: 14, kernel: (3, 3), stride: (1, 1), padding: (4, 5)),
            WindowShape(channels: 1, height: 20, width: 21, kernel: (3, 2), padding: (3, 2), dilation: (2, 5)),
            WindowShape(channels: 2, height: 3, width: 2, kernel: (5, 6), stride: (2, 2), padding: (3, 4)),
            WindowShape(channels: 4, height: 64, width: 64, kernel: (3, 3), stride: (2, 2), padding: (1, 1)),
        ]

        /// Visits each element of the columns of an image with its place in the image, or nil outside of it.
        private func forEach(_ shape: WindowShape, _ body: (_ column: Int, _ place: Int?) -> Void) {
            var column = 0
            for c in 0..<shape.channels {
                for ky in 0..<shape.kernel.height {
                    for kx in 0..<shape.kernel.width {
                        for oy in 0..<shape.outputHeight {
                            for ox in 0..<shape.outputWidth {
                                let y = oy * shape.stride.height - shape.padding.height + ky * shape.dilation.height
                                let x = ox * shape.stride.width - shape.padding.width + kx * shape.dilation.width
                                let inside = (0..<shape.height).contains(y) && (0..<shape.width).contains(x)
                                body(column, inside ? (c * shape.height + y) * shape.width + x : nil)
                                column += 1
                            }
                        }
                    }
                }
            }
        }

        private func check<T: WindowScalar & BinaryFloatingPoint>(_: T.Type, _ shape: WindowShape, accumulates: Bool) {
            let images = 2
            var numbers = Numbers(seed: shape.columnRows)
            let columnCount = shape.columnRows * shape.columnLength
            let image: [T] = numbers.array(images * shape.imageSize)
            var columns = [T](repeating: 9, count: images * columnCount + 1)
            var expected = columns
            im2col(shape, images: images, image, into: &columns)
            for b in 0..<images {
                forEach(shape) { column, place in
                    expected[b * columnCount + column] = place.map { image[b * shape.imageSize + $0] } ?? 0
                }
            }
            #expect(columns == expected, "\(shape)")

            let terms: [T] = numbers.array(images * columnCount)
            var sums: [T] = numbers.array(images * shape.imageSize)
            var exact = sums.map { accumulates ? Double($0) : 0 }
            col2im(shape, images: images, terms, into: &sums, accumulates: accumulates)
            for b in 0..<images {
                forEach(shape) { column, place in
                    if let place { exact[b * shape.imageSize + place] += Double(terms[b * columnCount + column]) }
                }
            }
            let worst = zip(sums, exact).map { abs(Double($0) - $1) }.max() ?? 0
            #expect(worst < 64 * Double(T.ulpOfOne), "\(shape)")
        }

        @Test func matchPlainLoops() {
            let former = numThreads
            defer { setNumThreads(former) }
            withEachTable { _ in
                for threads in [1, 2] {
                    setNumThreads(threads)
                    for shape in Self.shapes {
                        check(Float.self, shape, accumulates: threads == 1)
                        check(Double.self, shape, accumulates: threads == 2)
                    }
                }
            }
        }

        @Test func windowsThatDoNotFitStop() async {
            let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
                var columns = [Float](repeating: 0, count: 9)
                let shape = WindowShape(channels: 1, height: 2, width: 2, kernel: (3, 3))
                im2col(shape, images: 1, [Float](repeating: 0, count: 4), into: &columns)
            }
            let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
            #expect(text.contains("im2col of [1, 1, 2, 2]") && text.contains("does not fit into the image"))
        }
    }
}
