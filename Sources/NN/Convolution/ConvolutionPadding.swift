import PinionAutograd

/// The zeros around the input of a convolution: an `Int` for all sides, an array with one for both sides of each spatial
/// dimension, `.same` or `.valid`.
public protocol ConvolutionPadding: Sendable {
    /// The padding; for Pinion's own use.
    var _convolutionPadding: _ConvolutionPadding { get }
}

/// Padding as it was given; for Pinion's own use.
public enum _ConvolutionPadding: Sendable, Equatable {
    case sizes(_SpatialSizes)
    case named(NamedPadding)
}

/// Padding that follows from the window.
public enum NamedPadding: String, Sendable, ConvolutionPadding, WordArgument, CaseIterable {
    /// As much as keeps the input's size at stride 1; of an odd number, the larger half comes behind.
    case keepingSize = "same"
    /// None.
    case nowhere = "valid"

    /// The padding's name.
    public var _convolutionPadding: _ConvolutionPadding { .named(self) }
}

extension ConvolutionPadding where Self == NamedPadding {
    /// As much as keeps the input's size at stride 1; of an odd number, the larger half comes behind.
    public static var same: NamedPadding { .keepingSize }
    /// None.
    public static var valid: NamedPadding { .nowhere }
}

extension Int: ConvolutionPadding {
    /// The same on all sides.
    public var _convolutionPadding: _ConvolutionPadding { .sizes(.all(self)) }
}

extension Array: ConvolutionPadding where Element == Int {
    /// A number for both sides of each dimension.
    public var _convolutionPadding: _ConvolutionPadding { .sizes(.each(self)) }
}

extension String: ConvolutionPadding {
    /// "same" or "valid".
    public var _convolutionPadding: _ConvolutionPadding { .named(NamedPadding(stringLiteral: self)) }
}

extension _SpatialSizes: SpatialSizes {
    public var _spatialSizes: _SpatialSizes { self }
}

extension _ConvolutionPadding: ConvolutionPadding {
    public var _convolutionPadding: _ConvolutionPadding { self }
}

extension ConvolutionPadding {
    /// Zeros before and behind each dimension.
    func amounts(
        kernel: [Int], stride: [Int], dilation: [Int], _ operation: StaticString
    ) throws(TensorError) -> (before: [Int], behind: [Int]) {
        switch _convolutionPadding {
        case .sizes(let sizes):
            let sizes = try sizes.sizes(kernel.count, "padding", atLeast: 0, operation)
            return (sizes, sizes)
        case .named(.nowhere):
            let none = kernel.map { _ in 0 }
            return (none, none)
        case .named(.keepingSize):
            if stride.contains(where: { $0 != 1 }) {
                throw TensorError(
                    "\(operation)", .value, "padding .same is not defined for strides other than 1, got \(stride)")
            }
            let all = zip(kernel, dilation).map { max(0, ($0 - 1) * $1) }
            return (all.map { $0 / 2 }, all.map { $0 - $0 / 2 })
        }
    }
}
