import PinionAutograd

/// The negative log-likelihood of sequences of classes, over all ways to align them with the input. As PyTorch's
/// `F.ctc_loss`.
///
/// - Parameters:
///   - logProbs: log-probabilities [T, N, C] or [T, C].
///   - targets: classes [N, S], or of all sequences in a row.
///   - inputLengths: of each sequence of the input.
///   - targetLengths: of each sequence of classes; the mean divides by these first.
///   - blank: the class of no class.
///   - reduction: what is made of the sequences' losses.
///   - zeroInfinity: whether sequences that cannot be aligned, whose loss is infinite, count for nothing.
public func ctcLoss(
    _ logProbs: Tensor, _ targets: Tensor, _ inputLengths: [Int], _ targetLengths: [Int], blank: Int = 0,
    reduction: LossReduction = .mean, zeroInfinity: Bool = false
) -> Tensor {
    attempt { () throws(TensorError) in
        if logProbs.ndim != 2 && logProbs.ndim != 3 {
            throw TensorError("ctcLoss", .shape, "logProbs of shape \(logProbs.shape), expected [T, N, C] or [T, C]")
        }
        let x = logProbs.ndim == 3 ? logProbs : logProbs.unsqueeze(1)
        let labels = try CTCLabels(x, targets, inputLengths, targetLengths, blank: blank)
        var losses = -labels.logLikelihood(x)
        let isImpossible = losses.detach() .> -CTCLabels.impossible / 2
        losses = losses.maskedFill(isImpossible, zeroInfinity ? 0 : Double.infinity)
        switch reduction {
        case .none: return logProbs.ndim == 3 ? losses : losses.squeeze(0)
        case .sum: return losses.sum()
        case .mean: return (losses / Tensor(targetLengths.map { Double(max($0, 1)) }, dtype: x.dtype)).mean()
        }
    }
}

/// The `ctcLoss` of lengths in integer tensors.
public func ctcLoss(
    _ logProbs: Tensor, _ targets: Tensor, _ inputLengths: Tensor, _ targetLengths: Tensor, blank: Int = 0,
    reduction: LossReduction = .mean, zeroInfinity: Bool = false
) -> Tensor {
    ctcLoss(
        logProbs, targets, inputLengths.reshape(-1).toArray(Int64.self).map { Int($0) },
        targetLengths.reshape(-1).toArray(Int64.self).map { Int($0) }, blank: blank, reduction: reduction,
        zeroInfinity: zeroInfinity)
}

/// The states of the alignment: the classes with blanks before, between and behind.
private struct CTCLabels {
    /// Stands for the logarithm of 0, which would make gradients NaN.
    static let impossible = -1e30

    let inputLengths: [Int]
    let targetLengths: [Int]
    /// [N, 2 S + 1]
    var states: [[Int64]]

    init(
        _ x: Tensor, _ targets: Tensor, _ inputLengths: [Int], _ targetLengths: [Int], blank: Int
    ) throws(TensorError) {
        let (steps, count, classes) = (x.size(0), x.size(1), x.size(2))
        if targets.isFloatingPoint || targets.dtype == .bool {
            throw TensorError("ctcLoss", .dtype, "targets are integers, got \(targets.dtype)")
        }
        if blank < 0 || blank >= classes {
            throw TensorError("ctcLoss", .value, "blank \(blank) is out of bounds for \(classes) classes")
        }
        if inputLengths.count != count || targetLengths.count != count {
            throw TensorError(
                "ctcLoss", .shape,
                "\(inputLengths.count) input lengths and \(targetLengths.count) target lengths for \(count) sequences")
        }
        if let wrong = inputLengths.first(where: { $0 < 0 || $0 > steps }) {
            throw TensorError("ctcLoss", .value, "an input length is \(wrong), expected from 0 to \(steps)")
        }
        let isPadded = targets.ndim == 2
        let fits =
            isPadded
            ? targets.size(0) == count && targetLengths.allSatisfy { $0 >= 0 && $0 <= targets.size(1) }
            : targets.ndim == 1 && targetLengths.allSatisfy { $0 >= 0 } && targetLengths.reduce(0, +) == targets.numel
        if !fits {
            throw TensorError(
                "ctcLoss", .shape,
                "targets of shape \(targets.shape) for \(count) sequences of lengths \(targetLengths); expected [N, S] or "
                    + "all in a row")
        }
        let values = targets.to(.int64).toArray(Int64.self)
        if let wrong = values.first(where: { $0 < 0 || $0 >= classes }) {
            throw TensorError("ctcLoss", .index, "target \(wrong) is out of bounds for \(classes) classes")
        }
        (self.inputLengths, self.targetLengths) = (inputLengths, targetLengths)
        let width = 2 * (targetLengths.max() ?? 0) + 1
        var start = 0
        states = targetLengths.enumerated().map { n, length in
            var row = [Int64](repeating: Int64(blank), count: width)
            let first = isPadded ? n * targets.size(1) : start
            for k in 0..<length { row[2 * k + 1] = values[first + k] }
            start += length
            return row
        }
    }

    /// Of each sequence, [N].
    func logLikelihood(_ x: Tensor) -> Tensor {
        let (steps, count, width) = (x.size(0), x.size(1), states.first?.count ?? 1)
        if count == 0 { return x.sum(dims: [0, 2]) }
        let index = Tensor(states.flatMap { $0 }, dtype: .int64).reshape(1, count, width)
        let scores = x.gather(2, index.expand(steps, count, width))
        // A class may follow the one before its blank, unless they are the same.
        let mayskip = states.flatMap { row in row.indices.map { $0 >= 2 && row[$0] != row[$0 - 2] } }
        let cannotSkip = Tensor(mayskip.map { !$0 }).reshape(count, width)
        let isStart = Tensor((0..<count * width).map { $0 % width >= 2 }).reshape(count, width)
        let before = pad(Tensor.zeros(count, width, dtype: x.dtype).maskedFill(isStart, Self.impossible), [0, 0])
        var all = [before]
        for t in 0..<steps {
            guard t > 0 else {
                all.append(scores[0] + before)
                continue
            }
            let last = all[t]
            let padded = pad(last, [2, 0], value: Self.impossible)
            let one = padded.narrow(1, 1, width)
            let two = padded.narrow(1, 0, width).maskedFill(cannotSkip, Self.impossible)
            all.append(scores[t] + stack([last, one, two], dim: 0).logsumexp(dim: 0))
        }
        let ends: [Tensor] = (0..<count).map { n in
            let (row, length) = (all[inputLengths[n]][n], 2 * targetLengths[n] + 1)
            // Without a step there is but the empty sequence.
            if inputLengths[n] == 0 { return row[0] + (length == 1 ? 0 : Self.impossible) }
            return row.narrow(0, max(length - 2, 0), min(length, 2)).logsumexp(dim: 0)
        }
        return stack(ends, dim: 0)
    }
}
