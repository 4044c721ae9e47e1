import PinionKernelInterface

func integerUnary<T: IntegerElement>(
    _: T.Type, _ op: UnaryOp, _ first: Int64, _ second: Int64, _ x: Source, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    switch op {
    case .neg: mapBlocks(x, y, count) { (x: T) in 0 &- x }
    case .abs: mapBlocks(x, y, count) { (x: T) in x.wrappingMagnitude }
    case .sign: mapBlocks(x, y, count) { (x: T) in x.sign }
    case .square: mapBlocks(x, y, count) { (x: T) in x &* x }
    case .relu: mapBlocks(x, y, count) { (x: T) in T.larger(x, 0) }
    case .bitwiseNot: mapBlocks(x, y, count) { (x: T) in ~x }
    case .clamp:
        let least = T(clamping: first)
        let most = T(clamping: second)
        mapBlocks(x, y, count) { (x: T) in T.smaller(T.larger(x, least), most) }
    // What rounds to an integer leaves integers alone.
    default: mapBlocks(x, y, count) { (x: T) in x }
    }
}

func integerBinary<T: IntegerElement>(
    _: T.Type, _ op: BinaryOp, _ a: Source, _ b: Source, _ y: UnsafeMutableRawPointer, _ count: Int
) -> Bool {
    switch op {
    case .add: mapBlocks(a, b, y, count) { (a: T, b: T) in a &+ b }
    case .sub: mapBlocks(a, b, y, count) { (a: T, b: T) in a &- b }
    case .mul: mapBlocks(a, b, y, count) { (a: T, b: T) in a &* b }
    case .floorDivide: return divide(a, b, y, count) { (a: T, b: T) in a.flooredQuotient(b) }
    case .remainder: return divide(a, b, y, count) { (a: T, b: T) in a.flooredRemainder(b) }
    case .fmod: return divide(a, b, y, count) { (a: T, b: T) in a.truncatedRemainder(b) }
    case .pow: mapBlocks(a, b, y, count) { (a: T, b: T) in a.power(b) }
    case .minimum, .fmin: mapBlocks(a, b, y, count) { (a: T, b: T) in T.smaller(a, b) }
    case .maximum, .fmax: mapBlocks(a, b, y, count) { (a: T, b: T) in T.larger(a, b) }
    case .bitwiseAnd: mapBlocks(a, b, y, count) { (a: T, b: T) in a & b }
    case .bitwiseOr: mapBlocks(a, b, y, count) { (a: T, b: T) in a | b }
    case .bitwiseXor: mapBlocks(a, b, y, count) { (a: T, b: T) in a ^ b }
    case .shiftLeft: mapBlocks(a, b, y, count) { (a: T, b: T) in a.shiftedLeft(b) }
    case .shiftRight: mapBlocks(a, b, y, count) { (a: T, b: T) in a.shiftedRight(b) }
    default: break
    }
    return true
}

/// False when a divisor is zero; 1 takes its place.
@inline(__always)
private func divide<T: IntegerElement>(
    _ a: Source, _ b: Source, _ y: UnsafeMutableRawPointer, _ count: Int, _ quotient: (T, T) -> T
) -> Bool {
    var zeros: T = 0
    mapBlocks(a, b, y, count) { (a: T, b: T) in
        let isZero: T = b == 0 ? 1 : 0
        zeros |= isZero
        return quotient(a, b | isZero)
    }
    return zeros == 0
}

func integerTernary<T: IntegerElement>(
    _: T.Type, _ op: TernaryOp, _ value: Int64, _ a: Source, _ b: Source, _ c: Source, _ y: UnsafeMutableRawPointer,
    _ count: Int
) {
    switch op {
    case .clamp: mapBlocks(a, b, c, y, count) { (a: T, b: T, c: T) in T.smaller(T.larger(a, b), c) }
    case .addcmul:
        let factor = T(truncatingIfNeeded: value)
        mapBlocks(a, b, c, y, count) { (a: T, b: T, c: T) in a &+ factor &* b &* c }
    default: break
    }
}
