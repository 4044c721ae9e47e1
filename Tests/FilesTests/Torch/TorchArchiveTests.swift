import Foundation
import PinionFiles
import PinionTestSupport
import Testing

@Suite struct TorchArchiveTests {
    private func check(_ tensors: [NamedTensor]) throws {
        #expect(tensors.count == 16)
        let named = Dictionary(uniqueKeysWithValues: tensors.map { ($0.key, $0.value) })
        for dtype in DType.allCases {
            let tensor = try #require(named["\(dtype)"])
            let expected: [Double] = dtype == .bool ? [0, 1, 1, 1, 1, 1] : [0, 1, 2, 3, 4, 5]
            #expect(tensor.dtype == dtype && tensor.shape == [2, 3])
            #expect(tensor.toArray(Double.self) == expected)
        }
        let (rows, all) = (try #require(named["shared.rows"]), try #require(named["shared.all"]))
        #expect(rows.toArray(Float.self) == [2, 3, 4, 5, 6, 7])
        #expect(rows.sharesStorage(with: all))
        #expect(named["shared.columns"]?.strides == [1, 4])
        #expect(named["parameter"]?.toArray(Float.self) == [1.5])
        #expect(named["scalar"]?.item == 2.5)
        #expect(named["empty"]?.shape == [0, 3])
    }

    @Test func readsStateDicts() throws {
        try check(TorchArchive(Bytes(Fixture.files("state.pth"))).stateDict())
    }

    @Test func readsCheckpoints() throws {
        let archive = try TorchArchive(Bytes(Fixture.files("checkpoint.pth")))
        try check(archive.stateDict("model"))
        guard case .dict(let entries) = archive.value else { throw FileError(.value, "no dict") }
        #expect(entries.map(\.key.string) == ["epoch", "model", "note", "list"])
        #expect(entries[0].value.int == 3)
        #expect(entries[2].value.string == "ü")
        #expect(entries[3].value.elements?.count == 5)
    }

    @Test func refusesFunctionsByName() throws {
        let error = #expect(throws: FileError.self) { try TorchArchive(Bytes(Fixture.files("function.pth"))) }
        #expect(error?.kind == .unsupported)
        #expect(error?.message.contains("torch.nn.functional.relu") == true)
    }

    @Test func hostilePicklesAreErrors() throws {
        // A list that holds itself; lists in lists; lists of the same list that double; a stack without values.
        var doubling: [UInt8] = [0x80, 2, 0x5D]
        for _ in 0..<60 { doubling += [0x32, 0x86, 0x71, 0] }
        let cases: [[UInt8]] = [
            [0x5D, 0x71, 0, 0x68, 0, 0x61, 0x2E],
            [UInt8](repeating: 0x5D, count: 5000) + [UInt8](repeating: 0x61, count: 4999) + [0x2E],
            doubling + [0x2E], [0x2E], [0x61], [0x74], [0x68, 9], Array("cos\nsystem\n.".utf8), [0xFF],
        ]
        for bytes in cases {
            let error = #expect(throws: FileError.self) {
                var reader = ByteReader(Bytes(bytes))
                _ = try Unpickler.read(&reader)
            }
            #expect(error?.position != nil)
        }
    }

    @Test func damagedPicklesAreErrorsOrOtherValues() throws {
        let zip = try ZipReader(Bytes(Fixture.files("checkpoint.pth")))
        let entry = try #require(zip["checkpoint/data.pkl"])
        let pickle = try zip.data(of: entry).array
        for end in 0..<pickle.count {
            #expect(throws: FileError.self) {
                var reader = ByteReader(Bytes([UInt8](pickle[..<end])))
                _ = try Unpickler.read(&reader)
            }
        }
        var random = Seeded(7)
        for _ in 0..<6000 {
            var damaged = pickle
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do {
                var reader = ByteReader(Bytes(damaged))
                _ = try Unpickler.read(&reader)
            } catch { #expect(error.position != nil) }
        }
    }
}
