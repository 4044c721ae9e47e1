import PinionAutograd
import PinionTensor

/// The name of a line of draws.txt: what is drawn, and with which arguments.
struct Draw {
    let kind: Substring
    let dtype: DType
    let seed: UInt64
    let count: Int
    let a: Double
    let b: Double

    init?(_ name: String) {
        let words = name.split(separator: " ")
        guard words.count == 6, let dtype = DType(name: words[1]), let seed = UInt64(words[2]),
            let count = Int(words[3]), let a = Double(words[4]), let b = Double(words[5])
        else { return nil }
        (kind, self.dtype, self.seed, self.count, self.a, self.b) = (words[0], dtype, seed, count, a, b)
    }

    /// The script's tensors.
    private var empty: Tensor { .empty(count, dtype: dtype) }
    private var strided: Tensor {
        let whole = Tensor.empty(5, 6, 8, dtype: dtype)
        let layout = Layout(
            rank: 3, sizes: [3, 4, 6, 1, 1, 1, 1, 1], strides: [2, 48, 8, 0, 0, 0, 0, 0], offset: 49)
        return Tensor(whole.storage, layout, dtype)
    }
    private func ramp(_ count: Int) -> Tensor {
        let values = (0..<count).map { (k: Int) -> Double in Double(k * 7919 % 1013) / 1013 }
        return Tensor(values, dtype: dtype)
    }
    private func matrix(_ shape: [Int], _ strides: [Int], _ x: Tensor) -> Tensor {
        let layout = Layout(
            rank: shape.count, sizes: Extents(padding: shape), strides: Extents(padding: strides))
        return Tensor(x.storage, layout, x.dtype)
    }

    /// What the line's kind draws from `generator`; nil for unknown kinds.
    func tensor(_ generator: Generator) -> Tensor? {
        generator.manualSeed(seed)
        return simple(generator) ?? composed(generator)
    }

    private func simple(_ generator: Generator) -> Tensor? {
        switch kind {
        case "rand": .rand(count, dtype: dtype, generator: generator)
        case "uniform": empty.uniformInPlace(a, b, generator: generator)
        case "randn": .randn([count], dtype: dtype, generator: generator)
        case "normal": .normal(mean: a, std: b, size: [count], dtype: dtype, generator: generator)
        case "exponential": empty.exponentialInPlace(a, generator: generator)
        case "bernoulli": empty.bernoulliInPlace(a, generator: generator)
        case "bernoulliTensor": .bernoulli(ramp(count), generator: generator)
        case "randint": .randint(Int(a), Int(b), [count], generator: generator)
        case "randperm": .randperm(count, dtype: dtype, generator: generator)
        case "cauchy": empty.cauchyInPlace(a, b, generator: generator)
        case "logNormal": empty.logNormalInPlace(a, b, generator: generator)
        case "geometric": empty.geometricInPlace(a, generator: generator)
        case "random": empty.randomInPlace(Int(a), Int(b), generator: generator)
        case "randomAll": empty.randomInPlace(generator: generator)
        default: nil
        }
    }

    private func composed(_ generator: Generator) -> Tensor? {
        switch kind {
        case "poisson": return .poisson(ramp(count) * a, generator: generator)
        case "normalMean":
            return .normal(mean: .arange(0, count, dtype: dtype), std: a, generator: generator)
        case "normalStd": return .normal(mean: a, std: ramp(count), generator: generator)
        case "normalBoth":
            let mean = matrix([count, 1], [1, 1], .arange(0, count, dtype: dtype))
            return .normal(mean: mean, std: ramp(count), generator: generator)
        case "stridedUniform": return strided.uniformInPlace(from: a, to: b, generator: generator)
        case "stridedNormal": return strided.normalInPlace(mean: a, std: b, generator: generator)
        case "stridedBernoulli":
            return strided.bernoulliInPlace(matrix([3, 1, 6], [6, 6, 1], ramp(18)), generator: generator)
        case "stridedRandom": return strided.randomInPlace(Int(a), Int(b), generator: generator)
        case "randnLike": return .randnLike(strided, generator: generator)
        case "randLike": return .randLike(strided, generator: generator)
        case "randintLike": return .randintLike(strided, 2, generator: generator)
        case "multinomial":
            return matrix([3, 100], [100, 1], ramp(300)).multinomial(Int(a), replacement: b != 0, generator: generator)
        case "multinomialOfColumns":
            let columns = Tensor.empty(300, dtype: dtype)
            let weights = matrix([3, 100], [1, 3], columns)
            Raw.copy(matrix([3, 100], [100, 1], ramp(300)), into: weights)
            return weights.multinomial(Int(a), replacement: b != 0, generator: generator)
        case "mixed": return mixed(generator)
        case "state":
            _ = Tensor.rand(Int(a), generator: generator)
            return generator.getState()
        case "stateWithNormal":
            _ = Tensor.randn(Int(a), generator: generator)
            return generator.getState()
        default: return nil
        }
    }

    private func mixed(_ generator: Generator) -> Tensor {
        let parts: [Tensor] = [
            .rand(5, generator: generator), .randn(3, generator: generator), .rand(600, generator: generator),
            .randn(20, generator: generator), .randint(9, [5], generator: generator),
            .randn(1, dtype: .float64, generator: generator), .randperm(7, generator: generator),
            Tensor.empty(3).exponentialInPlace(generator: generator), .randn(15, generator: generator),
        ]
        return Tensor(parts.flatMap { $0.toArray(Double.self) }, dtype: .float64)
    }
}
