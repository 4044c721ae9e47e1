/// What is made from a tensor's elements and kept with them; see `Tensor.derived`.
package enum Derivation: Equatable, Sendable {
    /// The transpose of a matrix, packed as the right factor of products.
    case linear
    /// A convolution's filters, packed as a factor of its product.
    case convolution(groups: Int)
    /// A convolution's filters, transformed for tiles of so many outputs a side.
    case convolutionWinograd(tile: Int, groups: Int)
    /// A convolution's filters, packed for the gradient by its input.
    case convolutionData(groups: Int)
}
