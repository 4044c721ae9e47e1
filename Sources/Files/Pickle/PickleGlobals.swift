import PinionOptim

/// The names that a pickle may use. Nothing is ever called: a name only says how its arguments are to be read.
enum PickleGlobals {
    /// What REDUCE may be applied to.
    static let callable: Set<String> = [
        "collections.OrderedDict", "collections.Counter", "torch._utils._rebuild_tensor",
        "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor_v3", "torch._utils._rebuild_parameter",
        "torch._utils._rebuild_parameter_with_state", "torch._tensor._rebuild_from_type_v2",
        "torch.nn.parameter.Parameter", "torch.Size", "torch.device", "_codecs.encode", "__builtin__.set",
        "builtins.set", "__builtin__.bytearray", "builtins.bytearray",
        "numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct", "numpy.ndarray", "numpy.dtype",
    ]

    /// Names that stand for themselves: dtypes that an optimizer's options may hold, classes of tensors.
    private static let constants: Set<String> = [
        "torch.Tensor", untypedStorage, "torch.float", "torch.double", "torch.half", "torch.long", "torch.int",
        "torch.short", "torch.complex64", "torch.complex128", "torch.uint16", "torch.uint32", "torch.uint64",
        "torch.float8_e4m3fn", "torch.float8_e5m2",
    ]

    static let untypedStorage = "torch.storage.UntypedStorage"

    static let orderedDict = "collections.OrderedDict"

    private static let storages: [(dtype: DType, name: String)] = [
        (.float32, "torch.FloatStorage"), (.float64, "torch.DoubleStorage"), (.float16, "torch.HalfStorage"),
        (.bfloat16, "torch.BFloat16Storage"), (.int64, "torch.LongStorage"), (.int32, "torch.IntStorage"),
        (.int16, "torch.ShortStorage"), (.int8, "torch.CharStorage"), (.uint8, "torch.ByteStorage"),
        (.bool, "torch.BoolStorage"),
    ]

    static func isAllowed(_ name: String) -> Bool {
        callable.contains(name) || constants.contains(name) || dtype(name) != nil || storageDType(name) != nil
    }

    /// The dtype of a typed storage class.
    static func storageDType(_ name: String) -> DType? { storages.first { $0.name == name }?.dtype }

    /// The typed storage class of a dtype.
    static func storage(_ dtype: DType) -> String { storages.first { $0.dtype == dtype }?.name ?? untypedStorage }

    /// The dtype of a name such as `torch.float32`.
    static func dtype(_ name: String) -> DType? { DType.allCases.first { "torch.\($0)" == name } }
}
