import Foundation

/// A line of random.txt: a draw and what PyTorch made of it.
struct RandomFixture: CustomStringConvertible {
    let kind: String
    let dtype: String
    let seed: UInt64
    let count: Int
    let a: String
    let b: String
    let checksum: UInt64
    let samples: [(index: Int, bits: UInt64)]

    var description: String { "\(kind) \(dtype), seed \(seed), \(count) numbers, \(a) \(b)" }

    static func all() throws -> [RandomFixture] {
        guard let url = Bundle.module.url(forResource: "random", withExtension: "txt", subdirectory: "Fixtures") else {
            throw CocoaError(.fileNoSuchFile)
        }
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { try RandomFixture(line: $0) }
    }

    private init(line: Substring) throws {
        let fields = line.split(separator: " ")
        guard fields.count > 7, let seed = UInt64(fields[2]), let count = Int(fields[3]),
            let checksum = UInt64(fields[6], radix: 16)
        else { throw CocoaError(.fileReadCorruptFile) }
        (kind, dtype, a, b) = (String(fields[0]), String(fields[1]), String(fields[4]), String(fields[5]))
        (self.seed, self.count, self.checksum) = (seed, count, checksum)
        samples = try fields[7...].map {
            let parts = $0.split(separator: ":")
            guard parts.count == 2, let index = Int(parts[0]), let bits = UInt64(parts[1], radix: 16) else {
                throw CocoaError(.fileReadCorruptFile)
            }
            return (index, bits)
        }
    }

    /// What is wrong with the numbers' bit patterns, or nil.
    func difference(_ bits: [UInt64]) -> String? {
        if bits.count != count { return "\(self): \(bits.count) numbers" }
        for sample in samples where bits[sample.index] != sample.bits {
            let (got, expected) = (bits[sample.index], sample.bits)
            return "\(self): number \(sample.index) is \(String(got, radix: 16)), not \(String(expected, radix: 16))"
        }
        var sum: UInt64 = 0
        for (i, pattern) in bits.enumerated() {
            sum &+= (pattern &+ 1) &* ((UInt64(i) &* 2 &+ 1) &* 0x9E37_79B9_7F4A_7C15)
        }
        return sum == checksum ? nil : "\(self): the checksum differs"
    }
}
