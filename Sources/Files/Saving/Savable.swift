import PinionOptim

/// What `save(_:to:)` writes and `load(_:)` reads: tensors, numbers, texts, and arrays and dictionaries of them.
public protocol Savable {
    /// The value as files hold it.
    var stateValue: StateValue { get }

    /// The same from what a file holds.
    /// - Throws: `FileError` where it is something else.
    static func from(stateValue: StateValue) throws -> Self
}

extension StateValue: Savable {
    public var stateValue: StateValue { self }
    public static func from(stateValue: StateValue) throws -> StateValue { stateValue }

    /// The value of a dictionary's key, such as `checkpoint["epoch"]`; nil where there is none.
    public subscript(key: String) -> StateValue? { dictionary?[key] }

    /// What kind of thing it is, in a few words for errors.
    var kind: String {
        switch self {
        case .null: "None"
        case .bool: "a bool"
        case .int: "an integer"
        case .double: "a number"
        case .string: "a text"
        case .tensor(let tensor): "a tensor of shape \(tensor.shape)"
        case .list: "a list"
        case .tuple: "a tuple"
        case .dictionary(let tree):
            "a dictionary with the keys " + tree.keys.prefix(8).map(\.description).joined(separator: ", ")
                + (tree.count > 8 ? ", …" : "")
        }
    }

    /// `value`, or an error that says what was expected.
    func expecting<Value>(_ expected: String, _ value: Value?) throws(FileError) -> Value {
        guard let value else { throw FileError(.value, "expected \(expected), found \(kind)") }
        return value
    }
}

extension StateTree: Savable {
    public var stateValue: StateValue { .dictionary(self) }
    public static func from(stateValue: StateValue) throws -> StateTree {
        try stateValue.expecting("a dictionary", stateValue.dictionary)
    }
}

extension StateDict: Savable {
    public var stateValue: StateValue {
        .dictionary(StateTree(lazy.map { (key: .string($0.key), value: .tensor($0.value)) }))
    }

    public static func from(stateValue: StateValue) throws -> StateDict {
        let tree = try stateValue.expecting("a dictionary of tensors", stateValue.dictionary)
        var result = StateDict()
        for (key, value) in tree {
            guard case .string(let name) = key, let tensor = value.tensor else {
                throw FileError(
                    .value,
                    "expected a dictionary of tensors, found \(stateValue.kind), in which \(key) is \(value.kind); "
                        + "`let all: StateValue = try load(path)` reads everything")
            }
            result[name] = tensor
        }
        return result
    }
}

extension Tensor: Savable {
    public var stateValue: StateValue { .tensor(self) }
    public static func from(stateValue: StateValue) throws -> Tensor {
        try stateValue.expecting("a tensor", stateValue.tensor)
    }
}

extension Bool: Savable {
    public var stateValue: StateValue { .bool(self) }
    public static func from(stateValue: StateValue) throws -> Bool {
        try stateValue.expecting("a bool", stateValue.bool)
    }
}

extension Int: Savable {
    public var stateValue: StateValue { .int(self) }
    public static func from(stateValue: StateValue) throws -> Int {
        try stateValue.expecting("an integer", stateValue.int)
    }
}

extension Double: Savable {
    public var stateValue: StateValue { .double(self) }
    public static func from(stateValue: StateValue) throws -> Double {
        try stateValue.expecting("a number", stateValue.number)
    }
}

extension Float: Savable {
    public var stateValue: StateValue { .double(Double(self)) }
    public static func from(stateValue: StateValue) throws -> Float { Float(try Double.from(stateValue: stateValue)) }
}

extension String: Savable {
    public var stateValue: StateValue { .string(self) }
    public static func from(stateValue: StateValue) throws -> String {
        try stateValue.expecting("a text", stateValue.string)
    }
}

extension Array: Savable where Element: Savable {
    public var stateValue: StateValue { .list(map(\.stateValue)) }
    public static func from(stateValue: StateValue) throws -> [Element] {
        try stateValue.expecting("a list", stateValue.elements).map { try Element.from(stateValue: $0) }
    }
}

/// The entries are written in the order of their keys.
extension Dictionary: Savable where Key == String, Value: Savable {
    public var stateValue: StateValue {
        .dictionary(StateTree(sorted { $0.key < $1.key }.map { (key: .string($0.key), value: $0.value.stateValue) }))
    }

    public static func from(stateValue: StateValue) throws -> [String: Value] {
        var result: [String: Value] = [:]
        for (key, value) in try stateValue.expecting("a dictionary", stateValue.dictionary) {
            result[key.description] = try Value.from(stateValue: value)
        }
        return result
    }
}

/// nil is Python's None.
extension Optional: Savable where Wrapped: Savable {
    public var stateValue: StateValue { self?.stateValue ?? .null }
    public static func from(stateValue: StateValue) throws -> Wrapped? {
        stateValue.isNull ? nil : try Wrapped.from(stateValue: stateValue)
    }
}
