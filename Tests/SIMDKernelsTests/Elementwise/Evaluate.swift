import PinionSIMDKernels

/// An element type of the floating-point kernels, for tests that run for both.
protocol ElementwiseScalar: BinaryFloatingPoint, Sendable {
    static var scalarType: DType { get }
    /// Tolerances for values that are computed otherwise than PyTorch does.
    static var tolerance: Double { get }
}

extension Float: ElementwiseScalar {
    static var scalarType: DType { .float32 }
    static var tolerance: Double { 1e-6 }
}

extension Double: ElementwiseScalar {
    static var scalarType: DType { .float64 }
    static var tolerance: Double { 4e-15 }
}

/// An operation's values for an array, on the current table.
func evaluate<T: ElementwiseScalar>(_ op: UnaryOp, _ x: [T], first: Double = 0, second: Double = 0) -> [T] {
    let y = pinned(x)
    unary(op, T.scalarType, pinned(x).base, into: y.base, count: x.count, first: first, second: second)
    return contents(y, x.count)
}

func evaluateBackward<T: ElementwiseScalar>(
    _ op: UnaryOp, _ g: [T], saved: [T], first: Double = 0, second: Double = 0
) -> [T] {
    let y = pinned(g)
    unaryBackward(
        op, T.scalarType, pinned(g).base, saved: pinned(saved).base, into: y.base, count: g.count, first: first,
        second: second)
    return contents(y, g.count)
}

/// Operands of a test: arrays copied to memory that stays where it is. Never freed; tests are short.
func pinned<T: ElementwiseScalar>(_ values: [T], _ strides: [Int] = [1]) -> StridedOperand {
    let memory = UnsafeMutableBufferPointer<T>.allocate(capacity: max(values.count, 1))
    _ = memory.initialize(from: values)
    return StridedOperand(UnsafeRawPointer(memory.baseAddress!), T.scalarType, strides: strides)
}

/// What an operand's memory holds.
func contents<T: ElementwiseScalar>(_ operand: StridedOperand, _ count: Int) -> [T] {
    (0..<count).map { operand.base.load(fromByteOffset: $0 * MemoryLayout<T>.size, as: T.self) }
}

func evaluate<T: ElementwiseScalar>(_ op: BinaryOp, _ a: [T], _ b: [T]) -> [T] {
    let y = pinned(a)
    binary(op, T.scalarType, shape: [a.count], pinned(a), pinned(b), into: y)
    return contents(y, a.count)
}

func evaluateBackward<T: ElementwiseScalar>(_ op: BinaryOp, by side: Side, _ g: [T], _ a: [T], _ b: [T]) -> [T] {
    let y = pinned(a)
    binaryBackward(op, by: side, T.scalarType, shape: [a.count], pinned(g), pinned(a), pinned(b), into: y)
    return contents(y, a.count)
}
