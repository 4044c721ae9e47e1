import PinionSIMDKernels

/// What is made from a tensor's elements and kept with them; see `Tensor.derived`.
package enum Derivation: Equatable, Sendable {
    /// The transpose of a matrix, packed as the right factor of products.
    case linear
    /// A convolution's filters, packed for one way to compute it.
    case convolution(ConvolutionMethod, groups: Int)
}
