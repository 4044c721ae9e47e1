/// The kernels for unary, binary and ternary operations.
package struct ElementwiseKernels: Sendable {
    package init() {}
}
