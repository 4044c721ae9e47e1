import PinionSIMDKernels

extension Raw {
    /// Normally distributed numbers: in blocks of 16 in contiguous tensors of at least 16 elements, one pair at a time
    /// in others, as PyTorch.
    package static func normal(
        _ x: Tensor, mean: Double, std: Double, _ generator: Generator?, name: StaticString
    ) throws(TensorError) {
        try checkFloating(x, name)
        try require(std >= 0, name, "expected std >= 0, got \(std)")
        if x.numel < 16 || !x.isContiguous {
            return try draw(Double.self, into: x, generator, name) { engine, target, count in
                for i in 0..<count { target[i] = mean.addingProduct(engine.nextNormal(), std) }
            }
        }
        try draw(into: x, generator, name) { engine, target in
            if let elements = target.elements(of: Double.self) {
                engine.normal(elements.base, elements.count, mean: mean, std: std)
            } else if let elements = target.elements(of: Float.self) {
                engine.normal(elements.base, elements.count, mean: mean, std: std)
            } else {
                let wide = Tensor(Layout(rank: 1, sizes: Extents(padding: [target.numel])), .float32)
                guard let elements = wide.elements(of: Float.self) else { return }
                let whole = elements.count / 16 * 16
                engine.normal(elements.base, whole, mean: mean, std: std)
                // Unlike float32, the 16-bit types draw no numbers that the last block replaces.
                if whole < elements.count {
                    engine.normal(elements.base + elements.count - 16, 16, mean: mean, std: std)
                }
                cast(elements.base, from: .float32, into: target.pointer, to: target.dtype, count: elements.count)
            }
        }
    }

    /// Normally distributed numbers around the elements of `mean`, in their dtype.
    package static func normal(
        mean: Tensor, std: Double, _ generator: Generator?, name: StaticString
    ) throws(TensorError) -> Tensor {
        let x = Tensor(sizesOf: mean, mean.dtype)
        try normal(x, mean: 0, std: std, generator, name: name)
        return try binary(.add, .tensor(x), .tensor(mean), name: name, out: x)
    }

    /// The same with a standard deviation for each element; mean and std broadcast.
    package static func normal(
        mean: Operand, std: Tensor, _ generator: Generator?, name: StaticString
    ) throws(TensorError) -> Tensor {
        try checkFloating(std, name)
        let isNegative = try compare(.less, .tensor(std), .number(.double(0)), name: name)
        let hasNegative = try reduce(.any, isNegative, Array(0..<std.ndim), keepDim: false, name: name)
        try require(!hasNegative.item(as: Bool.self), name, "expected all elements of std >= 0")
        let layout = try broadcast(mean, .tensor(std), name)
        let x = Tensor(layout.packed, mean.tensor?.dtype ?? std.dtype)
        try normal(x, mean: 0, std: 1, generator, name: name)
        _ = try binary(.mul, .tensor(x), .tensor(std), name: name, out: x)
        return try binary(.add, .tensor(x), mean, name: name, out: x)
    }
}
