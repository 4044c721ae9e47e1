/// The elementwise kernels of floating-point numbers: contiguous target, sources as `Source` says, any of which may be
/// the target itself. The dtype is float32 or float64.
package struct ElementwiseKernels: Sendable {
    package init() {}
}
