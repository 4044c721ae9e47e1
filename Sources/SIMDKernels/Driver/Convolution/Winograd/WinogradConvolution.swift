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
        if filterParts == 1 { return multiply(x, packed, bias: bias, transformed: nil, into: y) }
        let count = tiles.bandCount * shape.groups * inputSize
        withScratch(byteCount: count * MemoryLayout<Float>.stride) { memory in
            let inputs = memory.assumingMemoryBound(to: Float.self)
            transform(x, into: inputs)
            multiply(x, packed, bias: bias, transformed: inputs, into: y)
        }
    }

    /// Transforms the channels of all bands, once for all tasks of a band.
    private func transform(_ x: UnsafePointer<Float>, into inputs: UnsafeMutablePointer<Float>) {
        let most = 16
        let parts = (shape.groupChannels + most - 1) / most
        let count = lines.elementCount + WinogradKernels.scratchCount
        let grain = max(1, (1 << 12) / (most * tiles.bandTiles))
        parallelFor(0..<tiles.bandCount * shape.groups * parts, grain: grain) { range in
            withScratch(byteCount: count * MemoryLayout<Float>.stride) { memory in
                let memory = memory.assumingMemoryBound(to: Float.self)
                for task in range {
                    let (index, part) = task.quotientAndRemainder(dividingBy: parts)
                    let channels = part * most..<min(shape.groupChannels, (part + 1) * most)
                    transform(x, index, channels, memory, memory + lines.elementCount, into: inputs + index * inputSize)
                }
            }
        }
    }

    /// Transforms some channels of a band of a group.
    private func transform(
        _ x: UnsafePointer<Float>, _ index: Int, _ channels: Range<Int>, _ ownLines: UnsafeMutablePointer<Float>,
        _ scratch: UnsafeMutablePointer<Float>, into inputs: UnsafeMutablePointer<Float>
    ) {
        let (band, group) = index.quotientAndRemainder(dividingBy: shape.groups)
        lines.transform(
            kernels.input, tiles.band(band), tiles, x + shape.inputOffset(image: 0, group: group), channels: channels,
            imageSize: shape.channels * shape.inputPlane, ownLines, scratch,
            into: inputs + channels.lowerBound * tiles.stride, placeSize: tiles.placeSize(shape.groupChannels))
    }

    /// The memory of one thread.
    private struct Workspace {
        /// The products of a band with some filters, place by place.
        let products: UnsafeMutablePointer<Float>
        /// The lines of a channel of an image.
        let lines: UnsafeMutablePointer<Float>
        let scratch: UnsafeMutablePointer<Float>
        /// A band's transformed channels, place by place.
        let inputs: UnsafeMutablePointer<Float>
    }

    /// Elements of a band's transformed channels.
    private var inputSize: Int { tiles.tile.places * tiles.placeSize(shape.groupChannels) }

    /// - Parameter transformed: all bands' channels, where each task would transform them again.
    private func multiply(
        _ x: UnsafePointer<Float>, _ packed: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
        transformed: UnsafePointer<Float>?, into y: UnsafeMutablePointer<Float>
    ) {
        let tasks = tiles.bandCount * shape.groups * filterParts
        let grain = max(1, (1 << 19) * tasks / max(1, shape.multiplyAdds))
        let productSize = tiles.tile.places * tiles.placeSize(blockCount)
        let ownSize = productSize + lines.elementCount + WinogradKernels.scratchCount
        let size = (ownSize + (transformed == nil ? inputSize : 0)) * MemoryLayout<Float>.stride
        parallelFor(0..<tasks, grain: grain, isLong: shape.isLong) { range in
            withScratch(byteCount: size) { memory in
                let products = memory.assumingMemoryBound(to: Float.self)
                let ownLines = products + productSize
                let work = Workspace(
                    products: products, lines: ownLines, scratch: ownLines + lines.elementCount,
                    inputs: products + ownSize)
                for task in range {
                    let (index, part) = task.quotientAndRemainder(dividingBy: filterParts)
                    if transformed == nil {
                        let channels = 0..<shape.groupChannels
                        transform(x, index, channels, work.lines, work.scratch, into: work.inputs)
                    }
                    let inputs = transformed.map { $0 + index * inputSize } ?? UnsafePointer(work.inputs)
                    run(index, part, inputs, packed, bias: bias, work, into: y)
                }
            }
        }
    }

    /// The products of a band of a group with a part of its filters.
    private func run(
        _ index: Int, _ part: Int, _ inputs: UnsafePointer<Float>, _ packed: UnsafePointer<Float>,
        bias: UnsafePointer<Float>?, _ work: Workspace, into y: UnsafeMutablePointer<Float>
    ) {
        let (bandIndex, group) = index.quotientAndRemainder(dividingBy: shape.groups)
        let (band, stride, size) = (tiles.band(bandIndex), tiles.stride, tiles.tile.rawValue)
        var first = part * filterCount
        let end = min(shape.groupFilters, first + filterCount)
        while first < end {
            let block = first..<min(end, first + blockCount)
            filters.multiply(
                packed, group: group, rows: block, inputs, count: band.tiles, stride: stride, into: work.products)
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
