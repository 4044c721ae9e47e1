/// Sets `count` elements to the one at `value`.
package func fill(_ y: UnsafeMutableRawPointer, with value: UnsafeRawPointer, _ dtype: DType, count: Int) {
    checkCount("fill", count)
    let kernel = Kernels.current.fill.constant
    let size = dtype.byteCount
    parallelFor(0..<count, grain: fillGrain(dtype)) { part in
        kernel(size, value, y + part.lowerBound * size, part.count)
    }
}

/// `y[i] = start + step * i`, computed in Double and rounded to the dtype; PyTorch's `arange`.
/// The dtype is a floating-point one.
package func iota(_ y: UnsafeMutableRawPointer, _ dtype: DType, start: Double, step: Double, count: Int) {
    checkCount("iota", count)
    if !dtype.isFloatingPoint { stop("iota: the dtype is \(dtype), expected a floating-point one with a Double start") }
    let kernel = Kernels.current.fill.floatSequence
    parallelFor(0..<count, grain: fillGrain(dtype)) { part in
        kernel(dtype, start, step, part.lowerBound, y + part.lowerBound * dtype.byteCount, part.count)
    }
}

/// `y[i] = start + step * i` in Int64, of which integers keep the low bits, and bool whether it is not zero.
/// The dtype is an integer one or bool.
package func iota(_ y: UnsafeMutableRawPointer, _ dtype: DType, start: Int64, step: Int64, count: Int) {
    checkCount("iota", count)
    if dtype.isFloatingPoint { stop("iota: the dtype is \(dtype), expected an integer one with an integer start") }
    let kernel = Kernels.current.fill.integerSequence
    parallelFor(0..<count, grain: fillGrain(dtype)) { part in
        kernel(dtype, start, step, part.lowerBound, y + part.lowerBound * dtype.byteCount, part.count)
    }
}

/// Half a megabyte takes a thread about 30 microseconds.
private func fillGrain(_ dtype: DType) -> Int { 524288 / dtype.byteCount }
