import PinionKernelInterface

func makeLogicKernels() -> LogicKernels {
    LogicKernels(compare: compareEitherWay, logical: logical, predicate: predicate, select: select)
}

private func compareEitherWay(
    _ op: CompareOp, _ dtype: DType, _ a: Source, _ b: Source, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    switch op {
    case .greater: compare(.less, dtype, b, a, y, count)
    case .greaterOrEqual: compare(.lessOrEqual, dtype, b, a, y, count)
    default: compare(op, dtype, a, b, y, count)
    }
}

private func compare(
    _ op: CompareOp, _ dtype: DType, _ a: Source, _ b: Source, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    switch dtype {
    case .float32: compare(Float32Element.self, op, a, b, y, count)
    case .float64: compare(Float64Element.self, op, a, b, y, count)
    case .float16: compare(Float16Element.self, op, a, b, y, count)
    case .bfloat16: compare(BFloat16Element.self, op, a, b, y, count)
    case .int64: compare(Int64Element.self, op, a, b, y, count)
    case .int32: compare(Int32Element.self, op, a, b, y, count)
    case .int16: compare(Int16Element.self, op, a, b, y, count)
    case .int8: compare(Int8Element.self, op, a, b, y, count)
    case .uint8, .bool: compare(UInt8Element.self, op, a, b, y, count)
    }
}

private func logical(
    _ op: LogicalOp, _ dtype: DType, _ a: Source, _ b: Source, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    switch dtype {
    case .float32: logical(Float32Element.self, op, a, b, y, count)
    case .float64: logical(Float64Element.self, op, a, b, y, count)
    case .float16, .bfloat16: logical(Float16Element.self, op, a, b, y, count)
    case .int64: logical(Int64Element.self, op, a, b, y, count)
    case .int32: logical(Int32Element.self, op, a, b, y, count)
    case .int16: logical(Int16Element.self, op, a, b, y, count)
    case .int8, .uint8, .bool: logical(UInt8Element.self, op, a, b, y, count)
    }
}

private func predicate(
    _ op: PredicateOp, _ dtype: DType, _ x: Source, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    switch dtype {
    case .float32: predicate(Float32Element.self, op, x, y, count)
    case .float64: predicate(Float64Element.self, op, x, y, count)
    case .float16: predicate(Float16Element.self, op, x, y, count)
    case .bfloat16: predicate(BFloat16Element.self, op, x, y, count)
    case .int64: predicate(Int64Element.self, op, x, y, count)
    case .int32: predicate(Int32Element.self, op, x, y, count)
    case .int16: predicate(Int16Element.self, op, x, y, count)
    case .int8, .uint8, .bool: predicate(UInt8Element.self, op, x, y, count)
    }
}

private func select(
    _ dtype: DType, _ mask: Source, _ a: Source, _ b: Source, _ y: UnsafeMutableRawPointer, _ count: Int
) {
    switch dtype.byteCount {
    case 1: select(UInt8.self, mask, a, b, y, count)
    case 2: select(UInt16.self, mask, a, b, y, count)
    case 4: select(UInt32.self, mask, a, b, y, count)
    default: select(UInt64.self, mask, a, b, y, count)
    }
}
