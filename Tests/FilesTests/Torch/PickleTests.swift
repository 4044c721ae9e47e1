import PinionFiles
import PinionTestSupport
import Testing

@Suite struct PickleTests {
    private func read(_ bytes: [UInt8]) throws(FileError) -> PickleValue {
        var reader = ByteReader(Bytes(bytes))
        return try Unpickler.read(&reader)
    }

    @Test func readsWhatItWrites() throws {
        let long = String(repeating: "x", count: 300)
        let numbers: [PickleValue] = [0, 255, 256, 65535, 65536, -1, 1 << 31, -(1 << 31), .max, .min].map { .int($0) }
        let texts: [PickleValue] = (0..<300).map { .string("name\($0)") }
        let value = PickleValue.dict([
            (.string("numbers"), .list(numbers)), (.int(7), .tuple(numbers)), (.string(long), .string(long)),
            (.string("texts"), .tuple(texts + texts)), (.string("flags"), .list([.bool(true), .bool(false), .none])),
            (.string("doubles"), .tuple([.double(-0.0), .double(.infinity), .double(2.5e-308)])),
            (.string("bytes"), .bytes([0, 127, 128, 255])), (.string("set"), .set([.int(1)])),
            (.string("empty"), .list([.list([]), .tuple([]), .dict([]), .string("")])),
            (.string("global"), .list([.global("torch.float32"), .global("torch.float32")])),
            (.string("torch.float32"), .tuple([.int(1), .int(2)])),
            (.string("call"), .call("torch.Size", [.tuple([.int(3)])], at: 0)),
            (.string("id"), .persistent([.string("storage"), .int(4)], at: 0)),
        ])
        let again = try read(Pickler.write(value))
        #expect(withoutPositions("\(again)") == withoutPositions("\(value)"))
    }

    /// Where calls and persistent ids lie in the file differs.
    private func withoutPositions(_ text: String) -> String {
        text.replacing(#/at: \d+/#, with: "at")
    }

    @Test func refusesToWriteWhatIsTooDeep() {
        var value = PickleValue.list([])
        for _ in 0..<300 { value = .list([value]) }
        let error = #expect(throws: FileError.self) { try Pickler.write(value) }
        #expect(error?.message.contains("levels deep") == true)
    }

    @Test func hostilePicklesAreErrors() throws {
        // A list that holds itself; lists in lists; lists of the same list that double; a stack without values.
        var doubling: [UInt8] = [0x80, 2, 0x5D]
        for _ in 0..<60 { doubling += [0x32, 0x86, 0x71, 0] }
        // A text that is turned into bytes again and again.
        var encoding: [UInt8] = Array("c_codecs\nencode\nX".utf8) + [0, 0, 1, 0] + [UInt8](repeating: 65, count: 65536)
        encoding += Array("\u{85}q".unicodeScalars.map { UInt8($0.value) }) + [1, 0x52, 0x30]
        for _ in 0..<2000 { encoding += Array("c_codecs\nencode\nh".utf8) + [1, 0x52, 0x30] }
        let cases: [[UInt8]] = [
            [0x5D, 0x71, 0, 0x68, 0, 0x61, 0x2E],
            [UInt8](repeating: 0x5D, count: 5000) + [UInt8](repeating: 0x61, count: 4999) + [0x2E],
            // A dictionary with a tuple for a key.
            [0x7D, 0x29, 0x4E, 0x73, 0x2E], doubling + [0x2E], encoding + [0x4E, 0x2E], [0x2E], [0x61], [0x74],
            [0x68, 9],
            Array("cos\nsystem\n.".utf8), [0xFF],
            Array("ccollections\nOrderedDict\n]K\u{1}a\u{85}R.".unicodeScalars.map { UInt8($0.value) }),
        ]
        for bytes in cases {
            let error = #expect(throws: FileError.self) { try read(bytes) }
            #expect(error?.position != nil)
        }
    }

    @Test func damagedPicklesAreErrorsOrOtherValues() throws {
        let zip = try ZipReader(Bytes(Fixture.files("structures.pth")))
        let entry = try #require(zip["structures/data.pkl"])
        let pickle = try zip.data(of: entry).array
        for end in 0..<pickle.count {
            #expect(throws: FileError.self) { try read([UInt8](pickle[..<end])) }
        }
        var random = Seeded(7)
        for _ in 0..<6000 {
            var damaged = pickle
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do { _ = try read(damaged) } catch { #expect(error.position != nil) }
        }
    }
}
