/// The kernels for copies, transposes, gathers.
package struct CopyKernels: Sendable {
    package init() {}
}
