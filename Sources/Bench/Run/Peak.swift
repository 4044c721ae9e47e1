import PinionKernelInterface
import PinionSIMDKernels

/// Measures what the processor can do at best: multiply-adds in registers, on as many threads as are set.
enum Peak {
    private static let rounds = 20_000

    /// A call that keeps every thread busy, and the floating-point operations it does.
    static func floatWork(_ table: KernelTable) -> (flops: Int, call: () -> Void) {
        work(width: Float.self, table.peak.float)
    }

    static func doubleWork(_ table: KernelTable) -> (flops: Int, call: () -> Void) {
        work(width: Double.self, table.peak.double)
    }

    /// Operations a second, the best of several samples.
    static func measure(_ work: (flops: Int, call: () -> Void), seconds: Double = 0.1) -> Double {
        Double(work.flops) / Timing(seconds: seconds, work.call).best
    }

    private static func work<Scalar: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
        width: Scalar.Type, _ kernel: @escaping @Sendable (Int, UnsafeMutablePointer<Scalar>) -> Int
    ) -> (flops: Int, call: () -> Void) {
        @Sendable func once() -> Int {
            withUnsafeTemporaryAllocation(of: Scalar.self, capacity: 2) { result in
                // Factor and term of the chains: they converge to 2.
                result[0] = 0.5
                result[1] = 1
                return kernel(rounds, result.baseAddress!)
            }
        }
        let threads = numThreads
        let parts = threads == 1 ? 1 : 4 * threads
        return (once() * parts, { parallelFor(0..<parts, grain: 1) { for _ in $0 { _ = once() } } })
    }
}
