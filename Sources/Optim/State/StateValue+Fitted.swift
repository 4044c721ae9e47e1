extension StateValue {
    /// `value` where it is of this one's kind, as a plain number where it stood in a tensor; null fits everything.
    func fitted(_ value: StateValue, _ owner: String, _ path: [String]) throws(StateTreeError) -> StateValue {
        func error(_ expected: String) -> StateTreeError {
            StateTreeError(owner, path, "\(value), expected \(expected)")
        }
        switch self {
        case .int, .double:
            guard let number = value.number else { throw error("a number") }
            if case .tensor = value { return .double(number) }
        case .bool:
            if value.bool == nil { throw error("True or False") }
        case .string:
            if value.string == nil && !value.isNull { throw error("a text") }
        case .tuple(let usual):
            guard let elements = value.elements, value.numbers?.count == usual.count else {
                throw error("\(usual.count) numbers")
            }
            return .tuple(elements)
        case .list:
            guard let elements = value.elements else { throw error("a list") }
            return .list(elements)
        case .dictionary:
            if value.dictionary == nil { throw error("a dictionary") }
        case .tensor:
            if value.tensor == nil { throw error("a tensor") }
        case .null: break
        }
        return value
    }
}
