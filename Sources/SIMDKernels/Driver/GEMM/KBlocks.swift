/// The cuts of a product's inner dimension: even ones, so that none is left a crumb.
struct KBlocks {
    let k: Int
    let count: Int
    let length: Int

    /// - Parameter unit: what blocks are multiples of, and `k` too.
    init(_ k: Int, depth: Int, unit: Int = 1) {
        self.k = k
        let (units, most) = (k / unit, max(1, depth / unit))
        let blocks = max(1, (units + most - 1) / most)
        length = (units + blocks - 1) / blocks * unit
        count = length == 0 ? 1 : (k + length - 1) / length
    }

    /// The start and the length of a block.
    subscript(index: Int) -> (start: Int, length: Int) {
        let start = index * length
        return (start, min(length, k - start))
    }
}
