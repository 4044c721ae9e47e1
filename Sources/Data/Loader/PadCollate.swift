import PinionAutograd

/// Tensors of different sizes as one: each is filled up behind its end with `value` to the largest size of each
/// dimension, and they are stacked along a new first dimension. As PyTorch's `pad_sequence(batch_first=True)`, for any
/// dimension; for a `DataLoader` as `collate: { padCollate($0) }`.
///
/// The lengths are the tensors' own first sizes, as an int64 tensor.
public func padCollate(_ samples: [Tensor], value: Double = 0) -> (batch: Tensor, lengths: Tensor) {
    attempt(else: (Tensor.failed, Tensor.failed)) { () throws(TensorError) in
        let rank = samples.first?.ndim ?? 0
        if samples.contains(where: { $0.ndim != rank }) || rank == 0 {
            throw TensorError(
                "padCollate", .shape,
                "expected tensors with as many dimensions, at least one, got shapes \(samples.map(\.shape))")
        }
        let largest = (0..<rank).map { d in samples.map { $0.size(d) }.max() ?? 0 }
        let padded = samples.map { sample in
            // Pairs from the last dimension to the first.
            let widths = (0..<rank).reversed().flatMap { [0, largest[$0] - sample.size($0)] }
            return widths.allSatisfy { $0 == 0 } ? sample : sample.pad(widths, value: value)
        }
        return (stack(padded), Tensor(samples.map { $0.size(0) }))
    }
}

/// The same for pairs: the first of each is filled up, the second ones are put together as always.
public func padCollate<Target: Collatable>(_ samples: [(Tensor, Target)], value: Double = 0) throws
    -> (batch: Tensor, lengths: Tensor, targets: Target.Batch)
{
    let (batch, lengths) = padCollate(samples.map(\.0), value: value)
    return (batch, lengths, try Target.collate(samples.map(\.1)))
}
