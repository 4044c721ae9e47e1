/// The kernels for random fills.
package struct RandomKernels: Sendable {
    package init() {}
}
