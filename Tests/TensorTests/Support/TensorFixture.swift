import PinionTensor
import PinionTestSupport

/// A line of a fixture made by tensor_lines.py: a tensor of PyTorch's.
struct TensorFixture {
    struct Malformed: Error { var line: String }

    let name: String
    private let dtype: DType
    private let shape: [Int]
    private let strides: [Int]
    private let checksum: UInt64
    private let samples: [(index: Int, bits: UInt64)]

    static func all(_ file: String) throws -> [TensorFixture] {
        try Fixture.rows(file, in: .module).map { try TensorFixture($0) }
    }

    private init(_ fields: [Substring]) throws {
        guard fields.count == 6, let dtype = DType(name: fields[1]), let checksum = UInt64(fields[4], radix: 16) else {
            throw Malformed(line: fields.joined(separator: ";"))
        }
        (name, self.dtype, self.checksum) = (String(fields[0]), dtype, checksum)
        shape = fields[2].split(separator: " ").compactMap { Int($0) }
        strides = fields[3].split(separator: " ").compactMap { Int($0) }
        samples = try fields[5].split(separator: " ").map {
            let parts = $0.split(separator: ":")
            guard parts.count == 2, let index = Int(parts[0]), let bits = UInt64(parts[1], radix: 16) else {
                throw Malformed(line: fields.joined(separator: ";"))
            }
            return (index, bits)
        }
    }

    /// What is different about a tensor of ours, or nil.
    func difference(_ tensor: Tensor) -> String? {
        if tensor.dtype != dtype { return "\(name): dtype \(tensor.dtype), not \(dtype)" }
        if tensor.shape != shape { return "\(name): shape \(tensor.shape), not \(shape)" }
        if tensor.strides != strides { return "\(name): strides \(tensor.strides), not \(strides)" }
        let bits = tensor.bitPatterns
        for sample in samples where bits[sample.index] != sample.bits {
            let (got, expected) = (String(bits[sample.index], radix: 16), String(sample.bits, radix: 16))
            return "\(name): element \(sample.index) is \(got), not \(expected)"
        }
        var sum: UInt64 = 0
        for (i, pattern) in bits.enumerated() {
            sum &+= (pattern &+ 1) &* ((UInt64(i) &* 2 &+ 1) &* 0x9E37_79B9_7F4A_7C15)
        }
        return sum == checksum ? nil : "\(name): the checksum differs"
    }
}

extension Tensor {
    /// The bits of the elements in row-major order.
    var bitPatterns: [UInt64] {
        let source = Raw.contiguous(self)
        func read<T: FixedWidthInteger>(_: T.Type) -> [UInt64] {
            let elements = source.pointer.assumingMemoryBound(to: T.self)
            return (0..<numel).map { UInt64(truncatingIfNeeded: elements[$0]) }
        }
        return switch elementSize {
        case 1: read(UInt8.self)
        case 2: read(UInt16.self)
        case 4: read(UInt32.self)
        default: read(UInt64.self)
        }
    }
}
