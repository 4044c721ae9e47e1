import PinionOptim

/// Files of `torch.save`, in either form.
package enum TorchFile {
    /// What was saved, with tensors that share storages as they did.
    ///
    /// Sets become lists; dtypes and devices their names; bytes tensors of uint8.
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - sharing: whether the tensors may lie over the bytes instead of copies.
    package static func read(_ bytes: Bytes, sharing: Bool = false) throws(FileError) -> StateValue {
        if TorchLegacy.isOne(bytes) { return try TorchLegacy(bytes).value(sharing: sharing) }
        if bytes.count >= 262 && bytes[257..<262] == "ustar" {
            throw FileError(
                .unsupported, "a tar file of PyTorch 0.1; load it there and save it again", at: bytes.origin)
        }
        if bytes.count >= 2 && bytes[0] == 0x80 {
            throw FileError(
                .unsupported, "a plain pickle, not a file of torch.save: it has no magic number", at: bytes.origin)
        }
        return try TorchZip(bytes).value(sharing: sharing)
    }
}
