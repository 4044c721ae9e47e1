import PinionAutograd

/// Sizes of queries, keys and values that fit together, with or without a batch.
struct AttentionSizes {
    /// The operation or layer that mistakes name.
    let name: String
    let isBatched: Bool
    let batch: Int
    let heads: Int
    let queries: Int
    let keys: Int

    init(
        _ name: String, _ query: Tensor, _ key: Tensor, _ value: Tensor, heads: Int, batchFirst: Bool
    ) throws(TensorError) {
        let rank = query.ndim
        let shapes = "\(query.shape), \(key.shape) and \(value.shape)"
        (self.name, self.heads, isBatched) = (name, heads, rank == 3)
        if rank != 2 && rank != 3 {
            throw TensorError(
                name, .shape, "query should be 2-D without a batch or 3-D with one, got shape \(query.shape)")
        }
        if key.ndim != rank || value.ndim != rank {
            throw TensorError(
                name, .shape, "for a \(rank)-D query, expected a \(rank)-D key and value, got shapes \(shapes)")
        }
        let lengthDim = batchFirst ? 1 : 0
        (queries, keys) = (query.size(lengthDim), key.size(lengthDim))
        batch = rank == 3 ? query.size(1 - lengthDim) : 1
        if key.shape.dropLast() != value.shape.dropLast() || (rank == 3 && key.size(1 - lengthDim) != batch) {
            throw TensorError(
                name, .shape, "sequences and batches of key and value do not fit: shapes \(shapes)")
        }
    }
}
