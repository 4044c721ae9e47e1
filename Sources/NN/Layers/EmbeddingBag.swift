/// How the rows of a bag become one.
public enum EmbeddingBagMode: String, Sendable, WordArgument, CaseIterable {
    case sum, mean, max
}

/// Sums, means or largest elements of bags of rows of a table: [bags, embeddingDim]. As PyTorch's `F.embedding_bag`.
///
/// - Parameters:
///   - x: numbers of rows: [bags, size], or [n] with `offsets`.
///   - weight: of shape [numEmbeddings, embeddingDim].
///   - offsets: where each bag begins in an x of shape [n].
///   - maxNorm: rows that are used are scaled down to this norm, in `weight` itself.
///   - normType: the order of that norm.
///   - scaleGradByFreq: whether gradients are divided by how often the row was used.
///   - mode: what becomes of a bag; 0 of an empty one.
///   - perSampleWeights: factors in the shape of x, with the mode `.sum`.
///   - includeLastOffset: whether the last offset is the end of the last bag.
///   - paddingIdx: a row that is left out.
public func embeddingBag(
    _ x: Tensor, _ weight: Tensor, _ offsets: Tensor? = nil, maxNorm: Double? = nil, normType: Double = 2,
    scaleGradByFreq: Bool = false, mode: EmbeddingBagMode = .mean, perSampleWeights: Tensor? = nil,
    includeLastOffset: Bool = false, paddingIdx: Int? = nil
) -> Tensor {
    attempt { () throws(TensorError) in
        try checkEmbedding(x, weight, "embeddingBag")
        if let factors = perSampleWeights, factors.shape != x.shape || mode != .sum {
            throw TensorError(
                "embeddingBag", .shape,
                "perSampleWeights of shape \(factors.shape) for numbers of shape \(x.shape) and "
                    + "mode \(mode); expected the same shape and mode sum")
        }
        if scaleGradByFreq && mode == .max {
            throw TensorError("embeddingBag", .value, "gradients of mode max cannot be scaled by frequency")
        }
        let ends = try bagEnds(x, offsets, includeLastOffset)
        let padding = EmbeddingTable.padding(paddingIdx, weight.size(0), "embeddingBag")
        let numbers = x.reshape(-1).long().toArray(Int.self)
        var (bags, kept): ([Int], [Int]) = ([], [])
        for (bag, range) in zip([0] + ends, ends).enumerated() {
            for place in range.0..<range.1 where numbers[place] != padding {
                bags.append(bag)
                kept.append(place)
            }
        }
        let places = Tensor(kept, shape: [kept.count], dtype: .int64)
        let rows = embedding(
            x.reshape(-1).indexSelect(0, places), weight, maxNorm: maxNorm, normType: normType,
            scaleGradByFreq: scaleGradByFreq)
        let factors = perSampleWeights.map { $0.reshape(-1).indexSelect(0, places).unsqueeze(1) }
        return reduced(factors.map { rows * $0 } ?? rows, bags, ends.count, mode)
    }
}

/// Where each bag ends.
private func bagEnds(_ x: Tensor, _ offsets: Tensor?, _ includesLast: Bool) throws(TensorError) -> [Int] {
    if x.ndim == 2 && offsets == nil { return (0..<x.size(0)).map { ($0 + 1) * x.size(1) } }
    guard x.ndim == 1, let offsets, offsets.ndim == 1 else {
        throw TensorError(
            "embeddingBag", .shape,
            "expected [bags, size], or [n] with offsets [bags], got shapes \(x.shape) and "
                + (offsets.map { "\($0.shape)" } ?? "none"))
    }
    var starts = offsets.long().toArray(Int.self)
    if !includesLast { starts.append(x.numel) }
    if starts.first != 0 || zip(starts, starts.dropFirst()).contains(where: { $0 > $1 }) || starts.last != x.numel {
        throw TensorError(
            "embeddingBag", .value, "offsets \(starts) of \(x.numel) numbers; expected them to rise from 0 to the end")
    }
    return Array(starts.dropFirst())
}

