import PinionOptim

/// Writes a state dict, a tensor, or any value of them to a file; the extension picks the format.
///
/// ```swift
/// try save(model.stateDict(), to: "net.pth")
/// ```
/// `.pth` and `.pt` hold every value, and PyTorch reads them with `torch.load(path)`, `weights_only` as it is by default;
/// `.safetensors` and `.npz` hold tensors by name, `.npz` also an array of tensors, `.npy` one tensor.
/// Tensors that share memory still do when a `.pth` file is read.
///
/// The file is written beside the target, synced and renamed: whenever the program ends, there is the old file or the
/// new one.
/// - Throws: `FileError`, where the system refuses, or the format cannot hold the value.
@_disfavoredOverload
public func save<Value: Savable>(_ value: Value, to path: String) throws {
    try write(value.stateValue, to: path)
}

/// Writes a dictionary of values of any kind, in this order:
/// `try save(["epoch": 3, "model_state_dict": model.stateDict(), "loss": loss.item], to: "checkpoint.pth")`.
public func save(_ entries: KeyValuePairs<String, any Savable>, to path: String) throws {
    try write(.dictionary(StateTree(entries.map { (key: .string($0.key), value: $0.value.stateValue) })), to: path)
}

/// Writes a state dict as `.safetensors` with texts beside the tensors, such as `["format": "pt"]`.
public func save(_ stateDict: StateDict, to path: String, metadata: [String: String]) throws {
    if try FileFormat.writing(path) != .safetensors {
        throw FileError(.value, "only .safetensors files hold metadata", path: path)
    }
    try Safetensors.write(Array(stateDict), metadata: metadata, to: path)
}

private func write(_ value: StateValue, to path: String) throws(FileError) {
    func named() throws(FileError) -> [NamedTensor] {
        try naming(path) { () throws(FileError) in try namedTensors(value) }
    }
    switch try FileFormat.writing(path) {
    case .torch: try TorchFile.write(value, to: path)
    case .safetensors: try Safetensors.write(named(), to: path)
    case .npz:
        if let list = value.elements {
            let tensors = list.enumerated().map { (key: "arr_\($0)", value: $1) }
            try Npz.write(naming(path) { () throws(FileError) in try namedTensors(tensors) }, to: path)
        } else {
            try Npz.write(named(), to: path)
        }
    case .npy:
        guard let tensor = value.tensor else {
            throw FileError(.value, "a .npy file holds one tensor, not \(value.kind)", path: path)
        }
        try Npy.write(tensor, to: path)
    }
}

/// The tensors of a dictionary that holds nothing else.
private func namedTensors(_ value: StateValue) throws(FileError) -> [NamedTensor] {
    guard let tree = value.dictionary else {
        throw FileError(.value, "this format holds tensors by name, not \(value.kind)")
    }
    return try namedTensors(tree.map { (key: $0.key.description, value: $0.value) })
}

private func namedTensors(_ entries: [(key: String, value: StateValue)]) throws(FileError) -> [NamedTensor] {
    var result: [NamedTensor] = []
    for (key, value) in entries {
        guard let tensor = value.tensor else {
            throw FileError(.value, "this format holds tensors only, but \(key) is \(value.kind); a .pth file holds it")
        }
        result.append((key, tensor))
    }
    return result
}
