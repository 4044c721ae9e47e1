import PinionSIMDKernels

/// Integer arithmetic in Int64 by definition, cut to a dtype at the end.
enum IntegerReference {
    static func value(_ dtype: DType, _ pattern: UInt64) -> Int64 {
        guard case .integer(let value) = Number(dtype, pattern) else { return 0 }
        return value
    }

    static func pattern(_ dtype: DType, _ value: Int64) -> UInt64 {
        if dtype == .bool { return value != 0 ? 1 : 0 }
        return UInt64(bitPattern: value) & UInt64.max >> (64 - dtype.byteCount * 8)
    }

    static func unary(_ op: UnaryOp, _ dtype: DType, _ x: Int64) -> Int64 {
        switch op {
        case .neg: 0 &- x
        case .abs: x < 0 ? 0 &- x : x
        case .sign: x.signum()
        case .square: x &* x
        case .relu: max(x, 0)
        case .clamp: min(max(x, 2), 100)
        case .bitwiseNot: dtype == .bool ? 1 - x : ~x
        default: x
        }
    }

    static func binary(_ op: BinaryOp, _ dtype: DType, _ a: Int64, _ b: Int64) -> Int64 {
        let bits = Int64(dtype.byteCount * 8)
        switch op {
        case .add: return a &+ b
        case .sub: return a &- b
        case .mul: return a &* b
        case .floorDivide:
            let (quotient, rest) = divided(a, b)
            return rest != 0 && rest.signum() != b.signum() ? quotient - 1 : quotient
        case .remainder:
            let rest = divided(a, b).remainder
            return rest != 0 && rest.signum() != b.signum() ? rest + b : rest
        case .fmod: return divided(a, b).remainder
        case .pow:
            if b < 0 { return a == 1 ? 1 : a == -1 ? (b % 2 == 0 ? 1 : -1) : 0 }
            return (0..<b).reduce(1) { power, _ in power &* a }
        case .minimum, .fmin: return min(a, b)
        case .maximum, .fmax: return max(a, b)
        case .bitwiseAnd: return a & b
        case .bitwiseOr: return a | b
        case .bitwiseXor: return a ^ b
        // Swift's smart shifts are the definition where the count is not negative.
        case .shiftLeft: return b < 0 || b >= bits ? 0 : a << b
        case .shiftRight: return b < 0 || b >= bits ? (a < 0 ? -1 : 0) : a >> b
        default: return 0
        }
    }

    private static func divided(_ a: Int64, _ b: Int64) -> (quotient: Int64, remainder: Int64) {
        b == -1 ? (0 &- a, 0) : a.quotientAndRemainder(dividingBy: b)
    }

    static func ternary(_ op: TernaryOp, _ value: Int64, _ a: Int64, _ b: Int64, _ c: Int64) -> Int64 {
        op == .clamp ? min(max(a, b), c) : a &+ value &* b &* c
    }
}
