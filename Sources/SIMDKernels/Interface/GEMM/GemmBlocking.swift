/// The sizes a product is cut into: the register tile, and the blocks that stay in a cache each.
package struct GemmBlocking: Sendable {
    /// Rows and columns of the micro-kernel's tile of C.
    package let tileRows: Int
    package let tileColumns: Int
    /// The most products summed before C is written: a panel of B (`depth` x `tileColumns`) lives in L1.
    package let depth: Int
    /// Rows of A a task works on: `rows` x `depth` elements live in L2.
    package let rows: Int

    package init(tileRows: Int, tileColumns: Int, depth: Int, rows: Int) {
        self.tileRows = tileRows
        self.tileColumns = tileColumns
        self.depth = depth
        self.rows = rows
    }
}
