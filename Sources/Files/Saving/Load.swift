import PinionOptim

/// Reads a state dict: tensors by name, from a `.pth` file of PyTorch's (or `.pt`), `.safetensors` or `.npz`.
///
/// ```swift
/// try model.loadStateDict(load("net.pth"))
/// ```
/// The extension says the format; where it says none, the file's beginning does. Nothing in a file is ever executed:
/// only the classes of tensors and plain values are understood.
/// - Parameters:
///   - path: the file.
///   - mmap: whether the tensors lie over the mapped file instead of copies, as PyTorch's `mmap=True`: pages are read
///     when they are touched, so checksums are not looked at, and become the process's own when they are written. Another
///     program that writes into the file meanwhile, instead of replacing it, ends this one.
/// - Throws: `FileError`, which names the file, the place in it, and what was expected.
public func load(_ path: String, mmap: Bool = false) throws -> StateDict {
    try read(path, as: StateDict.self, mmap: mmap)
}

/// Reads everything in a file: `let checkpoint: StateValue = try load("checkpoint.pth")`, then
/// `checkpoint["epoch"]?.int` and `try model.loadStateDict(checkpoint["model_state_dict"])`.
///
/// Dictionaries keep their order. Sets become lists, dtypes and devices texts, bytes tensors of uint8.
@_disfavoredOverload
public func load(_ path: String, mmap: Bool = false) throws -> StateValue {
    try read(path, as: StateValue.self, mmap: mmap)
}

/// Reads a value of a given type: `let x: Tensor = try load("x.pt")`, `let all: [Tensor] = try load("all.pt")`.
@_disfavoredOverload
public func load<Value: Savable>(_ path: String, mmap: Bool = false) throws -> Value {
    try read(path, as: Value.self, mmap: mmap)
}

/// The texts under `__metadata__` of a `.safetensors` file.
public func loadMetadata(_ path: String) throws -> [String: String] {
    try naming(path) { () throws(FileError) in try Safetensors.metadata(MappedFile(path).bytes) }
}

/// Reads a file and turns what is in it into a `Value`.
private func read<Value: Savable>(_ path: String, as type: Value.Type, mmap: Bool) throws -> Value {
    let value = try naming(path) { () throws(FileError) in
        try readValue(MappedFile(path).bytes, FileFormat(path: path), sharing: mmap)
    }
    do { return try Value.from(stateValue: value) } catch let error as FileError { throw error.inFile(path) }
}

/// What a file's bytes hold; nil lets their beginning say the format.
package func readValue(_ bytes: Bytes, _ format: FileFormat?, sharing: Bool) throws(FileError) -> StateValue {
    switch format ?? FileFormat(bytes) {
    case .torch: return try TorchFile.read(bytes, sharing: sharing)
    case .safetensors: return StateDict(try Safetensors.read(bytes, sharing: sharing).tensors).stateValue
    case .npz: return StateDict(try Npz.read(bytes, sharing: sharing)).stateValue
    case .npy: return .tensor(try Npy.read(bytes, sharing: sharing))
    }
}
