import PinionAutograd

/// The masks of a `MultiheadAttention` as numbers to add to scores [N, numHeads, L, S].
struct AttentionMasks {
    /// Of attention; broadcasts to the scores.
    var attention: Tensor?
    /// Of keys, [N, 1, 1, S].
    private var padding: Tensor?

    /// Checks ranks and sizes, of tensors with or without a batch.
    init(
        _ query: Tensor, _ key: Tensor, _ value: Tensor, heads: Int, batchFirst: Bool, padding: Tensor?,
        attention: Tensor?
    ) throws(TensorError) {
        let rank = query.ndim
        let shapes = "\(query.shape), \(key.shape) and \(value.shape)"
        if rank != 2 && rank != 3 {
            throw Self.mistake("query should be 2-D without a batch or 3-D with one, got shape \(query.shape)")
        }
        if key.ndim != rank || value.ndim != rank {
            throw Self.mistake("for a \(rank)-D query, expected a \(rank)-D key and value, got shapes \(shapes)")
        }
        let lengthDim = rank == 3 && batchFirst ? 1 : 0
        let (queries, keys) = (query.size(lengthDim), key.size(lengthDim))
        let batch = rank == 3 ? query.size(1 - lengthDim) : 1
        if key.shape.dropLast() != value.shape.dropLast() || (rank == 3 && key.size(1 - lengthDim) != batch) {
            throw Self.mistake("sequences and batches of key and value do not fit: shapes \(shapes)")
        }
        if let attention {
            let expected = attention.ndim == 3 ? [batch * heads, queries, keys] : [queries, keys]
            if attention.shape != expected {
                throw Self.mistake(
                    "the shape of the \(attention.ndim)-D attnMask is \(attention.shape), but should be "
                        + "\([queries, keys]) or \([batch * heads, queries, keys])")
            }
            let mask = try Self.numbers(attention, "attnMask", query.dtype)
            self.attention = mask.ndim == 3 ? mask.reshape(batch, heads, queries, keys) : mask
        }
        if let padding {
            let expected = rank == 3 ? [batch, keys] : [keys]
            if padding.shape != expected {
                throw Self.mistake("a keyPaddingMask of shape \(padding.shape), expected \(expected)")
            }
            self.padding = try Self.numbers(padding, "keyPaddingMask", query.dtype).reshape(batch, 1, 1, keys)
        }
    }

    private static func mistake(_ message: String, _ kind: TensorError.Kind = .shape) -> TensorError {
        TensorError("MultiheadAttention", kind, message)
    }

    /// A mask, -∞ where one of bool is true.
    static func numbers(_ mask: Tensor, _ name: String, _ dtype: DType) throws(TensorError) -> Tensor {
        if mask.isFloatingPoint { return mask }
        if mask.dtype != .bool {
            throw mistake("only bool and floating types of \(name) are supported, got \(mask.dtype)", .dtype)
        }
        return noGrad { Tensor.zeros(mask.shape, dtype: dtype).maskedFillInPlace(mask, -Double.infinity) }
    }

    /// Lets all queries see a key behind the others.
    mutating func addKey() {
        attention = attention.map { pad($0, [0, 1]) }
        padding = padding.map { pad($0, [0, 1]) }
    }

    /// Both as one.
    var merged: Tensor? {
        guard let attention, let padding else { return attention ?? padding }
        return attention + padding
    }
}
