import PinionOptim

/// A tensor with its name, as files hold them.
package typealias NamedTensor = (key: String, value: Tensor)

/// The layout of a shape that a file asks for, or an error with its position.
package func fileLayout(_ shape: [Int], _ name: String, at position: Int?) throws(FileError) -> Layout {
    do { return try Layout(shape: shape, name) } catch {
        throw FileError(.format, error.description, at: position)
    }
}

extension Bytes {
    /// A tensor of these elements in row-major order, in little-endian bytes unless `isSwapped`.
    ///
    /// The elements are copied; with `sharing` the tensor lies over the bytes themselves where they are aligned.
    /// - Parameters:
    ///   - dtype: the type of the elements.
    ///   - layout: contiguous; it must take exactly these bytes.
    ///   - sharing: whether the tensor may lie over the bytes.
    ///   - isSwapped: whether the bytes are big-endian.
    ///   - sum: what the bytes' checksum must be; looked at where they are copied, as it takes reading all of them.
    ///   - head: what the checksum covers before the bytes.
    ///   - name: what the bytes are, for errors.
    package func tensor(
        _ dtype: DType, _ layout: Layout, sharing: Bool = false, isSwapped: Bool = false, sum: UInt32? = nil,
        after head: Bytes? = nil, _ name: String
    ) throws(FileError) -> Tensor {
        let (size, isHuge) = layout.count.multipliedReportingOverflow(by: dtype.byteCount)
        if isHuge || size != count {
            throw FileError(
                .format, "\(name): \(count) bytes for the shape \(layout.shape) of \(dtype), which takes \(size)",
                at: origin)
        }
        if size == 0 {
            try check(sum, after: head, name)
            return Tensor(layout, dtype)
        }
        if sharing && !isSwapped && dtype != .bool, let shared = sharedTensor(dtype, layout) { return shared }
        let result = Tensor(layout, dtype)
        let base = result.storage.base
        try copy(to: base, name)
        let copy = Bytes(UnsafeRawBufferPointer(start: base, count: size), owner: result, origin: origin)
        try copy.check(sum, after: head, name)
        if isSwapped { swapBytes(base, size, dtype.byteCount) }
        if dtype == .bool {
            // Any byte but 0 is true in a file; in memory a Bool is 0 or 1.
            let flags = base.assumingMemoryBound(to: UInt8.self)
            for i in 0..<size { flags[i] = flags[i] == 0 ? 0 : 1 }
        }
        return result
    }

    /// A tensor over the bytes themselves, where their address is a multiple of the element's size.
    private func sharedTensor(_ dtype: DType, _ layout: Layout) -> Tensor? {
        withUnsafeBytes { memory in
            guard let base = memory.baseAddress, Int(bitPattern: base) % dtype.byteCount == 0 else { return nil }
            let storage = Storage(UnsafeMutableRawPointer(mutating: base), byteCount: count, isLent: false) { _ in
                withExtendedLifetime(self) {}
            }
            return Tensor(storage, layout, dtype)
        }
    }
}

/// Turns the bytes of each element around.
private func swapBytes(_ base: UnsafeMutableRawPointer, _ count: Int, _ size: Int) {
    func swap<T: FixedWidthInteger>(_ type: T.Type) {
        let elements = base.assumingMemoryBound(to: T.self)
        for i in 0..<count / size { elements[i] = elements[i].byteSwapped }
    }
    switch size {
    case 2: swap(UInt16.self)
    case 4: swap(UInt32.self)
    case 8: swap(UInt64.self)
    default: break
    }
}

extension Tensor {
    /// Calls `body` with the elements in row-major order as bytes: the tensor's own where they lie so.
    package func withElementBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws(FileError) -> Result
    ) throws(FileError) -> Result {
        let source = Raw.contiguous(self)
        defer { withExtendedLifetime(source) {} }
        return try body(UnsafeRawBufferPointer(start: source.pointer, count: numel * dtype.byteCount))
    }
}
