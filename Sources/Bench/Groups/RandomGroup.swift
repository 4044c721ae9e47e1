import PinionSIMDKernels

/// PyTorch's random numbers.
let randomGroup: Group = Group(name: "random", summary: "PyTorch's random numbers, drawn from the same generator") {
    let count = 1_000_000
    return [
        fill("f32/uniform", count, Float(0)) { $0.uniform($1, count) },
        fill("f32/normal", count, Float(0)) { $0.normal($1, count) },
        fill("f64/normal", count, Double(0)) { $0.normal($1, count) },
        fill("f32/bernoulli", count, Float(0)) { $0.bernoulli($1, count, probability: 0.3) },
        fill("f32/dropout", count, Float(0)) { $0.dropoutMask($1, count, p: 0.5) },
        fill("f32/exponential", count, Float(0)) { $0.exponential($1, count) },
        fill("i64/randint", count, Int64(0)) { $0.integers($1, count, from: 0, to: 1000) },
        fill("i64/permutation", count, Int64(0)) { $0.permutation($1, count) },
    ]
}

private func fill<T: BitwiseCopyable>(
    _ name: String, _ count: Int, _ zero: T, _ call: @escaping (RandomEngine, UnsafeMutablePointer<T>) -> Void
) -> Benchmark {
    Benchmark(name: "random/\(name)/\(count)", bytes: count * MemoryLayout<T>.stride, elements: count) {
        let engine = RandomEngine(seed: 1)
        let target = Buffer<T>(count) { _ in zero }
        return { call(engine, target.pointer) }
    }
}
