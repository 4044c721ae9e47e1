import PinionOptim

/// Turns what a pickle of PyTorch describes into tensors and values; storages that several tensors share stay shared.
struct TorchTensors {
    /// The whole of a storage as a tensor of one dimension: of a key, a dtype and a number of elements; the last argument
    /// is where the file asks for it.
    typealias Reader = (String, DType, Int, Int) throws(FileError) -> Tensor

    private let read: Reader
    private var storages: [String: Tensor] = [:]

    init(_ read: @escaping Reader) { self.read = read }

    /// A value with all that is inside.
    mutating func value(_ value: PickleValue) throws(FileError) -> StateValue {
        switch value {
        case .none: return .null
        case .bool(let flag): return .bool(flag)
        case .int(let number): return .int(number)
        case .double(let number): return .double(number)
        case .string(let text): return .string(text)
        case .bytes(let bytes): return .tensor(Tensor.fromBuffer(bytes, dtype: .uint8))
        case .list(let values), .set(let values): return .list(try self.values(values))
        case .tuple(let values): return .tuple(try self.values(values))
        case .dict(let entries):
            var tree = StateTree()
            for (key, value) in entries { tree[Self.key(key)] = try self.value(value) }
            return .dictionary(tree)
        case .global(let name): return .string(name)
        case .persistent(let id, at: let position): return .tensor(try storage(id, nil, position))
        case .call("torch.Size", let arguments, at: let position):
            guard let sizes = arguments.first?.integers else { throw Self.damaged("torch.Size", position) }
            return .tuple(sizes.map { .int($0) })
        case .call("torch.device", let arguments, at: let position):
            guard let type = arguments.first?.string else { throw Self.damaged("torch.device", position) }
            return .string(arguments.count > 1 ? "\(type):\(arguments[1].int ?? 0)" : type)
        case .call(let name, let arguments, at: let position):
            return .tensor(try tensor(name, arguments, position))
        }
    }

    private mutating func values(_ values: [PickleValue]) throws(FileError) -> [StateValue] {
        var result: [StateValue] = []
        result.reserveCapacity(values.count)
        for value in values { result.append(try self.value(value)) }
        return result
    }

    /// Pickles with other keys are not read.
    private static func key(_ value: PickleValue) -> StateTree.Key {
        switch value {
        case .int(let number): .int(number)
        // Python's True and 1 are the same key.
        case .bool(let flag): .int(flag ? 1 : 0)
        default: .string(value.string ?? "")
        }
    }

    private static func damaged(_ what: String, _ position: Int) -> FileError {
        FileError(.format, "\(what) without its parts", at: position)
    }

    private mutating func tensor(
        _ name: String, _ arguments: [PickleValue], _ position: Int
    ) throws(FileError) -> Tensor {
        switch name {
        case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state",
            "torch.nn.parameter.Parameter":
            guard case .call(let inner, let parts, at: let place)? = arguments.first else {
                throw Self.damaged("a parameter", position)
            }
            let tensor = try tensor(inner, parts, place)
            if case .bool(let flag)? = arguments.dropFirst().first { tensor.mayRequireGrad(flag) }
            return tensor
        case "torch._tensor._rebuild_from_type_v2":
            guard arguments.count >= 3, let inner = arguments[0].global, let parts = arguments[2].elements else {
                throw Self.damaged("a tensor with attributes", position)
            }
            return try tensor(inner, parts, position)
        case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor_v3":
            return try plainTensor(arguments, hasDType: name.hasSuffix("v3"), position)
        default: throw FileError(.unsupported, "expected a tensor, found \(name)", at: position)
        }
    }

    private mutating func plainTensor(
        _ arguments: [PickleValue], hasDType: Bool, _ position: Int
    ) throws(FileError) -> Tensor {
        guard arguments.count >= (hasDType ? 7 : 4), case .persistent(let id, at: _) = arguments[0],
            let offset = arguments[1].int, let shape = arguments[2].integers, let strides = arguments[3].integers
        else { throw Self.damaged("a tensor", position) }
        var dtype: DType?
        if hasDType {
            let name = arguments[6].global ?? ""
            dtype = PickleGlobals.dtype(name)
            if dtype == nil { throw FileError(.unsupported, "a tensor of the dtype \(name)", at: position) }
        }
        let whole = try storage(id, dtype, position)
        let layout = try Self.layout(shape, strides, offset, in: whole, position)
        let tensor = Tensor(whole.storage, layout, whole.dtype)
        if arguments.count > 4, case .bool(let flag) = arguments[4] { tensor.mayRequireGrad(flag) }
        return tensor
    }

