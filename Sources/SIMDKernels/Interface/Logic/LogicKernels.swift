/// The kernels that make or read truth values; bool elements are bytes of 0 or 1.
package struct LogicKernels: Sendable {
    package init() {}
}
