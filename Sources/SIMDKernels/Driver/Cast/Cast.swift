/// `y[i] = x[i]` converted from one dtype to another as PyTorch's `to` does: floats to integers towards zero, integers
/// by their low bits, to float16 and bfloat16 rounded to nearest even, everything but zero to true.
/// - Parameters:
///   - x: `count` elements of dtype `from`.
///   - from: the dtype of x.
///   - y: room for `count` elements of dtype `to`; it does not overlap `x`.
///   - to: the dtype of y.
///   - count: elements to convert.
package func cast(
    _ x: UnsafeRawPointer, from: DType, into y: UnsafeMutableRawPointer, to: DType, count: Int
) {
    checkCount("cast", count)
    let convert = Kernels.current.cast.convert
    parallelFor(0..<count, grain: 65536) { part in
        convert(
            from, to, x + part.lowerBound * from.byteCount, y + part.lowerBound * to.byteCount, part.count)
    }
}
