import PinionKernelInterface

/// Sums of products of some rows of A with three rows of B, element by element; a register holds partial sums of one
/// pair of rows.
///
/// Put together like `RowBlock`: the optimiser takes the nest apart, so that each sum is a register of its own.
private protocol DotBlock {
    associatedtype Vector: Lane

    static var count: Int { get }
    init()
    /// Adds the products of one register of each row of A, `aRow` apart, with one of each row of B.
    mutating func step(_ a: UnsafePointer<Vector.Scalar>, _ aRow: Int, _ b0: Vector, _ b1: Vector, _ b2: Vector)
    /// `c[i · ldc + j] +=` the sums of the first `columns` rows of B.
    func add(to c: UnsafeMutablePointer<Vector.Scalar>, _ ldc: Int, _ columns: Int)
}

private struct DotRow<Vector: Lane>: DotBlock {
    var first = Vector.zero
    var second = Vector.zero
    var third = Vector.zero

    @inline(__always) init() {}
    @inline(__always) static var count: Int { 1 }

    @inline(__always)
    mutating func step(_ a: UnsafePointer<Vector.Scalar>, _: Int, _ b0: Vector, _ b1: Vector, _ b2: Vector) {
        let row = Vector.load(a)
        first = .multiplyAdd(row, b0, first)
        second = .multiplyAdd(row, b1, second)
        third = .multiplyAdd(row, b2, third)
    }

    @inline(__always)
    func add(to c: UnsafeMutablePointer<Vector.Scalar>, _: Int, _ columns: Int) {
        c[0] += first.horizontalSum
        if columns > 1 { c[1] += second.horizontalSum }
        if columns > 2 { c[2] += third.horizontalSum }
    }
}

private struct DotStack<Top: DotBlock, Bottom: DotBlock>: DotBlock where Top.Vector == Bottom.Vector {
    typealias Vector = Top.Vector

    var top = Top()
    var bottom = Bottom()

    @inline(__always) init() {}
    @inline(__always) static var count: Int { Top.count + Bottom.count }

    @inline(__always)
    mutating func step(_ a: UnsafePointer<Vector.Scalar>, _ aRow: Int, _ b0: Vector, _ b1: Vector, _ b2: Vector) {
        top.step(a, aRow, b0, b1, b2)
        bottom.step(a + Top.count * aRow, aRow, b0, b1, b2)
    }

    @inline(__always)
    func add(to c: UnsafeMutablePointer<Vector.Scalar>, _ ldc: Int, _ columns: Int) {
        top.add(to: c, ldc, columns)
        bottom.add(to: c + Top.count * ldc, ldc, columns)
    }
}

private typealias Dots2<V: Lane> = DotStack<DotRow<V>, DotRow<V>>
private typealias Dots4<V: Lane> = DotStack<Dots2<V>, Dots2<V>>

// Thirty-two registers hold eight rows of three sums and their operands, sixteen hold four.
#if PINION_AVX512 || arch(arm64)
private typealias FullDots<V: Lane> = DotStack<Dots4<V>, Dots4<V>>
#else
private typealias FullDots<V: Lane> = Dots4<V>
#endif

/// The rows of a tile with three rows of B, all segments of them.
@inline(__always)
private func tile<Block: DotBlock>(
    _: Block.Type, _ operands: DotOperands<Block.Vector.Scalar>, _ a: UnsafePointer<Block.Vector.Scalar>,
    _ offsets: UnsafePointer<Int>, _ columns: Int, _ c: UnsafeMutablePointer<Block.Vector.Scalar>, _ ldc: Int
) {
    var sums = Block()
    var a = a
    var b0 = operands.b + offsets[0]
    var b1 = operands.b + offsets[columns > 1 ? 1 : 0]
    var b2 = operands.b + offsets[columns > 2 ? 2 : 0]
    var left = operands.segments
    while left > 0 {
        var p = 0
        while p < operands.length {
            sums.step(a + p, operands.aRow, .load(b0 + p), .load(b1 + p), .load(b2 + p))
            p += Block.Vector.width
        }
        a += operands.aStep
        b0 += operands.bStep
        b1 += operands.bStep
        b2 += operands.bStep
        left -= 1
    }
    sums.add(to: c, ldc, columns)
}

/// `c[i · ldc + j] += a[i] · b[j]` for m rows of A and n rows of B: a tile of A's rows stays in L1 while B's pass.
@inline(__always)
func rowDots<V: Lane>(
    _: V.Type, _ m: Int, _ n: Int, _ operands: DotOperands<V.Scalar>, _ c: UnsafeMutablePointer<V.Scalar>, _ ldc: Int
) {
    var i = 0
    while i < m {
        let a = operands.a + i * operands.aRow
        let rows = m - i
        var j = 0
        while j < n {
            let columns = n - j < 3 ? n - j : 3
            let target = c + (i * ldc + j)
            if rows >= FullDots<V>.count {
                tile(FullDots<V>.self, operands, a, operands.bOffsets + j, columns, target, ldc)
            } else if rows >= 4 {
                tile(Dots4<V>.self, operands, a, operands.bOffsets + j, columns, target, ldc)
            } else if rows >= 2 {
                tile(Dots2<V>.self, operands, a, operands.bOffsets + j, columns, target, ldc)
            } else {
                tile(DotRow<V>.self, operands, a, operands.bOffsets + j, columns, target, ldc)
            }
            j += 3
        }
        i += rows >= FullDots<V>.count ? FullDots<V>.count : rows >= 4 ? 4 : rows >= 2 ? 2 : 1
    }
}
