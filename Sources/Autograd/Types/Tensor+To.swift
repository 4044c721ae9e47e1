import PinionTensor

extension Tensor {
    /// This tensor where it has the dtype, otherwise a copy with converted elements, recorded.
    public func to(_ dtype: DType) -> Tensor {
        if self.dtype == dtype { return self }
        return attempt {
            let result = Raw.converted(self, to: dtype)
            if !isRecorded(self) || !dtype.isFloatingPoint { return result }
            return record("ToCopyBackward0", result, self, isReusable: true) { $0 }
        }
    }
}
