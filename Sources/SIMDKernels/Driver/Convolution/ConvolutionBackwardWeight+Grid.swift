extension WeightGradient {
    /// The tasks' sums, band by band.
    func sumBands(_ tasks: Range<Int>, _ grid: WindowGrid, into sums: UnsafeMutablePointer<Scalar>) {
        let (width, size) = (kernels.blocking.tileColumns, MemoryLayout<Scalar>.stride)
        let columns = grid.columns(rows: grid.bandRows)
        let panels = (shape.groupFilters + width - 1) / width
        withScratch(byteCount: channelCount * shape.taps * MemoryLayout<Int>.stride) { offsets in
            let offsets = offsets.assumingMemoryBound(to: Int.self)
            grid.writeOffsets(into: offsets)
            withScratch(byteCount: grid.copySize(tileColumns: width) * size) { copy in
                withScratch(byteCount: panels * width * columns * size) { gradient in
                    for task in tasks {
                        sumBands(
                            Task(self, task), grid, offsets, copy.assumingMemoryBound(to: Scalar.self),
                            gradient.assumingMemoryBound(to: Scalar.self), into: sums)
                    }
                }
            }
        }
    }

    private func sumBands(
        _ task: Task, _ grid: WindowGrid, _ offsets: UnsafePointer<Int>, _ copy: UnsafeMutablePointer<Scalar>,
        _ gradient: UnsafeMutablePointer<Scalar>, into sums: UnsafeMutablePointer<Scalar>
    ) {
        let numbers = task.blocks(of: grid.bandCount, shares: shares)
        for number in numbers {
            let band = grid.band(number)
            let count = grid.columns(rows: band.rows)
            var columns = UnsafePointer(copy)
            let image =
                x + shape.inputOffset(image: band.image, group: task.group)
                + task.channels.lowerBound * shape.inputPlane
            if grid.isImage {
                columns = image + grid.outputOffset(band)
            } else {
                grid.copy(image, channels: task.channels.count, band, into: copy)
            }
            pack(
                gy + shape.outputOffset(band, group: task.group), grid,
                rows: band.rows, into: gradient)
            multiply(
                task, columns, offsets, count: count, gradient, accumulates: number > numbers.lowerBound, into: sums)
        }
    }

    /// dYᵀ of a band in the order the micro-kernel reads B, with zeros for the grid's columns between two rows.
    private func pack(
        _ source: UnsafePointer<Scalar>, _ grid: WindowGrid, rows: Int, into target: UnsafeMutablePointer<Scalar>
    ) {
        let (width, length, columns) = (kernels.blocking.tileColumns, shape.output.z, grid.columns(rows: rows))
        var first = 0
        var target = target
        while first < shape.groupFilters {
            for row in 0..<rows {
                let start = row * grid.rowLength
                kernels.packColumns(
                    min(width, shape.groupFilters - first), length,
                    source + first * shape.outputPlane + row * length, shape.outputPlane, 1, target + start * width)
                if row < rows - 1 {
                    (target + (start + length) * width).update(
                        repeating: 0, count: (grid.rowLength - length) * width)
                }
            }
            target += columns * width
            first += width
        }
    }
}
