import PinionSIMDKernels

extension Tensor {
    /// The sizes of the dimensions.
    public var shape: [Int] { layout.shape }
    /// The number of dimensions.
    public var ndim: Int { layout.rank }
    /// The number of dimensions, as `ndim`.
    public func dim() -> Int { layout.rank }
    /// The number of elements.
    public var numel: Int { layout.count }
    /// How many elements apart neighbours lie along each dimension.
    public var strides: [Int] { layout.strideArray }
    /// How many elements apart neighbours lie along dimension `d`; negative ones count from the end.
    public func stride(_ d: Int) -> Int {
        attempt(else: 0) { () throws(TensorError) in
            if ndim == 0 { throw TensorError("stride", .dimension, "a tensor of shape [] has no dimension \(d)") }
            return layout.strides[try layout.dimension(d, "stride")]
        }
    }
    /// How many elements apart neighbours lie along each dimension, as `strides`.
    public func stride() -> [Int] { strides }
    /// The number of elements, as `numel`.
    public func nelement() -> Int { layout.count }
    /// Where the first element lies in the storage, in elements.
    public var storageOffset: Int { layout.offset }
    /// The bytes of an element.
    public var elementSize: Int { dtype.byteCount }
    /// The bytes of an element, as `elementSize`.
    public var itemsize: Int { dtype.byteCount }
    /// The bytes of all elements.
    public var nbytes: Int { numel * dtype.byteCount }
    /// Whether the elements lie in row-major order without gaps.
    public var isContiguous: Bool { layout.isContiguous }
    /// Whether the elements are floating-point numbers.
    public var isFloatingPoint: Bool { dtype.isFloatingPoint }
    /// Whether the dtype has negative numbers.
    public var isSigned: Bool { dtype != .bool && dtype != .uint8 }
    /// Whether this tensor shares the storage of another and follows its gradients.
    public var isView: Bool { base != nil }
    /// The address of the first element; two tensors with the same one share memory. A change by way of it goes
    /// unnoticed, also where weights are kept packed: `withUnsafeMutableBufferPointer` counts one.
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

    /// Whether `other` has the same shape.
    public func isSameSize(_ other: Tensor) -> Bool { layout.hasSizes(of: other.layout) }

    /// How often the elements have been changed in place, by this tensor or others that share its storage.
    public var version: Int { Int(storage.version) }

    /// The memory of the elements, which views share.
    public func untypedStorage() -> UntypedStorage { UntypedStorage(storage: storage) }

    /// Whether `other` shares this tensor's storage.
    public func sharesStorage(with other: Tensor) -> Bool { storage === other.storage }
}

/// The memory of one or several tensors. As PyTorch's `torch.UntypedStorage`.
public struct UntypedStorage {
    fileprivate let storage: Storage

    /// The address of the first byte.
    public var dataPtr: UInt { UInt(bitPattern: storage.base) }
    /// The number of bytes.
    public var nbytes: Int { storage.byteCount }
}

/// Where the elements of a tensor are.
public enum Device: String, Sendable, CustomStringConvertible, WordArgument, CaseIterable {
    /// The device of a name: there is one, "cpu".
    public init(_ name: String) { self.init(stringLiteral: name) }

    case cpu

    public var description: String { rawValue }
}
