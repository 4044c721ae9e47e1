import PinionSIMDKernels

/// Operands of a benchmark: aligned memory of the engine's pool.
final class Buffer<Element: BitwiseCopyable> {
    let count: Int
    let pointer: UnsafeMutablePointer<Element>

    init(_ count: Int, _ element: (Int) -> Element) {
        self.count = count
        let byteCount = max(1, count) * MemoryLayout<Element>.stride
        pointer = MemoryPool.allocate(byteCount: byteCount).bindMemory(to: Element.self, capacity: max(1, count))
        for i in 0..<count { (pointer + i).initialize(to: element(i)) }
    }

    deinit { MemoryPool.deallocate(pointer, byteCount: max(1, count) * MemoryLayout<Element>.stride) }

    var readOnly: UnsafePointer<Element> { UnsafePointer(pointer) }
}

extension Buffer where Element: BinaryFloatingPoint {
    /// Numbers between `low` and `high`, the same in every run (a Weyl sequence).
    convenience init(_ count: Int, from low: Double = -1, to high: Double = 1) {
        self.init(count) { i in
            let x = Double(i &+ 1) * 0.618_033_988_749_894_8
            return Element(low + (high - low) * (x - x.rounded(.down)))
        }
    }

    static func zeros(_ count: Int) -> Buffer { Buffer(count) { _ in 0 } }
}
