import Foundation
import PinionFiles
import PinionTestSupport
import Testing

/// A short run of damaged files; `Tests/Fuzz/run` is the long one, which is guided by what the code does.
///
/// Set `PINION_FUZZ_SECONDS` for a longer run, and `PINION_FUZZ_SEED` for another one.
@Suite struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seconds = environment["PINION_FUZZ_SECONDS"].flatMap(Double.init) ?? 0.5
    private static let seed = environment["PINION_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

    @Test(arguments: FuzzReader.allCases)
    func damagedFilesAreErrorsOrOtherValues(_ reader: FuzzReader) throws {
        var seeds = try reader.seeds.map { try Fixture.files($0) }
        for sample in try DeflateSample.all() {
            switch reader {
            case .inflate: seeds += sample.raw.map { [UInt8]($0) }
            case .gzip: seeds.append([UInt8](sample.gzip))
            case .zlib: seeds.append([UInt8](sample.zlib))
            default: break
            }
        }
        var random = Seeded(Self.seed)
        var executions = 0
        let end = Date().addingTimeInterval(Self.seconds)
        while Date() < end || executions < 200 {
            executions += 1
            let bytes = mutated(seeds, &random)
            do { try reader.read(Bytes(bytes)) } catch {
                if error.position == nil { Issue.record("\(reader): no position: \(error) of \(bytes)") }
            }
        }
        print("\(reader): \(executions) executions")
    }

    /// Inputs that libFuzzer has found, each of which goes another way through a reader.
    @Test func inputsOfTheFuzzerAreErrorsOrValues() throws {
        var reader = ByteReader(try Gzip.decompress(Bytes(Fixture.files("corpus.gz"))))
        var count = 0
        while reader.left > 0 {
            let input = try reader.take(Int(reader.littleEndian(UInt32.self, "length")), "input")
            guard !input.isEmpty, let target = FuzzReader(rawValue: input[0]) else { continue }
            count += 1
            do { try target.read(Bytes([UInt8](input.array.dropFirst()))) } catch {
                if error.position == nil { Issue.record("\(target): no position: \(error) of \(input.array)") }
            }
        }
        #expect(count > 500)
    }

    /// A seed with some bytes changed, or parts of it left out, repeated, or taken from another.
    private func mutated(_ seeds: [[UInt8]], _ random: inout Seeded) -> [UInt8] {
        var bytes = seeds[Int.random(in: 0..<seeds.count, using: &random)]
        for _ in 0...Int.random(in: 0..<4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let length = min(bytes.count - place, 1 << Int.random(in: 0..<9, using: &random))
            switch Int.random(in: 0..<8, using: &random) {
            case 0: bytes.removeSubrange(place..<place + length)
            case 1: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
            case 2:
                let other = seeds[Int.random(in: 0..<seeds.count, using: &random)]
                let start = Int.random(in: 0..<max(other.count, 1), using: &random)
                bytes.replaceSubrange(place..<place + length, with: other[start..<min(start + length, other.count)])
            case 3: bytes.removeLast(length)
            case 4: for i in place..<place + min(length, 8) { bytes[i] = [0, 0x7F, 0x80, 0xFF][i % 4] }
            case 5: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 6: bytes[place] = bytes[place] &+ UInt8.random(in: 0..<16, using: &random) &- 8
            default: bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
        }
        return bytes
    }
}
