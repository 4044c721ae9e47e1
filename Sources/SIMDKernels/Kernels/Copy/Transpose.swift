/// A transpose in tiles one cache line wide, parts of tiles by units of `U`.
///
/// Each line of the source is read once and each line of the target is written once: at strides of a power of two they
/// push each other out. So a whole tile goes through `scratch`, unless a `Whole` is one.
@inline(__always)
func transpose<Whole: TransposeUnit, U: TransposeUnit>(
    _: Whole.Type, _: U.Type, _ rows: Int, _ columns: Int, _ source: UnsafeRawPointer, _ sourceStride: Int,
    _ target: UnsafeMutableRawPointer, _ targetStride: Int, _ scratch: UnsafeMutableRawPointer
) where Whole.Scalar == U.Scalar {
    let source = source.assumingMemoryBound(to: U.Scalar.self)
    let target = target.assumingMemoryBound(to: U.Scalar.self)
    let tile = scratch.assumingMemoryBound(to: U.Scalar.self)
    let side = 64 / MemoryLayout<U.Scalar>.stride
    var i = 0
    while i < rows {
        let height = rows - i < side ? rows - i : side
        var j = 0
        while j < columns {
            let width = columns - j < side ? columns - j : side
            let from = source + (i * sourceStride + j)
            let to = target + (j * targetStride + i)
            if height < side || width < side {
                transposePart(U.self, height, width, from, sourceStride, to, targetStride)
            } else if Whole.side == side {
                Whole.transpose(from, sourceStride, to, targetStride)
            } else {
                transposeWhole(Whole.self, side, side, from, sourceStride, tile, side)
                var k = 0
                while k < side {
                    storeLine(tile + k * side, to + k * targetStride)
                    k += 1
                }
            }
            j += side
        }
        i += side
    }
}

/// 64 bytes.
@inline(__always)
private func storeLine<T>(_ source: UnsafePointer<T>, _ target: UnsafeMutablePointer<T>) {
    let from = UnsafePointer<Float>(OpaquePointer(source))
    let to = UnsafeMutablePointer<Float>(OpaquePointer(target))
    var k = 0
    while k < 16 {
        FloatLane.load(from + k).store(to + k)
        k += FloatLane.width
    }
}

/// Rows and columns are multiples of the unit's side.
@inline(__always)
private func transposeWhole<U: TransposeUnit>(
    _: U.Type, _ rows: Int, _ columns: Int, _ source: UnsafePointer<U.Scalar>, _ sourceStride: Int,
    _ target: UnsafeMutablePointer<U.Scalar>, _ targetStride: Int
) {
    var i = 0
    while i < rows {
        var j = 0
        while j < columns {
            U.transpose(source + (i * sourceStride + j), sourceStride, target + (j * targetStride + i), targetStride)
            j += U.side
        }
        i += U.side
    }
}

@inline(never)
private func transposePart<U: TransposeUnit>(
    _: U.Type, _ rows: Int, _ columns: Int, _ source: UnsafePointer<U.Scalar>, _ sourceStride: Int,
    _ target: UnsafeMutablePointer<U.Scalar>, _ targetStride: Int
) {
    let wholeRows = rows / U.side * U.side
    let wholeColumns = columns / U.side * U.side
    transposeWhole(U.self, wholeRows, wholeColumns, source, sourceStride, target, targetStride)
    var j = 0
    while j < columns {
        var i = j < wholeColumns ? wholeRows : 0
        while i < rows {
            target[j * targetStride + i] = source[i * sourceStride + j]
            i += 1
        }
        j += 1
    }
}
