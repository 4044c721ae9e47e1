/// A value for all dimensions or groups, or a list with one for each, as it was given; for Pinion's own use.
public enum _OneOrEach<Value: Sendable>: Sendable {
    case all(Value)
    case each([Value])

    /// The values that were given.
    package var given: [Value] {
        switch self {
        case .all(let value): [value]
        case .each(let values): values
        }
    }

    /// One for each of `count`; nil where a list of another length was given.
    package func values(_ count: Int) -> [Value]? {
        switch self {
        case .all(let value): [Value](repeating: value, count: count)
        case .each(let values): values.count == count ? values : nil
        }
    }
}

extension _OneOrEach: Equatable where Value: Equatable {}
