import PinionSIMDKernels

/// Elements of a dtype in memory, named by their bit patterns.
struct Elements: Equatable {
    let dtype: DType
    private(set) var bytes: [UInt8]

    init(_ dtype: DType, patterns: [UInt64]) {
        self.dtype = dtype
        bytes = patterns.flatMap { pattern in
            (0..<dtype.byteCount).map { UInt8(truncatingIfNeeded: pattern >> ($0 * 8)) }
        }
    }

    /// `patterns` in hexadecimal with spaces between.
    init(_ dtype: DType, hexadecimal patterns: Substring) {
        self.init(dtype, patterns: patterns.split(separator: " ").map { UInt64($0, radix: 16) ?? 0 })
    }

    init(_ dtype: DType, _ bytes: UnsafeRawBufferPointer) {
        self.dtype = dtype
        self.bytes = Array(bytes)
    }

    init(_ dtype: DType, zeros count: Int) {
        self.dtype = dtype
        bytes = [UInt8](repeating: 0, count: count * dtype.byteCount)
    }

    var count: Int { bytes.count / dtype.byteCount }

    subscript(i: Int) -> UInt64 {
        (0..<dtype.byteCount).reduce(0) { $0 | UInt64(bytes[i * dtype.byteCount + $1]) << ($1 * 8) }
    }

    var patterns: [UInt64] { (0..<count).map { self[$0] } }

    /// Whether the pattern is a NaN of this dtype.
    func isNaN(_ pattern: UInt64) -> Bool {
        switch dtype {
        case .float32: Float(bitPattern: UInt32(pattern)).isNaN
        case .float64: Double(bitPattern: pattern).isNaN
        case .float16: pattern & 0x7FFF > 0x7C00
        case .bfloat16: pattern & 0x7FFF > 0x7F80
        default: false
        }
    }

    /// The elements where this and `other` differ; NaNs are alike, whatever their bits.
    func differences(from other: Elements) -> [Int] {
        if count != other.count || dtype != other.dtype { return [-1] }
        if bytes == other.bytes { return [] }
        return (0..<count).filter { self[$0] != other[$0] && !(isNaN(self[$0]) && isNaN(other[$0])) }
    }

    /// The first `count` elements of endless repetitions of this, from element `start` on.
    func repeated(_ count: Int, from start: Int = 0) -> Elements {
        let all = patterns
        return Elements(dtype, patterns: (0..<count).map { all[($0 + start) % all.count] })
    }

    mutating func withMutablePointer<R>(_ body: (UnsafeMutableRawPointer) throws -> R) rethrows -> R {
        try bytes.withUnsafeMutableBytes { try body($0.baseAddress ?? UnsafeMutableRawPointer(bitPattern: 64)!) }
    }

    func withPointer<R>(_ body: (UnsafeRawPointer) throws -> R) rethrows -> R {
        try bytes.withUnsafeBytes { try body($0.baseAddress ?? UnsafeRawPointer(bitPattern: 64)!) }
    }
}
