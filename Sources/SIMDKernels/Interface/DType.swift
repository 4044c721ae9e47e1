/// The type of a tensor's elements, with PyTorch's names.
public enum DType: UInt8, CaseIterable, Sendable {
    case float32, float64, float16, bfloat16, int64, int32, int16, int8, uint8, bool

    /// The bytes an element takes.
    public var byteCount: Int {
        switch self {
        case .float64, .int64: 8
        case .float32, .int32: 4
        case .float16, .bfloat16, .int16: 2
        case .int8, .uint8, .bool: 1
        }
    }

    /// Whether elements are floating-point numbers.
    public var isFloatingPoint: Bool { rawValue <= DType.bfloat16.rawValue }

    /// Whether elements are integers; `bool` is not.
    public var isInteger: Bool { !isFloatingPoint && self != .bool }

    /// The dtype arithmetic is carried out in: float32 for the 16-bit floating-point types, otherwise itself.
    package var compute: DType { self == .float16 || self == .bfloat16 ? .float32 : self }
}
