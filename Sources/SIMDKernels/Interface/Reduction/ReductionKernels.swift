/// The kernels for sums, extrema and the rest.
package struct ReductionKernels: Sendable {
    package init() {}
}
