/// The kernels for conversions among dtypes.
package struct CastKernels: Sendable {
    package init() {}
}
