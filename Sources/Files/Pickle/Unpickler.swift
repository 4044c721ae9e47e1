/// Reads pickles of protocols 0 to 5 as data: names outside an allow-list are errors, and nothing is ever called.
package struct Unpickler {
    var reader: ByteReader
    private var stack: [PickleItem] = []
    private var memo: [Int: PickleItem] = [:]
    /// What persistent ids stood for, in the order they were met.
    private var persistents: [PickleValue] = []
    /// How many values there may be, with shared ones counted each time: in proportion to the bytes, so that a small
    /// file does not become a large tree.
    private let largest: Int
    /// How many more bytes may be made of texts that are there already.
    private var room: Int

    private init(_ reader: ByteReader) {
        self.reader = reader
        largest = (1 << 16) + 8 * reader.left
        room = largest
    }

    /// Reads one pickle; the reader stands behind it then.
    package static func read(_ reader: inout ByteReader) throws(FileError) -> PickleValue {
        try readWithPersistents(&reader).value
    }

    /// Reads one pickle, and lists what its persistent ids stand for.
    package static func readWithPersistents(
        _ reader: inout ByteReader
    ) throws(FileError) -> (value: PickleValue, persistents: [PickleValue]) {
        var unpickler = Unpickler(reader)
        while true {
            let code = try unpickler.reader.byte("pickle opcode")
            if code == UInt8(ascii: ".") { break }
            if let value = try unpickler.constant(code) {
                unpickler.push(value)
            } else if try !unpickler.structure(code) {
                let character = Character(Unicode.Scalar(code))
                throw unpickler.failure("opcode \(code) (\(character)), which is not understood", .unsupported)
            }
        }
        let (value, _) = try unpickler.pop()
        if !unpickler.stack.isEmpty { throw unpickler.failure("values are left at its end") }
        reader = unpickler.reader
        return (value, unpickler.persistents)
    }

    func failure(_ message: String, _ kind: FileError.Kind = .format) -> FileError {
        reader.failure("pickle: " + message, kind)
    }

    private mutating func push(_ value: PickleValue, _ extent: PickleExtent = PickleExtent()) {
        stack.append(.value(value, extent))
    }

    private mutating func pop() throws(FileError) -> (PickleValue, PickleExtent) {
        guard let item = stack.popLast()?.finished else { throw failure("a value is missing on the stack") }
        return item
    }

    /// The values above the last mark, which is removed too.
    private mutating func popToMark() throws(FileError) -> [(PickleValue, PickleExtent)] {
        var values: [(PickleValue, PickleExtent)] = []
        while let item = stack.popLast() {
            guard let value = item.finished else { return values.reversed() }
            values.append(value)
        }
        throw failure("a mark is missing on the stack")
    }

    /// A value that holds others.
    private mutating func push(
        _ make: ([PickleValue]) -> PickleValue, _ parts: [(PickleValue, PickleExtent)]
    ) throws(FileError) {
        var extent = PickleExtent()
        for part in parts { extent.hold(part.1) }
        if extent.exceeds(largest) { throw failure("too deep, or too many values", .limit) }
        push(make(parts.map(\.0)), extent)
    }

    private func top(_ kind: PickleContainer.Kind) throws(FileError) -> PickleContainer {
        guard case .container(let container)? = stack.last, container.kind == kind else {
            throw failure("expected a \(kind) on the stack")
        }
        if container.isFinished { throw failure("a \(kind) that would hold itself") }
        return container
    }

    private mutating func append(_ values: [(PickleValue, PickleExtent)], _ kind: PickleContainer.Kind)
        throws(FileError)
    {
        let container = try top(kind)
        if kind == .dict {
            if values.count % 2 != 0 { throw failure("a key without a value") }
            for i in stride(from: 0, to: values.count, by: 2) {
                try check(key: values[i].0)
                container.append(values[i], values[i + 1])
            }
        } else {
            for value in values { container.append(value) }
        }
        if container.extent.exceeds(largest) { throw failure("too deep, or too many values", .limit) }
    }

    private func check(key: PickleValue) throws(FileError) {
        switch key {
        case .string, .int, .bool: return
        default: throw failure("a dictionary key that is neither text nor integer", .unsupported)
        }
    }

    private mutating func remember(_ key: Int) throws(FileError) {
        guard let item = stack.last else { throw failure("nothing to remember") }
        if case .mark = item { throw failure("nothing to remember") }
        memo[key] = item
    }

    private mutating func recall(_ key: Int) throws(FileError) {
        guard let item = memo[key] else { throw failure("nothing is remembered as \(key)") }
        stack.append(item)
    }

    /// Opcodes that build from what is on the stack; false for one that is not understood.
    private mutating func structure(_ code: UInt8) throws(FileError) -> Bool {
        switch Unicode.Scalar(code) {
        case "(": stack.append(.mark)
        case "0": _ = stack.popLast()
        case "1": _ = try popToMark()
        case "2":
            let value = try pop()
            for _ in 0..<2 { stack.append(.value(value.0, value.1)) }
        case "]": stack.append(.container(PickleContainer(.list)))
        case "}": stack.append(.container(PickleContainer(.dict)))
        case "\u{8F}": stack.append(.container(PickleContainer(.set)))
        case "l", "d":
            let values = try popToMark()
            let kind: PickleContainer.Kind = code == UInt8(ascii: "l") ? .list : .dict
            stack.append(.container(PickleContainer(kind)))
            try append(values, kind)
        case ")": push(.tuple([]))
        case "t": try push(PickleValue.tuple, popToMark())
        case "\u{85}", "\u{86}", "\u{87}":
            var parts: [(PickleValue, PickleExtent)] = []
            for _ in 0..<Int(code) - 0x84 { parts.append(try pop()) }
            try push(PickleValue.tuple, parts.reversed())
        case "a": try append([pop()], .list)
        case "e": try append(popToMark(), .list)
        case "s":
            let value = try pop()
            try append([pop(), value], .dict)
        case "u": try append(popToMark(), .dict)
        case "\u{90}": try append(popToMark(), .set)
        case "\u{91}": try push(PickleValue.set, popToMark())
        case "p": try remember(decimal())
        case "q": try remember(Int(reader.byte("memo index")))
        case "r": try remember(Int(reader.littleEndian(UInt32.self, "memo index")))
        case "\u{94}": try remember(memo.count)
        case "g": try recall(decimal())
        case "h": try recall(Int(reader.byte("memo index")))
        case "j": try recall(Int(reader.littleEndian(UInt32.self, "memo index")))
        case "Q":
            let id = try pop()
            guard case .tuple(let parts) = id.0 else { throw failure("a persistent id that is no tuple") }
            let value = PickleValue.persistent(parts, at: reader.position - 1)
            persistents.append(value)
            try push({ _ in value }, [id])
        case "c":
            let module = try line()
            push(.global(try allowed(module + "." + line())))
        case "\u{93}":
            let (name, module) = (try pop().0, try pop().0)
            guard let name = name.string, let module = module.string else { throw failure("a global without a name") }
            push(.global(try allowed(module + "." + name)))
        case "R", "\u{81}": try call()
        case "b":
            // An array of NumPy gets its elements so; the state of others is attributes that no data depends on.
            let state = try pop()
            if case .container(let built)? = stack.last, built.kind == .list { try append([state], .list) }
        case "\u{80}":
            let version = try reader.byte("protocol")
            if version > 5 { throw failure("protocol \(version)", .unsupported) }
        case "\u{95}": try reader.skip(8, "frame")
        default: return false
        }
        return true
    }

    private func allowed(_ name: String) throws(FileError) -> String {
        if !PickleGlobals.isAllowed(name) {
            throw failure("it asks for \(name), which is not among the classes that are understood", .unsupported)
        }
        return name
    }

    /// REDUCE: a function of the allow-list and its arguments become a value.
    private mutating func call() throws(FileError) {
        let position = reader.position - 1
        let arguments = try pop()
        let function = try pop().0
        guard let name = function.global, case .tuple(let values) = arguments.0, PickleGlobals.callable.contains(name)
        else { throw failure("a call of what cannot be called", .unsupported) }
        switch name {
        case "collections.OrderedDict" where values.isEmpty: stack.append(.container(PickleContainer(.dict)))
        case "collections.OrderedDict":
            // As Python 2 wrote it: with a list of pairs.
            let dict = PickleContainer(.dict)
            stack.append(.container(dict))
            guard let pairs = values.first?.elements, pairs.allSatisfy({ $0.elements?.count == 2 }) else {
                throw failure("an OrderedDict that is not made of pairs")
            }
            for (i, pair) in pairs.compactMap(\.elements).enumerated() {
                try check(key: pair[0])
                dict.append((pair[0], i == 0 ? arguments.1 : PickleExtent()), (pair[1], PickleExtent()))
            }
            if dict.extent.exceeds(largest) { throw failure("too deep, or too many values", .limit) }
        case "numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct", "numpy.dtype":
            // A list of the name, the arguments, and the state that follows.
            stack.append(.container(PickleContainer(.list)))
            try append([(.global(name), PickleExtent()), arguments], .list)
        case "_codecs.encode":
            guard let text = values.first?.string, text.unicodeScalars.allSatisfy({ $0.value < 256 }) else {
                throw failure("bytes that are no latin-1 text")
            }
            let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
            room -= bytes.count
            if room < 0 { throw failure("the same text as bytes too often", .limit) }
            push(.bytes(bytes))
        case "__builtin__.bytearray", "builtins.bytearray":
            guard case .bytes(let bytes)? = values.first ?? .bytes([]) else {
                throw failure("a bytearray that is not made of bytes", .unsupported)
            }
            push(.bytes(bytes))
        case "__builtin__.set", "builtins.set":
            try push({ .set($0.first?.elements?.first?.elements ?? []) }, [arguments])
        case "collections.Counter":
            guard case .dict(let entries)? = values.first ?? .dict([]) else { throw failure("a Counter of no dict") }
            try push({ _ in .dict(entries) }, [arguments])
        default: try push({ .call(name, $0.first?.elements ?? [], at: position) }, [arguments])
        }
    }
}
