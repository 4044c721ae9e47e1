/// A convolution of groups of one channel: a row of taps is added to all columns of a band at a time.
struct DepthwiseConvolution<Scalar: GemmScalar> {
    private let shape: ConvolutionShape
    private let grid: WindowGrid

    static func pays(_ shape: ConvolutionShape) -> Bool {
        shape.groups > 1 && shape.groupChannels == 1 && shape.groupFilters <= 4
    }

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        // The copy and the sums of a band stay in the first-level cache.
        let rows = max(1, 2048 / max(1, WindowGrid.columns(shape, rows: 1)))
        grid = WindowGrid(shape, channels: 1, bandRows: min(shape.output.y, rows))
    }

    func run(
        _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>?,
        into y: UnsafeMutablePointer<Scalar>
    ) {
        let size = MemoryLayout<Scalar>.stride
        let tasks = grid.bandCount * shape.groups
        withScratch(byteCount: shape.taps * MemoryLayout<Int>.stride) { offsets in
            let offsets = offsets.assumingMemoryBound(to: Int.self)
            grid.writeOffsets(into: offsets)
            parallelFor(0..<tasks, grain: max(1, (1 << 17) * tasks / max(1, shape.multiplyAdds))) { range in
                let copySize = grid.copySize(tileColumns: 0)
                withScratch(byteCount: (copySize + grid.columns(rows: grid.bandRows)) * size) { memory in
                    let copy = memory.assumingMemoryBound(to: Scalar.self)
                    for task in range { run(task, x, w, bias, offsets, copy, copy + copySize, into: y) }
                }
            }
        }
    }

    private func run(
        _ task: Int, _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>, _ bias: UnsafePointer<Scalar>?,
        _ offsets: UnsafePointer<Int>, _ copy: UnsafeMutablePointer<Scalar>, _ sums: UnsafeMutablePointer<Scalar>,
        into y: UnsafeMutablePointer<Scalar>
    ) {
        let (index, group) = task.quotientAndRemainder(dividingBy: shape.groups)
        let band = grid.band(index)
        grid.copy(x + shape.inputOffset(image: band.image, group: group), channels: 1, band, into: copy)
        let count = grid.columns(rows: band.rows)
        for number in 0..<shape.groupFilters {
            let filter = group * shape.groupFilters + number
            let target = y + ((band.image * shape.filters + filter) * shape.outputPlane + grid.outputOffset(band))
            let sums = grid.isDense ? target : sums
            add(w + filter * shape.taps, bias?[filter] ?? 0, offsets, copy, count, into: sums)
            if !grid.isDense { grid.writeOutputs(sums, rows: band.rows, into: target) }
        }
    }

    /// The sums of `count` columns, three taps at a time.
    private func add(
        _ w: UnsafePointer<Scalar>, _ bias: Scalar, _ offsets: UnsafePointer<Int>, _ copy: UnsafePointer<Scalar>,
        _ count: Int, into sums: UnsafeMutablePointer<Scalar>
    ) {
        var tap = 0
        if shape.taps >= 3 {
            let (a, b, c) = (copy + offsets[0], copy + offsets[1], copy + offsets[2])
            let (u, v, t) = (w[0], w[1], w[2])
            for i in 0..<count { sums[i] = bias + u * a[i] + v * b[i] + t * c[i] }
            tap = 3
        } else {
            sums.update(repeating: bias, count: count)
        }
        while tap + 3 <= shape.taps {
            let (a, b, c) = (copy + offsets[tap], copy + offsets[tap + 1], copy + offsets[tap + 2])
            let (u, v, t) = (w[tap], w[tap + 1], w[tap + 2])
            for i in 0..<count { sums[i] += u * a[i] + v * b[i] + t * c[i] }
            tap += 3
        }
        while tap < shape.taps {
            let (from, factor) = (copy + offsets[tap], w[tap])
            for i in 0..<count { sums[i] += factor * from[i] }
            tap += 1
        }
    }
}
