import PinionFiles

/// Files of a tar archive (POSIX ustar).
enum Tar {
    /// The files with their paths, in order; folders and links are passed over.
    static func files(_ bytes: Bytes) throws(FileError) -> [(name: String, data: Bytes)] {
        var files: [(name: String, data: Bytes)] = []
        var reader = ByteReader(bytes)
        // Two blocks of zeros end an archive; some end without.
        while reader.left >= 512 {
            let header = try reader.take(512, "tar header")
            if header[0] == 0 { break }
            guard header[257..<262] == "ustar" else {
                throw FileError(.format, "no tar archive: a header without \"ustar\"", at: header.origin)
            }
            let size = try octal(header[124..<136])
            let data = try reader.take(size, "file in the archive")
            try reader.skip(min(reader.left, (512 - size % 512) % 512), "padding")
            let prefix = text(header[345..<500])
            let name = (prefix.isEmpty ? "" : prefix + "/") + text(header[0..<100])
            if header[156] == UInt8(ascii: "0") || header[156] == 0 { files.append((name, data)) }
        }
        return files
    }

    /// The characters before the first zero.
    private static func text(_ field: Bytes) -> String {
        String(decoding: field.array.prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func octal(_ field: Bytes) throws(FileError) -> Int {
        let digits = text(field).filter { $0 != " " }
        guard let value = Int(digits, radix: 8), value >= 0 else {
            throw FileError(.format, "the size \"\(digits)\" of a file in the archive", at: field.origin)
        }
        return value
    }
}
