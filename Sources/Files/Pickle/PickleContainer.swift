/// How many levels a value has, and how many values it holds with all inside, shared ones each time they are met.
struct PickleExtent {
    static let deepest = 128

    var depth = 1
    var weight = 1

    mutating func hold(_ inner: PickleExtent) {
        depth = max(depth, inner.depth + 1)
        weight += inner.weight
    }

    func exceeds(_ largest: Int) -> Bool { depth > Self.deepest || weight > largest }
}

/// A value on the unpickler's stack: a complete one, or a container that may still grow.
enum PickleItem {
    case value(PickleValue, PickleExtent)
    case container(PickleContainer)
    case mark

    /// The value as it is put into another; a container does not change after that.
    var finished: (PickleValue, PickleExtent)? {
        switch self {
        case .value(let value, let extent): (value, extent)
        case .container(let container): (container.finish(), container.extent)
        case .mark: nil
        }
    }
}

/// A list, dict or set that grows until it is put into another; the memo may refer to it meanwhile.
final class PickleContainer {
    enum Kind { case list, dict, set }

    let kind: Kind
    private var values: [PickleValue] = []
    private var entries: [(key: PickleValue, value: PickleValue)] = []
    private(set) var extent = PickleExtent()
    /// Set when it was put into another: what grows after that would hold itself.
    private var finished: PickleValue?

    init(_ kind: Kind) { self.kind = kind }

    var isFinished: Bool { finished != nil }

    func finish() -> PickleValue {
        if let finished { return finished }
        let result: PickleValue =
            switch kind {
            case .list: .list(values)
            case .set: .set(values)
            case .dict: .dict(entries)
            }
        finished = result
        return result
    }

    func append(_ value: (PickleValue, PickleExtent)) {
        values.append(value.0)
        extent.hold(value.1)
    }

    func append(_ key: (PickleValue, PickleExtent), _ value: (PickleValue, PickleExtent)) {
        entries.append((key.0, value.0))
        extent.hold(key.1)
        extent.hold(value.1)
    }
}
