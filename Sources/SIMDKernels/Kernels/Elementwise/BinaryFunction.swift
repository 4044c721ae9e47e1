/// An elementwise function of two arguments: its value and its derivatives, as PyTorch defines them.
protocol BinaryFunction {
    /// Whether memory traffic dominates: the loop is unrolled.
    static var isLight: Bool { get }
    /// The function of each pair of elements.
    static func apply<L: MathLane>(_ a: L, _ b: L) -> L
    /// `g` times the derivative by the first argument.
    static func leftGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L
    /// `g` times the derivative by the second argument.
    static func rightGradient<L: MathLane>(_ g: L, _ a: L, _ b: L) -> L
}

/// A cheap one.
protocol LightBinaryFunction: BinaryFunction {}

extension BinaryFunction {
    @inline(__always) static var isLight: Bool { false }
}

extension LightBinaryFunction {
    @inline(__always) static var isLight: Bool { true }
}

/// An elementwise function of three arguments and a parameter.
protocol TernaryFunction {
    /// Whether memory traffic dominates: the loop is unrolled.
    static var isLight: Bool { get }
    static func apply<L: MathLane>(_ a: L, _ b: L, _ c: L, _ value: L) -> L
}

extension TernaryFunction {
    @inline(__always) static var isLight: Bool { true }
}
