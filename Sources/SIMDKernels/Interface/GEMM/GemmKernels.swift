/// The kernels for matrix products.
package struct GemmKernels: Sendable {
    package init() {}
}
