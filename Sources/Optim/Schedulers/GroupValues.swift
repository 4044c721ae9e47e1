import PinionNN
import PinionTensor

/// A setting of parameter groups: a number for all of them, or an array with one for each.
public protocol GroupValues: Sendable {
    /// The number for all groups, or those for each.
    var _groupValues: _GroupValues { get }
}

/// Values as they were given; for Pinion's own use.
public typealias _GroupValues = _OneOrEach<Double>

extension Double: GroupValues {
    /// The same for all groups.
    public var _groupValues: _GroupValues { .all(self) }
}

extension Int: GroupValues {
    /// The same for all groups.
    public var _groupValues: _GroupValues { .all(Double(self)) }
}

extension Array: GroupValues where Element == Double {
    /// One for each group.
    public var _groupValues: _GroupValues { .each(self) }
}

extension GroupValues {
    /// A value for each of the optimizer's groups.
    func values(_ optimizer: Optimizer, _ argument: String, _ scheduler: String) -> [Double] {
        let count = optimizer.paramGroups.count
        if let values = _groupValues.values(count) { return values }
        let given = _groupValues.given
        report(
            TensorError(
                scheduler, .value,
                "\(argument): expected one number or \(count), one for each parameter group; got \(given)"))
        return [Double](repeating: given.first ?? 0, count: count)
    }
}
