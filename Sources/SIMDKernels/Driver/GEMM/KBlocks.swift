/// The cuts of a product's inner dimension: even ones, so that none is left a crumb.
struct KBlocks {
    let k: Int
    let count: Int
    let length: Int

    init(_ k: Int, depth: Int) {
        self.k = k
        let blocks = max(1, (k + depth - 1) / depth)
        length = (k + blocks - 1) / blocks
        count = length == 0 ? 1 : (k + length - 1) / length
    }

    /// The start and the length of a block.
    subscript(index: Int) -> (start: Int, length: Int) {
        let start = index * length
        return (start, min(length, k - start))
    }
}
