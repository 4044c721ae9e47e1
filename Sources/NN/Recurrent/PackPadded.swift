import PinionAutograd

/// Packs padded sequences. As `torch.nn.utils.rnn.pack_padded_sequence`.
///
/// - Parameters:
///   - input: of shape [steps, batch, …], or [batch, steps, …] where `batchFirst`.
///   - lengths: how many steps of each sequence count.
///   - batchFirst: whether the batch is the first dimension.
///   - enforceSorted: whether the lengths must not grow; false sorts the sequences.
public func packPaddedSequence(
    _ input: Tensor, _ lengths: [Int], batchFirst: Bool = false, enforceSorted: Bool = true
) -> PackedSequence {
    attempt(else: .failed) { () throws(TensorError) in
        try checkLengths(input, lengths, batchFirst, enforceSorted)
        let order = enforceSorted ? nil : lengths.indices.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
        let sorted = order.map { $0.map { lengths[$0] } } ?? lengths
        let batchSizes = (0..<(sorted.first ?? 0)).map { step in sorted.count { $0 > step } }
        let places = PackedPlaces(batchSizes, order, steps: input.size(batchFirst ? 1 : 0), batchFirst: batchFirst)
        return PackedSequence(
            places.pack(input), batchSizes, sortedIndices: order.map { Tensor($0) })
    }
}

/// The same with lengths in a tensor.
public func packPaddedSequence(
    _ input: Tensor, _ lengths: Tensor, batchFirst: Bool = false, enforceSorted: Bool = true
) -> PackedSequence {
    packPaddedSequence(
        input, lengths.to(.int64).toArray(Int.self), batchFirst: batchFirst, enforceSorted: enforceSorted)
}

/// The padded form of packed sequences, in the order they were given in, and their lengths. As
/// `torch.nn.utils.rnn.pad_packed_sequence`.
///
/// - Parameters:
///   - sequence: as `packPaddedSequence` or a recurrent layer gives it.
///   - batchFirst: whether the result is [batch, steps, …] instead of [steps, batch, …].
///   - paddingValue: what stands behind the ends.
///   - totalLength: the number of steps; that of the longest sequence by default.
public func padPackedSequence(
    _ sequence: PackedSequence, batchFirst: Bool = false, paddingValue: Double = 0, totalLength: Int? = nil
) -> (padded: Tensor, lengths: [Int]) {
    attempt(else: (.failed, [])) { () throws(TensorError) in
        let longest = sequence.batchSizes.count
        let steps = totalLength ?? longest
        if steps < longest {
            throw TensorError(
                "padPackedSequence", .value,
                "Expected totalLength to be at least the length of the longest sequence in input, but got "
                    + "totalLength=\(steps) and max sequence length being \(longest)")
        }
        let places = PackedPlaces(
            sequence.batchSizes, sequence.sortedIndices?.toArray(Int.self), steps: steps, batchFirst: batchFirst)
        return (places.unpack(sequence.data, paddingValue), sequence.lengths)
    }
}

private func checkLengths(
    _ input: Tensor, _ lengths: [Int], _ batchFirst: Bool, _ enforceSorted: Bool
) throws(TensorError) {
    func check(_ holds: Bool, _ rule: @autoclosure () -> String) throws(TensorError) {
        if !holds { throw TensorError("packPaddedSequence", .value, rule()) }
    }
    try check(input.ndim >= 2 && input.numel > 0, "Cannot pack empty tensors, got shape \(input.shape)")
    let (steps, batch) = (input.size(batchFirst ? 1 : 0), input.size(batchFirst ? 0 : 1))
    try check(
        lengths.count == batch,
        "Expected `len(lengths)` to be equal to batch_size, but got \(lengths.count) (batch_size=\(batch))")
    let areSorted = zip(lengths, lengths.dropFirst()).allSatisfy { $0 >= $1 }
    try check(
        !enforceSorted || areSorted,
        "`lengths` array must be sorted in decreasing order when `enforceSorted` is true, got \(lengths). You can pass "
            + "`enforceSorted: false` to sidestep this requirement")
    try check(
        lengths.allSatisfy { $0 > 0 },
        "Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0: \(lengths)")
    try check(
        lengths.allSatisfy { $0 <= steps },
        "lengths \(lengths) for an input of shape \(input.shape); expected at most \(steps)")
}

/// Where each row of packed sequences is in the padded form.
private struct PackedPlaces {
    let batch: Int
    let steps: Int
    let batchFirst: Bool
    /// The number of each row among the padded form's.
    let rows: Tensor

    init(_ batchSizes: [Int], _ order: [Int]?, steps: Int, batchFirst: Bool) {
        let batch = batchSizes.first ?? 0
        (self.batch, self.steps, self.batchFirst) = (batch, steps, batchFirst)
        var places: [Int] = []
        for (step, size) in batchSizes.enumerated() {
            for index in 0..<size {
                let sequence = order?[index] ?? index
                places.append(batchFirst ? sequence * steps + step : step * batch + sequence)
            }
        }
        rows = Tensor(places)
    }

    /// The rows of a padded form.
    func pack(_ padded: Tensor) -> Tensor {
        let inner = Array(padded.shape.dropFirst(2))
        let all = noGrad { padded.reshape([batch * steps] + inner) }
        let packed = noGrad { all.indexSelect(0, rows) }
        if !isRecorded(padded) { return packed }
        return record("PackPaddedSequenceBackward0", packed, padded, isReusable: true) { g in unpack(g, 0) }
    }

    /// The padded form of rows.
    func unpack(_ packed: Tensor, _ value: Double) -> Tensor {
        let inner = Array(packed.shape.dropFirst())
        let empty = Tensor.full([batch * steps] + inner, value, dtype: packed.dtype)
        let shape = (batchFirst ? [batch, steps] : [steps, batch]) + inner
        return empty.indexCopy(0, rows, packed).reshape(shape)
    }
}

extension PackedSequence {
    /// What is returned after an error that is being caught.
    fileprivate static var failed: PackedSequence { PackedSequence(.zeros(1), [1]) }
}
