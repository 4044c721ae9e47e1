import PinionKernelInterface

/// `y = op(a, b, c)`; any source may be the target.
@inline(__always)
func mapOperation<L: MathLane>(
    _: L.Type, _ op: TernaryOp, _ value: Double, _ a: Source, _ b: Source, _ c: Source, _ y: UnsafeMutableRawPointer,
    _ count: Int
) {
    let (a, b, c) = (LaneSource<L>(a), LaneSource<L>(b), LaneSource<L>(c))
    let y = y.assumingMemoryBound(to: L.Scalar.self)
    switch op {
    case .clamp: mapTernary(TernaryClamp.self, value, a, b, c, y, count)
    case .lerp: mapTernary(LinearInterpolation.self, value, a, b, c, y, count)
    case .addcmul: mapTernary(AddedProduct.self, value, a, b, c, y, count)
    case .addcdiv: mapTernary(AddedQuotient.self, value, a, b, c, y, count)
    }
}

@inline(never)
func mapTernary<F: TernaryFunction, L: MathLane>(
    _: F.Type, _ value: Double, _ a: LaneSource<L>, _ b: LaneSource<L>, _ c: LaneSource<L>,
    _ y: UnsafeMutablePointer<L.Scalar>, _ count: Int
) {
    runLanes(TernaryBody<F, L>(a: a, b: b, c: c, value: L(L.Scalar(value))), y, count)
}

private struct TernaryBody<F: TernaryFunction, L: MathLane>: LaneLoopBody {
    let a: LaneSource<L>
    let b: LaneSource<L>
    let c: LaneSource<L>
    let value: L

    @inline(__always) static var isLight: Bool { F.isLight }
    @inline(__always) func load(_ i: Int, _ lane: Int) -> (L, L, L) { (a[i, lane], b[i, lane], c[i, lane]) }
    @inline(__always) func load(first count: Int) -> (L, L, L) { (a.first(count), b.first(count), c.first(count)) }
    @inline(__always) func apply(_ x: (L, L, L)) -> L { F.apply(x.0, x.1, x.2, value) }
}
