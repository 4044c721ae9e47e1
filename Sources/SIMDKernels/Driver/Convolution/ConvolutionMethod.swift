/// How the output of a convolution is computed; the shape and the type of its numbers decide.
package enum ConvolutionMethod: Equatable, Sendable {
    /// Nothing is summed.
    case biasAlone
    /// Windows of one place: an image is a matrix as it lies.
    case images
    /// Tiles of transformed elements; see `WinogradConvolution`.
    case winograd(WinogradTile)
    /// Groups of few channels and filters, row of outputs by row of outputs; see `DepthwiseConvolution`.
    case depthwise
    /// Rows of outputs of sixteen images at a time; see `InterleavedConvolution`.
    case interleaved
    /// Columns that are read in a padded copy of the image; see `GridConvolution`.
    case grid
    /// Rows of places with their channels side by side; see `ChannelsLastConvolution`.
    case channelsLast
    /// Columns that are written out, of rows of several images side by side; see `ColumnsConvolution`.
    case columns

    init<Scalar: GemmScalar>(_ shape: ConvolutionShape, _: Scalar.Type) {
        if shape.filterSize == 0 {
            self = .biasAlone
        } else if shape.isPointwise && shape.outputPlane >= 64 {
            self = .images
        } else if Scalar.self == Float.self, let tile = WinogradConvolution.tile(shape) {
            self = .winograd(tile)
        } else if DepthwiseConvolution<Scalar>.pays(shape) {
            self = .depthwise
        } else if InterleavedConvolution<Scalar>.pays(shape) {
            self = .interleaved
        } else if ChannelsLastConvolution<Scalar>.pays(shape) {
            self = .channelsLast
        } else if GridConvolution<Scalar>.pays(shape) {
            self = .grid
        } else {
            self = .columns
        }
    }

    /// Whether the filters are brought into another order first.
    private var packsFilters: Bool {
        switch self {
        case .winograd, .interleaved, .grid, .channelsLast, .columns: true
        case .biasAlone, .images, .depthwise: false
        }
    }

    /// The method for a shape if packed filters can be kept for it.
    package static func packing<Scalar: GemmScalar>(
        _ shape: ConvolutionShape, _: Scalar.Type
    ) -> ConvolutionMethod? {
        let method = ConvolutionMethod(shape, Scalar.self)
        return method.packsFilters ? method : nil
    }
}

/// The filters of a convolution in the order its products read them, for many images: weights, between two optimizer
/// steps. They belong to the kernel table they were packed for.
package final class PackedFilters<Scalar: GemmScalar>: @unchecked Sendable {
    // Unchecked: the memory is written in `init` only.
    let method: ConvolutionMethod
    let memory: UnsafePointer<Scalar>
    private let byteCount: Int

    /// Packs the filters `w` of a shape that `ConvolutionMethod.packing` has a method for.
    package init(_ shape: ConvolutionShape, _ w: UnsafePointer<Scalar>) {
        method = ConvolutionMethod(shape, Scalar.self)
        let (count, pack): (Int, (UnsafeMutablePointer<Scalar>) -> Void)
        switch method {
        case .winograd(let tile):
            let filters = WinogradFilters(shape, tile, isTurned: false)
            (count, pack) = (filters.elementCount, { filters.pack(floats(w), into: floats($0)) })
        case .interleaved:
            let convolution = InterleavedConvolution<Scalar>(shape)
            (count, pack) = (convolution.packedCount, { convolution.pack(w, into: $0) })
        case .grid:
            let convolution = GridConvolution<Scalar>(shape)
            (count, pack) = (convolution.packedCount, { convolution.pack(w, into: $0) })
        case .channelsLast:
            let filters = ChannelsLastFilters<Scalar>(shape)
            (count, pack) = (filters.elementCount, { filters.pack(w, into: $0) })
        default:
            let convolution = ColumnsConvolution<Scalar>(shape)
            (count, pack) = (convolution.packedCount, { convolution.pack(w, into: $0) })
        }
        byteCount = max(64, count * MemoryLayout<Scalar>.stride)
        let target = MemoryPool.allocate(byteCount: byteCount).assumingMemoryBound(to: Scalar.self)
        pack(target)
        memory = UnsafePointer(target)
    }

    deinit { MemoryPool.deallocate(UnsafeMutablePointer(mutating: memory), byteCount: byteCount) }
}

/// Calls `body` with filters that are kept packed or, where there are none, with what `pack` writes for this call.
@inline(__always)
func withPackedFilters<Scalar: GemmScalar>(
    _ packed: UnsafePointer<Scalar>?, count: Int, _ pack: (UnsafeMutablePointer<Scalar>) -> Void,
    _ body: (UnsafePointer<Scalar>) -> Void
) {
    if let packed { return body(packed) }
    withScratch(byteCount: count * MemoryLayout<Scalar>.stride) { scratch in
        let target = scratch.assumingMemoryBound(to: Scalar.self)
        pack(target)
        body(target)
    }
}
