/// A question asked of each element.
protocol Predicate {
    static func holds<L: Lane>(_ x: L) -> L.Mask
    static func holds<T: BinaryFloatingPoint>(_ x: T) -> Bool
}

/// NaN is not zero.
enum IsNotZero: Predicate {
    @inline(__always) static func holds<L: Lane>(_ x: L) -> L.Mask { x .!= L.zero }
    @inline(__always) static func holds<T: BinaryFloatingPoint>(_ x: T) -> Bool { x != 0 }
}

enum IsZero: Predicate {
    @inline(__always) static func holds<L: Lane>(_ x: L) -> L.Mask { x .== L.zero }
    @inline(__always) static func holds<T: BinaryFloatingPoint>(_ x: T) -> Bool { x == 0 }
}

enum IsNaN: Predicate {
    @inline(__always) static func holds<L: Lane>(_ x: L) -> L.Mask { x.isNaN }
    @inline(__always) static func holds<T: BinaryFloatingPoint>(_ x: T) -> Bool { x != x }
}

extension Lane {
    /// Whether an element of an array answers yes; the rest is not looked at once one does.
    @inline(__always)
    static func contains<P: Predicate>(_: P.Type, _ x: UnsafePointer<Scalar>, _ n: Int) -> Bool {
        let w = width
        var i = 0
        while i + 4 * w <= n {
            let low = P.holds(load(x + i)) .| P.holds(load(x + (i + w)))
            let high = P.holds(load(x + (i + 2 * w))) .| P.holds(load(x + (i + 3 * w)))
            if setBits(low .| high) != 0 { return true }
            i += 4 * w
        }
        while i < n {
            if P.holds(x[i]) { return true }
            i += 1
        }
        return false
    }
}

/// `any`: whether some element is not zero. `all`: whether none is.
struct TruthReducer<L: Lane, Sought: Predicate>: BlockReducer {
    typealias Scalar = L.Scalar

    /// The result once an element answers yes.
    let found: UInt8

    @inline(__always) var empty: UInt8 { 1 - found }
    @inline(__always) func result(_ state: UInt8, _ n: Int) -> UInt8 { state }
    @inline(__always) func isDecided(_ state: UInt8) -> Bool { state == found }
    @inline(__always) func merge(_ a: UInt8, _ b: UInt8) -> UInt8 { a == found ? a : b }
    @inline(__always) func block(_ x: UnsafePointer<Scalar>, _ n: Int) -> UInt8 {
        L.contains(Sought.self, x, n) ? found : 1 - found
    }
}
