/// The elementwise kernels of integers and bool: wraparound arithmetic, as PyTorch's.
package struct IntegerKernels: Sendable {
    package init() {}
}
