import PinionKernelInterface

/// `y = F(x)` over contiguous arrays.
struct UnaryForward<L: MathLane>: UnaryVisitor {
    let first: Double
    let second: Double
    let x: LaneSource<L>
    let y: UnsafeMutablePointer<L.Scalar>
    let count: Int

    @inline(__always)
    init(_ first: Double, _ second: Double, _ x: UnsafeRawPointer, _ y: UnsafeMutableRawPointer, _ count: Int) {
        self.first = first
        self.second = second
        self.x = LaneSource(x)
        self.y = y.assumingMemoryBound(to: L.Scalar.self)
        self.count = count
    }

    @inline(__always) func visit<F: UnaryFunction>(_: F.Type) { mapUnary(F.self, first, second, x, y, count) }
}

@inline(never)
private func mapUnary<F: UnaryFunction, L: MathLane>(
    _: F.Type, _ first: Double, _ second: Double, _ x: LaneSource<L>, _ y: UnsafeMutablePointer<L.Scalar>,
    _ count: Int
) {
    runLanes(UnaryBody<F, L>(x: x, parameters: Parameters(first, second)), y, count)
}

private struct UnaryBody<F: UnaryFunction, L: MathLane>: LaneLoopBody {
    let x: LaneSource<L>
    let parameters: Parameters<L>

    @inline(__always) static var isLight: Bool { F.isLight }
    @inline(__always) func load(_ i: Int, _ lane: Int) -> L { x[i, lane] }
    @inline(__always) func load(first count: Int) -> L { x.first(count) }
    @inline(__always) func apply(_ x: L) -> L { F.apply(x, parameters) }
}

/// `gx = g * F'(saved)` over contiguous arrays, any of which may be the same.
struct UnaryBackward<L: MathLane>: UnaryVisitor {
    let first: Double
    let second: Double
    let g: LaneSource<L>
    let saved: LaneSource<L>
    let gx: UnsafeMutablePointer<L.Scalar>
    let count: Int

    @inline(__always)
    init(
        _ first: Double, _ second: Double, _ g: UnsafeRawPointer, _ saved: UnsafeRawPointer,
        _ gx: UnsafeMutableRawPointer, _ count: Int
    ) {
        self.first = first
        self.second = second
        self.g = LaneSource(g)
        self.saved = LaneSource(saved)
        self.gx = gx.assumingMemoryBound(to: L.Scalar.self)
        self.count = count
    }

    @inline(__always) func visit<F: UnaryFunction>(_: F.Type) {
        mapGradient(F.self, first, second, g, saved, gx, count)
    }
}

@inline(never)
private func mapGradient<F: UnaryFunction, L: MathLane>(
    _: F.Type, _ first: Double, _ second: Double, _ g: LaneSource<L>, _ saved: LaneSource<L>,
    _ gx: UnsafeMutablePointer<L.Scalar>, _ count: Int
) {
    runLanes(GradientBody<F, L>(g: g, saved: saved, parameters: Parameters(first, second)), gx, count)
}

private struct GradientBody<F: UnaryFunction, L: MathLane>: LaneLoopBody {
    let g: LaneSource<L>
    let saved: LaneSource<L>
    let parameters: Parameters<L>

    @inline(__always) static var isLight: Bool { F.isLight }
    @inline(__always) func load(_ i: Int, _ lane: Int) -> (L, L) { (g[i, lane], saved[i, lane]) }
    @inline(__always) func load(first count: Int) -> (L, L) { (g.first(count), saved.first(count)) }
    @inline(__always) func apply(_ x: (L, L)) -> L { F.gradient(x.0, x.1, parameters) }
}
