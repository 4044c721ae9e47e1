import Pinion

/// Writes a model's parameters and buffers to a safetensors file.
public func saveModel(_ stateDict: StateDict, _ path: String) throws {
    try Safetensors.write(stateDict.map { ($0.key, $0.value) }, to: path)
}
