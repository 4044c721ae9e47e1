/// The largest element of each window of planes [images, input], to [images, output]; a NaN is larger than any number.
///
/// Of equal elements the first counts, of several NaN the last, as in PyTorch. Places outside the plane do not count;
/// every window must have one inside.
/// - Parameters:
///   - shape: one channel and one filter; `images` are planes.
///   - x: the planes.
///   - y: the largest elements.
///   - indices: where each element lies in its plane, or nil.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func maxPool<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ x: UnsafePointer<Scalar>, into y: UnsafeMutablePointer<Scalar>,
    indices: UnsafeMutablePointer<Int64>?
) {
    shape.check("maxPool")
    shape.forEachWindowRow { plane, row, parts in
        let source = x + plane * shape.inputPlane
        let target = y + plane * shape.outputPlane + row
        target.update(repeating: -.infinity, count: shape.output.z)
        guard let indices else {
            parts { _, before, count, first in
                takeLarger(source + first, step: shape.stride.z, into: target + before, count: count)
            }
            return
        }
        let places = indices + plane * shape.outputPlane + row
        places.update(repeating: -1, count: shape.output.z)
        parts { _, before, count, first in
            for i in 0..<count {
                let place = first + i * shape.stride.z
                let value = source[place]
                if value > target[before + i] || value.isNaN || places[before + i] < 0 {
                    target[before + i] = value
                    places[before + i] = Int64(place)
                }
            }
        }
    }
}

/// `target[i] = max(target[i], source[i · step])`; the usual steps are constants, so that they become vector code.
@inline(__always)
private func takeLarger<Scalar: GemmScalar>(
    _ source: UnsafePointer<Scalar>, step: Int, into target: UnsafeMutablePointer<Scalar>, count: Int
) {
    @inline(__always) func take(_ i: Int, _ value: Scalar) {
        target[i] = value > target[i] || value != value ? value : target[i]
    }
    switch step {
    case 1: for i in 0..<count { take(i, source[i]) }
    case 2: for i in 0..<count { take(i, source[2 * i]) }
    default: for i in 0..<count { take(i, source[i * step]) }
    }
}

/// Adds each element of planes [planes, count] to the place of its plane [planes, size] that its index names.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func scatterPlanes<Scalar: GemmScalar>(
    _ source: UnsafePointer<Scalar>, indices: UnsafePointer<Int64>, planes: Int, count: Int,
    into target: UnsafeMutablePointer<Scalar>, size: Int
) {
    parallelFor(0..<planes, grain: max(1, (1 << 16) / max(1, count + size))) { part in
        for plane in part {
            let (from, places, to) = (source + plane * count, indices + plane * count, target + plane * size)
            to.update(repeating: 0, count: size)
            for i in 0..<count { to[Int(places[i])] += from[i] }
        }
    }
}

extension ConvolutionShape {
    /// Calls `body` for each output row of each plane: the plane, the row's first element in the output plane, and a
    /// function that runs through the parts of the row that each tap reaches, in order: (tap, pixels before, count,
    /// first element in the input plane).
    @inline(__always)
    func forEachWindowRow(
        _ body: (
            _ plane: Int, _ row: Int,
            _ parts: ((_ tap: SIMD3<Int>, _ before: Int, _ count: Int, _ first: Int) -> Void) -> Void
        ) -> Void
    ) {
        let rows = output.x * output.y
        let work = max(1, output.z * taps)
        parallelFor(0..<images * rows, grain: max(1, (1 << 16) / work)) { part in
            for index in part {
                let (plane, row) = index.quotientAndRemainder(dividingBy: rows)
                let start = SIMD3(row / output.y, row % output.y, 0)
                body(plane, row * output.z) { visit in
                    for z in 0..<kernel.x {
                        for y in 0..<kernel.y {
                            for x in 0..<kernel.z {
                                let tap = SIMD3(z, y, x)
                                insidePart(ofRowAt: start, tap: tap) { before, count, first in
                                    if count > 0 { visit(tap, before, count, first) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
