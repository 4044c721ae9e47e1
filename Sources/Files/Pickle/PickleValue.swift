/// What a pickle holds, of the kinds that are understood.
package indirect enum PickleValue: Sendable {
    case none
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list([PickleValue])
    case tuple([PickleValue])
    case set([PickleValue])
    /// The entries in order; an OrderedDict is one too.
    case dict([(key: PickleValue, value: PickleValue)])
    /// A class or function by its name, such as `torch.float32`.
    case global(String)
    /// What a persistent id stands for.
    case persistent([PickleValue])
    /// A function of the allow-list with its arguments: never called, only read.
    case call(String, [PickleValue])

    package var int: Int? { if case .int(let value) = self { value } else { nil } }
    package var string: String? { if case .string(let value) = self { value } else { nil } }
    package var global: String? { if case .global(let value) = self { value } else { nil } }

    /// The elements of a list or tuple.
    package var elements: [PickleValue]? {
        switch self {
        case .list(let values), .tuple(let values): values
        case .call("torch.Size", let arguments): arguments.first?.elements
        default: nil
        }
    }
}
