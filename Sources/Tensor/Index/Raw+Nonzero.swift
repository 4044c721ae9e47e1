import PinionSIMDKernels

extension Raw {
    /// The places of the elements that are not zero, in row-major order: an int64 tensor by dimension, 1-d each.
    package static func nonzero(_ x: Tensor) -> [Tensor] {
        let mask = contiguous(converted(x, to: .bool))
        let bytes = UnsafeBufferPointer(
            start: UnsafePointer(mask.pointer.assumingMemoryBound(to: UInt8.self)), count: mask.numel)
        var count = 0
        for byte in bytes where byte != 0 { count += 1 }
        let sizes = x.layout.sizes
        let columns = (0..<x.ndim).map { _ in
            Tensor(Layout(rank: 1, sizes: Extents(repeating: 1).replacing(0, with: count)), .int64)
        }
        let pointers = columns.map { $0.pointer.assumingMemoryBound(to: Int64.self) }
        var found = 0
        for (place, byte) in bytes.enumerated() where byte != 0 {
            var rest = place
            for d in stride(from: x.ndim - 1, through: 1, by: -1) {
                pointers[d][found] = Int64(rest % sizes[d])
                rest /= sizes[d]
            }
            pointers.first?[found] = Int64(rest)
            found += 1
        }
        return columns
    }

    /// How many elements are not zero.
    package static func countNonzero(_ mask: Tensor) -> Int {
        mask.ndim == 0 ? (mask.toArray(Bool.self) == [true] ? 1 : 0) : nonzero(mask)[0].numel
    }
}
