import PinionOptim

/// The format of Hugging Face's safetensors: a length, a header of JSON, and the elements.
package enum Safetensors {
    /// The longest header that readers accept.
    static let longestHeader = 100_000_000

    /// The dtypes in the order in which the format's own library writes them.
    static let names: [(dtype: DType, name: String)] = [
        (.int64, "I64"), (.float64, "F64"), (.float32, "F32"), (.int32, "I32"), (.bfloat16, "BF16"),
        (.float16, "F16"), (.int16, "I16"), (.int8, "I8"), (.uint8, "U8"), (.bool, "BOOL"),
    ]

    private static func rank(_ dtype: DType) -> Int { names.firstIndex { $0.dtype == dtype } ?? names.count }

    /// What a file holds.
    package struct Contents {
        package var tensors: [NamedTensor]
        /// The texts under `__metadata__`.
        package var metadata: [String: String]
    }

    /// Reads a file's bytes; the tensors come in the order of the header.
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - sharing: whether the tensors may lie over the bytes instead of copies.
    package static func read(_ bytes: Bytes, sharing: Bool = false) throws(FileError) -> Contents {
        let (entries, text) = try header(bytes)
        let data = bytes[8 + text.count..<bytes.count]
        var contents = Contents(tensors: [], metadata: [:])
        var parts: [Range<Int>] = []
        for (name, value) in entries {
            if name == "__metadata__" {
                contents.metadata = try metadata(value, at: text.origin)
            } else {
                let (tensor, part) = try tensor(name, value, data, sharing: sharing, at: text.origin)
                contents.tensors.append((name, tensor))
                parts.append(part)
            }
        }
        // The elements must fill the file without gaps or overlaps.
        var end = 0
        for part in parts.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if part.lowerBound != end {
                throw FileError(
                    .format, "a tensor begins at \(part.lowerBound) of the data, but the one before ends at \(end)",
                    at: data.origin + part.lowerBound)
            }
            end = part.upperBound
        }
        if end != data.count {
            throw FileError(
                .format, "\(data.count - end) bytes follow the last tensor", at: data.origin + end)
        }
        return contents
    }

    /// The texts under `__metadata__`.
    package static func metadata(_ bytes: Bytes) throws(FileError) -> [String: String] {
        let (entries, text) = try header(bytes)
        guard let value = entries.first(where: { $0.key == "__metadata__" })?.value else { return [:] }
        return try metadata(value, at: text.origin)
    }

    /// The entries of the header, and where they are.
    private static func header(
        _ bytes: Bytes
    ) throws(FileError) -> (entries: [(key: String, value: JSON)], text: Bytes) {
        var reader = ByteReader(bytes)
        let length = try reader.littleEndian(UInt64.self, "header length")
        if length > longestHeader {
            throw FileError(.format, "no safetensors file: a header of \(length) bytes", at: bytes.origin)
        }
        let text = try reader.take(Int(length), "header")
        guard case .object(let entries) = try JSON.parse(text) else {
            throw FileError(.format, "the header is no JSON object", at: text.origin)
        }
        return (entries, text)
    }

    private static func metadata(_ value: JSON, at position: Int) throws(FileError) -> [String: String] {
        guard case .object(let entries) = value else {
            throw FileError(.format, "__metadata__ is no JSON object", at: position)
        }
        var result: [String: String] = [:]
        for (key, value) in entries {
            guard case .string(let text) = value else {
                throw FileError(.format, "__metadata__ holds \(key), which is no text", at: position)
            }
            result[key] = text
        }
        return result
    }

    private static func tensor(
        _ name: String, _ value: JSON, _ data: Bytes, sharing: Bool, at position: Int
    ) throws(FileError) -> (Tensor, Range<Int>) {
        guard case .string(let dtypeName)? = value["dtype"], let shape = value["shape"]?.sizes,
            let offsets = value["data_offsets"]?.sizes, offsets.count == 2
        else {
            throw FileError(.format, "\(name): expected dtype, shape and data_offsets", at: position)
        }
        guard let dtype = names.first(where: { $0.name == dtypeName })?.dtype else {
            throw FileError(.unsupported, "\(name): the dtype \(dtypeName)", at: position)
        }
        if offsets[1] < offsets[0] {
            throw FileError(.format, "\(name): the data ends before it begins", at: position)
        }
        let layout = try fileLayout(shape, name, at: position)
        let part = try data.part(offsets[0], count: offsets[1] - offsets[0], name)
        return (try part.tensor(dtype, layout, sharing: sharing, name), offsets[0]..<offsets[1])
    }

    /// Writes a file with the tensors ordered as the format's own library orders them: by dtype, wide elements first, then by name.
    package static func write(
        _ tensors: [NamedTensor], metadata: [String: String] = [:], to path: String
    ) throws(FileError) {
        var seen: Set<String> = ["__metadata__"]
        for (name, _) in tensors where !seen.insert(name).inserted {
            throw FileError(.value, "the name \(name) twice, or not allowed", path: path)
        }
        let sorted = tensors.sorted { (rank($0.value.dtype), $0.key) < (rank($1.value.dtype), $1.key) }
        var fields: [String] = []
        if !metadata.isEmpty {
            let texts = metadata.sorted { $0.key < $1.key }.map { JSON.quoted($0.key) + ":" + JSON.quoted($0.value) }
            fields.append("\"__metadata__\":{\(texts.joined(separator: ","))}")
        }
        var offset = 0
        for (name, tensor) in sorted {
            let end = offset + tensor.numel * tensor.dtype.byteCount
            let dtype = names.first { $0.dtype == tensor.dtype }?.name ?? ""
            let sizes = tensor.shape.map(String.init).joined(separator: ",")
            fields.append(
                JSON.quoted(name) + ":{\"dtype\":\"\(dtype)\",\"shape\":[\(sizes)],\"data_offsets\":[\(offset),\(end)]}"
            )
            offset = end
        }
        var header = Array("{\(fields.joined(separator: ","))}".utf8)
        header += [UInt8](repeating: 32, count: (8 - header.count % 8) % 8)
        if header.count > longestHeader { throw FileError(.limit, "a header of \(header.count) bytes", path: path) }
        var begin = ByteWriter()
        begin.littleEndian(UInt64(header.count))
        begin.append(header)

        let file = try AtomicFile(path)
        try file.write(begin.bytes)
        for (_, tensor) in sorted {
            try tensor.withElementBytes { (bytes) throws(FileError) in try file.write(bytes) }
        }
        try file.commit()
    }
}