private func reduced(_ rows: Tensor, _ bags: [Int], _ count: Int, _ mode: EmbeddingBagMode) -> Tensor {
    let width = rows.size(1)
    if mode == .max {
        var start = 0
        let results = (0..<count).map { bag in
            let size = bags[start...].prefix { $0 == bag }.count
            defer { start += size }
            return size == 0
                ? Tensor.zeros(width, dtype: rows.dtype) : rows.narrow(0, start, size).max(dim: 0).values
        }
        return results.isEmpty ? .zeros(0, width, dtype: rows.dtype) : stack(results)
    }
    let index = Tensor(bags, shape: [bags.count], dtype: .int64)
    let sums = Tensor.zeros(count, width, dtype: rows.dtype).indexAdd(0, index, rows)
    if mode == .sum { return sums }
    return sums / index.bincount(minlength: count).clampMin(1).to(rows.dtype).unsqueeze(1)
}

/// Sums, means or largest elements of bags of rows of a table. As PyTorch's `nn.EmbeddingBag`.
open class EmbeddingBag: Module {
    public let numEmbeddings: Int
    public let embeddingDim: Int
    public let maxNorm: Double?
    public let normType: Double
    public let scaleGradByFreq: Bool
    public let mode: EmbeddingBagMode
    public let includeLastOffset: Bool
    public let paddingIdx: Int?
    /// Of shape [numEmbeddings, embeddingDim].
    @Parameter public var weight: Tensor

    /// The arguments are those of `embeddingBag`.
    public init(
        _ numEmbeddings: Int, _ embeddingDim: Int, maxNorm: Double? = nil, normType: Double = 2,
        scaleGradByFreq: Bool = false, mode: EmbeddingBagMode = .mean, includeLastOffset: Bool = false,
        paddingIdx: Int? = nil, dtype: DType? = nil
    ) {
        self.numEmbeddings = numEmbeddings
        self.embeddingDim = embeddingDim
        self.maxNorm = maxNorm
        self.normType = normType
        self.scaleGradByFreq = scaleGradByFreq
        self.mode = mode
        self.includeLastOffset = includeLastOffset
        self.paddingIdx = EmbeddingTable.padding(paddingIdx, numEmbeddings, "EmbeddingBag")
        weight = .empty(numEmbeddings, embeddingDim, dtype: dtype)
        super.init()
        normal(weight)
        if let paddingIdx = self.paddingIdx { noGrad { _ = weight.select(0, paddingIdx).zeroInPlace() } }
    }

    /// The bags of x: [bags, size].
    open override func forward(_ x: Tensor) -> Tensor { bags(x, nil, nil) }

    /// The bags of x that begin at the offsets, with factors.
    public func callAsFunction(_ x: Tensor, _ offsets: Tensor?, perSampleWeights: Tensor? = nil) -> Tensor {
        withHooks([x]) { [self.bags($0[0], offsets, perSampleWeights)] }[0]
    }

    /// The same with the offsets under their name.
    public func callAsFunction(_ x: Tensor, offsets: Tensor?, perSampleWeights: Tensor? = nil) -> Tensor {
        self(x, offsets, perSampleWeights: perSampleWeights)
    }

    private func bags(_ x: Tensor, _ offsets: Tensor?, _ perSampleWeights: Tensor?) -> Tensor {
        embeddingBag(
            x, weight, offsets, maxNorm: maxNorm, normType: normType, scaleGradByFreq: scaleGradByFreq, mode: mode,
            perSampleWeights: perSampleWeights, includeLastOffset: includeLastOffset, paddingIdx: paddingIdx)
    }

    open override var extraRepr: String {
        var text = "\(numEmbeddings), \(embeddingDim)"
        if let maxNorm { text += ", max_norm=\(maxNorm)" }
        if normType != 2 { text += ", norm_type=\(normType)" }
        if scaleGradByFreq { text += ", scale_grad_by_freq=True" }
        text += ", mode='\(mode.rawValue)'"
        if let paddingIdx { text += ", padding_idx=\(paddingIdx)" }
        return text
    }
}
