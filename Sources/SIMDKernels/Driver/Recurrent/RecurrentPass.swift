/// The rule by which a recurrent layer makes its next state from `a = W_ih x + b_ih` and `b = W_hh h + b_hh`.
package enum RecurrentCell: Sendable {
    /// `h = tanh(a + b)`
    case tanh
    /// `h = max(a + b, 0)`
    case relu
    /// Gates i, f, g, o of `a + b`; `c = f c + i g`, `h = o tanh(c)`.
    case lstm
    /// Gates r, z of `a + b` and `n = tanh(a + r b)`; `h = n + z (h - n)`.
    case gru

    /// How many gates there are: rows of the weights for each unit.
    package var gates: Int {
        switch self {
        case .tanh, .relu: 1
        case .lstm: 4
        case .gru: 3
        }
    }
}

/// One direction of a recurrent layer over the steps of several sequences.
///
/// Rows of the steps follow each other: `batchSizes[t]` rows at step t, those of longer sequences first, so that a
/// sequence has the same place in each step.
package struct RecurrentPass: Sendable {
    package let cell: RecurrentCell
    /// How many sequences reach each step; no size is larger than the one before it.
    package let batchSizes: [Int]
    /// Whether steps are taken from the last to the first.
    package let isReverse: Bool
    /// The number of units.
    package let hidden: Int
    /// The size of h: that of a projection, or the number of units.
    package let output: Int
    /// The first row of each step.
    let offsets: [Int]
    /// Rows of all steps.
    package let rows: Int

    package init(_ cell: RecurrentCell, batchSizes: [Int], isReverse: Bool, hidden: Int, output: Int) {
        var (offsets, rows) = ([Int](), 0)
        for size in batchSizes {
            offsets.append(rows)
            rows += size
        }
        (self.cell, self.batchSizes, self.isReverse) = (cell, batchSizes, isReverse)
        (self.hidden, self.output, self.offsets, self.rows) = (hidden, output, offsets, rows)
        if zip(batchSizes, batchSizes.dropFirst()).contains(where: { $0 < $1 }) {
            stop("RecurrentPass: batch sizes \(batchSizes) grow, expected those of sorted sequences")
        }
    }

    /// The number of sequences.
    package var batch: Int { batchSizes.first ?? 0 }
    /// The width of a row of gates.
    package var width: Int { cell.gates * hidden }

    /// Calls `body` with the first row and the number of rows that sequences of `range` have at each step, in the order
    /// of the steps or the reverse of it.
    package func forEachStep(_ range: Range<Int>, backward: Bool, _ body: (_ row: Int, _ count: Int) -> Void) {
        let steps = batchSizes.count
        for index in 0..<steps {
            let step = isReverse == backward ? index : steps - 1 - index
            let count = min(batchSizes[step], range.upperBound) - range.lowerBound
            if count > 0 { body(offsets[step] + range.lowerBound, count) }
        }
    }

    /// The states h before each step, [rows, output], from those after it, whose rows are `stride` elements apart.
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    package func statesBefore<Scalar: GemmScalar>(
        _ y: UnsafePointer<Scalar>, stride: Int, first h: UnsafePointer<Scalar>,
        into target: UnsafeMutablePointer<Scalar>
    ) {
        parallelFor(0..<batch, grain: (1 << 16) / max(1, batchSizes.count * output) + 1) { sequences in
            var former = (row: 0, count: 0)
            let h = h + sequences.lowerBound * output
            forEachStep(sequences, backward: false) { row, count in
                // Sequences that begin at this step are behind those that went on.
                for i in 0..<count {
                    let source = i < former.count ? y + (former.row + i) * stride : h + i * output
                    (target + (row + i) * output).update(from: source, count: output)
                }
                former = (row, count)
            }
        }
    }
}

/// Sequences of a task: enough to make good use of the weights, which it reads at each step.
private let rowsPerTask = 16

/// Calls `body` for each direction with ranges of its sequences, which are independent of each other, on several threads
/// where there is enough to do. The ranges do not depend on the number of threads, so that sums do not either. A single
/// range leaves the threads to the products of each step.
func forEachSequenceRange(
    _ passes: [RecurrentPass], _ body: (_ direction: Int, _ sequences: Range<Int>) -> Void
) {
    let batch = passes.first?.batch ?? 0
    let parts = max(1, (batch + rowsPerTask / 2) / rowsPerTask)
    let tasks = passes.count * parts
    // Some 20 microseconds of products are the least to wake a thread for.
    let least = 1 << 20
    let multiplyAdds = passes.reduce(0) { $0 + $1.rows * $1.width * $1.output }
    let grain = max(1, least * tasks / max(1, multiplyAdds))
    parallelFor(0..<tasks, grain: grain, isLong: multiplyAdds >= 8 * least) { tasks in
        for task in tasks {
            let (direction, part) = task.quotientAndRemainder(dividingBy: parts)
            body(direction, batch * part / parts..<batch * (part + 1) / parts)
        }
    }
}
