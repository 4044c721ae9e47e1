import Foundation
import PinionSIMDKernels

#if arch(x86_64)
typealias Wide = Float80
#else
typealias Wide = Double
#endif

/// A reduction written down plainly, one element after another in the widest type.
func wideReduction<T: BinaryFloatingPoint>(_ op: Reduction, _ x: [T]) -> Wide {
    let x = x.map { Wide($0) }
    let hasNaN = x.contains { $0.isNaN }
    switch op {
    case .sum: return x.reduce(0, +)
    case .mean: return x.reduce(0, +) / Wide(x.count)
    case .prod: return x.reduce(1, *)
    case .sumOfSquares: return x.reduce(0) { $0 + $1 * $1 }
    case .min: return hasNaN ? .nan : x.min()!
    case .max: return hasNaN ? .nan : x.max()!
    case .argMin, .argMax:
        if let first = x.firstIndex(where: { $0.isNaN }) { return Wide(first) }
        return Wide(x.firstIndex(of: op == .argMin ? x.min()! : x.max()!)!)
    case .any: return x.contains { $0 != 0 } ? 1 : 0
    case .all: return x.contains { $0 == 0 } ? 0 : 1
    case .logSumExp:
        guard let top = hasNaN ? .nan : x.max() else { return -.infinity }
        if !top.isFinite { return top }
        return top + Wide(log(Double(x.reduce(0) { $0 + Wide(exp(Double($1 - top))) })))
    }
}

/// What a result may differ by, as a multiple of the type's epsilon and of the sum of magnitudes.
func allowedError<T: BinaryFloatingPoint>(_ op: Reduction, _ x: [T]) -> Wide {
    let epsilon = Wide(T.ulpOfOne)
    let magnitude = x.reduce(Wide(0)) { $0 + abs(Wide($1)) }
    switch op {
    case .sum: return 4 * epsilon * magnitude
    case .mean: return 4 * epsilon * magnitude / Wide(x.count)
    case .sumOfSquares: return 4 * epsilon * wideReduction(op, x)
    case .prod: return epsilon * Wide(x.count + 1) * abs(wideReduction(op, x))
    case .logSumExp: return 4 * epsilon * (1 + abs(wideReduction(op, x)))
    default: return 0
    }
}

/// The results of the driver's `reduce` of a contiguous array, whatever their type.
func reduced<T: ReductionScalar & BinaryFloatingPoint>(
    _ op: Reduction, _ x: [T], outer: Int, n: Int, inner: Int = 1
) -> [Wide] {
    // Something to point at when there are no elements.
    let x = x + [0]
    return results(op, T.self, outer * inner) { reduce(op, x, outer: outer, n: n, inner: inner, into: $0) }
}

/// `count` results that `body` writes, whatever the type the operation gives them.
func results<T: ReductionScalar & BinaryFloatingPoint>(
    _ op: Reduction, _: T.Type, _ count: Int, _ body: (UnsafeMutableRawPointer) -> Void
) -> [Wide] {
    func run<R>(_ value: R, _ widened: (R) -> Wide) -> [Wide] {
        var out = [R](repeating: value, count: count + 1)
        out.withUnsafeMutableBytes { body($0.baseAddress!) }
        return out.dropLast().map(widened)
    }
    switch op {
    case .argMin, .argMax: return run(Int64(-1)) { Wide($0) }
    case .any, .all: return run(UInt8(7)) { Wide($0) }
    default: return run(T(77)) { Wide($0) }
    }
}

/// Numbers between -1 and 1, many of them for one seed.
struct Numbers {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> Double {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Double(Int64(bitPattern: state) >> 11) / Double(1 << 52)
    }

    mutating func array<T: BinaryFloatingPoint>(_ count: Int, of _: T.Type = T.self) -> [T] {
        (0..<count).map { _ in T(next()) }
    }
}
