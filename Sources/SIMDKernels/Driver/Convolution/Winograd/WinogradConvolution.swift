/// A convolution of float32 images with filters of three by three, by Winograd's F(m x m, 3x3): for each place of a tile
/// the sums over channels are a matrix product.
///
/// A task has a band of tiles of one group, and some filters where there are few bands. Rounding errors are about twice
/// those of direct sums; an infinity or a NaN of the input reaches all outputs of a tile.
package struct WinogradConvolution {
    let shape: ConvolutionShape
    let filters: WinogradFilters
    let tiles: WinogradTiles
    private let lines: WinogradLines
    private let kernels: WinogradTransforms
    /// Filters of a task, and how many tasks those of a group make.
    private let filterCount: Int
    private let filterParts: Int
    /// Filters whose products are computed at a time.
    private let blockCount: Int

    /// Whether it can do the shape.
    static func fits(_ shape: ConvolutionShape) -> Bool {
        shape.kernel == SIMD3(1, 3, 3) && shape.stride == .one && shape.dilation == .one && shape.input.x == 1
            && shape.padding.x == 0 && 0...2 ~= shape.padding.y && 0...2 ~= shape.padding.z
    }

    /// The tiles that are fastest, where direct sums are not.
    package static func tile(_ shape: ConvolutionShape) -> WinogradTile? {
        guard fits(shape) else { return nil }
        // With what filters cost that are not kept packed; those of larger tiles outgrow the second-level cache.
        return WinogradCosts.fastest(
            shape, rate: 14, two: WinogradCosts(channel: 20, filter: 15, weight: 10),
            four: WinogradCosts(channel: 60, filter: 45, weight: 90))
    }

    init(_ shape: ConvolutionShape, _ tile: WinogradTile, isTurned: Bool) {
        self.shape = shape
        kernels = Kernels.current.winograd[tile]
        filters = WinogradFilters(shape, tile, isTurned: isTurned)
        // A band's transformed channels take a megabyte, and there are four bands or more: measured.
        let most = min((1 << 18) / (tile.places * shape.groupChannels), WinogradTiles.count(shape, tile) / 4)
        tiles = WinogradTiles(shape, tile, wanted: min(128, max(32, most)))
        lines = WinogradLines(
            size: tile.rawValue, overlap: 2, height: shape.input.y, width: shape.input.z,
            padding: (shape.padding.y, shape.padding.z),
            columns: tiles.columns, rows: tiles.bandRows)
        let height = Float.gemmKernels(Kernels.current).blocking.tileRows
        func wholeTiles(_ count: Int) -> Int { (count + height - 1) / height * height }
        // Four tasks a thread, where each has some 500,000 products to sum.
        let wanted = numThreads == 1 ? 1 : min(4 * numThreads, max(1, shape.multiplyAdds >> 20))
        let bands = tiles.bandCount * shape.groups
        let parts = min((wanted + bands - 1) / bands, 8)
        filterCount = max(2 * height, wholeTiles((shape.groupFilters + parts - 1) / parts))
        filterParts = (shape.groupFilters + filterCount - 1) / filterCount
        blockCount = min(filterCount, wholeTiles(96))
    }

    func run(
        _ x: UnsafePointer<Float>, _ w: UnsafePointer<Float>, packed: UnsafePointer<Float>?,
        bias: UnsafePointer<Float>?, into y: UnsafeMutablePointer<Float>
    ) {
        withPackedFilters(packed, count: filters.elementCount, { filters.pack(w, into: $0) }) {
            multiply(x, $0, bias: bias, into: y)
        }
    }

    private func multiply(
        _ x: UnsafePointer<Float>, _ packed: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
        into y: UnsafeMutablePointer<Float>
    ) {
        let tasks = tiles.bandCount * shape.groups * filterParts
        let grain = max(1, (1 << 19) * tasks / max(1, shape.multiplyAdds))
        parallelFor(0..<tasks, grain: grain, isLong: shape.isLong) { range in
            withScratch(byteCount: workspaceSize * MemoryLayout<Float>.stride) { memory in
                let work = workspace(memory.assumingMemoryBound(to: Float.self))
                for task in range { run(task, x, packed, bias: bias, work, into: y) }
            }
        }
    }

    /// The memory of one thread.
    private struct Workspace {
        /// A band's transformed channels, and their products with some filters, place by place.
        let inputs: UnsafeMutablePointer<Float>
        let products: UnsafeMutablePointer<Float>
        /// The lines of a channel of an image.
        let lines: UnsafeMutablePointer<Float>
        let scratch: UnsafeMutablePointer<Float>
    }

    private var workspaceSize: Int {
        tiles.tile.places * (tiles.placeSize(shape.groupChannels) + tiles.placeSize(blockCount)) + lines.elementCount
            + WinogradKernels.scratchCount
    }

    private func workspace(_ memory: UnsafeMutablePointer<Float>) -> Workspace {
        let products = memory + tiles.tile.places * tiles.placeSize(shape.groupChannels)
        let ownLines = products + tiles.tile.places * tiles.placeSize(blockCount)
        return Workspace(
            inputs: memory, products: products, lines: ownLines, scratch: ownLines + lines.elementCount)
    }

    private func run(
        _ task: Int, _ x: UnsafePointer<Float>, _ packed: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
        _ work: Workspace, into y: UnsafeMutablePointer<Float>
    ) {
        let (index, part) = task.quotientAndRemainder(dividingBy: filterParts)
        let (bandIndex, group) = index.quotientAndRemainder(dividingBy: shape.groups)
        let (band, stride, size) = (tiles.band(bandIndex), tiles.stride, tiles.tile.rawValue)
        lines.transform(
            kernels.input, band, tiles, x + shape.inputOffset(image: 0, group: group),
            channels: 0..<shape.groupChannels, imageSize: shape.channels * shape.inputPlane, work.lines, work.scratch,
            into: work.inputs)
        var first = part * filterCount
        let end = min(shape.groupFilters, first + filterCount)
        while first < end {
            let block = first..<min(end, first + blockCount)
            filters.multiply(
                packed, group: group, rows: block, work.inputs, count: band.tiles, stride: stride, into: work.products)
            for filter in block {
                let bias = bias?[group * shape.groupFilters + filter] ?? 0
                var from = work.products + (filter - first) * stride
                for image in band.images {
                    let target = y + shape.outputOffset(image: image, group: group) + filter * shape.outputPlane
                    kernels.output(
                        from, tiles.placeSize(block.count), band.columns, bias,
                        target + size * band.firstRow * shape.output.z,
                        min(size * band.rows, shape.output.y - size * band.firstRow), shape.output.z, work.scratch)
                    from += band.imageTiles
                }
            }
            first += block.count
        }
    }
}

/// Runs a convolution of float32 this way; turned filters are those of the gradient by the input.
func convolveByWinograd<Scalar: GemmScalar>(
    _ shape: ConvolutionShape, _ tile: WinogradTile, _ x: UnsafePointer<Scalar>, _ w: UnsafePointer<Scalar>,
    packed: UnsafePointer<Scalar>? = nil, isTurned: Bool = false, bias: UnsafePointer<Scalar>?,
    into y: UnsafeMutablePointer<Scalar>
) {
    WinogradConvolution(shape, tile, isTurned: isTurned).run(
        floats(x), floats(w), packed: packed.map { floats($0) }, bias: bias.map { floats($0) }, into: floats(y))
}

/// The same elements, which are float32.
func floats<Scalar: GemmScalar>(_ pointer: UnsafePointer<Scalar>) -> UnsafePointer<Float> {
    UnsafeRawPointer(pointer).assumingMemoryBound(to: Float.self)
}

func floats<Scalar: GemmScalar>(_ pointer: UnsafeMutablePointer<Scalar>) -> UnsafeMutablePointer<Float> {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Float.self)
}
