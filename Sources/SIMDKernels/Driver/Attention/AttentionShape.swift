/// An element type that attention is computed in: `Float` and `Double`.
package typealias AttentionScalar = GemmScalar & ReductionScalar

/// Heads of scaled dot-product attention, `softmax(scale · Q Kᵀ + mask) V` each.
package struct AttentionShape: Sendable {
    package let heads: Int
    /// Rows of Q.
    package let queries: Int
    /// Rows of K and V.
    package let keys: Int
    /// Columns of Q and K.
    package let width: Int
    /// Columns of V.
    package let valueWidth: Int
    package let scale: Double
    /// Whether query i sees only keys 0 to i.
    package let isCausal: Bool

    package init(
        heads: Int, queries: Int, keys: Int, width: Int, valueWidth: Int, scale: Double, isCausal: Bool
    ) {
        (self.heads, self.queries, self.keys) = (heads, queries, keys)
        (self.width, self.valueWidth) = (width, valueWidth)
        (self.scale, self.isCausal) = (scale, isCausal)
    }

    /// Queries whose scores are in the cache at a time.
    private static let queryBlock = 64
    /// Keys they meet at a time.
    private static let keyBlock = 256

    /// The blocks of some queries.
    func queryBlocks(_ range: Range<Int>) -> [Range<Int>] { Self.blocks(range, Self.queryBlock) }

    /// The blocks of all keys.
    var keyBlocks: [Range<Int>] { Self.blocks(0..<keys, Self.keyBlock) }

    /// Elements of a block of scores.
    var blockSize: Int { min(queries, Self.queryBlock) * min(keys, Self.keyBlock) }

    private static func blocks(_ range: Range<Int>, _ length: Int) -> [Range<Int>] {
        stride(from: range.lowerBound, to: range.upperBound, by: length).map { $0..<min($0 + length, range.upperBound) }
    }

    /// Whether no query of a block sees a key of another.
    func skips(_ queries: Range<Int>, _ keys: Range<Int>) -> Bool { isCausal && keys.lowerBound >= queries.upperBound }

    /// Cuts of each head's queries or keys that give all threads work: `wanted` tasks in all, whole blocks each.
    func parts(of blocks: [Range<Int>], tasks wanted: Int) -> [ArraySlice<Range<Int>>] {
        let count = max(1, min(blocks.count, (wanted + heads - 1) / max(1, heads)))
        return (0..<count).map { blocks[blocks.count * $0 / count..<blocks.count * ($0 + 1) / count] }
    }
}

/// A matrix for each head: row i of head h is the contiguous elements from `base[offsets[h] + i · rowStride]` on.
package struct HeadRows<T> {
    package let base: UnsafeMutablePointer<T>
    package let offsets: [Int]
    package let rowStride: Int

    package init(_ base: UnsafeMutablePointer<T>, offsets: [Int], rowStride: Int) {
        (self.base, self.offsets, self.rowStride) = (base, offsets, rowStride)
    }

    func row(_ head: Int, _ index: Int) -> UnsafeMutablePointer<T> { base + (offsets[head] + index * rowStride) }

    func operand(_ head: Int, from index: Int, transposed: Bool = false) -> MatrixOperand<T> {
        MatrixOperand(
            row(head, index), rowStride: transposed ? 1 : rowStride, columnStride: transposed ? rowStride : 1)
    }
}

/// What attention is computed from.
package struct AttentionInputs<T: AttentionScalar> {
    package let q: HeadRows<T>
    package let k: HeadRows<T>
    package let v: HeadRows<T>
    /// Added to the scores, [queries, keys].
    package let mask: HeadRows<T>?
    /// 1 for each weight that a dropout leaves, 0 for the others, [queries, keys].
    package let kept: HeadRows<UInt8>?
    /// What the weights that are left are multiplied by.
    package let keptFactor: Double

    package init(
        q: HeadRows<T>, k: HeadRows<T>, v: HeadRows<T>, mask: HeadRows<T>? = nil, kept: HeadRows<UInt8>? = nil,
        keptFactor: Double = 1
    ) {
        (self.q, self.k, self.v) = (q, k, v)
        (self.mask, self.kept, self.keptFactor) = (mask, kept, keptFactor)
    }
}
