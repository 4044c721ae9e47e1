/// Rows of op(A)[m, k] in panels of the tile's height, block of k by block of k, for products with several B.
struct PackedRows<Scalar: GemmScalar> {
    let m: Int
    private let blocks: KBlocks
    private let kernels = Scalar.gemmKernels(Kernels.current)

    init(m: Int, k: Int) {
        self.m = m
        blocks = KBlocks(k, depth: kernels.blocking.depth)
    }

    private var paddedRows: Int {
        let height = kernels.blocking.tileRows
        return (m + height - 1) / height * height
    }
    var elementCount: Int { paddedRows * blocks.k }
    /// Elements of memory for a product with n columns.
    func scratchCount(n: Int) -> Int { packedCount(k: blocks.length, n: n, kernels) }

    func pack(_ a: MatrixOperand<Scalar>, into target: UnsafeMutablePointer<Scalar>) {
        for index in 0..<blocks.count {
            let block = blocks[index]
            let source = a.advanced(row: 0, column: block.start)
            kernels.packRows(
                m, block.length, source.base, source.rowStride, source.columnStride, target + block.start * paddedRows)
        }
    }

    /// C[m, n] = A · op(B).
    func multiply(
        _ packed: UnsafePointer<Scalar>, _ b: MatrixOperand<Scalar>, n: Int, into c: UnsafeMutablePointer<Scalar>,
        ldc: Int, scratch: UnsafeMutablePointer<Scalar>
    ) {
        let (height, width) = (kernels.blocking.tileRows, kernels.blocking.tileColumns)
        for index in 0..<blocks.count {
            let block = blocks[index]
            let source = b.advanced(row: block.start, column: 0)
            kernels.packColumns(n, block.length, source.base, source.columnStride, source.rowStride, scratch)
            for first in stride(from: 0, to: m, by: kernels.blocking.rows) {
                let operands = BlockOperands(
                    a: packed + block.start * paddedRows + first * block.length, aRow: 1, aColumn: height,
                    aPanel: height * block.length, b: UnsafePointer(scratch), bRow: width, bPanel: width * block.length)
                kernels.packedBlock(
                    min(kernels.blocking.rows, m - first), n, block.length, operands, c + first * ldc, ldc,
                    Epilogue(accumulates: index > 0))
            }
        }
    }
}
