import PinionAutograd

/// What the padding layers have in common: elements before and behind the last dimensions. See `pad`.
open class PaddingLayer: Module {
    /// Elements before and behind each dimension, of the last one first.
    public let padding: [Int]
    private let mode: PaddingMode
    private let number: Double

    init(_ padding: some SpatialSizes, rank: Int, _ mode: PaddingMode, _ number: Double = 0) {
        self.padding =
            switch padding._spatialSizes {
            case .all(let size): [Int](repeating: size, count: 2 * rank)
            case .each(let sizes): sizes
            }
        (self.mode, self.number) = (mode, number)
    }

    open override func forward(_ x: Tensor) -> Tensor { pad(x, padding, mode: mode, value: number) }

    open override var extraRepr: String { PythonText.tuple(padding) }
}

/// A number around the last dimensions.
open class ConstantPaddingLayer: PaddingLayer {
    public let value: Double

    init(_ padding: some SpatialSizes, rank: Int, value: Double) {
        self.value = value
        super.init(padding, rank: rank, .constant, value)
    }

    open override var extraRepr: String { "padding=\(PythonText.tuple(padding)), value=\(value)" }
}

/// A number around the last dimension. As PyTorch's `nn.ConstantPad1d`.
public final class ConstantPad1d: ConstantPaddingLayer {
    /// - Parameters:
    ///   - padding: one number for all sides, or those before and behind each dimension, of the last one first.
    ///   - value: the number.
    public init(_ padding: some SpatialSizes, _ value: Double) { super.init(padding, rank: 1, value: value) }
    public convenience init(padding: some SpatialSizes, value: Double) { self.init(padding, value) }
    public convenience init(_ padding: some SpatialSizes, value: Double) { self.init(padding, value) }
}

/// A number around the last two dimensions. As PyTorch's `nn.ConstantPad2d`.
public final class ConstantPad2d: ConstantPaddingLayer {
    /// - Parameters:
    ///   - padding: one number for all sides, or those before and behind each dimension, of the last one first.
    ///   - value: the number.
    public init(_ padding: some SpatialSizes, _ value: Double) { super.init(padding, rank: 2, value: value) }
    public convenience init(padding: some SpatialSizes, value: Double) { self.init(padding, value) }
    public convenience init(_ padding: some SpatialSizes, value: Double) { self.init(padding, value) }
}

/// A number around the last three dimensions. As PyTorch's `nn.ConstantPad3d`.
public final class ConstantPad3d: ConstantPaddingLayer {
    /// - Parameters:
    ///   - padding: one number for all sides, or those before and behind each dimension, of the last one first.
    ///   - value: the number.
    public init(_ padding: some SpatialSizes, _ value: Double) { super.init(padding, rank: 3, value: value) }
    public convenience init(padding: some SpatialSizes, value: Double) { self.init(padding, value) }
    public convenience init(_ padding: some SpatialSizes, value: Double) { self.init(padding, value) }
}

/// Zeros, around the last dimension. As PyTorch's `nn.ZeroPad1d`.
public final class ZeroPad1d: PaddingLayer {
    /// - Parameter padding: one number for all sides, or those before and behind each dimension, of the last one first.
    public init(_ padding: some SpatialSizes) { super.init(padding, rank: 1, .constant) }
    public convenience init(padding: some SpatialSizes) { self.init(padding) }
}

/// Zeros, around the last two dimensions. As PyTorch's `nn.ZeroPad2d`.
public final class ZeroPad2d: PaddingLayer {
    /// - Parameter padding: one number for all sides, or those before and behind each dimension, of the last one first.
    public init(_ padding: some SpatialSizes) { super.init(padding, rank: 2, .constant) }
    public convenience init(padding: some SpatialSizes) { self.init(padding) }
}

/// Zeros, around the last three dimensions. As PyTorch's `nn.ZeroPad3d`.
public final class ZeroPad3d: PaddingLayer {
    /// - Parameter padding: one number for all sides, or those before and behind each dimension, of the last one first.
    public init(_ padding: some SpatialSizes) { super.init(padding, rank: 3, .constant) }
    public convenience init(padding: some SpatialSizes) { self.init(padding) }
}

