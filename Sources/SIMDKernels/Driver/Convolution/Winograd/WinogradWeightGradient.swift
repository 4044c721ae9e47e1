/// The gradient of a convolution by its filters of three by three, by Winograd's F(m x m, 3x3): for each place of a tile,
/// the sums over tiles of transformed gradients times transformed inputs are a matrix product.
///
/// A task has some filters of a group and one share of the bands of tiles; the shares of a sum are added at the end.
package struct WinogradWeightGradient {
    private let shape: ConvolutionShape
    private let kernels = Float.gemmKernels(Kernels.current)
    private let tiles: WinogradTiles
    private let inputs: WinogradLines
    private let gradients: WinogradLines
    private let transforms: WinogradTransforms
    private let filterCount: Int
    private let filterParts: Int
    private let shares: Int

    /// The tiles that are fastest, where direct sums are not.
    package static func tile(_ shape: ConvolutionShape) -> WinogradTile? {
        guard WinogradConvolution.fits(shape) else { return nil }
        // Sums of larger tiles that do not stay in the second-level cache are slower: measured.
        let sumBytes = WinogradTile.four.places * shape.groupChannels * shape.groupFilters * MemoryLayout<Float>.stride
        return WinogradCosts.fastest(
            shape, rate: 13, two: WinogradCosts(channel: 31, filter: 15, weight: 60),
            four: sumBytes > 1 << 20 ? nil : WinogradCosts(channel: 90, filter: 45, weight: 130))
    }

    init(_ shape: ConvolutionShape, _ tile: WinogradTile) {
        self.shape = shape
        transforms = Kernels.current.winograd[tile]
        let (channels, filters) = (shape.groupChannels, shape.groupFilters)
        // Sums of so many tiles outweigh reading and writing them: measured.
        tiles = WinogradTiles(shape, tile, wanted: 128)
        inputs = WinogradLines(
            size: tile.rawValue, overlap: 2, height: shape.input.y, width: shape.input.z,
            padding: (shape.padding.y, shape.padding.z),
            columns: tiles.columns, rows: tiles.bandRows)
        gradients = WinogradLines(
            size: tile.rawValue, overlap: 0, height: shape.output.y, width: shape.output.z, padding: (0, 0),
            columns: tiles.columns,
            rows: tiles.bandRows)
        // Shares where they stay in the cache, filters apart where not: cut by the shape alone, as all sums are.
        let most = (2 << 20) / (tile.places * shape.filters * channels * MemoryLayout<Float>.stride)
        shares = max(1, min(min(8, most), min(tiles.bandCount, shape.multiplyAdds >> 21)))
        let parts = shares > 1 ? 1 : min(max(1, 4 / shape.groups), max(1, filters / 32))
        filterCount = (filters + parts - 1) / parts
        filterParts = (filters + filterCount - 1) / filterCount
    }

    /// Elements of one filter's sums at one place: whole lanes, as another thread has those of the next filter.
    private var rowSize: Int { (shape.groupChannels + 3) / 4 * 4 }
    /// Elements of one place's sums of a group.
    private var matrixSize: Int { shape.groupFilters * rowSize }
    private var places: Int { tiles.tile.places }
    private var shareSize: Int { shape.groups * places * matrixSize }

    func run(_ x: UnsafePointer<Float>, _ gy: UnsafePointer<Float>, into gw: UnsafeMutablePointer<Float>) {
        let size = MemoryLayout<Float>.stride
        withScratch(byteCount: shares * shareSize * size) { scratch in
            let sums = scratch.assumingMemoryBound(to: Float.self)
            let tasks = shape.groups * filterParts * shares
            let grain = max(1, (1 << 19) * tasks / max(1, shape.multiplyAdds))
            parallelFor(0..<tasks, grain: grain, isLong: shape.isLong) { range in
                withScratch(byteCount: workspaceSize * size) { memory in
                    let work = workspace(memory.assumingMemoryBound(to: Float.self))
                    for task in range { sum(task, x, gy, work, into: sums) }
                }
            }
            parallelFor(0..<shape.filters, grain: max(1, 16384 / (places * shape.groupChannels * shares))) { range in
                for filter in range { finish(filter, sums, into: gw) }
            }
        }
    }

    /// The memory of one thread.
    private struct Workspace {
        /// A band's transformed channels and transformed gradients by some filters, place by place.
        let inputs: UnsafeMutablePointer<Float>
        let gradients: UnsafeMutablePointer<Float>
        /// One place's channels in the order the micro-kernel reads B.
        let packed: UnsafeMutablePointer<Float>
        /// The lines of a channel of an image, or of a filter's gradient.
        let lines: UnsafeMutablePointer<Float>
        let scratch: UnsafeMutablePointer<Float>
    }

    private var packedSize: Int {
        let width = kernels.blocking.tileColumns
        return (shape.groupChannels + width - 1) / width * width * tiles.bandTiles
    }

    private var linesSize: Int { max(inputs.elementCount, gradients.elementCount) }

    private var workspaceSize: Int {
        places * (tiles.placeSize(shape.groupChannels) + tiles.placeSize(filterCount)) + packedSize + linesSize
            + WinogradKernels.scratchCount
    }

    private func workspace(_ memory: UnsafeMutablePointer<Float>) -> Workspace {
        let gradients = memory + places * tiles.placeSize(shape.groupChannels)
        let packed = gradients + places * tiles.placeSize(filterCount)
        return Workspace(
            inputs: memory, gradients: gradients, packed: packed, lines: packed + packedSize,
            scratch: packed + packedSize + linesSize)
    }

    private func sum(
        _ task: Int, _ x: UnsafePointer<Float>, _ gy: UnsafePointer<Float>, _ work: Workspace,
        into sums: UnsafeMutablePointer<Float>
    ) {
        let (index, share) = task.quotientAndRemainder(dividingBy: shares)
        let (group, part) = index.quotientAndRemainder(dividingBy: filterParts)
        let first = part * filterCount
        let filters = first..<min(shape.groupFilters, first + filterCount)
        let target = sums + (share * shareSize + group * places * matrixSize + first * rowSize)
        let numbers = tiles.bandCount * share / shares..<tiles.bandCount * (share + 1) / shares
        for number in numbers {
            let band = tiles.band(number)
            inputs.transform(
                transforms.input, band, tiles, x + shape.inputOffset(image: 0, group: group),
                channels: 0..<shape.groupChannels,
                imageSize: shape.channels * shape.inputPlane, work.lines, work.scratch, into: work.inputs,
                placeSize: tiles.placeSize(shape.groupChannels))
            gradients.transform(
                transforms.gradient, band, tiles, gy + shape.outputOffset(image: 0, group: group), channels: filters,
                imageSize: shape.filters * shape.outputPlane, work.lines, work.scratch, into: work.gradients,
                placeSize: tiles.placeSize(filters.count))
            multiply(work, filters.count, band.tiles, accumulates: number > numbers.lowerBound, into: target)
        }
    }

    /// Adds a band's products to the sums of every place.
    private func multiply(
        _ work: Workspace, _ filters: Int, _ count: Int, accumulates: Bool, into target: UnsafeMutablePointer<Float>
    ) {
        let (height, width) = (kernels.blocking.tileRows, kernels.blocking.tileColumns)
        for place in 0..<places {
            kernels.packColumns(
                shape.groupChannels, count, work.inputs + place * tiles.placeSize(shape.groupChannels), tiles.stride, 1,
                work.packed)
            let operands = BlockOperands(
                a: UnsafePointer(work.gradients + place * tiles.placeSize(filters)), aRow: tiles.stride, aColumn: 1,
                aPanel: height * tiles.stride, b: UnsafePointer(work.packed), bRow: width, bPanel: count * width)
            kernels.stridedBlock(
                filters, shape.groupChannels, count, operands, target + place * matrixSize, rowSize,
                Epilogue(accumulates: accumulates))
        }
    }

    /// Adds the shares of a filter's sums and transforms them.
    private func finish(_ filter: Int, _ sums: UnsafeMutablePointer<Float>, into gw: UnsafeMutablePointer<Float>) {
        let channels = shape.groupChannels
        let (group, row) = filter.quotientAndRemainder(dividingBy: shape.groupFilters)
        let own = sums + (group * places * matrixSize + row * rowSize)
        for share in 1..<max(1, shares) {
            for place in 0..<places {
                let (to, from) = (own + place * matrixSize, own + (share * shareSize + place * matrixSize))
                for channel in 0..<channels { to[channel] += from[channel] }
            }
        }
        var channel = 0
        while channel < channels {
            let target = gw + (filter * channels + channel) * 9
            let lanes = min(4, channels - channel)
            @inline(__always) func write(_ tap: Int, _ value: FourFloats) {
                for lane in 0..<lanes { target[9 * lane + tap] = value[lane] }
            }
            switch tiles.tile {
            case .two: transformWinogradSums(own + channel, stride: matrixSize, write)
            case .four: transformWinogradSumsOfFour(own + channel, stride: matrixSize, write)
            }
            channel += 4
        }
    }
}