    /// The storage of a persistent id; `dtype` where the id does not say one.
    private mutating func storage(_ id: [PickleValue], _ dtype: DType?, _ position: Int) throws(FileError) -> Tensor {
        guard id.count >= 5, id[0].string == "storage", let type = id[1].global, let key = id[2].string,
            let count = id[4].int, count >= 0
        else { throw Self.damaged("a storage", position) }
        let isUntyped = type == PickleGlobals.untypedStorage
        guard let dtype = isUntyped ? dtype ?? .uint8 : PickleGlobals.storageDType(type) else {
            throw FileError(.unsupported, "a storage of the class \(type)", at: position)
        }
        // The count of an untyped storage is in bytes.
        let size = isUntyped ? dtype.byteCount : 1
        if count % size != 0 {
            throw FileError(.format, "the storage \(key) has \(count) bytes, which are no \(dtype)", at: position)
        }
        let whole: Tensor
        if let known = storages[key] {
            if known.dtype != dtype {
                throw FileError(.format, "the storage \(key) with two dtypes", at: position)
            }
            whole = known
        } else {
            whole = try read(key, dtype, count / size, position)
            storages[key] = whole
        }
        // Of a view of a storage, which old files have, come its own key, where it begins and its length.
        guard id.count > 5, case .tuple(let view) = id[5] else { return whole }
        guard view.count == 3, let start = view[1].int, let length = view[2].int, length >= 0, start >= 0,
            start <= whole.numel, length <= whole.numel - start
        else { throw FileError(.format, "a view beyond the storage \(key)", at: position) }
        let layout = Layout(rank: 1, sizes: Extents(first: length), strides: Extents(first: 1), offset: start)
        return Tensor(whole.storage, layout, dtype)
    }

    /// Where a tensor lies in a storage, which must hold all its elements.
    private static func layout(
        _ shape: [Int], _ strides: [Int], _ offset: Int, in whole: Tensor, _ position: Int
    ) throws(FileError) -> Layout {
        let sizes = try fileLayout(shape, "a tensor", at: position)
        if strides.count != shape.count || offset < 0 || strides.contains(where: { $0 < 0 }) {
            throw FileError(
                .format, "a tensor with strides \(strides) and offset \(offset) for shape \(shape)", at: position)
        }
        var (last, isHuge) = (offset, false)
        var extents = Extents()
        for (d, stride) in strides.enumerated() {
            extents[d] = stride
            let (step, first) = stride.multipliedReportingOverflow(by: max(shape[d] - 1, 0))
            let (sum, second) = last.addingReportingOverflow(step)
            (last, isHuge) = (sum, isHuge || first || second)
        }
        if isHuge || (sizes.count > 0 ? last >= whole.numel : offset > whole.numel) {
            throw FileError(
                .format, "a tensor of shape \(shape) reaches beyond its storage of \(whole.numel) elements",
                at: position)
        }
        // Elements may lie over each other, as of an expanded tensor; but who copies it must find the memory.
        if sizes.count > max(whole.numel, 1 << 24) {
            throw FileError(
                .limit, "a tensor of shape \(shape) over a storage of \(whole.numel) elements", at: position)
        }
        return Layout(
            rank: shape.count, sizes: sizes.sizes, strides: extents, offset: whole.layout.offset + offset)
    }
}

extension Extents {
    fileprivate init(first: Int) {
        self.init()
        self[0] = first
    }
}

extension Tensor {
    /// Sets `requiresGrad` where the dtype allows it.
    fileprivate func mayRequireGrad(_ flag: Bool) { if flag && isFloatingPoint { requiresGrad = true } }
}
