/// The names that a pickle may use. Nothing is ever called: a name only says how its arguments are to be read.
enum PickleGlobals {
    /// What REDUCE may be applied to.
    static let callable: Set<String> = [
        "collections.OrderedDict", "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2",
        "torch._utils._rebuild_tensor_v3", "torch._utils._rebuild_parameter", "torch._tensor._rebuild_from_type_v2",
        "torch.Size", "torch.device", "_codecs.encode", "__builtin__.set", "builtins.set",
    ]

    private static let dtypes: Set<String> = [
        "float32", "float64", "float16", "bfloat16", "int64", "int32", "int16", "int8", "uint8", "bool", "float",
        "double", "half", "long", "int", "short", "complex64", "complex128",
    ]

    static func isAllowed(_ name: String) -> Bool {
        if callable.contains(name) || name == "torch.storage.UntypedStorage" { return true }
        if name == "torch.Tensor" || name == "torch.nn.parameter.Parameter" { return true }
        guard name.hasPrefix("torch.") else { return false }
        let rest = String(name.dropFirst(6))
        return dtypes.contains(rest) || storageDType(name) != nil
    }

    /// The dtype's name of a typed storage class.
    static func storageDType(_ name: String) -> String? {
        switch name {
        case "torch.FloatStorage": "float32"
        case "torch.DoubleStorage": "float64"
        case "torch.HalfStorage": "float16"
        case "torch.BFloat16Storage": "bfloat16"
        case "torch.CharStorage": "int8"
        case "torch.ShortStorage": "int16"
        case "torch.IntStorage": "int32"
        case "torch.LongStorage": "int64"
        case "torch.ByteStorage": "uint8"
        case "torch.BoolStorage": "bool"
        default: nil
        }
    }
}
