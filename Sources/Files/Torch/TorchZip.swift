import PinionOptim

/// A file that `torch.save` wrote, in the zip form: a pickle, and the memory of each storage as an entry.
struct TorchZip {
    private let zip: ZipReader
    private let root: String
    private let isSwapped: Bool
    private let pickle: PickleValue

    init(_ bytes: Bytes) throws(FileError) {
        zip = try ZipReader(bytes)
        let roots = zip.entries.map(\.name).filter { $0.hasSuffix("/data.pkl") }.map { String($0.dropLast(8)) }
        guard roots.count == 1, let root = roots.first, let entry = zip[root + "data.pkl"] else {
            throw FileError(.format, "no file of torch.save: \(roots.count) entries data.pkl", at: bytes.origin)
        }
        self.root = root
        if zip[root + "constants.pkl"] != nil || zip.entries.contains(where: { $0.name.hasPrefix(root + "code/") }) {
            throw FileError(.unsupported, "a TorchScript program; only state dicts are read", at: bytes.origin)
        }
        if let version = zip[root + "version"] {
            // A number and a new line. PyTorch itself reads 1 to 10.
            let data = try zip.data(of: version)
            guard let number = Int(data.latin1.filter { $0 != "\n" }), 1...10 ~= number else {
                throw FileError(.unsupported, "an unknown version of torch.save's format", at: data.origin)
            }
        }
        if let order = zip[root + "byteorder"] {
            let data = try zip.data(of: order)
            isSwapped = data == "big"
            if !isSwapped && !(data == "little") {
                throw FileError(.format, "an unknown byte order", at: data.origin)
            }
        } else {
            isSwapped = false
        }
        var reader = ByteReader(try zip.data(of: entry))
        pickle = try Unpickler.read(&reader)
    }

    /// What was saved.
    /// - Parameter sharing: whether the tensors may lie over the file's bytes instead of copies.
    func value(sharing: Bool) throws(FileError) -> StateValue {
        var tensors = TorchTensors { (key, dtype, count, position) throws(FileError) in
            guard let entry = zip[root + "data/" + key] else {
                throw FileError(.format, "the storage \(key) is missing", at: position)
            }
            let name = "the storage \(key)"
            let layout = try fileLayout([count], name, at: position)
            return try zip.tensor(
                of: entry, dtype, layout, sharing: sharing, isSwapped: isSwapped, name)
        }
        return try tensors.value(pickle)
    }
}
