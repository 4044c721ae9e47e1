import PinionOptim

/// The formats of tensors in files, by the names' extensions.
package enum FileFormat: CaseIterable {
    case torch, safetensors, npz, npy

    var extensions: [String] {
        switch self {
        case .torch: ["pth", "pt", "ckpt", "bin", "tar"]
        case .safetensors: ["safetensors"]
        case .npz: ["npz"]
        case .npy: ["npy"]
        }
    }

    /// The format of a path by its extension, nil for an unknown one.
    init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        guard let format = Self.allCases.first(where: { $0.extensions.contains(ending) }) else { return nil }
        self = format
    }

    /// The format that a file's beginning shows, where the name does not say it.
    init(_ bytes: Bytes) {
        let start = bytes[0..<min(bytes.count, 16)].array
        if start.starts(with: [0x93] + Array("NUMPY".utf8)) {
            self = .npy
        } else if start.starts(with: [0x50, 0x4B]) {
            let names = (try? ZipReader(bytes))?.entries.map(\.name) ?? []
            self = names.contains { $0.hasSuffix(".npy") } ? .npz : .torch
        } else {
            self = start.count > 8 && start[8] == UInt8(ascii: "{") ? .safetensors : .torch
        }
    }

    static func writing(_ path: String) throws(FileError) -> FileFormat {
        if let format = FileFormat(path: path) { return format }
        let known = allCases.flatMap(\.extensions).map { "." + $0 }.joined(separator: ", ")
        throw FileError(.value, "the extension says no format; known are \(known)", path: path)
    }
}
