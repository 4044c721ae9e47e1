import PinionFiles

/// The readers that outside data goes through, as the fuzzers call them.
enum FuzzReader: UInt8, CaseIterable {
    case torch, safetensors, npz, npy, pickle, inflate, gzip, zlib

    /// Fixtures to begin with.
    var seeds: [String] {
        switch self {
        case .torch:
            ["sums.pth", "state.pth", "deflated.pth", "legacy2.pth", "legacy4.pth", "structures.pth", "attribute.pth"]
        case .safetensors: ["all.safetensors"]
        case .npz: ["stored.npz", "compressed.npz"]
        case .npy: ["v1.npy", "v2.npy", "v3.npy", "structured.npy"]
        // Files that are not theirs, but in which they find something: a legacy file is a row of pickles.
        case .pickle: ["legacy2.pth", "legacy4.pth"]
        case .inflate, .gzip, .zlib: []
        }
    }

    /// Reads a file and looks at all that is in it; other errors than a `FileError` with a position are failures.
    func read(_ bytes: Bytes) throws(FileError) {
        switch self {
        case .torch: Self.touch(try readValue(bytes, .torch, sharing: false))
        case .safetensors: Self.touch(try readValue(bytes, .safetensors, sharing: true))
        case .npz: Self.touch(try readValue(bytes, .npz, sharing: true))
        case .npy: Self.touch(try readValue(bytes, .npy, sharing: false))
        case .pickle:
            var reader = ByteReader(bytes)
            while reader.left > 0 { _ = try Unpickler.read(&reader) }
        case .inflate: _ = try Inflate.decompress(bytes, limit: 1 << 20)
        case .gzip: _ = try Gzip.decompress(bytes)
        case .zlib: _ = try Zlib.decompress(bytes, limit: 1 << 20)
        }
    }

    /// Reads the elements of all tensors.
    private static func touch(_ value: StateValue) {
        switch value {
        case .tensor(let tensor): if tensor.numel <= 1 << 16 { _ = tensor.toArray(Double.self) }
        case .list(let values), .tuple(let values): values.forEach(touch)
        case .dictionary(let tree): for (_, value) in tree { touch(value) }
        default: break
        }
    }
}
