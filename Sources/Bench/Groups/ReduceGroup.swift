import PinionKernelInterface
import PinionSIMDKernels

/// Sums, extrema and the rest, over everything, over rows and over columns.
let reduceGroup: Group = Group(
    name: "reduce", summary: "many elements to one, over everything, over rows, over columns"
) {
    let all: [Reduction] = [.sum, .mean, .prod, .max, .argMax, .sumOfSquares, .logSumExp]
    return [16_000, 1_000_000].flatMap { n in all.map { reduction(Float.self, $0, outer: 1, n: n) } }
        + [Reduction.sum, .max, .logSumExp].map { reduction(Float.self, $0, outer: 1000, n: 1000) }
        + [Reduction.sum, .max, .logSumExp].map { reduction(Float.self, $0, outer: 1, n: 1000, inner: 1000) }
        + [reduction(Float.self, .sum, outer: 10_000, n: 10), reduction(Double.self, .sum, outer: 1, n: 1_000_000)]
}

extension Reduction {
    /// The name in a benchmark, which is PyTorch's where that is one word.
    fileprivate var benchName: String { self == .argMax ? "argmax" : self == .logSumExp ? "logsumexp" : "\(self)" }
}

private func reduction<T: ReductionScalar & BinaryFloatingPoint & BitwiseCopyable>(
    _: T.Type, _ op: Reduction, outer: Int, n: Int, inner: Int = 1
) -> Benchmark {
    let direction = inner > 1 ? "-columns" : outer > 1 ? "-rows" : ""
    let size = inner > 1 ? "\(n)x\(inner)" : outer > 1 ? "\(outer)x\(n)" : "\(n)"
    let results = outer * inner
    return Benchmark(
        name: "reduce/\(T.self == Float.self ? "f32" : "f64")/\(op.benchName)\(direction)/\(size)",
        bytes: (outer * n * inner + results) * MemoryLayout<T>.stride
    ) {
        let (x, y) = (Buffer<T>(outer * n * inner), Buffer<Int64>(results) { _ in 0 })
        return { reduce(op, x.readOnly, outer: outer, n: n, inner: inner, into: y.pointer) }
    }
}
