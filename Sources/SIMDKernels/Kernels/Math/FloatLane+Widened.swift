// Functions of `Float` computed in `Double`, in two halves: rounded once, they are within 0.51 ULP.
extension FloatLane {
    @inline(__always)
    static func widened(_ x: Self, _ function: (DoubleLane) -> DoubleLane) -> Self {
        let low = function(DoubleLane(raw: widen(x.raw.lowHalf)))
        let high = function(DoubleLane(raw: widen(x.raw.highHalf)))
        return narrowed(low, high)
    }

    @inline(__always)
    private static func widened(
        _ x: Self, _ y: Self, _ function: (DoubleLane, DoubleLane) -> DoubleLane
    ) -> Self {
        let low = function(
            DoubleLane(raw: widen(x.raw.lowHalf)), DoubleLane(raw: widen(y.raw.lowHalf)))
        let high = function(
            DoubleLane(raw: widen(x.raw.highHalf)), DoubleLane(raw: widen(y.raw.highHalf)))
        return narrowed(low, high)
    }

    @inline(__always) private static func narrowed(_ low: DoubleLane, _ high: DoubleLane) -> Self {
        Self(raw: FloatVector(lowHalf: narrow(low.raw), highHalf: narrow(high.raw)))
    }

    @inline(__always) static func asinh(_ x: Self) -> Self { widened(x) { DoubleLane.asinh($0) } }
    @inline(__always) static func acosh(_ x: Self) -> Self { widened(x) { DoubleLane.acosh($0) } }
    @inline(__always) static func atanh(_ x: Self) -> Self { widened(x) { DoubleLane.atanh($0) } }
    @inline(__always) static func hypot(_ x: Self, _ y: Self) -> Self { widened(x, y) { DoubleLane.hypot($0, $1) } }
    @inline(__always) static func pow(_ x: Self, _ y: Self) -> Self {
        finishPower(x, y, magnitude: widened(x.magnitude, y) { DoubleLane.shortPower($0, $1) })
    }
}
