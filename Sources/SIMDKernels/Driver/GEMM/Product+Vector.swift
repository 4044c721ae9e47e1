extension Product {
    /// Products with one row or one column, each element of the matrix read once; false for all others.
    func multiplyVector(_ b: MatrixOperand<Scalar>) -> Bool {
        if m == 1 {
            guard b.columnStride == 1 || b.rowStride == 1 else { return false }
            vector(a.base, a.columnStride, times: b, count: n, stride: 1)
        } else if n == 1 {
            // Cᵀ = op(B)ᵀ · op(A)ᵀ
            guard a.columnStride == 1 || (a.rowStride == 1 && ldc == 1) else { return false }
            vector(b.base, b.rowStride, times: a.transpose, count: m, stride: ldc)
        } else {
            return false
        }
        kernels.finish(m, n, c, ldc, epilogue)
        return true
    }

    /// `c[j · stride] (+)= x[k] · matrix[k, count]`, on several threads when the matrix is large.
    private func vector(
        _ x: UnsafePointer<Scalar>, _ step: Int, times matrix: MatrixOperand<Scalar>, count: Int, stride: Int
    ) {
        let grain = max(64, 262_144 / max(1, k) / 64 * 64)
        if matrix.rowStride == 1 {
            withContiguous(x, step) { x in
                parallelFor(0..<count, grain: grain) { part in
                    kernels.dotRows(
                        part.count, k, x, matrix.base + part.lowerBound * matrix.columnStride, matrix.columnStride,
                        c + part.lowerBound * stride, stride, epilogue.accumulates)
                }
            }
        } else {
            parallelFor(0..<(count + 63) / 64, grain: grain / 64) { part in
                let first = part.lowerBound * 64
                let columns = min(count, part.upperBound * 64) - first
                kernels.rowTimesMatrix(
                    columns, k, x, step, matrix.base + first, matrix.rowStride, c + first, epilogue.accumulates)
            }
        }
    }

    private func withContiguous(
        _ x: UnsafePointer<Scalar>, _ step: Int, _ body: (UnsafePointer<Scalar>) -> Void
    ) {
        if step == 1 { return body(x) }
        withScratch(byteCount: k * MemoryLayout<Scalar>.stride) { scratch in
            let copy = scratch.assumingMemoryBound(to: Scalar.self)
            for p in 0..<k { copy[p] = x[p * step] }
            body(UnsafePointer(copy))
        }
    }
}
