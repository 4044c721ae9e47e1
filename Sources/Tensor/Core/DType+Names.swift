import PinionSIMDKernels

// PyTorch's other names: `torch.float` is `torch.float32`.
extension DType {
    /// The same as `float32`.
    public static var float: DType { .float32 }
    /// The same as `float64`.
    public static var double: DType { .float64 }
    /// The same as `float16`.
    public static var half: DType { .float16 }
    /// The same as `int64`.
    public static var long: DType { .int64 }
    /// The same as `int32`.
    public static var int: DType { .int32 }
    /// The same as `int16`.
    public static var short: DType { .int16 }
}

/// The same as `setDefaultDType`.
public func setDefaultDtype(_ dtype: DType) { setDefaultDType(dtype) }
/// The same as `getDefaultDType`.
public func getDefaultDtype() -> DType { getDefaultDType() }
