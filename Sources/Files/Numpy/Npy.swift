import PinionOptim

/// NumPy's format of one array, versions 1 to 3.
package enum Npy {
    /// Reads the bytes of a .npy file. Arrays in Fortran order keep it, as strides.
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - sharing: whether the tensor may lie over the bytes instead of a copy.
    ///   - sum: what the checksum of the bytes must be.
    package static func read(_ bytes: Bytes, sharing: Bool = false, sum: UInt32? = nil) throws(FileError) -> Tensor {
        var reader = ByteReader(bytes)
        let begin = try reader.take(6, "beginning")
        if begin.array != [0x93] + Array("NUMPY".utf8) {
            throw FileError(.format, "no .npy file: it does not begin with \\x93NUMPY", at: bytes.origin)
        }
        let version = try reader.byte("version")
        _ = try reader.byte("version")
        if !(1...3).contains(version) { throw reader.failure("version \(version) of the .npy format", .unsupported) }
        let length =
            version == 1
            ? Int(try reader.littleEndian(UInt16.self, "header length"))
            : Int(try reader.littleEndian(UInt32.self, "header length"))
        let position = reader.position
        let header = try NpyHeader(reader.take(length, "header"))
        let layout = try fileLayout(header.shape, "shape", at: position)
        let head = bytes[0..<reader.offset]
        let data = try reader.take(reader.left, "data")
        let tensor = try data.tensor(
            header.dtype, layout, sharing: sharing, isSwapped: header.isSwapped, sum: sum, after: head, "the array")
        if !header.isFortran || layout.rank < 2 { return tensor }
        var strides = Extents()
        var step = 1
        for d in 0..<layout.rank {
            strides[d] = step
            step *= max(layout.sizes[d], 1)
        }
        return Tensor(tensor.storage, Layout(rank: layout.rank, sizes: layout.sizes, strides: strides), tensor.dtype)
    }

    /// What comes before the elements, padded so that they begin at a multiple of 64.
    package static func header(_ tensor: Tensor) throws(FileError) -> [UInt8] {
        guard let name = NpyHeader.names.first(where: { $0.dtype == tensor.dtype })?.name else {
            throw FileError(.value, "NumPy has no \(tensor.dtype); convert it with to(.float32)")
        }
        let sizes = tensor.shape.map(String.init).joined(separator: ", ") + (tensor.ndim == 1 ? "," : "")
        let mark = tensor.dtype.byteCount == 1 ? "|" : "<"
        let dict = "{'descr': '\(mark)\(name)', 'fortran_order': False, 'shape': (\(sizes)), }"
        let length = (10 + dict.utf8.count + 1 + 63) / 64 * 64 - 10
        var writer = ByteWriter()
        writer.append([0x93])
        writer.text("NUMPY")
        writer.append([1, 0])
        writer.littleEndian(UInt16(length))
        writer.text(dict + String(repeating: " ", count: length - 1 - dict.utf8.count) + "\n")
        return writer.bytes
    }

    package static func write(_ tensor: Tensor, to path: String) throws(FileError) {
        let begin = try naming(path) { () throws(FileError) -> [UInt8] in try header(tensor) }
        let file = try AtomicFile(path)
        try file.write(begin)
        try tensor.withElementBytes { (bytes) throws(FileError) in try file.write(bytes) }
        try file.commit()
    }
}

/// A zip file of .npy files.
package enum Npz {
    package static func read(_ bytes: Bytes, sharing: Bool = false) throws(FileError) -> [NamedTensor] {
        let zip = try ZipReader(bytes)
        var tensors: [NamedTensor] = []
        for entry in zip.entries {
            let name = entry.name.hasSuffix(".npy") ? String(entry.name.dropLast(4)) : entry.name
            do {
                let contents = try zip.contents(of: entry, sharing: sharing)
                tensors.append((name, try Npy.read(contents.bytes, sharing: contents.sharing, sum: contents.sum)))
            } catch {
                throw FileError(error.kind, "\(entry.name): \(error.message)", at: error.position)
            }
        }
        return tensors
    }

    package static func write(
        _ tensors: [NamedTensor], compressed: Bool = false, to path: String
    ) throws(FileError) {
        let zip = ZipWriter(try AtomicFile(path))
        for (name, tensor) in tensors {
            try naming(path) { () throws(FileError) in
                let header = try Npy.header(tensor)
                try tensor.withElementBytes { (bytes) throws(FileError) in
                    try zip.add("\(name).npy", header, bytes, isCompressed: compressed)
                }
            }
        }
        try zip.finish()
    }
}
