/// The sums of some rows of a tile, all in registers.
///
/// A tile of any height is put together from `Row` and `Stack`; the optimiser takes the nest apart again, so that
/// each row is registers of its own.
protocol RowBlock {
    associatedtype Vector: RowVector

    static var count: Int { get }
    init()
    /// Adds one column of A (its elements `aRow` apart) times one row of B.
    mutating func step(_ a: UnsafePointer<Vector.Scalar>, _ aRow: Int, _ b: Vector)
    /// The sums of `self` and `other`, row by row.
    mutating func add(_ other: Self)
    /// Sends all rows through the epilogue into `target`.
    func finish(_ target: TileTarget<Vector.Scalar>)
}

struct Row<Vector: RowVector>: RowBlock {
    var sum = Vector.zero

    @inline(__always) init() {}
    @inline(__always) static var count: Int { 1 }

    @inline(__always) mutating func step(_ a: UnsafePointer<Vector.Scalar>, _ aRow: Int, _ b: Vector) {
        sum.addProduct(a[0], b)
    }

    @inline(__always) mutating func add(_ other: Self) { sum = sum + other.sum }

    @inline(__always) func finish(_ target: TileTarget<Vector.Scalar>) {
        let c = target.c
        if target.columns == Vector.width {
            var value = sum
            if target.accumulates { value = value + .load(c) }
            if let bias = target.columnBias { value = value + .load(bias) }
            if let bias = target.rowBias { value = value + Vector(bias[0]) }
            value.store(c)
        } else {
            var j = 0
            while j < target.columns {
                var element = sum[j]
                if target.accumulates { element += c[j] }
                if let bias = target.columnBias { element += bias[j] }
                if let bias = target.rowBias { element += bias[0] }
                c[j] = element
                j += 1
            }
        }
    }
}

/// One block above another.
struct Stack<Top: RowBlock, Bottom: RowBlock>: RowBlock where Top.Vector == Bottom.Vector {
    typealias Vector = Top.Vector

    var top = Top()
    var bottom = Bottom()

    @inline(__always) init() {}
    @inline(__always) static var count: Int { Top.count + Bottom.count }

    @inline(__always) mutating func step(_ a: UnsafePointer<Vector.Scalar>, _ aRow: Int, _ b: Vector) {
        top.step(a, aRow, b)
        bottom.step(a + Top.count * aRow, aRow, b)
    }

    @inline(__always) mutating func add(_ other: Self) {
        top.add(other.top)
        bottom.add(other.bottom)
    }

    @inline(__always) func finish(_ target: TileTarget<Vector.Scalar>) {
        top.finish(target)
        bottom.finish(target.down(Top.count))
    }
}

typealias Rows1<V: RowVector> = Row<V>
typealias Rows2<V: RowVector> = Stack<Rows1<V>, Rows1<V>>
typealias Rows3<V: RowVector> = Stack<Rows2<V>, Rows1<V>>
typealias Rows4<V: RowVector> = Stack<Rows2<V>, Rows2<V>>
typealias Rows5<V: RowVector> = Stack<Rows4<V>, Rows1<V>>
typealias Rows6<V: RowVector> = Stack<Rows4<V>, Rows2<V>>
typealias Rows12<V: RowVector> = Stack<Rows6<V>, Rows6<V>>

// Thirty-two registers hold twelve rows of two and their operands, sixteen hold six.
#if PINION_AVX512 || arch(arm64)
typealias FullRows<V: RowVector> = Rows12<V>
#else
typealias FullRows<V: RowVector> = Rows6<V>
#endif
