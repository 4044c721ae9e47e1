import PinionTensor

/// What may stand between the brackets of `x[…]`, one for each dimension from the first:
///
/// - an `Int`: the elements there, without the dimension; negative ones count from the end;
/// - a range (`1..<3`, `1...2`, `1...`, `..<2`), `stride(from:to:by:)` or `.slice(start, stop, step)`: as PyTorch's
///   slices, clamped to the dimension, and negative bounds count from the end. A range of Swift does not end before it
///   begins, so PyTorch's `1:-1` is `.slice(1, -1)`; `(-2)...` and `..<(-1)` are ranges;
/// - `.all`: the whole dimension, PyTorch's `:`; `.ellipsis`: all dimensions that are left, `...`;
/// - `.newAxis`: a new dimension of size 1, `None`;
/// - an integer tensor or an array: the elements at those indices; a bool tensor: those where it holds.
public protocol TensorIndex {
    /// The index; for Pinion's own use.
    var _index: _IndexItem { get }
}

/// An index; for Pinion's own use.
public struct _IndexItem {
    enum Kind {
        case int(Int)
        /// Bounds as in Python: nil is open, negative ones count from the end.
        case slice(Int?, Int?, Int)
        case ellipsis
        case newAxis
        case tensor(Tensor)
    }

    let kind: Kind
}

/// The indices with a name: `.all`, `.ellipsis`, `.newAxis` and `.slice(…)`.
public struct NamedIndex: TensorIndex {
    public let _index: _IndexItem

    fileprivate init(_ kind: _IndexItem.Kind) { _index = _IndexItem(kind: kind) }
}

extension TensorIndex where Self == NamedIndex {
    /// The whole dimension; PyTorch's `:`.
    public static var all: NamedIndex { NamedIndex(.slice(nil, nil, 1)) }
    /// As many whole dimensions as are left; PyTorch's `...`.
    public static var ellipsis: NamedIndex { NamedIndex(.ellipsis) }
    /// A new dimension of size 1; PyTorch's `None`.
    public static var newAxis: NamedIndex { NamedIndex(.newAxis) }
    /// Every `step`-th element from `start` up to `stop`; PyTorch's `start:stop:step`.
    public static func slice(_ start: Int? = nil, _ stop: Int? = nil, _ step: Int = 1) -> NamedIndex {
        NamedIndex(.slice(start, stop, step))
    }
}

extension Int: TensorIndex {
    public var _index: _IndexItem { _IndexItem(kind: .int(self)) }
}

extension Range: TensorIndex where Bound == Int {
    public var _index: _IndexItem { _IndexItem(kind: .slice(lowerBound, upperBound, 1)) }
}

extension ClosedRange: TensorIndex where Bound == Int {
    public var _index: _IndexItem { _IndexItem(kind: .slice(lowerBound, behind(upperBound), 1)) }
}

extension PartialRangeFrom: TensorIndex where Bound == Int {
    public var _index: _IndexItem { _IndexItem(kind: .slice(lowerBound, nil, 1)) }
}

/// `-2...`, from the second place from the end on, for the index of a tensor: Swift reads it as `-(2...)`.
public prefix func - (range: PartialRangeFrom<Int>) -> PartialRangeFrom<Int> { (-range.lowerBound)... }

extension PartialRangeUpTo: TensorIndex where Bound == Int {
    public var _index: _IndexItem { _IndexItem(kind: .slice(nil, upperBound, 1)) }
}

extension PartialRangeThrough: TensorIndex where Bound == Int {
    public var _index: _IndexItem { _IndexItem(kind: .slice(nil, behind(upperBound), 1)) }
}

extension StrideTo: TensorIndex where Element == Int {
    public var _index: _IndexItem {
        let (start, end, step) = bounds(self)
        return _IndexItem(kind: .slice(start, end, step))
    }
}

extension StrideThrough: TensorIndex where Element == Int {
    public var _index: _IndexItem {
        let (start, end, step) = bounds(self)
        return _IndexItem(kind: .slice(start, end.flatMap(behind), step))
    }
}

extension Array: TensorIndex where Element: TensorConvertible, Element._Scalar: TensorElement {
    public var _index: _IndexItem {
        // PyTorch takes an empty list for integers.
        let tensor = isEmpty ? Tensor.zeros([0], dtype: .int64) : Tensor(self)
        return _IndexItem(kind: .tensor(tensor))
    }
}

extension Tensor: TensorIndex {
    public var _index: _IndexItem { _IndexItem(kind: .tensor(self)) }
}

/// The bound behind an included one; -1 includes the last element.
private func behind(_ last: Int) -> Int? { last == -1 ? nil : last + 1 }

/// What `stride(from:to:by:)` was given; the standard library shows it in the mirror only.
private func bounds(_ sequence: some Sequence<Int>) -> (Int?, Int?, Int) {
    let children = Array(Mirror(reflecting: sequence).children)
    guard children.count == 3, let step = children[2].value as? Int else { return (0, 0, 1) }
    return (children[0].value as? Int, children[1].value as? Int, step)
}
