import Foundation
import PinionFiles
import PinionTestSupport
import Testing

@Suite struct HostileArrayTests {
    private static let names = ["all.safetensors", "stored.npz", "compressed.npz", "v1.npy", "v3.npy"]

    private func read(_ bytes: [UInt8], as name: String) throws {
        let bytes = Bytes(bytes)
        if name.hasSuffix("npz") {
            for (_, tensor) in try Npz.read(bytes) { _ = tensor.toArray(Double.self) }
        } else if name.hasSuffix("npy") {
            _ = try Npy.read(bytes).toArray(Double.self)
        } else {
            for (_, tensor) in try Safetensors.read(bytes).tensors { _ = tensor.toArray(Double.self) }
        }
    }

    @Test(arguments: names)
    func everyTruncationIsAnError(_ name: String) throws {
        let bytes = try Fixture.files(name)
        for end in 0..<bytes.count {
            let error = #expect(throws: FileError.self) { try read([UInt8](bytes[..<end]), as: name) }
            #expect(error?.position != nil)
        }
    }

    @Test(arguments: names)
    func damagedBytesAreAnErrorOrOtherValues(_ name: String) throws {
        let bytes = try Fixture.files(name)
        var random = Seeded(UInt64(bytes.count))
        for _ in 0..<4000 {
            var damaged = bytes
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                let position = Int.random(in: 0..<damaged.count, using: &random)
                let special: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF]
                damaged[position] =
                    Bool.random(using: &random)
                    ? special[Int.random(in: 0..<5, using: &random)] : UInt8.random(in: 0...255, using: &random)
            }
            do { try read(damaged, as: name) } catch let error as FileError { #expect(error.position != nil) }
        }
    }

    @Test func overlapsInAZipAreRefused() throws {
        let folder = try TemporaryFolder()
        let zip = ZipWriter(try AtomicFile(folder.file("a")))
        try zip.add("a", [UInt8](1...40))
        try zip.add("b", [UInt8](1...40))
        try zip.finish()
        let bytes = try MappedFile(folder.file("a")).bytes.array
        #expect(try ZipReader(Bytes(bytes)).entries.map(\.name) == ["a", "b"])
        // The first entry's sizes in the directory are raised so that it reaches into the second.
        let record = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        var damaged = bytes
        damaged[record + 20] = 60
        damaged[record + 24] = 60
        let error = #expect(throws: FileError.self) { try ZipReader(Bytes(damaged)) }
        #expect(error?.message.contains("overlaps") == true)
    }

    @Test func alignedEntriesBeginAtTheAlignment() throws {
        let folder = try TemporaryFolder()
        let zip = ZipWriter(try AtomicFile(folder.file("a")), alignment: 64)
        for i in 1...5 { try zip.add("name/\(i)", [UInt8](repeating: UInt8(i), count: 7 * i)) }
        try zip.finish()
        let reader = try ZipReader(MappedFile(folder.file("a")).bytes)
        for entry in reader.entries { #expect(try reader.data(of: entry).origin % 64 == 0) }
        #expect(reader.entries.count == 5)
    }
}
