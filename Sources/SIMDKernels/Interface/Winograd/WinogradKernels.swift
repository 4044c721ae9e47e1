/// The transforms of Winograd's convolution for float32 (`WinogradTile` has the matrices), one channel of one image at a
/// time.
package struct WinogradKernels: Sendable {
    package let two: WinogradTransforms
    package let four: WinogradTransforms

    package init(two: WinogradTransforms, four: WinogradTransforms) {
        self.two = two
        self.four = four
    }

    package subscript(tile: WinogradTile) -> WinogradTransforms { tile == .two ? two : four }

    /// Elements that transforms may read behind an image's last line.
    package static let readBehind = 40
    /// Elements that they may read or write behind the last tile.
    package static let tilesBehind = 16
    package static let scratchCount = 640
}

/// The transforms of tiles of one size, m by m outputs.
package struct WinogradTransforms: Sendable {
    /// Transforms `rows` by `columns` tiles of m by m, the first of which begins at `lines`: lines are `lineStride`
    /// elements apart, tiles m lines and m columns, matrices `stride` elements. `scratch` has room for `WinogradKernels.scratchCount`
    /// elements.
    package typealias Spread =
        @Sendable (
            _ lines: UnsafePointer<Float>, _ lineStride: Int, _ rows: Int, _ columns: Int,
            _ target: UnsafeMutablePointer<Float>, _ stride: Int, _ scratch: UnsafeMutablePointer<Float>
        ) -> Void
    /// Writes `height` rows of `width` elements, which rows of `columns` tiles of m by m cover: the last row and column
    /// of tiles may reach further. `scratch` has room for `WinogradKernels.scratchCount` elements.
    package typealias Gather =
        @Sendable (
            _ products: UnsafePointer<Float>, _ stride: Int, _ columns: Int, _ bias: Float,
            _ target: UnsafeMutablePointer<Float>,
            _ height: Int, _ width: Int, _ scratch: UnsafeMutablePointer<Float>
        ) -> Void

    /// Bᵀ d B of tiles of (m + 2) by (m + 2).
    package let input: Spread
    /// A y' Aᵀ of tiles of m by m.
    package let gradient: Spread
    /// Aᵀ m A + bias.
    package let output: Gather

    package init(input: @escaping Spread, gradient: @escaping Spread, output: @escaping Gather) {
        self.input = input
        self.gradient = gradient
        self.output = output
    }
}
