/// Windows of one size over planes, which begin at places of their own in each plane.
package struct FractionalShape: Sendable {
    package let planes: Int
    package let input: SIMD3<Int>
    package let output: SIMD3<Int>
    package let kernel: SIMD3<Int>
    /// Where windows begin along x, along y and along z, plane after plane.
    package let starts: [Int]

    package init(
        planes: Int, input: SIMD3<Int>, output: SIMD3<Int>, kernel: SIMD3<Int>, starts: [Int]
    ) {
        (self.planes, self.input, self.output) = (planes, input, output)
        (self.kernel, self.starts) = (kernel, starts)
    }
}

/// The largest element of each window, and where it lies in its plane; a NaN is larger than any number.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func fractionalMaxPool<Scalar: GemmScalar>(
    _ shape: FractionalShape, _ x: UnsafePointer<Scalar>, into y: UnsafeMutablePointer<Scalar>,
    indices: UnsafeMutablePointer<Int64>
) {
    let (input, output, kernel) = (shape.input, shape.output, shape.kernel)
    let size = output.x * output.y * output.z
    let work = max(1, size * kernel.x * kernel.y * kernel.z)
    parallelFor(0..<shape.planes, grain: max(1, (1 << 15) / work)) { planes in
        for plane in planes {
            let source = x + plane * input.x * input.y * input.z
            let first = plane * (output.x + output.y + output.z)
            var target = plane * size
            for i in 0..<output.x {
                for j in 0..<output.y {
                    for k in 0..<output.z {
                        let corner = SIMD3(
                            shape.starts[first + i], shape.starts[first + output.x + j],
                            shape.starts[first + output.x + output.y + k])
                        (y[target], indices[target]) = largest(source, corner, kernel, input)
                        target += 1
                    }
                }
            }
        }
    }
}

@inline(__always)
private func largest<Scalar: GemmScalar>(
    _ x: UnsafePointer<Scalar>, _ corner: SIMD3<Int>, _ kernel: SIMD3<Int>, _ input: SIMD3<Int>
) -> (Scalar, Int64) {
    var (found, place) = (-Scalar.infinity, -1)
    for i in corner.x..<corner.x + kernel.x {
        for j in corner.y..<corner.y + kernel.y {
            let row = (i * input.y + j) * input.z
            for index in row + corner.z..<row + corner.z + kernel.z
            where x[index] > found || x[index].isNaN || place < 0 {
                (found, place) = (x[index], index)
            }
        }
    }
    return (found, Int64(place))
}
