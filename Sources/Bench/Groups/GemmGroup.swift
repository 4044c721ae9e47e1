import PinionKernelInterface
import PinionSIMDKernels

/// Matrix products; sizes are rows of C x columns of C x the inner dimension.
let gemmGroup: Group = Group(name: "gemm", summary: "matrix products C[m, n] = A[m, k] B[k, n], as m x n x k") {
    let squares = [32, 33, 64, 65, 96, 127, 128, 256, 512, 1000, 1024, 2048]
    // Tall, wide and deep; edges that no tile divides.
    let shapes = [(4096, 64, 64), (64, 4096, 64), (64, 64, 4096), (2000, 10, 500), (10, 2000, 500), (333, 777, 555)]
    let weights = [(512, 512), (512, 784)]
    return squares.map { product(Float.self, $0, $0, $0) }
        + shapes.map { product(Float.self, $0.0, $0.1, $0.2) }
        + [(false, true), (true, false), (true, true)].map {
            product(Float.self, 256, 256, 256, transposeA: $0.0, transposeB: $0.1)
        }
        + weights.flatMap { n, k in [1, 8, 32, 64].map { linear($0, n, k) } }
        + [product(Float.self, 1, 512, 512, transposeB: true), product(Float.self, 64, 512, 784, transposeB: true)]
        + [(64, 64), (256, 32)].map { batched($0.0, $0.1) }
        + [64, 128, 512, 1024].map { product(Double.self, $0, $0, $0) }
}

private func typeName<Scalar>(_: Scalar.Type) -> String { Scalar.self == Float.self ? "f32" : "f64" }

private func limit<Scalar>(_: Scalar.Type) -> Benchmark.Limit {
    Scalar.self == Float.self ? .floatPeak : .doublePeak
}

private func product<Scalar: GemmScalar & BitwiseCopyable>(
    _: Scalar.Type, _ m: Int, _ n: Int, _ k: Int, transposeA: Bool = false, transposeB: Bool = false
) -> Benchmark {
    let transposes = (transposeA ? "t" : "n") + (transposeB ? "t" : "n")
    return Benchmark(
        name: "gemm/\(typeName(Scalar.self))/\(transposes)/\(m)x\(n)x\(k)", flops: 2 * m * n * k,
        bytes: (m * k + k * n + m * n) * MemoryLayout<Scalar>.stride, limit: limit(Scalar.self)
    ) {
        let (a, b, c) = (Buffer<Scalar>(m * k), Buffer<Scalar>(k * n), Buffer<Scalar>.zeros(m * n))
        let left = MatrixOperand(a.readOnly, leadingDimension: transposeA ? m : k, transposed: transposeA)
        let right = MatrixOperand(b.readOnly, leadingDimension: transposeB ? k : n, transposed: transposeB)
        return {
            gemm(m: m, n: n, k: k, left, right, into: c.pointer, ldc: n)
            withExtendedLifetime((a, b)) {}
        }
    }
}

/// x times the transpose of weights that stay packed between calls, as a linear layer's do.
private func linear(_ m: Int, _ n: Int, _ k: Int) -> Benchmark {
    Benchmark(
        name: "gemm/f32/packed/\(m)x\(n)x\(k)", flops: 2 * m * n * k, bytes: (m * k + k * n + m * n) * 4,
        limit: .floatPeak
    ) {
        let (x, w, y) = (Buffer<Float>(m * k), Buffer<Float>(n * k), Buffer<Float>.zeros(m * n))
        let packed = PackedMatrix(k: k, n: n, MatrixOperand(w.readOnly, leadingDimension: k, transposed: true))
        return {
            gemm(m: m, MatrixOperand(x.readOnly, leadingDimension: k), packed, into: y.pointer, ldc: n)
            withExtendedLifetime(x) {}
        }
    }
}

/// `count` products of square matrices.
private func batched(_ count: Int, _ n: Int) -> Benchmark {
    Benchmark(
        name: "gemm/f32/batch\(count)/\(n)x\(n)x\(n)", flops: 2 * count * n * n * n, bytes: 3 * count * n * n * 4,
        limit: .floatPeak
    ) {
        let size = n * n
        let (a, b, c) = (Buffer<Float>(count * size), Buffer<Float>(count * size), Buffer<Float>.zeros(count * size))
        return {
            gemm(
                batch: count, m: n, n: n, k: n, MatrixOperand(a.readOnly, leadingDimension: n), aStride: size,
                MatrixOperand(b.readOnly, leadingDimension: n), bStride: size, into: c.pointer, ldc: n, cStride: size)
            withExtendedLifetime((a, b)) {}
        }
    }
}
