import PinionSIMDKernels

extension Tensor {
    /// Calls `body` with the elements in row-major order: those of the tensor where they lie so, otherwise a copy.
    ///
    /// `T` is the Swift type of the dtype; the buffer must not be used after `body` has returned.
    public func withUnsafeBufferPointer<T: TensorElement, Result>(
        as type: T.Type, _ body: (UnsafeBufferPointer<T>) throws -> Result
    ) rethrows -> Result {
        let source = elements("withUnsafeBufferPointer", of: type)
        defer { withExtendedLifetime(source) {} }
        return try body(UnsafeBufferPointer(start: source.pointer.assumingMemoryBound(to: T.self), count: source.numel))
    }

    /// Calls `body` with the elements in row-major order, and keeps what it writes: at once where they lie so, otherwise
    /// through a copy.
    ///
    /// `T` is the Swift type of the dtype; the buffer must not be used after `body` has returned. A tensor that requires
    /// a gradient is refused: `detach()` gives one over the same memory that does not.
    public func withUnsafeMutableBufferPointer<T: TensorElement, Result>(
        as type: T.Type, _ body: (UnsafeMutableBufferPointer<T>) throws -> Result
    ) rethrows -> Result {
        let name: StaticString = "withUnsafeMutableBufferPointer"
        let isWritable = attempt(else: false) { () throws(TensorError) in
            try checkWritable(name)
            if tracksGrad {
                throw TensorError(
                    "\(name)", .graph,
                    "the tensor of shape \(shape) requires a gradient; detach() gives one that may be written")
            }
            return true
        }
        let target = isWritable ? elements(name, of: type) : .failed
        defer {
            if isWritable && target.dtype == dtype && target.numel == numel {
                if target !== self { Raw.copy(target, into: self) }
                bumpVersion(name)
            }
        }
        return try body(
            UnsafeMutableBufferPointer(start: target.pointer.assumingMemoryBound(to: T.self), count: target.numel))
    }

    /// Calls `body` with the elements in row-major order: those of the tensor where they lie so, otherwise a copy.
    ///
    /// `T` is the Swift type of the dtype.
    public func withSpan<T: TensorElement, Result>(
        as type: T.Type, _ body: (Span<T>) throws -> Result
    ) rethrows -> Result {
        try withUnsafeBufferPointer(as: type) { try body($0.span) }
    }

    /// This tensor or a contiguous copy; an empty one after an error.
    private func elements<T: TensorElement>(_ name: StaticString, of type: T.Type) -> Tensor {
        attempt { () throws(TensorError) in
            if dtype != T.dtype {
                throw TensorError("\(name)", .dtype, "the elements are \(dtype), not \(T.self)")
            }
            return Raw.contiguous(self)
        }
    }
}

extension Tensor {
    /// As `withUnsafeBufferPointer(as:_:)`.
    public func withUnsafeBufferPointer<T: TensorElement, Result>(
        _ type: T.Type, _ body: (UnsafeBufferPointer<T>) throws -> Result
    ) rethrows -> Result {
        try withUnsafeBufferPointer(as: type, body)
    }

    /// As `withUnsafeMutableBufferPointer(as:_:)`.
    public func withUnsafeMutableBufferPointer<T: TensorElement, Result>(
        _ type: T.Type, _ body: (UnsafeMutableBufferPointer<T>) throws -> Result
    ) rethrows -> Result {
        try withUnsafeMutableBufferPointer(as: type, body)
    }
}
