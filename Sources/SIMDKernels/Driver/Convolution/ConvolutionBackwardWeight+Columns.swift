extension WeightGradient {
    /// The tasks' sums, block of output rows by block of output rows.
    func sumColumns(_ tasks: Range<Int>, into sums: UnsafeMutablePointer<Scalar>) {
        let (width, size) = (kernels.blocking.tileColumns, MemoryLayout<Scalar>.stride)
        let panels = (shape.groupFilters + width - 1) / width
        let rows = channelCount * shape.taps
        let columnSize = rows * columns.stride
        let gradientSize = panels * width * columns.blocks.length * shape.output.z
        let offsets = (0..<rows).map { $0 * columns.stride }
        withScratch(byteCount: (columnSize + gradientSize) * size) { memory in
            let memory = memory.assumingMemoryBound(to: Scalar.self)
            for task in tasks { sumColumns(Task(self, task), offsets, memory, memory + columnSize, into: sums) }
        }
    }

    private func sumColumns(
        _ task: Task, _ offsets: [Int], _ written: UnsafeMutablePointer<Scalar>,
        _ gradient: UnsafeMutablePointer<Scalar>, into sums: UnsafeMutablePointer<Scalar>
    ) {
        let numbers = task.blocks(of: columns.blocks.count, shares: shares)
        for number in numbers {
            let rows = columns.blocks[number]
            columns.fill(x, group: task.group, rows: rows, channels: task.channels, into: written)
            pack(rows, group: task.group, into: gradient)
            multiply(
                task, written, offsets, count: rows.count * shape.output.z, gradient,
                accumulates: number > numbers.lowerBound, into: sums)
        }
    }

    /// dYᵀ of some output rows in the order the micro-kernel reads B.
    private func pack(_ rows: Range<Int>, group: Int, into target: UnsafeMutablePointer<Scalar>) {
        let (width, count) = (kernels.blocking.tileColumns, rows.count * shape.output.z)
        columns.blocks.forEachBand(rows) { band, column in
            let source = gy + shape.outputOffset(band, group: group)
            for first in stride(from: 0, to: shape.groupFilters, by: width) {
                kernels.packColumns(
                    min(width, shape.groupFilters - first), band.rows * shape.output.z,
                    source + first * shape.outputPlane, shape.outputPlane, 1, target + first * count + column * width)
            }
        }
    }
}
