import PinionKernelInterface

/// `y = F(a, b)`; any source may be the target.
struct BinaryForward<L: MathLane>: BinaryVisitor {
    let a: LaneSource<L>
    let b: LaneSource<L>
    let y: UnsafeMutableRawPointer
    let count: Int
    let rows: BlockRows

    @inline(__always)
    init(_ a: Source, _ b: Source, _ y: UnsafeMutableRawPointer, _ count: Int, _ rows: BlockRows) {
        self.a = LaneSource(a)
        self.b = LaneSource(b)
        self.y = y
        self.count = count
        self.rows = rows
    }

    @inline(__always) func visit<F: BinaryFunction>(_: F.Type) { mapBinary(F.self, a, b, y, count, rows) }
}

@inline(never)
private func mapBinary<F: BinaryFunction, L: MathLane>(
    _: F.Type, _ a: LaneSource<L>, _ b: LaneSource<L>, _ y: UnsafeMutableRawPointer, _ count: Int, _ rows: BlockRows
) {
    var (a, b, y) = (a, b, y)
    var row = 0
    while true {
        runLanes(BinaryBody<F, L>(a: a, b: b), y.assumingMemoryBound(to: L.Scalar.self), count)
        row &+= 1
        if row >= rows.count { return }
        (a, b, y) = (a.advanced(by: rows.a), b.advanced(by: rows.b), y + rows.target)
    }
}

private struct BinaryBody<F: BinaryFunction, L: MathLane>: LaneLoopBody {
    let a: LaneSource<L>
    let b: LaneSource<L>

    @inline(__always) static var isLight: Bool { F.isLight }
    @inline(__always) func load(_ i: Int, _ lane: Int) -> (L, L) { (a[i, lane], b[i, lane]) }
    @inline(__always) func load(first count: Int) -> (L, L) { (a.first(count), b.first(count)) }
    @inline(__always) func apply(_ x: (L, L)) -> L { F.apply(x.0, x.1) }
}

/// `gradient = g * (the derivative of F by one side)(a, b)`
struct BinaryBackward<L: MathLane>: BinaryVisitor {
    let side: Side
    let g: LaneSource<L>
    let a: LaneSource<L>
    let b: LaneSource<L>
    let gradient: UnsafeMutablePointer<L.Scalar>
    let count: Int

    @inline(__always)
    init(_ side: Side, _ g: Source, _ a: Source, _ b: Source, _ gradient: UnsafeMutableRawPointer, _ count: Int) {
        self.side = side
        self.g = LaneSource(g)
        self.a = LaneSource(a)
        self.b = LaneSource(b)
        self.gradient = gradient.assumingMemoryBound(to: L.Scalar.self)
        self.count = count
    }

    @inline(__always) func visit<F: BinaryFunction>(_: F.Type) {
        if side == .left {
            mapTernary(LeftGradient<F>.self, 0, g, a, b, gradient, count)
        } else {
            mapTernary(RightGradient<F>.self, 0, g, a, b, gradient, count)
        }
    }
}

private enum LeftGradient<F: BinaryFunction>: TernaryFunction {
    @inline(__always) static var isLight: Bool { F.isLight }
    @inline(__always) static func apply<L: MathLane>(_ g: L, _ a: L, _ b: L, _ value: L) -> L {
        F.leftGradient(g, a, b)
    }
}

private enum RightGradient<F: BinaryFunction>: TernaryFunction {
    @inline(__always) static var isLight: Bool { F.isLight }
    @inline(__always) static func apply<L: MathLane>(_ g: L, _ a: L, _ b: L, _ value: L) -> L {
        F.rightGradient(g, a, b)
    }
}
