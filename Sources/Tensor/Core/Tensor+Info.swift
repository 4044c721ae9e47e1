import PinionSIMDKernels

extension Tensor {
    /// The sizes of the dimensions.
    public var shape: [Int] { layout.shape }
    /// The number of dimensions.
    public var ndim: Int { layout.rank }
    /// The number of elements.
    public var numel: Int { layout.count }
    /// How many elements apart neighbours lie along each dimension.
    public var strides: [Int] { layout.strideArray }
    /// Where the first element lies in the storage, in elements.
    public var storageOffset: Int { layout.offset }
    /// The bytes of an element.
    public var elementSize: Int { dtype.byteCount }
    /// Whether the elements lie in row-major order without gaps.
    public var isContiguous: Bool { layout.isContiguous }
    /// Whether the elements are floating-point numbers.
    public var isFloatingPoint: Bool { dtype.isFloatingPoint }
    /// Whether this tensor shares the storage of another and follows its gradients.
    public var isView: Bool { base != nil }
    /// The address of the first element; two tensors with the same one share memory.
    public var dataPtr: UInt { UInt(bitPattern: pointer) }
    /// Where the elements are; always `cpu`.
    public var device: Device { .cpu }

    /// The size of dimension `d`; negative ones count from the end.
    public func size(_ d: Int) -> Int {
        attempt(else: 0) { () throws(TensorError) in
            if ndim == 0 { throw TensorError("size", .dimension, "a tensor of shape [] has no dimension \(d)") }
            return layout.sizes[try layout.dimension(d, "size")]
        }
    }

    /// The sizes of the dimensions, as `shape`.
    public func size() -> [Int] { shape }

    /// Whether `other` shares this tensor's storage.
    public func sharesStorage(with other: Tensor) -> Bool { storage === other.storage }
}

/// Where the elements of a tensor are.
public enum Device: String, Sendable, CustomStringConvertible {
    case cpu

    public var description: String { rawValue }
}
