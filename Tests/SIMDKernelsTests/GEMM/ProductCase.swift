import Foundation
import PinionSIMDKernels

/// One product with its operands, and the same product summed in `Double`.
struct ProductCase<Scalar: GemmScalar>: CustomStringConvertible {
    let m: Int
    let n: Int
    let k: Int
    var seed: UInt64
    var transposesA = false
    var transposesB = false
    /// Elements between the end of a stored row and the next.
    var padding = 0
    var accumulates = false
    var hasRowBias = false
    var hasColumnBias = false
    var activation = Activation.none

    init(_ m: Int, _ n: Int, _ k: Int, seed: UInt64) {
        self.m = m
        self.n = n
        self.k = k
        self.seed = seed
    }

    var description: String {
        "\(Scalar.self) [\(m), \(k)]\(transposesA ? "ᵀ" : "") x [\(k), \(n)]\(transposesB ? "ᵀ" : "") "
            + "padding \(padding), accumulates \(accumulates), biases \(hasRowBias) \(hasColumnBias), \(activation), "
            + "\(Kernels.current.instructionSet)"
    }

    private func numbers(_ count: Int, _ salt: UInt64) -> [Scalar] {
        var state = (seed &+ salt) &* 0x9E37_79B9_7F4A_7C15 | 1
        return (0..<max(count, 1)).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            let unit: Double = Double(state >> 40) / 16_777_216
            return Scalar(unit - 0.5)
        }
    }

    private var lda: Int { (transposesA ? m : k) + padding }
    private var ldb: Int { (transposesB ? k : n) + padding }
    private var ldc: Int { n + padding }

    private var a: [Scalar] { numbers((transposesA ? k : m) * lda, 1) }
    private var b: [Scalar] { numbers((transposesB ? n : k) * ldb, 2) }
    private var c: [Scalar] { numbers(m * ldc, 3) }
    private var rowBias: [Scalar] { numbers(m, 4) }
    private var columnBias: [Scalar] { numbers(n, 5) }

    /// C as the kernels leave it, its padding included.
    func product(packed: Bool) -> [Scalar] {
        var c = c
        let (a, b) = (a, b)
        rowBias.withUnsafeBufferPointer { rows in
            columnBias.withUnsafeBufferPointer { columns in
                a.withUnsafeBufferPointer { a in
                    b.withUnsafeBufferPointer { b in
                        let epilogue = Epilogue(
                            accumulates: accumulates, rowBias: hasRowBias ? rows.baseAddress : nil,
                            columnBias: hasColumnBias ? columns.baseAddress : nil, activation: activation)
                        let left = MatrixOperand(a.baseAddress!, leadingDimension: lda, transposed: transposesA)
                        let right = MatrixOperand(b.baseAddress!, leadingDimension: ldb, transposed: transposesB)
                        if packed {
                            gemm(
                                m: m, left, PackedMatrix(k: k, n: n, right), into: &c, ldc: ldc, epilogue: epilogue)
                        } else {
                            gemm(m: m, n: n, k: k, left, right, into: &c, ldc: ldc, epilogue: epilogue)
                        }
                    }
                }
            }
        }
        return c
    }

    /// The largest error of an element, against the sum of the magnitudes added up to it; infinite when an element
    /// between the rows of C was touched.
    func largestError(packed: Bool) -> Double {
        let result = product(packed: packed)
        let (a, b, before) = (a.map(Double.init), b.map(Double.init), c.map(Double.init))
        let (rows, columns) = (rowBias.map(Double.init), columnBias.map(Double.init))
        var worst = 0.0
        for i in 0..<m {
            for j in 0..<n {
                var sum = accumulates ? before[i * ldc + j] : 0
                var size = abs(sum) + 1
                if hasRowBias { sum += rows[i] }
                if hasColumnBias { sum += columns[j] }
                for p in 0..<k {
                    let left = transposesA ? a[p * lda + i] : a[i * lda + p]
                    let right = transposesB ? b[j * ldb + p] : b[p * ldb + j]
                    sum += left * right
                    size += abs(left * right)
                }
                let error = abs(Double(result[i * ldc + j]) - activated(sum)) / size
                worst = error.isNaN ? .infinity : max(worst, error)
            }
            for j in n..<ldc where Double(result[i * ldc + j]) != before[i * ldc + j] { worst = .infinity }
        }
        return worst
    }

    private func activated(_ x: Double) -> Double {
        switch activation {
        case .none: x
        case .relu: max(x, 0)
        case .gelu: x * 0.5 * (1 + erf(x / 2.0.squareRoot()))
        case .sigmoid: 1 / (1 + exp(-x))
        case .tanh: tanh(x)
        }
    }
}
