import PinionSIMDKernels

extension Tensor {
    /// The only element as a `Double`; a tensor of several elements is a mistake.
    public var item: Double {
        attempt(else: 0) { () throws(TensorError) in
            try checkOneElement()
            var value = 0.0
            cast(pointer, from: dtype, into: &value, to: .float64, count: 1)
            return value
        }
    }

    /// The only element as an integer, which must hold it exactly.
    public func item<T: FixedWidthInteger & Sendable>(as type: T.Type) -> T {
        attempt(else: 0) { () throws(TensorError) in
            try checkOneElement()
            if !dtype.isFloatingPoint {
                var value: Int64 = 0
                cast(pointer, from: dtype, into: &value, to: .int64, count: 1)
                if let exact = T(exactly: value) { return exact }
                throw TensorError("item", .value, "\(value) is not a value of \(type)")
            }
            if let exact = T(exactly: item) { return exact }
            throw TensorError("item", .value, "\(item) is not a value of \(type)")
        }
    }

    /// The only element as a floating-point number.
    public func item<T: BinaryFloatingPoint>(as type: T.Type) -> T { T(item) }

    /// Whether the only element is not zero.
    public func item(as type: Bool.Type) -> Bool { item != 0 }

    private func checkOneElement() throws(TensorError) {
        if numel != 1 {
            throw TensorError("item", .shape, "expected one element, got shape \(shape)")
        }
    }

    /// The elements in row-major order, converted to `T`: `x.toArray(Float.self)`, or `let values: [Float] = x.toArray()`.
    public func toArray<T: TensorElement>(_ type: T.Type = T.self) -> [T] {
        attempt(else: []) { () throws(TensorError) in
            let source = Raw.contiguous(self)
            return [T](unsafeUninitializedCapacity: numel) { buffer, count in
                count = numel
                guard let target = buffer.baseAddress else { return }
                cast(source.pointer, from: dtype, into: target, to: T.dtype, count: numel)
            }
        }
    }
}
