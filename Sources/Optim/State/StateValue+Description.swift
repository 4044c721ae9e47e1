extension StateValue: CustomStringConvertible {
    /// The value as Python prints it.
    public var description: String {
        switch self {
        case .null: "None"
        case .bool(let value): value ? "True" : "False"
        case .int(let value): "\(value)"
        case .double(let value): "\(value)"
        case .string(let value): value
        case .tensor(let value): "\(value)"
        case .list(let values): "[" + values.map(\.inner).joined(separator: ", ") + "]"
        case .tuple(let values):
            "(" + values.map(\.inner).joined(separator: ", ") + (values.count == 1 ? ",)" : ")")
        case .dictionary(let tree): tree.description
        }
    }

    /// Inside another value, where Python quotes text.
    fileprivate var inner: String {
        if case .string(let value) = self { "'\(value)'" } else { description }
    }
}

extension StateTree: CustomStringConvertible {
    /// The entries as Python prints a dictionary.
    public var description: String {
        "{"
            + map { key, value in
                switch key {
                case .string(let name): "'\(name)': \(value.inner)"
                case .int(let number): "\(number): \(value.inner)"
                }
            }.joined(separator: ", ") + "}"
    }
}
