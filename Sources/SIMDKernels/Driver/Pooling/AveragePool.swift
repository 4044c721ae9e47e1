/// What the sum of a window is divided by.
package enum PoolDivisor: Sendable, Equatable {
    /// The places of the window inside the plane and the zeros around it, which end `behind` its last element.
    case padded(behind: SIMD3<Int>)
    /// The places inside the plane.
    case inside
    case fixed(Int)
}

/// The mean of each window of planes [images, input], to [images, output]; the shape has one channel and one filter.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func averagePool<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ divisor: PoolDivisor, _ x: UnsafePointer<Scalar>, into y: UnsafeMutablePointer<Scalar>
) {
    shape.check("averagePool")
    let counts = WindowCounts(shape, divisor)
    shape.forEachWindowRow { plane, row, parts in
        let source = x + plane * shape.inputPlane
        let target = y + plane * shape.outputPlane + row
        target.update(repeating: 0, count: shape.output.z)
        let step = shape.stride.z
        parts { _, before, count, first in
            let (from, to) = (source + first, target + before)
            switch step {
            case 1: for i in 0..<count { to[i] += from[i] }
            case 2: for i in 0..<count { to[i] += from[2 * i] }
            default: for i in 0..<count { to[i] += from[i * step] }
            }
        }
        for i in 0..<shape.output.z { target[i] /= Scalar(counts[row + i]) }
    }
}

/// The gradient of `averagePool` by its input: each window's gradient in equal parts.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func averagePoolBackward<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ divisor: PoolDivisor, _ gy: UnsafePointer<Scalar>,
    into gx: UnsafeMutablePointer<Scalar>
) {
    shape.check("averagePoolBackward")
    let counts = WindowCounts(shape, divisor)
    // Windows overlap, so a plane belongs to one thread.
    let (size, count, step) = (shape.inputPlane, shape.outputPlane, shape.stride.z)
    var single = shape
    single.images = 1
    parallelFor(0..<shape.images, grain: max(1, (1 << 16) / max(1, count * shape.taps))) { planes in
        withScratch(byteCount: max(1, shape.output.z) * MemoryLayout<Scalar>.stride) { scratch in
            let shares = scratch.assumingMemoryBound(to: Scalar.self)
            for plane in planes {
                let (source, target) = (gy + plane * count, gx + plane * size)
                target.update(repeating: 0, count: size)
                single.forEachWindowRow { _, row, parts in
                    for i in 0..<shape.output.z { shares[i] = source[row + i] / Scalar(counts[row + i]) }
                    parts { _, before, count, first in
                        let (from, to) = (shares + before, target + first)
                        if step == 1 {
                            for i in 0..<count { to[i] += from[i] }
                        } else {
                            for i in 0..<count { to[i * step] += from[i] }
                        }
                    }
                }
            }
        }
    }
}

/// The divisors of an output plane.
private struct WindowCounts {
    private let counts: [Int]

    init(_ shape: ConvolutionShape, _ divisor: PoolDivisor) {
        let lengths = (0..<3).map { d in
            (0..<shape.output[d]).map { place -> Int in
                let start = place * shape.stride[d] - shape.padding[d]
                let end = start + shape.kernel[d]
                switch divisor {
                case .padded(let behind): return min(end, shape.input[d] + behind[d]) - start
                case .inside: return min(end, shape.input[d]) - max(start, 0)
                case .fixed: return 1
                }
            }
        }
        var factor = 1
        if case .fixed(let number) = divisor { factor = number }
        counts = lengths[0].flatMap { z in lengths[1].flatMap { y in lengths[2].map { z * y * $0 * factor } } }
    }

    @inline(__always)
    subscript(place: Int) -> Int { counts[place] }
}
