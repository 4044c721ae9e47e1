/// One row of a register tile of C: the elements that one broadcast element of A contributes to.
protocol RowVector {
    associatedtype Scalar: BinaryFloatingPoint & SIMDScalar & Sendable

    static var width: Int { get }
    static var zero: Self { get }
    init(_ value: Scalar)
    static func load(_ source: UnsafePointer<Scalar>) -> Self
    func store(_ target: UnsafeMutablePointer<Scalar>)
    static func + (a: Self, b: Self) -> Self
    /// `self += a * b`, rounded once where the instruction set has FMA.
    mutating func addProduct(_ a: Scalar, _ b: Self)
    #if PINION_AVX512
    // The first `count` elements alone: with masks, elements one by one elsewhere.
    static func load(_ source: UnsafePointer<Scalar>, _ count: Int) -> Self
    func store(_ target: UnsafeMutablePointer<Scalar>, _ count: Int)
    #else
    subscript(index: Int) -> Scalar { get set }
    #endif
}

extension Lane {
    @inline(__always) mutating func addProduct(_ a: Scalar, _ b: Self) { self = .multiplyAdd(Self(a), b, self) }
}

// One register: the narrow tile at the right edge of C.
extension FloatLane: RowVector {}
extension DoubleLane: RowVector {}

#if PINION_AVX512
// Two registers as two values: a single 1024-bit vector is more than the SLP vectoriser puts together.
typealias FloatRow = LanePair<FloatLane>
typealias DoubleRow = LanePair<DoubleLane>

/// Two registers side by side.
struct LanePair<L: Lane & RowVector>: RowVector {
    typealias Scalar = L.Scalar

    var low: L
    var high: L

    @inline(__always) init(low: L, high: L) {
        self.low = low
        self.high = high
    }
    @inline(__always) init(_ value: Scalar) { self.init(low: L(value), high: L(value)) }

    @inline(__always) static var width: Int { 2 * L.width }
    @inline(__always) static var zero: Self { Self(0) }
    @inline(__always) static func load(_ source: UnsafePointer<Scalar>) -> Self {
        Self(low: .load(source), high: .load(source + L.width))
    }
    @inline(__always) func store(_ target: UnsafeMutablePointer<Scalar>) {
        low.store(target)
        high.store(target + L.width)
    }
    // A mask for fewer than no elements is empty, one for more than there are is full.
    @inline(__always) static func load(_ source: UnsafePointer<Scalar>, _ count: Int) -> Self {
        Self(low: .load(source, count), high: .load(source + L.width, count - L.width))
    }
    @inline(__always) func store(_ target: UnsafeMutablePointer<Scalar>, _ count: Int) {
        low.store(target, count)
        high.store(target + L.width, count - L.width)
    }
    @inline(__always) static func + (a: Self, b: Self) -> Self { Self(low: a.low + b.low, high: a.high + b.high) }
    @inline(__always) mutating func addProduct(_ a: Scalar, _ b: Self) {
        low.addProduct(a, b.low)
        high.addProduct(a, b.high)
    }
}
#else
// Two registers as one vector: as two values, the SLP vectoriser multiplies all left halves before all right ones,
// and the broadcasts that wait in between are spilled (sixteen registers, twelve of them sums).
#if PINION_AVX2
typealias FloatRowVector = SIMD16<Float>
typealias DoubleRowVector = SIMD8<Double>
#else
typealias FloatRowVector = SIMD8<Float>
typealias DoubleRowVector = SIMD4<Double>
#endif

/// Two registers of `Float` side by side.
struct FloatRow: RowVector {
    typealias Scalar = Float

    var raw: FloatRowVector

    @inline(__always) init(raw: FloatRowVector) { self.raw = raw }
    @inline(__always) init(_ value: Float) { raw = FloatRowVector(repeating: value) }

    @inline(__always) static var width: Int { FloatRowVector.scalarCount }
    @inline(__always) static var zero: Self { Self(0) }
    @inline(__always) static func load(_ source: UnsafePointer<Float>) -> Self {
        Self(raw: UnsafeRawPointer(source).loadUnaligned(as: FloatRowVector.self))
    }
    @inline(__always) func store(_ target: UnsafeMutablePointer<Float>) {
        UnsafeMutableRawPointer(target).storeBytes(of: raw, as: FloatRowVector.self)
    }
    @inline(__always) static func + (a: Self, b: Self) -> Self { Self(raw: a.raw + b.raw) }
    @inline(__always) mutating func addProduct(_ a: Float, _ b: Self) {
        #if PINION_AVX2 || arch(arm64)
        raw.addProduct(FloatRowVector(repeating: a), b.raw)
        #else
        raw += a * b.raw
        #endif
    }
    @inline(__always) subscript(index: Int) -> Float {
        get { raw[index] }
        set { raw[index] = newValue }
    }
}

/// Two registers of `Double` side by side.
struct DoubleRow: RowVector {
    typealias Scalar = Double

    var raw: DoubleRowVector

    @inline(__always) init(raw: DoubleRowVector) { self.raw = raw }
    @inline(__always) init(_ value: Double) { raw = DoubleRowVector(repeating: value) }

    @inline(__always) static var width: Int { DoubleRowVector.scalarCount }
    @inline(__always) static var zero: Self { Self(0) }
    @inline(__always) static func load(_ source: UnsafePointer<Double>) -> Self {
        Self(raw: UnsafeRawPointer(source).loadUnaligned(as: DoubleRowVector.self))
    }
    @inline(__always) func store(_ target: UnsafeMutablePointer<Double>) {
        UnsafeMutableRawPointer(target).storeBytes(of: raw, as: DoubleRowVector.self)
    }
    @inline(__always) static func + (a: Self, b: Self) -> Self { Self(raw: a.raw + b.raw) }
    @inline(__always) mutating func addProduct(_ a: Double, _ b: Self) {
        #if PINION_AVX2 || arch(arm64)
        raw.addProduct(DoubleRowVector(repeating: a), b.raw)
        #else
        raw += a * b.raw
        #endif
    }
    @inline(__always) subscript(index: Int) -> Double {
        get { raw[index] }
        set { raw[index] = newValue }
    }
}

#endif
