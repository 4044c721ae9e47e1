import Foundation
import PinionFiles
import PinionTestSupport
import Testing

struct DeflateSample: Decodable {
    var name: String
    var data: Data
    var raw: [Data]
    var zlib: Data
    var gzip: Data
    var crc: UInt32

    static func all() throws -> [DeflateSample] {
        try JSONDecoder().decode([DeflateSample].self, from: Data(Fixture.files("deflate.json")))
    }
}

@Suite struct DeflateTests {
    @Test func readsWhatZlibWrites() throws {
        for sample in try DeflateSample.all() {
            for raw in sample.raw {
                let result = try Inflate.decompress(Bytes([UInt8](raw)), limit: sample.data.count)
                #expect(result.array == [UInt8](sample.data), "\(sample.name)")
            }
            let unwrapped = try Zlib.decompress(Bytes([UInt8](sample.zlib)), limit: 1 << 20)
            #expect(unwrapped.array == [UInt8](sample.data), "\(sample.name)")
            #expect(try Gzip.decompress([UInt8](sample.gzip)) == [UInt8](sample.data), "\(sample.name)")
            #expect(CRC32.of(Bytes([UInt8](sample.data))) == sample.crc, "\(sample.name)")
        }
    }

    @Test func readsWhatItWrites() throws {
        for sample in try DeflateSample.all() {
            let data = [UInt8](sample.data)
            let compressed = Deflate.compress(data)
            #expect(try Inflate.decompress(Bytes(compressed), limit: data.count).array == data, "\(sample.name)")
            #expect(compressed.count <= data.count + 5, "\(sample.name)")
            #expect(try Gzip.decompress(Gzip.compress(data)) == data, "\(sample.name)")
            #expect(try Zlib.decompress(Bytes(Zlib.compress(data)), limit: data.count).array == data, "\(sample.name)")
        }
    }

    @Test func manyBlocksAndDistances() throws {
        var random = Seeded(3)
        var data = (0..<60000).map { _ in UInt8.random(in: 0...9, using: &random) }
        data += data[0..<30000] + (0..<90000).map { _ in UInt8.random(in: 0...255, using: &random) }
        data += [UInt8](repeating: 7, count: 40000)
        let compressed = Deflate.compress(data)
        #expect(compressed.count < 150_000)
        #expect(try Inflate.decompress(Bytes(compressed), limit: data.count).array == data)
    }

    @Test func refusesMoreThanTheLimit() throws {
        let bomb = Deflate.compress([UInt8](repeating: 0, count: 1 << 20))
        #expect(bomb.count < 1 << 12)
        let error = #expect(throws: FileError.self) { try Inflate.decompress(Bytes(bomb), limit: 1000) }
        #expect(error?.kind == .limit)
    }

    @Test func refusesEveryTruncation() throws {
        for sample in try DeflateSample.all() {
            for raw in sample.raw + [sample.zlib] {
                let bytes = [UInt8](raw)
                for end in stride(from: 0, to: bytes.count, by: 1 + bytes.count / 400) {
                    let part = Bytes([UInt8](bytes[..<end]))
                    #expect(throws: FileError.self) {
                        try raw == sample.zlib
                            ? Zlib.decompress(part, limit: 1 << 20) : Inflate.decompress(part, limit: 1 << 20)
                    }
                }
            }
        }
    }

    @Test func checksumsAreChecked() throws {
        let gzip = Gzip.compress(Array("pinion".utf8))
        for position in [gzip.count - 1, gzip.count - 5] {
            var damaged = gzip
            damaged[position] ^= 1
            let error = #expect(throws: FileError.self) { try Gzip.decompress(damaged) }
            #expect(error?.position != nil)
        }
        #expect(throws: FileError.self) { try Gzip.decompress(gzip + [1, 2, 3]) }
        #expect(try Gzip.decompress(gzip + [0, 0, 0]) == Array("pinion".utf8))
    }

    @Test func damagedDataIsAnError() throws {
        var random = Seeded(4)
        let samples = try DeflateSample.all().flatMap(\.raw).map { [UInt8]($0) }
        for _ in 0..<4000 {
            var bytes = samples[Int.random(in: 0..<samples.count, using: &random)]
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                let result = try Inflate.decompress(Bytes(bytes), limit: 1 << 16)
                #expect(result.count <= 1 << 16)
            } catch { #expect(error.position != nil) }
        }
    }
}
