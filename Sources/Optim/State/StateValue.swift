import PinionTensor

/// A value in the state of an optimizer or a scheduler: what PyTorch keeps there, and what a `.pth` file can hold.
public enum StateValue: Sendable {
    /// Python's `None`.
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case tensor(Tensor)
    case list([StateValue])
    case tuple([StateValue])
    case dictionary(StateTree)

    /// The number, also of a tensor with one element.
    public var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        case .tensor(let value): value.numel == 1 ? noGrad { value.item } : nil
        default: nil
        }
    }

    /// The integer.
    public var int: Int? { if case .int(let value) = self { value } else { nil } }
    /// The boolean.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// The text.
    public var string: String? { if case .string(let value) = self { value } else { nil } }
    /// The tensor.
    public var tensor: Tensor? { if case .tensor(let value) = self { value } else { nil } }
    /// The dictionary.
    public var dictionary: StateTree? { if case .dictionary(let value) = self { value } else { nil } }
    /// The elements of a list or a tuple.
    public var elements: [StateValue]? {
        switch self {
        case .list(let values), .tuple(let values): values
        default: nil
        }
    }
    /// The numbers of a list or a tuple of nothing else.
    public var numbers: [Double]? {
        guard let elements else { return nil }
        let numbers = elements.compactMap(\.number)
        return numbers.count == elements.count ? numbers : nil
    }
    /// Whether it is `null`.
    public var isNull: Bool { if case .null = self { true } else { false } }

    /// A number that PyTorch writes as an integer where it is the default.
    static func number(_ value: Double, default usual: Int) -> StateValue {
        value == Double(usual) ? .int(usual) : .double(value)
    }
}

extension StateValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: StateValue...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (StateTree.Key, StateValue)...) {
        self = .dictionary(StateTree(elements.map { (key: $0, value: $1) }))
    }
}
