import PinionKernelInterface
import PinionSIMDKernels

/// Functions of one, two and three arrays, from the first-level cache's side of memory (16,000 elements) and beyond it.
let elementwiseGroup: Group = Group(name: "elementwise", summary: "functions of arrays, element by element") {
    let unary: [UnaryOp] = [
        .neg, .abs, .sqrt, .rsqrt, .reciprocal, .exp, .expm1, .log, .log2, .log1p, .sin, .cos, .tan, .asin, .atan,
        .sinh, .tanh, .sigmoid, .erf, .erfc, .floor, .round, .relu, .leakyReLU, .clamp, .gelu, .silu, .elu, .softplus,
        .hardswish,
    ]
    let binary: [BinaryOp] = [.add, .mul, .div, .maximum, .pow, .atan2, .remainder]
    let dtypes: [DType] = [.float16, .bfloat16, .float64, .int64]
    var all: [Benchmark] = []
    for n in [16_000, 1_000_000] {
        all += unary.map { unaryBenchmark($0, n) }
        all += binary.map { binaryBenchmark("\($0)", $0, [n], [1], [1]) }
        all += [
            binaryBenchmark("addScalar", .add, [n], [1], [0]), whereBenchmark(n), lessBenchmark(n), fillBenchmark(n),
            backwardBenchmark("geluBackward", .gelu, n), backwardBenchmark("tanhBackward", .tanh, n),
        ]
        all += dtypes.map { castBenchmark($0, n) }
    }
    all.append(binaryBenchmark("addRow", .add, [1000, 1000], [1000, 1], [0, 1]))
    all.append(binaryBenchmark("addColumn", .add, [1000, 1000], [1000, 1], [1, 0]))
    return all
}

/// The range that operands are drawn from, where the function has values.
private func range(_ operation: String) -> (low: Double, high: Double) {
    switch operation {
    case "sqrt", "rsqrt", "log", "log2", "log1p", "pow": (0.1, 4)
    case "asin": (-1, 1)
    default: (-4, 4)
    }
}

private func numbers(_ operation: String, _ count: Int) -> Buffer<Float> {
    let (low, high) = range(operation)
    return Buffer<Float>(count, from: low, to: high)
}

private func unaryBenchmark(_ op: UnaryOp, _ n: Int) -> Benchmark {
    let (first, second): (Double, Double) =
        switch op {
        case .clamp: (-0.5, 0.5)
        case .leakyReLU: (0.01, 0)
        case .elu: (1, 0)
        case .softplus: (1, 20)
        default: (0, 0)
        }
    return Benchmark(name: "elementwise/f32/\(op)/\(n)", bytes: 8 * n) {
        let (x, y) = (numbers("\(op)", n), Buffer<Float>.zeros(n))
        return { unary(op, .float32, x.pointer, into: y.pointer, count: n, first: first, second: second) }
    }
}

private func backwardBenchmark(_ name: String, _ op: UnaryOp, _ n: Int) -> Benchmark {
    Benchmark(name: "elementwise/f32/\(name)/\(n)", bytes: 12 * n) {
        let (g, x, y) = (Buffer<Float>(n), Buffer<Float>(n), Buffer<Float>.zeros(n))
        return { unaryBackward(op, .float32, g.pointer, saved: x.pointer, into: y.pointer, count: n) }
    }
}

/// Strides of 0 broadcast an operand.
private func binaryBenchmark(
    _ name: String, _ op: BinaryOp, _ shape: [Int], _ aStrides: [Int], _ bStrides: [Int]
) -> Benchmark {
    let n = shape.reduce(1, *)
    let size = shape.map(String.init).joined(separator: "x")
    let operands = bStrides.contains(0) ? 2 : 3
    return Benchmark(name: "elementwise/f32/\(name)/\(size)", bytes: 4 * operands * n) {
        let (x, z, y) = (numbers(name, n), numbers(name, n + 7), Buffer<Float>.zeros(n))
        let (a, b) = (
            StridedOperand(x.pointer, .float32, strides: aStrides),
            StridedOperand(z.pointer + 7, .float32, strides: bStrides)
        )
        let target = StridedOperand(y.pointer, .float32, strides: shape.count == 1 ? [1] : [shape[1], 1])
        return {
            binary(op, .float32, shape: shape, a, b, into: target)
            withExtendedLifetime((x, y, z)) {}
        }
    }
}

private func whereBenchmark(_ n: Int) -> Benchmark {
    Benchmark(name: "elementwise/f32/where/\(n)", bytes: 13 * n) {
        let (x, z, y) = (Buffer<Float>(n), Buffer<Float>(n), Buffer<Float>.zeros(n))
        let mask = Buffer<UInt8>(n) { UInt8($0 &* 7919 >> 3 & 1) }
        let (a, b) = (
            StridedOperand(x.pointer, .float32, strides: [1]), StridedOperand(z.pointer, .float32, strides: [1])
        )
        let (c, target) = (
            StridedOperand(mask.pointer, .bool, strides: [1]), StridedOperand(y.pointer, .float32, strides: [1])
        )
        return {
            select(.float32, shape: [n], c, a, b, into: target)
            withExtendedLifetime((x, y, z, mask)) {}
        }
    }
}

private func lessBenchmark(_ n: Int) -> Benchmark {
    Benchmark(name: "elementwise/f32/less/\(n)", bytes: 9 * n) {
        let (x, z, y) = (Buffer<Float>(n), Buffer<Float>(n, from: -0.9), Buffer<UInt8>(n) { _ in 0 })
        let (a, b) = (
            StridedOperand(x.pointer, .float32, strides: [1]), StridedOperand(z.pointer, .float32, strides: [1])
        )
        let target = StridedOperand(y.pointer, .bool, strides: [1])
        return {
            compare(.less, .float32, shape: [n], a, b, into: target)
            withExtendedLifetime((x, y, z)) {}
        }
    }
}

private func fillBenchmark(_ n: Int) -> Benchmark {
    Benchmark(name: "elementwise/f32/fill/\(n)", bytes: 4 * n) {
        let (value, y) = (Buffer<Float>(1, from: 3, to: 3), Buffer<Float>.zeros(n))
        return { fill(y.pointer, with: value.pointer, .float32, count: n) }
    }
}

private func castBenchmark(_ dtype: DType, _ n: Int) -> Benchmark {
    let name =
        switch dtype {
        case .float16: "f16"
        case .bfloat16: "bf16"
        case .float64: "f64"
        default: "i64"
        }
    return Benchmark(name: "elementwise/f32/to-\(name)/\(n)", bytes: (4 + dtype.byteCount) * n) {
        let (x, y) = (Buffer<Float>(n, from: -100, to: 100), Buffer<Double>.zeros(n))
        return { cast(x.pointer, from: .float32, into: y.pointer, to: dtype, count: n) }
    }
}
