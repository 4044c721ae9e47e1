import PinionAutograd

/// Indices drawn with given probabilities, as PyTorch's `WeightedRandomSampler`: index i with weight `weights[i]`.
///
/// To draw rare classes as often as others, give each sample the inverse of its class's frequency.
public struct WeightedRandomSampler: Sampler {
    /// The weight of each index, of any sum.
    public let weights: [Double]
    public let count: Int
    private let replacement: Bool
    private let generator: Generator?

    /// - Parameters:
    ///   - weights: a weight for each index, not negative.
    ///   - numSamples: how many indices to draw in an epoch.
    ///   - replacement: whether an index may be drawn more than once; without, there are at least `numSamples`
    ///     weights.
    ///   - generator: what draws them; `Generator.default` where it is left out.
    public init(_ weights: [Double], numSamples: Int, replacement: Bool = true, generator: Generator? = nil) {
        count = attempt(else: 0) { () throws(TensorError) in
            if numSamples <= 0 {
                throw TensorError("WeightedRandomSampler", .value, "expected numSamples > 0, got \(numSamples)")
            }
            return numSamples
        }
        self.weights = weights
        self.replacement = replacement
        self.generator = generator
    }

    public func makeIterator() -> DrawnIndices {
        DrawnIndices { [weights, count, replacement, generator] round in
            if round > 0 || count == 0 { return nil }
            return Tensor(weights, dtype: .float64)
                .multinomial(count, replacement: replacement, generator: generator).toArray(Int.self)
        }
    }
}

extension WeightedRandomSampler {
    /// The same with the number of draws by position.
    public init(_ weights: [Double], _ numSamples: Int, replacement: Bool = true, generator: Generator? = nil) {
        self.init(weights, numSamples: numSamples, replacement: replacement, generator: generator)
    }

    /// The same with the weights as a vector.
    public init(_ weights: Tensor, numSamples: Int, replacement: Bool = true, generator: Generator? = nil) {
        let weights = weights.double().flatten().toArray(Double.self)
        self.init(weights, numSamples: numSamples, replacement: replacement, generator: generator)
    }

    /// The same with the weights as a vector, and the number of draws by position.
    public init(_ weights: Tensor, _ numSamples: Int, replacement: Bool = true, generator: Generator? = nil) {
        self.init(weights, numSamples: numSamples, replacement: replacement, generator: generator)
    }
}
