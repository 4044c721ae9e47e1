import PinionKernelInterface

func makeIntegerKernels() -> IntegerKernels {
    IntegerKernels(unary: integerUnary, binary: integerBinary, ternary: integerTernary)
}

private func integerUnary(
    _ op: UnaryOp, _ first: Int64, _ second: Int64, _ dtype: DType, _ x: Source, _ y: UnsafeMutableRawPointer,
    _ count: Int
) {
    switch dtype {
    case .int64: integerUnary(Int64.self, op, first, second, x, y, count)
    case .int32: integerUnary(Int32.self, op, first, second, x, y, count)
    case .int16: integerUnary(Int16.self, op, first, second, x, y, count)
    case .int8: integerUnary(Int8.self, op, first, second, x, y, count)
    case .uint8: integerUnary(UInt8.self, op, first, second, x, y, count)
    // Not is the only one.
    case .bool: mapBlocks(x, y, count) { (x: UInt8) in x ^ 1 }
    default: break
    }
}

private func integerBinary(
    _ op: BinaryOp, _ dtype: DType, _ a: Source, _ b: Source, _ y: UnsafeMutableRawPointer, _ count: Int
) -> Bool {
    switch dtype {
    case .int64: integerBinary(Int64.self, op, a, b, y, count)
    case .int32: integerBinary(Int32.self, op, a, b, y, count)
    case .int16: integerBinary(Int16.self, op, a, b, y, count)
    case .int8: integerBinary(Int8.self, op, a, b, y, count)
    case .uint8: integerBinary(UInt8.self, op, a, b, y, count)
    case .bool: integerBinary(UInt8.self, op.ofTruthValues, a, b, y, count)
    default: true
    }
}

private func integerTernary(
    _ op: TernaryOp, _ value: Int64, _ dtype: DType, _ a: Source, _ b: Source, _ c: Source,
    _ y: UnsafeMutableRawPointer, _ count: Int
) {
    switch dtype {
    case .int64: integerTernary(Int64.self, op, value, a, b, c, y, count)
    case .int32: integerTernary(Int32.self, op, value, a, b, c, y, count)
    case .int16: integerTernary(Int16.self, op, value, a, b, c, y, count)
    case .int8: integerTernary(Int8.self, op, value, a, b, c, y, count)
    case .uint8: integerTernary(UInt8.self, op, value, a, b, c, y, count)
    default: break
    }
}

extension BinaryOp {
    /// The operation of bytes of 0 or 1 that means the same.
    fileprivate var ofTruthValues: BinaryOp {
        switch self {
        case .add, .maximum: .bitwiseOr
        case .mul, .minimum: .bitwiseAnd
        default: self
        }
    }
}
