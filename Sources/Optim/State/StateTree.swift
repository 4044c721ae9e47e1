/// A dictionary of state in the order its entries were added, as Python's: optimizers' and schedulers' `stateDict()`.
///
/// `tree["lr"]`, `tree["state"]?.dictionary?[0]`.
public struct StateTree: Sendable, ExpressibleByDictionaryLiteral, RandomAccessCollection {
    /// A name, or a number such as a parameter's index.
    public enum Key: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
        CustomStringConvertible
    {
        case string(String)
        case int(Int)

        public init(stringLiteral value: String) { self = .string(value) }
        public init(integerLiteral value: Int) { self = .int(value) }

        public var description: String {
            switch self {
            case .string(let name): name
            case .int(let number): "\(number)"
            }
        }
    }

    private var entries: [(key: Key, value: StateValue)] = []
    private var places: [Key: Int] = [:]

    public init() {}

    /// The entries in the order given; of two with the same key the latter counts.
    public init(_ entries: some Sequence<(key: Key, value: StateValue)>) {
        for (key, value) in entries { self[key] = value }
    }

    public init(dictionaryLiteral elements: (Key, StateValue)...) {
        for (key, value) in elements { self[key] = value }
    }

    /// The value of a key; nil where there is none. Setting nil removes the entry.
    public subscript(key: Key) -> StateValue? {
        get { place(of: key).map { entries[$0].value } }
        set {
            if let place = place(of: key) {
                if let newValue {
                    entries[place].value = newValue
                } else {
                    entries.remove(at: place)
                    places = [:]
                    for (place, entry) in entries.enumerated() { places[entry.key] = place }
                }
            } else if let newValue {
                places[key] = entries.count
                entries.append((key, newValue))
            }
        }
    }

    /// A few keys are compared sooner than one is hashed.
    private func place(of key: Key) -> Int? {
        if entries.count > 16 { return places[key] }
        for place in entries.indices where entries[place].key == key { return place }
        return nil
    }

    /// The value of a name.
    public subscript(name: String) -> StateValue? {
        get { self[Key.string(name)] }
        set { self[Key.string(name)] = newValue }
    }

    /// The value of a number, such as a parameter's index.
    public subscript(number number: Int) -> StateValue? {
        get { self[Key.int(number)] }
        set { self[Key.int(number)] = newValue }
    }

    /// The keys, in order.
    public var keys: [Key] { entries.map(\.key) }
    /// The values, in order.
    public var values: [StateValue] { entries.map(\.value) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }
    /// The entry at a place in the order.
    public subscript(position: Int) -> (key: Key, value: StateValue) { entries[position] }
}
