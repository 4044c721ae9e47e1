import PinionOptim

/// A file of `torch.save` before version 1.6: five pickles, and the storages one after the other.
struct TorchLegacy {
    /// The magic number 0x1950A86A20F9469CFC6C as a pickle holds it.
    private static let magic: [UInt8] = [0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, 0x2E]

    private let pickle: PickleValue
    private var storages: [String: Bytes] = [:]

    /// How many bytes a pickle takes that holds the magic number, or nil where the file does not begin with one.
    private static func magicLength(_ bytes: Bytes) -> Int? {
        guard bytes.count >= 2, bytes[0] == 0x80 else { return nil }
        // From protocol 4 on there is a frame.
        let start = bytes[1] >= 4 ? 11 : 2
        let end = start + magic.count
        guard bytes.count >= end, bytes[start..<end].array == magic else { return nil }
        return end
    }

    static func isOne(_ bytes: Bytes) -> Bool { magicLength(bytes) != nil }

    init(_ bytes: Bytes) throws(FileError) {
        guard let start = Self.magicLength(bytes) else {
            throw FileError(.format, "no file of torch.save: it does not begin with the magic number", at: bytes.origin)
        }
        var reader = ByteReader(bytes, at: start)
        guard try Unpickler.read(&reader).int == 1001 else {
            throw reader.failure("expected the protocol 1001", .unsupported)
        }
        // The writer's byte order and sizes of C's integers; the storages are little-endian all the same.
        _ = try Unpickler.read(&reader)
        let (value, persistents) = try Unpickler.readWithPersistents(&reader)
        pickle = value
        guard let keys = try Unpickler.read(&reader).elements else {
            throw reader.failure("expected the list of storages")
        }
        let sizes = Self.elementSizes(persistents)
        for key in keys {
            guard let key = key.string, let size = sizes[key] else {
                throw reader.failure("a storage that no tensor has")
            }
            let count = try reader.littleEndian(Int64.self, "a storage's length")
            let (byteCount, isHuge) = Int(count).multipliedReportingOverflow(by: size)
            if isHuge { throw reader.failure("a storage of \(count) elements") }
            storages[key] = try reader.take(byteCount, "the storage \(key)")
        }
    }

    private static func elementSizes(_ persistents: [PickleValue]) -> [String: Int] {
        var sizes: [String: Int] = [:]
        for case .persistent(let id, at: _) in persistents where id.count >= 3 {
            guard let key = id[2].string, let type = id[1].global else { continue }
            // The length of an untyped storage is in bytes.
            sizes[key] = PickleGlobals.storageDType(type)?.byteCount ?? 1
        }
        return sizes
    }

    /// What was saved.
    /// - Parameter sharing: whether the tensors may lie over the file's bytes instead of copies.
    func value(sharing: Bool) throws(FileError) -> StateValue {
        var tensors = TorchTensors { (key, dtype, count, position) throws(FileError) in
            guard let bytes = storages[key] else {
                throw FileError(.format, "the storage \(key) is missing", at: position)
            }
            let name = "the storage \(key)"
            return try bytes.tensor(dtype, fileLayout([count], name, at: position), sharing: sharing, name)
        }
        return try tensors.value(pickle)
    }
}
