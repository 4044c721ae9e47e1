/// Tensors by name in the order of the model: what is saved and loaded.
public struct StateDict: ExpressibleByDictionaryLiteral, RandomAccessCollection {
    /// The names, in order.
    public private(set) var keys: [String] = []
    private var tensors: [String: Tensor] = [:]

    public init() {}

    /// The tensors in the order given; of two with the same name the latter counts.
    public init(_ entries: some Sequence<(key: String, value: Tensor)>) {
        for (key, value) in entries { self[key] = value }
    }

    public init(dictionaryLiteral elements: (String, Tensor)...) {
        for (key, value) in elements { self[key] = value }
    }

    /// The tensor of a name. A new one comes last; nil removes it.
    public subscript(name: String) -> Tensor? {
        get { tensors[name] }
        set {
            if newValue == nil {
                keys.removeAll { $0 == name }
            } else if tensors[name] == nil {
                keys.append(name)
            }
            tensors[name] = newValue
        }
    }

    /// The tensors, in order.
    public var values: [Tensor] { map(\.value) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { keys.count }
    /// The name and tensor at a place in the order.
    public subscript(position: Int) -> (key: String, value: Tensor) {
        let key = keys[position]
        return (key, tensors[key] ?? .failed)
    }

    /// The same with tensors in memory of their own, which later training does not change.
    public func clone() -> StateDict { StateDict(lazy.map { ($0.key, noGrad($0.value.clone)) }) }
}
