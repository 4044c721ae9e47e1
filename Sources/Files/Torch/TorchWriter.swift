import PinionOptim

extension TorchFile {
    /// Writes a value as `torch.save` does, readable with `torch.load(weights_only=True)` and `mmap=True`.
    ///
    /// Of each storage the part is written that the tensors cover, once, however many share it.
    package static func write(_ value: StateValue, to path: String) throws(FileError) {
        var storages = SavedStorages()
        try naming(path) { () throws(FileError) in try storages.collect(value, depth: 0) }
        let pickle = try naming(path) { () throws(FileError) in try Pickler.write(storages.pickled(value)) }

        let zip = ZipWriter(try AtomicFile(path), alignment: 64)
        try zip.add("archive/data.pkl", pickle)
        try zip.add("archive/byteorder", Array("little".utf8))
        let ahead = numThreads > 1 ? ChecksumsAhead(storages.parts.map(\.bytes)) : nil
        defer { ahead?.stop() }
        for (number, part) in storages.parts.enumerated() {
            try zip.add("archive/data/\(number)", [], part.bytes, checksum: ahead?.sum(of: number))
        }
        try zip.add("archive/version", Array("3\n".utf8))
        try zip.finish()
        withExtendedLifetime(storages) {}
    }
}

/// The storages of the tensors in a value, numbered in the order they are met.
private struct SavedStorages {
    /// The part of a storage that tensors cover, in elements.
    struct Part {
        let storage: Storage
        let dtype: DType
        var range: Range<Int>

        var bytes: UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(
                start: storage.base + range.lowerBound * dtype.byteCount, count: range.count * dtype.byteCount)
        }
    }

    /// PyTorch's storages have a dtype, so memory that is seen as two dtypes is written twice.
    private struct Key: Hashable {
        let storage: ObjectIdentifier
        let dtype: DType
        /// Tensors without elements cover no place in their storage.
        let isEmpty: Bool

        init(_ tensor: Tensor) {
            (storage, dtype) = (ObjectIdentifier(tensor.storage), tensor.dtype)
            isEmpty = tensor.numel == 0
        }
    }

    private(set) var parts: [Part] = []
    private var numbers: [Key: Int] = [:]

    mutating func collect(_ value: StateValue, depth: Int) throws(FileError) {
        if depth > PickleExtent.deepest {
            throw FileError(.value, "values inside each other more than \(PickleExtent.deepest) levels deep")
        }
        switch value {
        case .tensor(let tensor): add(tensor)
        case .list(let values), .tuple(let values): for value in values { try collect(value, depth: depth + 1) }
        case .dictionary(let tree): for (_, value) in tree { try collect(value, depth: depth + 1) }
        default: break
        }
    }

    private mutating func add(_ tensor: Tensor) {
        let layout = tensor.layout
        var end = layout.offset + 1
        for d in 0..<layout.rank { end += (layout.sizes[d] - 1) * layout.strides[d] }
        let range = layout.count == 0 ? 0..<0 : layout.offset..<end
        let key = Key(tensor)
        if let number = numbers[key] {
            let known = parts[number].range
            parts[number].range =
                min(known.lowerBound, range.lowerBound)..<max(known.upperBound, range.upperBound)
        } else {
            numbers[key] = parts.count
            parts.append(Part(storage: tensor.storage, dtype: tensor.dtype, range: range))
        }
    }

    func pickled(_ value: StateValue) -> PickleValue {
        switch value {
        case .null: .none
        case .bool(let flag): .bool(flag)
        case .int(let number): .int(number)
        case .double(let number): .double(number)
        case .string(let text): .string(text)
        case .tensor(let tensor): pickled(tensor)
        case .list(let values): .list(values.map(pickled))
        case .tuple(let values): .tuple(values.map(pickled))
        case .dictionary(let tree):
            .dict(
                tree.map { key, value in
                    switch key {
                    case .string(let name): (.string(name), pickled(value))
                    case .int(let number): (.int(number), pickled(value))
                    }
                })
        }
    }

    private func pickled(_ tensor: Tensor) -> PickleValue {
        let number = numbers[Key(tensor)] ?? 0
        let range = parts[number].range
        let storage: [PickleValue] = [
            .string("storage"), .global(PickleGlobals.storage(tensor.dtype)), .string("\(number)"), .string("cpu"),
            .int(range.count),
        ]
        let offset = tensor.numel == 0 ? 0 : tensor.layout.offset - range.lowerBound
        let arguments: [PickleValue] = [
            .persistent(storage, at: 0), .int(offset), .tuple(tensor.shape.map { .int($0) }),
            .tuple(tensor.strides.map { .int($0) }), .bool(tensor.requiresGrad),
            .call(PickleGlobals.orderedDict, [], at: 0),
        ]
        return .call("torch._utils._rebuild_tensor_v2", arguments, at: 0)
    }
}
