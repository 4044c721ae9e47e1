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
    /// What a persistent id stands for, and where in the file it is.
    case persistent([PickleValue], at: Int)
    /// A function of the allow-list with its arguments, and where in the file: never called, only read.
    case call(String, [PickleValue], at: Int)

    package var int: Int? { if case .int(let value) = self { value } else { nil } }
    package var string: String? { if case .string(let value) = self { value } else { nil } }
    package var global: String? { if case .global(let value) = self { value } else { nil } }

    /// The elements of a list or tuple.
    package var elements: [PickleValue]? {
        switch self {
        case .list(let values), .tuple(let values): values
        case .call("torch.Size", let arguments, at: _): arguments.first?.elements
        default: nil
        }
    }

    /// The elements where all are integers, as sizes and strides are.
    package var integers: [Int]? {
        guard let elements else { return nil }
        let integers = elements.compactMap(\.int)
        return integers.count == elements.count ? integers : nil
    }
}
