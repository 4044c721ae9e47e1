/// A reduction of many elements to one.
package enum Reduction: UInt8, CaseIterable, Sendable {
    case sum, mean, prod, min, max, sumOfSquares, logSumExp
    case argMin, argMax
    case any, all

    /// Elements in a chunk: the results of chunks are merged in pairs, so sums do not depend on the number of threads.
    package static let chunk = 32768
    /// Elements that are folded into one set of registers; a chunk is a few blocks, merged one after another.
    package static let block = 4096

    /// Rows that are folded into one set of accumulators of columns; blocks are merged in pairs.
    package static let columnBlock = 128

    /// The bytes the kernel for columns needs beside its operands: a set of accumulators for each binary digit of the
    /// number of blocks, and two more, each rounded up to whole registers.
    package static func columnScratchBytes(_ n: Int, _ width: Int) -> Int {
        let blocks = (n + columnBlock - 1) / columnBlock + 1
        return (Int.bitWidth - blocks.leadingZeroBitCount + 2) * (width + 16) * 8
    }

    /// Whether no elements at all have no result.
    package var needsElements: Bool {
        switch self {
        case .min, .max, .argMin, .argMax: true
        default: false
        }
    }
}

/// Room for what is known of a part of the elements: a sum, a value with its index, a maximum with a sum.
package struct ReductionState: Sendable {
    package var first: UInt64 = 0
    package var second: UInt64 = 0

    package init() {}
}
