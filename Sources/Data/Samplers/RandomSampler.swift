import PinionAutograd

/// The indices of a dataset in random order, as PyTorch's `RandomSampler`: each once, or with replacement.
public struct RandomSampler: Sampler {
    public let count: Int
    private let size: Int
    private let replacement: Bool
    private let generator: Generator?

    /// - Parameters:
    ///   - dataset: what the indices are of; it has at least one sample.
    ///   - replacement: whether an index may be drawn again before all others were.
    ///   - numSamples: how many indices to draw; by default as many as the dataset has samples.
    ///   - generator: what draws them. Without one, each epoch has a generator of its own, whose seed is drawn from
    ///     `Generator.default`.
    public init(
        _ dataset: some Dataset, replacement: Bool = false, numSamples: Int? = nil, generator: Generator? = nil
    ) {
        let size = dataset.count
        count = attempt(else: 0) { () throws(TensorError) in
            let count = numSamples ?? size
            if count <= 0 || size == 0 {
                throw TensorError(
                    "RandomSampler", .value,
                    "expected a positive number of samples, got \(count) of a dataset of \(size)")
            }
            return count
        }
        self.size = size
        self.replacement = replacement
        self.generator = generator
    }

    public func makeIterator() -> DrawnIndices {
        // The seed is drawn with the first index.
        var source = generator
        return DrawnIndices { [count, size, replacement] round in
            if count == 0 { return nil }
            let generator = source ?? freshGenerator()
            source = generator
            let step = replacement ? 32 : size
            // Like PyTorch, the last round is drawn even when nothing of it is needed.
            let length = round < count / step ? step : count % step
            if round > count / step { return nil }
            if replacement { return Tensor.randint(size, [length], generator: generator).toArray(Int.self) }
            return Array(Tensor.randperm(size, generator: generator).toArray(Int.self)[..<length])
        }
    }
}

/// Chosen indices in random order, as PyTorch's `SubsetRandomSampler`.
public struct SubsetRandomSampler: Sampler {
    /// The indices.
    public let indices: [Int]
    private let generator: Generator?

    /// These indices, drawn without replacement by `generator`; by `Generator.default` where it is left out.
    public init(_ indices: [Int], generator: Generator? = nil) {
        self.indices = indices
        self.generator = generator
    }

    public var count: Int { indices.count }

    public func makeIterator() -> DrawnIndices {
        DrawnIndices { [indices, generator] round in
            if round > 0 { return nil }
            return Tensor.randperm(indices.count, generator: generator).toArray(Int.self).map { indices[$0] }
        }
    }
}

/// A seed as PyTorch draws one: 63 bits of a generator, of the default one where it is nil.
func drawSeed(_ generator: Generator? = nil) -> UInt64 {
    UInt64(Tensor.zeros([], dtype: .int64).randomInPlace(generator: generator).item(as: Int.self))
}

/// A generator with a seed that the default one draws.
private func freshGenerator() -> Generator { Generator(seed: drawSeed()) }
