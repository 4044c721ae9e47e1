/// C = activation(op(A) · op(B) [+ C] [+ bias]) for a row-major C.
///
/// Sums run over k in one order for each element, whatever the number of threads.
/// - Parameters:
///   - m: rows of op(A) and of C. Any of the sizes may be 0; without products to sum, C is its epilogue of 0.
///   - n: columns of op(B) and of C.
///   - k: columns of op(A) and rows of op(B).
///   - a: op(A).
///   - b: op(B).
///   - c: the result; read only where the epilogue adds to it.
///   - ldc: elements from one row of C to the next, at least n.
///   - epilogue: what is done to the sums.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
package func gemm<Scalar: GemmScalar>(
    m: Int, n: Int, k: Int, _ a: MatrixOperand<Scalar>, _ b: MatrixOperand<Scalar>,
    into c: UnsafeMutablePointer<Scalar>, ldc: Int, epilogue: Epilogue<Scalar> = Epilogue()
) {
    checkProduct(m: m, n: n, k: k, a, b, ldc: ldc)
    if m == 0 || n == 0 { return }
    let product = Product(m: m, n: n, k: k, a: a, c: c, ldc: ldc, epilogue: epilogue)
    if product.isTrivial { return product.writeWithoutSums() }
    if product.multiplyVector(b) { return }
    if product.isSmall { return product.multiplySmall(b) }
    if product.isThin { return product.multiplyThin(b) }
    product.multiplyBlocked(b)
}

/// The same with an operand packed before.
package func gemm<Scalar: GemmScalar>(
    m: Int, _ a: MatrixOperand<Scalar>, _ b: PackedMatrix<Scalar>, into c: UnsafeMutablePointer<Scalar>, ldc: Int,
    epilogue: Epilogue<Scalar> = Epilogue()
) {
    let current = Kernels.current.instructionSet
    if current != b.instructionSet {
        stop("gemm: B was packed for \(b.instructionSet), the kernels in use are \(current)'s")
    }
    b.multiply(m: m, a, into: c, ldc: ldc, epilogue: epilogue)
}

/// Stops unless sizes and leading dimensions fit each other.
func checkProduct<Scalar>(
    m: Int, n: Int, k: Int, _ a: MatrixOperand<Scalar>, _ b: MatrixOperand<Scalar>?, ldc: Int
) {
    func shapes() -> String { "gemm [\(m), \(k)] x [\(k), \(n)]" }
    if m < 0 || n < 0 || k < 0 { stop("\(shapes()): sizes must not be negative") }
    a.check("A", rows: m, columns: k, shapes())
    b?.check("B", rows: k, columns: n, shapes())
    if m > 1 && ldc < n { stop("\(shapes()): the leading dimension of C is \(ldc), expected at least \(n)") }
}
