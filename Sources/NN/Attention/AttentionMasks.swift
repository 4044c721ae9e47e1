import PinionAutograd

/// The masks of an attention of several heads as numbers to add to scores [N, heads, L, S].
struct AttentionMasks {
    /// Of attention; broadcasts to the scores.
    var attention: Tensor?
    /// Of keys, [N, 1, 1, S].
    private var padding: Tensor?

    /// Checks ranks and sizes.
    init(
        _ sizes: AttentionSizes, keys: Int, padding: Tensor?, attention: Tensor?, dtype: DType
    ) throws(TensorError) {
        let (name, batch, heads) = (sizes.name, sizes.batch, sizes.heads)
        if let attention {
            let (one, several) = ([sizes.queries, keys], [batch * heads, sizes.queries, keys])
            if attention.shape != (attention.ndim == 3 ? several : one) {
                throw TensorError(
                    name, .shape,
                    "the shape of the \(attention.ndim)-D attnMask is \(attention.shape), but should be \(one) or "
                        + "\(several)")
            }
            let mask = try Self.numbers(attention, name, "attnMask", dtype)
            self.attention = mask.ndim == 3 ? mask.unflatten(0, [batch, heads]) : mask
        }
        if let padding {
            let expected = sizes.isBatched ? [batch, keys] : [keys]
            if padding.shape != expected {
                throw TensorError(
                    name, .shape, "a keyPaddingMask of shape \(padding.shape), expected \(expected)")
            }
            let mask = try Self.numbers(padding, name, "keyPaddingMask", dtype)
            self.padding = mask.reshape(batch, 1, 1, keys)
        }
    }

    /// A mask, -∞ where one of bool is true.
    private static func numbers(
        _ mask: Tensor, _ name: String, _ label: String, _ dtype: DType
    ) throws(TensorError) -> Tensor {
        if mask.isFloatingPoint { return mask }
        if mask.dtype != .bool {
            throw TensorError(
                name, .dtype, "only bool and floating types of \(label) are supported, got \(mask.dtype)")
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
