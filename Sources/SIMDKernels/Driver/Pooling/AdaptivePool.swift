/// The windows of a pooling whose output has a given size: place i of n covers `⌊i size / n⌋ ..< ⌈(i + 1) size / n⌉`.
package struct AdaptiveShape: Sendable, Equatable {
    package let planes: Int
    package let input: SIMD3<Int>
    package let output: SIMD3<Int>

    package init(planes: Int, input: SIMD3<Int>, output: SIMD3<Int>) {
        (self.planes, self.input, self.output) = (planes, input, output)
    }

    private func range(_ d: Int, _ place: Int) -> Range<Int> {
        place * input[d] / output[d]..<((place + 1) * input[d] + output[d] - 1) / output[d]
    }

    /// Calls `body` with each place of a plane and the rows of its window: first elements and their count.
    @inline(__always)
    fileprivate func forEachWindow(
        _ body: (_ place: Int, _ size: Int, _ rows: ((_ first: Int, _ count: Int) -> Void) -> Void) -> Void
    ) {
        var place = 0
        for z in 0..<output.x {
            let depths = range(0, z)
            for y in 0..<output.y {
                let heights = range(1, y)
                for x in 0..<output.z {
                    let widths = range(2, x)
                    body(place, depths.count * heights.count * widths.count) { visit in
                        for i in depths {
                            for j in heights {
                                visit((i * input.y + j) * input.z + widths.lowerBound, widths.count)
                            }
                        }
                    }
                    place += 1
                }
            }
        }
    }

    fileprivate func forEachPlane(_ body: (_ input: Int, _ output: Int) -> Void) {
        parallelFor(0..<planes, grain: max(1, (1 << 15) / max(1, input.volume + output.volume))) { part in
            for plane in part { body(plane * input.volume, plane * output.volume) }
        }
    }
}

/// The mean of each window of planes [planes, input], to [planes, output].
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func adaptiveAveragePool<Scalar: GemmScalar>(
    _ shape: AdaptiveShape, _ x: UnsafePointer<Scalar>, into y: UnsafeMutablePointer<Scalar>
) {
    shape.forEachPlane { input, output in
        let (source, target) = (x + input, y + output)
        shape.forEachWindow { place, size, rows in
            var sum: Scalar = 0
            rows { first, count in
                for i in first..<first + count { sum += source[i] }
            }
            target[place] = sum / Scalar(size)
        }
    }
}

/// The gradient of `adaptiveAveragePool` by its input.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func adaptiveAveragePoolBackward<Scalar: GemmScalar>(
    _ shape: AdaptiveShape, _ gy: UnsafePointer<Scalar>, into gx: UnsafeMutablePointer<Scalar>
) {
    shape.forEachPlane { input, output in
        let (source, target) = (gy + output, gx + input)
        target.update(repeating: 0, count: shape.input.volume)
        shape.forEachWindow { place, size, rows in
            let part = source[place] / Scalar(size)
            rows { first, count in
                for i in first..<first + count { target[i] += part }
            }
        }
    }
}

/// The largest element of each window and where it lies in its plane; of NaN and equals as `maxPool`.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func adaptiveMaxPool<Scalar: GemmScalar>(
    _ shape: AdaptiveShape, _ x: UnsafePointer<Scalar>, into y: UnsafeMutablePointer<Scalar>,
    indices: UnsafeMutablePointer<Int64>
) {
    shape.forEachPlane { input, output in
        let source = x + input
        shape.forEachWindow { place, _, rows in
            var (largest, at) = (-Scalar.infinity, -1)
            rows { first, count in
                for i in first..<first + count where source[i] > largest || source[i].isNaN || at < 0 {
                    (largest, at) = (source[i], i)
                }
            }
            y[output + place] = largest
            indices[output + place] = Int64(at)
        }
    }
}
