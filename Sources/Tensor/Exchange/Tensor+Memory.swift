import PinionSIMDKernels

extension Tensor {
    /// A tensor whose elements `body` writes: all of them, in row-major order.
    public convenience init<T: TensorElement>(
        unsafeUninitializedShape shape: [Int], as type: T.Type,
        initializingWith body: (UnsafeMutableBufferPointer<T>) throws -> Void
    ) rethrows {
        self.init(making: "Tensor", shape, T.dtype) { _ in }
        try body(UnsafeMutableBufferPointer(start: pointer.assumingMemoryBound(to: T.self), count: numel))
    }

    /// A tensor over memory of somebody else, without a copy: writing one writes the other.
    ///
    /// - Parameters:
    ///   - memory: the elements in row-major order, as many as the shape has or more; the memory must live until
    ///     `release` is called.
    ///   - shape: the sizes of the dimensions.
    ///   - release: called with the memory's address when the last tensor over it is gone.
    public convenience init<T: TensorElement>(
        borrowing memory: UnsafeMutableBufferPointer<T>, shape: [Int],
        release: @escaping @Sendable (UnsafeMutableRawPointer) -> Void
    ) {
        let layout = attempt(else: nil) { () throws(TensorError) -> Layout? in
            let layout = try Layout(shape: shape, "Tensor")
            if layout.count > memory.count {
                throw TensorError("Tensor", .shape, "\(memory.count) elements of memory for the shape \(shape)")
            }
            return layout
        }
        if let base = memory.baseAddress, let layout {
            let byteCount = memory.count * MemoryLayout<T>.stride
            self.init(Storage(base, byteCount: byteCount, isLent: true, release: release), layout, T.dtype)
        } else {
            self.init(layout ?? Layout(rank: 1, sizes: .zero), T.dtype)
            if let base = memory.baseAddress { release(base) }
        }
    }

    /// A one-dimensional tensor of elements that lie in memory as bytes, copied. As PyTorch's `torch.frombuffer`, which
    /// does not copy: for that there is `init(borrowing:shape:release:)`.
    /// - Parameters:
    ///   - bytes: the memory, in this machine's byte order.
    ///   - dtype: the dtype of the elements.
    ///   - count: how many elements to take; by default as many as there are.
    ///   - offset: where the first one begins, in bytes.
    public static func fromBuffer(
        _ bytes: UnsafeRawBufferPointer, dtype: DType, count: Int? = nil, offset: Int = 0
    ) -> Tensor {
        attempt { () throws(TensorError) in
            let size = dtype.byteCount
            let left = bytes.count - offset
            let hasRest = count == nil && left % size != 0
            let count = count ?? max(left, 0) / size
            if hasRest || offset < 0 || left < 0 || count < 0 || count > left / size {
                throw TensorError(
                    "fromBuffer", .value,
                    "\(count) elements of \(dtype) from byte \(offset) on do not fit \(bytes.count) bytes")
            }
            let result = Tensor(try Layout(shape: [count], "fromBuffer"), dtype)
            if let base = bytes.baseAddress, count > 0 {
                result.pointer.copyMemory(from: base + offset, byteCount: count * size)
            }
            return result
        }
    }

    /// The same for an array of bytes.
    public static func fromBuffer(_ bytes: [UInt8], dtype: DType, count: Int? = nil, offset: Int = 0) -> Tensor {
        bytes.withUnsafeBytes { fromBuffer($0, dtype: dtype, count: count, offset: offset) }
    }
}
