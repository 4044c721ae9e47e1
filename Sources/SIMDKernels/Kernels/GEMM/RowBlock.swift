/// The sums of some rows of a tile, all in registers.
///
/// A tile of any height is put together from `Row` and `Stack`; the optimiser takes the nest apart again, so that
/// each row is registers of its own.
protocol RowBlock {
    associatedtype Vector: RowVector

    static var count: Int { get }
    /// Whether rows of A lie anywhere.
    static var isGathered: Bool { get }
    init()
    /// Tells rows of A that lie anywhere where they begin, relative to the first.
    mutating func locate(_ offsets: UnsafePointer<Int>)
    /// The same rows, with sums of zero.
    func cleared() -> Self
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

    @inline(__always) static var isGathered: Bool { false }
    @inline(__always) mutating func locate(_: UnsafePointer<Int>) {}
    @inline(__always) func cleared() -> Self { Self() }
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
            finishEdge(target)
        }
    }

    #if PINION_AVX512
    @inline(__always) private func finishEdge(_ target: TileTarget<Vector.Scalar>) {
        let (c, columns) = (target.c, target.columns)
        var value = sum
        if target.accumulates { value = value + .load(c, columns) }
        if let bias = target.columnBias { value = value + .load(bias, columns) }
        if let bias = target.rowBias { value = value + Vector(bias[0]) }
        value.store(c, columns)
    }
    #else
    @inline(__always) private func finishEdge(_ target: TileTarget<Vector.Scalar>) {
        let c = target.c
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
    #endif
}

/// A row whose elements of A lie at an offset of its own, not a multiple of `aRow`.
struct GatheredRow<Vector: RowVector>: RowBlock {
    var row = Row<Vector>()
    var offset = 0

    @inline(__always) init() {}
    @inline(__always) static var count: Int { 1 }

    @inline(__always) static var isGathered: Bool { true }
    @inline(__always) mutating func locate(_ offsets: UnsafePointer<Int>) { offset = offsets[0] }
    @inline(__always) func cleared() -> Self {
        var row = self
        row.row = Row()
        return row
    }
    @inline(__always) mutating func step(_ a: UnsafePointer<Vector.Scalar>, _: Int, _ b: Vector) {
        row.step(a + offset, 0, b)
    }
    @inline(__always) mutating func add(_ other: Self) { row.add(other.row) }
    @inline(__always) func finish(_ target: TileTarget<Vector.Scalar>) { row.finish(target) }
}

/// One block above another.
struct Stack<Top: RowBlock, Bottom: RowBlock>: RowBlock where Top.Vector == Bottom.Vector {
    typealias Vector = Top.Vector

    var top = Top()
    var bottom = Bottom()

    @inline(__always) init() {}
    @inline(__always) static var count: Int { Top.count + Bottom.count }
    @inline(__always) static var isGathered: Bool { Top.isGathered }

    @inline(__always) func cleared() -> Self {
        var stack = self
        stack.top = top.cleared()
        stack.bottom = bottom.cleared()
        return stack
    }

    @inline(__always) mutating func locate(_ offsets: UnsafePointer<Int>) {
        top.locate(offsets)
        bottom.locate(offsets + Top.count)
    }

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

typealias Rows2<R: RowBlock> = Stack<R, R>
typealias Rows3<R: RowBlock> = Stack<Rows2<R>, R>
typealias Rows4<R: RowBlock> = Stack<Rows2<R>, Rows2<R>>
typealias Rows5<R: RowBlock> = Stack<Rows4<R>, R>
typealias Rows6<R: RowBlock> = Stack<Rows4<R>, Rows2<R>>
typealias Rows12<R: RowBlock> = Stack<Rows6<R>, Rows6<R>>

// Thirty-two registers hold twelve rows of two and their operands, sixteen hold six.
#if PINION_AVX512 || arch(arm64)
typealias FullRows<R: RowBlock> = Rows12<R>
#else
typealias FullRows<R: RowBlock> = Rows6<R>
#endif
