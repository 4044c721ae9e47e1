import PinionNN
import PinionSIMDKernels
import Testing

/// In a process of its own: the memory in use is global.
@Suite struct AttentionMemoryTests {
    @Test func memoryIsLinear() async {
        await #expect(processExitsWith: .success) { AttentionMemoryTests.run() }
    }

    /// Twice the length takes no more than about twice the memory, and far less than the scores would.
    private static func run() {
        setNumThreads(2)
        let peaks = [2048, 4096].map { length in
            let x = Tensor.randn([1, 2, length, 16]).requiresGradInPlace()
            let hidden = Tensor.zeros(1, 1, 1, length)
            MemoryPool.resetPeak()
            let before = MemoryPool.statistics.bytesInUse
            scaledDotProductAttention(x, x, x, attnMask: hidden).sum().backward()
            return MemoryPool.statistics.peakBytesInUse - before
        }
        #expect(peaks[1] < 2 * peaks[0] + (1 << 20), "\(peaks) bytes")
        let scores = 2 * 4096 * 4096 * MemoryLayout<Float>.size
        #expect(peaks[1] < scores / 8, "\(peaks) bytes, the scores \(scores)")
    }
}