/// The elements mirrored at the first and last one, around the last dimension. As PyTorch's `nn.ReflectionPad1d`.
public final class ReflectionPad1d: PaddingLayer {
    /// - Parameter padding: one number for all sides, or those before and behind each dimension, of the last one first.
    public init(_ padding: some SpatialSizes) { super.init(padding, rank: 1, .reflect) }
    public convenience init(padding: some SpatialSizes) { self.init(padding) }
}

/// The elements mirrored at the first and last one, around the last two dimensions. As PyTorch's `nn.ReflectionPad2d`.
public final class ReflectionPad2d: PaddingLayer {
    /// - Parameter padding: one number for all sides, or those before and behind each dimension, of the last one first.
    public init(_ padding: some SpatialSizes) { super.init(padding, rank: 2, .reflect) }
    public convenience init(padding: some SpatialSizes) { self.init(padding) }
}

/// The elements mirrored at the first and last one, around the last three dimensions. As PyTorch's `nn.ReflectionPad3d`.
public final class ReflectionPad3d: PaddingLayer {
    /// - Parameter padding: one number for all sides, or those before and behind each dimension, of the last one first.
    public init(_ padding: some SpatialSizes) { super.init(padding, rank: 3, .reflect) }
    public convenience init(padding: some SpatialSizes) { self.init(padding) }
}

/// The first and last elements, around the last dimension. As PyTorch's `nn.ReplicationPad1d`.
public final class ReplicationPad1d: PaddingLayer {
    /// - Parameter padding: one number for all sides, or those before and behind each dimension, of the last one first.
    public init(_ padding: some SpatialSizes) { super.init(padding, rank: 1, .replicate) }
    public convenience init(padding: some SpatialSizes) { self.init(padding) }
}

/// The first and last elements, around the last two dimensions. As PyTorch's `nn.ReplicationPad2d`.
public final class ReplicationPad2d: PaddingLayer {
    /// - Parameter padding: one number for all sides, or those before and behind each dimension, of the last one first.
    public init(_ padding: some SpatialSizes) { super.init(padding, rank: 2, .replicate) }
    public convenience init(padding: some SpatialSizes) { self.init(padding) }
}

/// The first and last elements, around the last three dimensions. As PyTorch's `nn.ReplicationPad3d`.
public final class ReplicationPad3d: PaddingLayer {
    /// - Parameter padding: one number for all sides, or those before and behind each dimension, of the last one first.
    public init(_ padding: some SpatialSizes) { super.init(padding, rank: 3, .replicate) }
    public convenience init(padding: some SpatialSizes) { self.init(padding) }
}

/// The elements from the other end, around the last dimension. As PyTorch's `nn.CircularPad1d`.
public final class CircularPad1d: PaddingLayer {
    /// - Parameter padding: one number for all sides, or those before and behind each dimension, of the last one first.
    public init(_ padding: some SpatialSizes) { super.init(padding, rank: 1, .circular) }
    public convenience init(padding: some SpatialSizes) { self.init(padding) }
}

/// The elements from the other end, around the last two dimensions. As PyTorch's `nn.CircularPad2d`.
public final class CircularPad2d: PaddingLayer {
    /// - Parameter padding: one number for all sides, or those before and behind each dimension, of the last one first.
    public init(_ padding: some SpatialSizes) { super.init(padding, rank: 2, .circular) }
    public convenience init(padding: some SpatialSizes) { self.init(padding) }
}

/// The elements from the other end, around the last three dimensions. As PyTorch's `nn.CircularPad3d`.
public final class CircularPad3d: PaddingLayer {
    /// - Parameter padding: one number for all sides, or those before and behind each dimension, of the last one first.
    public init(_ padding: some SpatialSizes) { super.init(padding, rank: 3, .circular) }
    public convenience init(padding: some SpatialSizes) { self.init(padding) }
}
