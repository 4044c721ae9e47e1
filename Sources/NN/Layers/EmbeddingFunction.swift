/// The rows of `weight` with the numbers in x: [...] becomes [..., embeddingDim]. As PyTorch's `F.embedding`.
///
/// - Parameters:
///   - x: numbers of rows, int64 or int32.
///   - weight: of shape [numEmbeddings, embeddingDim].
///   - paddingIdx: a row without gradient; negative ones count from the end.
///   - maxNorm: rows that are used are scaled down to this norm, in `weight` itself.
///   - normType: the order of that norm.
///   - scaleGradByFreq: whether gradients are divided by how often the row was used.
public func embedding(
    _ x: Tensor, _ weight: Tensor, paddingIdx: Int? = nil, maxNorm: Double? = nil, normType: Double = 2,
    scaleGradByFreq: Bool = false
) -> Tensor {
    attempt { () throws(TensorError) in
        try checkEmbedding(x, weight, "embedding")
        let padding = EmbeddingTable.padding(paddingIdx, weight.size(0), "embedding")
        let indices = x.reshape(-1)
        if let maxNorm {
            _ = try weight.rows(indices, "embedding")
            renormalize(weight, indices, maxNorm, normType)
        }
        let found = try weight.rows(indices, "embedding")
        let rows = noGrad { found.view(x.shape + [weight.size(1)]) }.detach()
        if !isRecorded(weight) { return rows }
        let (count, width) = (weight.size(0), weight.size(1))
        // The numbers are kept: the program may write others into x.
        let saved = indices.sharesStorage(with: x) ? indices.clone() : indices
        return record("EmbeddingBackward0", rows, weight, isReusable: true) { g in
            var g = g.reshape(-1, width)
            if let factor = rowFactors(saved, count, padding, scaleGradByFreq, g.dtype) { g = g * factor }
            return Tensor.zeros(count, width, dtype: g.dtype).indexAdd(0, saved, g)
        }
    }
}

func checkEmbedding(_ x: Tensor, _ weight: Tensor, _ operation: String) throws(TensorError) {
    if weight.ndim != 2 {
        throw TensorError(operation, .shape, "expected a weight of 2 dimensions, got shape \(weight.shape)")
    }
    if x.dtype != .int64 && x.dtype != .int32 {
        throw TensorError(operation, .dtype, "expected numbers of rows, int64 or int32, got \(x.dtype)")
    }
}

/// Scales rows that are used down to a norm.
func renormalize(_ weight: Tensor, _ indices: Tensor, _ maxNorm: Double, _ normType: Double) {
    noGrad {
        let rows = weight.indexSelect(0, indices)
        let norms = rows.norm(normType, dim: 1, keepDim: true)
        let scale = Tensor.where(norms .> maxNorm, maxNorm / (norms + 1e-7), 1).to(weight.dtype)
        _ = weight.indexCopyInPlace(0, indices, rows * scale)
    }
}

/// What the gradients of rows are multiplied by: 0 for padding, 1 over the number of uses; nil where it is 1 everywhere.
private func rowFactors(_ indices: Tensor, _ count: Int, _ padding: Int?, _ byFrequency: Bool, _ dtype: DType)
    -> Tensor?
{
    if padding == nil && !byFrequency { return nil }
    return noGrad {
        var factors = Tensor.ones(indices.numel, dtype: dtype)
        if byFrequency {
            let uses = indices.bincount(minlength: count).indexSelect(0, indices)
            factors = factors / uses.to(dtype)
        }
        if let padding { factors = factors.maskedFill(indices .== padding, 0) }
        return factors.unsqueeze(1)
    }
}
