/// An elementwise function of one argument: its value and its derivative, as PyTorch defines them.
protocol UnaryFunction {
    /// Whether memory traffic dominates: the loop is unrolled.
    static var isLight: Bool { get }
    /// The function of each element.
    static func apply<L: MathLane>(_ x: L, _ p: Parameters<L>) -> L
    /// `g` times the derivative, from the argument or the value as `UnaryOp.saves` says.
    static func gradient<L: MathLane>(_ g: L, _ saved: L, _ p: Parameters<L>) -> L
}

extension UnaryFunction {
    @inline(__always) static var isLight: Bool { false }
}

/// A function whose derivative is 0 wherever there is one.
protocol StepFunction: UnaryFunction {}

extension StepFunction {
    @inline(__always) static var isLight: Bool { true }
    @inline(__always) static func gradient<L: MathLane>(_ g: L, _ saved: L, _ p: Parameters<L>) -> L { .zero }
}

/// The parameters of an operation, as its enum documents them.
struct Parameters<L: MathLane> {
    var first: L
    var second: L

    @inline(__always) init(_ first: Double, _ second: Double) {
        self.first = L(L.Scalar(first))
        self.second = L(L.Scalar(second))
    }
}
