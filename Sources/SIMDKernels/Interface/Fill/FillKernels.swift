/// The kernels that write constants and sequences.
package struct FillKernels: Sendable {
    package init() {}
}
