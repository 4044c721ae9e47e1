import PinionTensor

extension Tensor {
    /// This tensor where it has the dtype and no `copy` is asked for, otherwise one with converted elements, recorded.
    ///
    /// Floating-point numbers become integers by rounding towards 0; everything but 0 becomes true.
    public func to(_ dtype: DType, copy: Bool = false) -> Tensor {
        if self.dtype == dtype { return copy ? clone() : self }
        return attempt {
            let result = Raw.converted(self, to: dtype)
            if !isRecorded(self) || !dtype.isFloatingPoint { return result }
            return record("ToCopyBackward0", result, self, isReusable: true) { $0 }
        }
    }

    /// As `to(_:copy:)`.
    public func to(dtype: DType, copy: Bool = false) -> Tensor { to(dtype, copy: copy) }
    /// This tensor: there is one device only.
    public func to(_ device: Device) -> Tensor { self }
    /// This tensor in a dtype: there is one device only.
    public func to(_ device: Device, _ dtype: DType) -> Tensor { to(dtype) }
    /// This tensor: there is one device only.
    public func cpu() -> Tensor { self }

    /// This tensor in the dtype of another.
    public func to(_ other: Tensor, copy: Bool = false) -> Tensor { to(other.dtype, copy: copy) }
    /// This tensor in the dtype of another. As PyTorch's `type_as`.
    public func type(as other: Tensor) -> Tensor { to(other.dtype) }
    /// This tensor in the dtype of another.
    public func typeAs(_ other: Tensor) -> Tensor { to(other.dtype) }
    /// This tensor in a dtype, as `to`.
    public func type(_ dtype: DType) -> Tensor { to(dtype) }

    /// As float32.
    public func float() -> Tensor { to(.float32) }
    /// As float64.
    public func double() -> Tensor { to(.float64) }
    /// As float16.
    public func half() -> Tensor { to(.float16) }
    /// As bfloat16.
    public func bfloat16() -> Tensor { to(.bfloat16) }
    /// As int64.
    public func long() -> Tensor { to(.int64) }
    /// As int32.
    public func int() -> Tensor { to(.int32) }
    /// As int16.
    public func short() -> Tensor { to(.int16) }
    /// As int8.
    public func char() -> Tensor { to(.int8) }
    /// As uint8.
    public func byte() -> Tensor { to(.uint8) }
    /// As bool.
    public func bool() -> Tensor { to(.bool) }
}
