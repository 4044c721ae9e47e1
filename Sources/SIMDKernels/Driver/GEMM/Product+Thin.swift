extension Product {
    /// Few rows, all of them in the second-level cache: panels of B are used too rarely to be worth a way to memory
    /// and back.
    var isThin: Bool { m <= 96 && m * k * MemoryLayout<Scalar>.stride <= 256 << 10 }

    /// Each task packs some columns of B into its own cache and multiplies them at once.
    func multiplyThin(_ b: MatrixOperand<Scalar>) {
        let width = kernels.blocking.tileColumns
        let size = MemoryLayout<Scalar>.stride
        let length = max(width, (128 << 10) / (size * k) / width * width)
        let count = (n + length - 1) / length
        parallelFor(0..<count, grain: max(1, (1 << 19) / (m * k * length))) { tasks in
            withScratch(byteCount: packedCount(k: k, n: length, kernels) * size) { scratch in
                let panels = scratch.assumingMemoryBound(to: Scalar.self)
                for task in tasks {
                    let first = task * length
                    let columns = min(length, n - first)
                    packColumns(k: k, n: columns, b.advanced(row: 0, column: first), kernels, into: panels)
                    multiplyTask(
                        0..<m, 0..<columns, PackedPanels(panels, k: k, columns: columns, kernels.blocking),
                        firstColumn: first, packInto: nil)
                }
            }
        }
    }
}
