/// The transforms of Winograd's F(2x2, 3x3) for float32, one channel of one image at a time.
///
/// A tile of outputs is y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A with 16 products for each channel instead of 36 (A. Lavin, S. Gray:
/// Fast Algorithms for Convolutional Neural Networks, 2015, section 4.1):
///
///     Bᵀ = 1  0 -1  0     G = 1   0   0     Aᵀ = 1  1  1  0
///          0  1  1  0         ½   ½   ½          0  1 -1 -1
///          0 -1  1  0         ½  -½   ½
///          0  1  0 -1         0   0   1
///
/// The gradient by the filter is Gᵀ [Σ (A y' Aᵀ) ⊙ (Bᵀ d B)] G. Element (i, j) of every transformed tile is in matrix
/// 4i + j, tile by tile along a row, row of tiles by row of tiles.
package struct WinogradKernels: Sendable {
    /// Elements that transforms may read behind an image's last line.
    package static let readBehind = 40
    /// Elements that they may read or write behind the last tile.
    package static let tilesBehind = 16
    package static let scratchCount = 32

    /// Transforms `rows` by `columns` tiles, the first of which begins at `lines`: lines are `lineStride` elements apart,
    /// tiles two lines and two columns, matrices `stride` elements.
    package typealias Spread =
        @Sendable (
            _ lines: UnsafePointer<Float>, _ lineStride: Int, _ rows: Int, _ columns: Int,
            _ target: UnsafeMutablePointer<Float>, _ stride: Int
        ) -> Void
    /// Writes `height` rows of `width` elements, which rows of `columns` tiles of two by two cover: the last row and
    /// column of tiles may reach one element further. `scratch` has room for `scratchCount` elements.
    package typealias Gather =
        @Sendable (
            _ products: UnsafePointer<Float>, _ stride: Int, _ columns: Int, _ bias: Float,
            _ target: UnsafeMutablePointer<Float>,
            _ height: Int, _ width: Int, _ scratch: UnsafeMutablePointer<Float>
        ) -> Void

    /// Bᵀ d B of tiles of four by four.
    package let input: Spread
    /// A y' Aᵀ of tiles of two by two.
    package let gradient: Spread
    /// Aᵀ m A + bias.
    package let output: Gather

    package init(input: @escaping Spread, gradient: @escaping Spread, output: @escaping Gather) {
        self.input = input
        self.gradient = gradient
        self.output = output
    }
}
