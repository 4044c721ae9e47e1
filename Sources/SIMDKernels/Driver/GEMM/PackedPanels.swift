/// op(B) in panels of the tile's width, and the blocks of k in which a product runs over them.
struct PackedPanels<Scalar> {
    let blocks: KBlocks
    private let base: UnsafePointer<Scalar>
    private let width: Int
    /// Elements from a block of all panels to the next, for each k; nil where each panel runs over all of k.
    private let blockWidth: Int?

    /// Panels of some columns of op(B), block of k by block of k.
    init(_ base: UnsafeMutablePointer<Scalar>, k: Int, columns: Int, _ blocking: GemmBlocking) {
        self.base = UnsafePointer(base)
        blocks = KBlocks(k, depth: blocking.depth)
        width = blocking.tileColumns
        blockWidth = (columns + width - 1) / width * width
    }

    /// Panels that each run over all of k, to be multiplied in blocks of at most `depth`.
    init(whole base: UnsafeMutablePointer<Scalar>, k: Int, depth: Int, _ blocking: GemmBlocking) {
        self.base = UnsafePointer(base)
        blocks = KBlocks(k, depth: depth)
        width = blocking.tileColumns
        blockWidth = nil
    }

    /// Where the panel that begins at `column` has its part in a block of k, and how far the next panel's is.
    subscript(block: (start: Int, length: Int), from column: Int) -> (UnsafePointer<Scalar>, stride: Int) {
        if let blockWidth {
            return (base + block.start * blockWidth + column * block.length, width * block.length)
        }
        return (base + column * blocks.k + block.start * width, width * blocks.k)
    }
}
