enum Floor: StepFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { x.rounded(.down) }
}

enum Ceiling: StepFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { x.rounded(.up) }
}

/// To the nearest integer, halves to the even one.
enum Round: StepFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { x.rounded(.toNearestOrEven) }
}

enum Truncation: StepFunction {
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { x.rounded(.towardZero) }
}

/// What truncation leaves, with the argument's sign.
enum Fraction: UnaryFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L { x - x.rounded(.towardZero) }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ saved: L, _ p: Parameters<L>) -> L { g }
}
