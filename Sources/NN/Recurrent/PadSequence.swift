import PinionAutograd

/// The side of a sequence that is padded.
public enum PaddingSide: String, Sendable, WordArgument, CaseIterable {
    case left, right
}

/// Sequences [length, …] of different lengths in one tensor. As `torch.nn.utils.rnn.pad_sequence`.
///
/// - Parameters:
///   - sequences: of equal sizes beyond the first dimension.
///   - batchFirst: whether the result is [batch, steps, …] instead of [steps, batch, …].
///   - paddingValue: what fills the places without elements.
///   - paddingSide: where those are.
public func padSequence(
    _ sequences: [Tensor], batchFirst: Bool = false, paddingValue: Double = 0, paddingSide: PaddingSide = .right
) -> Tensor {
    attempt { () throws(TensorError) in
        guard let first = sequences.first else {
            throw TensorError("padSequence", .value, "received an empty list of sequences")
        }
        let inner = Array(first.shape.dropFirst())
        if !sequences.allSatisfy({ $0.ndim > 0 && Array($0.shape.dropFirst()) == inner && $0.dtype == first.dtype }) {
            throw TensorError(
                "padSequence", .shape,
                "sequences of shapes \(sequences.map(\.shape)) and dtypes \(sequences.map(\.dtype)); expected equal sizes "
                    + "beyond the first dimension and one dtype")
        }
        let steps = sequences.map { $0.size(0) }.max() ?? 0
        let rows = sequences.map { sequence in
            let missing = steps - sequence.size(0)
            if missing == 0 { return sequence }
            let none = [Int](repeating: 0, count: 2 * inner.count)
            return pad(sequence, none + (paddingSide == .right ? [0, missing] : [missing, 0]), value: paddingValue)
        }
        return stack(rows, dim: batchFirst ? 0 : 1)
    }
}

/// The sequences of a padded tensor without what is behind their ends. As `torch.nn.utils.rnn.unpad_sequence`; the input
/// is left as it is.
///
/// - Parameters:
///   - padded: [steps, batch, …], or [batch, steps, …] where `batchFirst`.
///   - lengths: of the sequences.
///   - batchFirst: whether the batch is the first dimension.
public func unpadSequence(_ padded: Tensor, _ lengths: [Int], batchFirst: Bool = false) -> [Tensor] {
    attempt(else: []) { () throws(TensorError) in
        let fits = padded.ndim >= 2 && padded.size(batchFirst ? 0 : 1) == lengths.count
        if !fits || lengths.contains(where: { $0 < 0 }) {
            throw TensorError(
                "unpadSequence", .shape,
                "lengths \(lengths) for a tensor of shape \(padded.shape); expected one for each sequence, none negative"
            )
        }
        let steps = padded.size(batchFirst ? 1 : 0)
        return lengths.enumerated().map { index, length in
            padded.select(batchFirst ? 0 : 1, index).narrow(0, 0, min(length, steps))
        }
    }
}

/// Packs sequences [length, …] of different lengths. As `torch.nn.utils.rnn.pack_sequence`.
///
/// - Parameters:
///   - sequences: of equal sizes beyond the first dimension.
///   - enforceSorted: whether the lengths must not grow; false sorts the sequences.
public func packSequence(_ sequences: [Tensor], enforceSorted: Bool = true) -> PackedSequence {
    packPaddedSequence(padSequence(sequences), sequences.map { $0.size(0) }, enforceSorted: enforceSorted)
}

/// The sequences of a packed form, in the order they were given in. As `torch.nn.utils.rnn.unpack_sequence`.
public func unpackSequence(_ sequence: PackedSequence) -> [Tensor] {
    let (padded, lengths) = padPackedSequence(sequence, batchFirst: true)
    return unpadSequence(padded, lengths, batchFirst: true)
}
