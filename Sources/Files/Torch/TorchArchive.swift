import PinionOptim

/// A file that `torch.save` wrote, in the zip form: a pickle, and the memory of each storage as an entry.
package final class TorchArchive {
    /// What was saved; tensors in it are calls that `tensor(_:)` reads.
    package let value: PickleValue
    private let zip: ZipReader
    private let root: String
    private let isSwapped: Bool
    /// The storages that were read, so that views of one share it.
    private var storages: [String: Tensor] = [:]

    package init(_ bytes: Bytes) throws(FileError) {
        zip = try ZipReader(bytes)
        let roots = zip.entries.map(\.name).filter { $0.hasSuffix("/data.pkl") }.map { String($0.dropLast(8)) }
        guard roots.count == 1, let root = roots.first else {
            throw FileError(.format, "no file of torch.save: \(roots.count) entries data.pkl", at: bytes.origin)
        }
        self.root = root
        if zip[root + "constants.pkl"] != nil || zip.entries.contains(where: { $0.name.hasPrefix(root + "code/") }) {
            throw FileError(.unsupported, "a TorchScript program; only state dicts are read", at: bytes.origin)
        }
        if let order = zip[root + "byteorder"] {
            let order = try zip.data(of: order)
            if order != Bytes(Array("big".utf8)) && order != Bytes(Array("little".utf8)) {
                throw FileError(.format, "an unknown byte order", at: order.origin)
            }
            isSwapped = order.count == 3
        } else {
            isSwapped = false
        }
        guard let entry = zip[root + "data.pkl"] else { throw FileError(.format, "no data.pkl", at: bytes.origin) }
        var reader = ByteReader(try zip.data(of: entry))
        value = try Unpickler.read(&reader)
    }

    /// The tensors of a state dict: of the whole file, or of one of its entries such as `model`.
    package func stateDict(_ key: String? = nil) throws(FileError) -> [NamedTensor] {
        guard case .dict(var entries) = value else { throw FileError(.value, "the file holds no state dict") }
        if let key {
            let inner = entries.first { $0.key.string == key }?.value
            guard case .dict(let found)? = inner else { throw FileError(.value, "the file holds no state dict \(key)") }
            entries = found
        }
        var tensors: [NamedTensor] = []
        for (name, value) in entries {
            guard let name = name.string else { throw FileError(.value, "the state dict has a name that is no text") }
            guard let tensor = try tensor(value) else { throw FileError(.value, "\(name) is no tensor") }
            tensors.append((name, tensor))
        }
        return tensors
    }

    /// The tensor that a value describes, or nil where it describes something else.
    package func tensor(_ value: PickleValue) throws(FileError) -> Tensor? {
        guard case .call(let name, let arguments) = value else { return nil }
        switch name {
        case "torch._utils._rebuild_parameter":
            guard let inner = arguments.first, let tensor = try tensor(inner) else { throw Self.damaged("a parameter") }
            return tensor
        case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2":
            guard arguments.count >= 4, case .persistent(let id) = arguments[0], let offset = arguments[1].int,
                let shape = Self.integers(arguments[2]), let strides = Self.integers(arguments[3])
            else { throw Self.damaged("a tensor") }
            return try view(of: storage(id), offset, shape, strides)
        default: return nil
        }
    }

    private static func damaged(_ what: String) -> FileError { FileError(.format, "\(what) without its parts", at: 0) }

    private static func integers(_ value: PickleValue) -> [Int]? {
        guard let elements = value.elements else { return nil }
        let integers = elements.compactMap(\.int)
        return integers.count == elements.count ? integers : nil
    }

    private func storage(_ id: [PickleValue]) throws(FileError) -> Tensor {
        guard id.count >= 5, id[0].string == "storage", let type = id[1].global, let key = id[2].string,
            let count = id[4].int
        else { throw Self.damaged("a storage") }
        guard let name = PickleGlobals.storageDType(type),
            let dtype = DType.allCases.first(where: { "\($0)" == name })
        else { throw FileError(.unsupported, "a storage of the class \(type)", at: 0) }
        if let known = storages[key] {
            if known.dtype != dtype { throw FileError(.format, "the storage \(key) with two dtypes", at: 0) }
            return known
        }
        guard let entry = zip[root + "data/" + key] else {
            throw FileError(.format, "the storage \(key) is missing", at: 0)
        }
        let data = try zip.data(of: entry)
        let layout = try fileLayout([count], "the storage \(key)", at: data.origin)
        let tensor = try data.tensor(dtype, layout, isSwapped: isSwapped, "the storage \(key)")
        storages[key] = tensor
        return tensor
    }

    /// A view of a storage, which must hold all its elements.
    private func view(
        of storage: Tensor, _ offset: Int, _ shape: [Int], _ strides: [Int]
    ) throws(FileError) -> Tensor {
        let sizes = try fileLayout(shape, "a tensor", at: 0)
        if strides.count != shape.count || offset < 0 || strides.contains(where: { $0 < 0 }) {
            throw FileError(.format, "a tensor with strides \(strides) and offset \(offset) for shape \(shape)", at: 0)
        }
        var (last, isHuge) = (offset, false)
        var extents = Extents()
        for (d, stride) in strides.enumerated() {
            extents[d] = stride
            let (step, first) = stride.multipliedReportingOverflow(by: max(shape[d] - 1, 0))
            let (sum, second) = last.addingReportingOverflow(step)
            (last, isHuge) = (sum, isHuge || first || second)
        }
        if sizes.count > 0 && (isHuge || last >= storage.numel) || offset > storage.numel {
            throw FileError(
                .format, "a tensor of shape \(shape) reaches beyond its storage of \(storage.numel) elements", at: 0)
        }
        let layout = Layout(rank: shape.count, sizes: sizes.sizes, strides: extents, offset: offset)
        return Tensor(storage.storage, layout, storage.dtype)
    }
}
