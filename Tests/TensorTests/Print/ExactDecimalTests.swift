import Testing

@testable import PinionTensor

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct ExactDecimalTests {
    @Test func everyNumberIsRoundedAsPrintfDoesIt() {
        var state: UInt64 = 1
        var numbers: [Double] = [
            0, -0.0, 0.5, 1.5, 2.5, 0.25, 9.5, 99.5, 0.05, 1e22, 1e23, .leastNonzeroMagnitude, 1.7976931348623157e308,
        ]
        for _ in 0..<2000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let value = Double(bitPattern: state)
            if value.isFinite { numbers.append(value) }
            numbers.append(Double(Int64(bitPattern: state) >> 40) / 1024)
            numbers.append(Double(Float(bitPattern: UInt32(truncatingIfNeeded: state >> 32) & 0x7F7F_FFFF)))
        }
        for number in numbers {
            for precision in [0, 1, 4, 9] {
                #expect(ExactDecimal(number).scientific(precision) == printf("%.*e", precision, number))
                #expect(ExactDecimal(number).fixed(precision) == printf("%.*f", precision, number))
            }
        }
    }

    private func printf(_ format: String, _ precision: Int, _ number: Double) -> String {
        var buffer = [CChar](repeating: 0, count: 400)
        let count = withVaList([Int32(precision), number]) { vsnprintf(&buffer, buffer.count, format, $0) }
        return String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
