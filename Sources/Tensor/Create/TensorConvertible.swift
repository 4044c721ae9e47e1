import PinionSIMDKernels

/// What `Tensor(…)` takes: numbers, booleans, and arrays of such, nested to any depth.
///
/// `Double` and `Float` make the default floating-point dtype (float32), integers int64 unless they have a dtype of
/// their own size (`Int32` makes int32), `Bool` bool.
public protocol TensorConvertible {
    /// The element type; for Pinion's own use.
    associatedtype _Scalar: TensorScalar
    /// The sizes of the first elements; for Pinion's own use.
    static func _shape(of value: Self, _ shape: inout [Int])
    /// Appends the scalars of values of one level in row-major order; false when one has another shape than the first.
    static func _append(_ values: [Self], to scalars: inout [_Scalar], _ shape: ArraySlice<Int>) -> Bool
    /// The place of the first array, and its size, that is not the first one's of its level; for Pinion's own use.
    func _misfit(_ shape: ArraySlice<Int>) -> (place: [Int], count: Int)?
    /// How deep arrays are nested, 0 for numbers; for Pinion's own use.
    static var _depth: Int { get }
    /// The value of these sizes with the scalars in row-major order, at least one; for Pinion's own use.
    static func _nested(_ scalars: ArraySlice<_Scalar>, _ shape: ArraySlice<Int>) -> Self
}

extension TensorConvertible where Self: TensorScalar {
    public static func _shape(of value: Self, _ shape: inout [Int]) {}
    public static func _append(_ values: [Self], to scalars: inout [Self], _ shape: ArraySlice<Int>) -> Bool {
        scalars += values
        return shape.isEmpty
    }
    public func _misfit(_ shape: ArraySlice<Int>) -> (place: [Int], count: Int)? { nil }
    public static var _depth: Int { 0 }
    public static func _nested(_ scalars: ArraySlice<Self>, _ shape: ArraySlice<Int>) -> Self {
        scalars[scalars.startIndex]
    }
}

extension Double: TensorConvertible { public typealias _Scalar = Double }
extension Float: TensorConvertible { public typealias _Scalar = Float }
extension Int: TensorConvertible { public typealias _Scalar = Int }
extension Int64: TensorConvertible { public typealias _Scalar = Int64 }
extension Int32: TensorConvertible { public typealias _Scalar = Int32 }
extension Int16: TensorConvertible { public typealias _Scalar = Int16 }
extension Int8: TensorConvertible { public typealias _Scalar = Int8 }
extension UInt8: TensorConvertible { public typealias _Scalar = UInt8 }
extension Bool: TensorConvertible { public typealias _Scalar = Bool }

extension Array: TensorConvertible where Element: TensorConvertible {
    public typealias _Scalar = Element._Scalar

    public static func _shape(of value: [Element], _ shape: inout [Int]) {
        shape.append(value.count)
        if let first = value.first { Element._shape(of: first, &shape) }
    }

    public static func _append(
        _ values: [[Element]], to scalars: inout [_Scalar], _ shape: ArraySlice<Int>
    ) -> Bool {
        let rest = shape.dropFirst()
        return values.allSatisfy { $0.count == shape.first && Element._append($0, to: &scalars, rest) }
    }

    public func _misfit(_ shape: ArraySlice<Int>) -> (place: [Int], count: Int)? {
        if count != shape.first ?? 0 { return ([], count) }
        for (index, element) in enumerated() {
            if let misfit = element._misfit(shape.dropFirst()) { return ([index] + misfit.place, misfit.count) }
        }
        return nil
    }

    public static var _depth: Int { Element._depth + 1 }

    public static func _nested(_ scalars: ArraySlice<_Scalar>, _ shape: ArraySlice<Int>) -> [Element] {
        let rest = shape.dropFirst()
        let step = rest.reduce(1, *)
        return (0..<(shape.first ?? 0)).map { Element._nested(scalars.dropFirst($0 * step), rest) }
    }
}

/// A Swift type that tensors have elements of.
public protocol TensorElement: TensorScalar, BitwiseCopyable {
    /// The dtype with this type's layout in memory.
    static var _dtype: _ElementDType { get }
}

/// The dtype of a Swift type; for Pinion's own use.
public struct _ElementDType: Sendable {
    package let value: DType
    package init(_ value: DType) { self.value = value }
}

extension TensorElement {
    package static var dtype: DType { _dtype.value }
}

extension Float: TensorElement { public static var _dtype: _ElementDType { .init(.float32) } }
extension Double: TensorElement { public static var _dtype: _ElementDType { .init(.float64) } }
extension Int: TensorElement { public static var _dtype: _ElementDType { .init(.int64) } }
extension Int64: TensorElement { public static var _dtype: _ElementDType { .init(.int64) } }
extension Int32: TensorElement { public static var _dtype: _ElementDType { .init(.int32) } }
extension Int16: TensorElement { public static var _dtype: _ElementDType { .init(.int16) } }
extension Int8: TensorElement { public static var _dtype: _ElementDType { .init(.int8) } }
extension UInt8: TensorElement { public static var _dtype: _ElementDType { .init(.uint8) } }
extension Bool: TensorElement { public static var _dtype: _ElementDType { .init(.bool) } }
