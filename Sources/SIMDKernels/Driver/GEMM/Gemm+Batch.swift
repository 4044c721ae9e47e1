/// Products of `count` pairs of matrices, each `stride` elements behind the one before; a stride of 0 shares a matrix.
///
/// A shared op(B) is packed once. Bias and activation are the same for every product.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func gemm<Scalar: GemmScalar>(
    batch count: Int, m: Int, n: Int, k: Int, _ a: MatrixOperand<Scalar>, aStride: Int, _ b: MatrixOperand<Scalar>,
    bStride: Int, into c: UnsafeMutablePointer<Scalar>, ldc: Int, cStride: Int, epilogue: Epilogue<Scalar> = Epilogue()
) {
    if count < 0 { stop("gemm [\(m), \(k)] x [\(k), \(n)]: the batch must not be negative, got \(count)") }
    if count > 1 && bStride == 0 && aStride == m * a.rowStride && cStride == m * ldc && epilogue.rowBias == nil {
        // The rows of all A follow each other: one tall product.
        return gemm(m: count * m, n: n, k: k, a, b, into: c, ldc: ldc, epilogue: epilogue)
    }
    let size = m * n * k
    let manyRows = m >= 2 * Scalar.gemmKernels(Kernels.current).blocking.tileRows
    if count > 1 && bStride == 0 && manyRows && n > 0 {
        let packed = PackedMatrix(k: k, n: n, b)
        return forEachProduct(count, size) { index in
            packed.multiply(
                m: m, a.advanced(by: index * aStride), into: c + index * cStride, ldc: ldc, epilogue: epilogue)
        }
    }
    forEachProduct(count, size) { index in
        gemm(
            m: m, n: n, k: k, a.advanced(by: index * aStride), b.advanced(by: index * bStride),
            into: c + index * cStride, ldc: ldc, epilogue: epilogue)
    }
}

/// Hands whole products to threads when there are enough of them, else lets each product use the threads.
private func forEachProduct(_ count: Int, _ multiplyAdds: Int, _ body: (Int) -> Void) {
    if count >= 2 * numThreads {
        parallelFor(0..<count, grain: max(1, (1 << 19) / max(1, multiplyAdds))) { $0.forEach(body) }
    } else {
        (0..<count).forEach(body)
    }
}
