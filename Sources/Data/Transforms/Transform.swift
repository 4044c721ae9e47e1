import PinionAutograd

/// A change of an image, or of any tensor, as it is read; the face of torchvision's transforms.
public protocol Transform: Sendable {
    /// The changed tensor.
    func callAsFunction(_ x: Tensor) throws -> Tensor
}

/// Transforms one after the other.
public struct Compose: Transform {
    private let transforms: [any Transform]

    /// The transforms in their order.
    public init(_ transforms: [any Transform]) { self.transforms = transforms }
    /// The transforms in their order.
    public init(_ transforms: any Transform...) { self.init(transforms) }

    public func callAsFunction(_ x: Tensor) throws -> Tensor { try transforms.reduce(x) { try $1($0) } }
}

/// A function as a transform.
public struct Lambda: Transform {
    private let function: @Sendable (Tensor) throws -> Tensor

    /// The function.
    public init(_ function: @escaping @Sendable (Tensor) throws -> Tensor) { self.function = function }

    public func callAsFunction(_ x: Tensor) throws -> Tensor { try function(x) }
}

/// `(x − mean) / std`, channel by channel, for tensors of shape [C, H, W] or [N, C, H, W]. One number serves every
/// channel.
public struct Normalize: Transform {
    private let mean: Tensor
    private let std: Tensor

    /// - Parameters:
    ///   - mean: the mean of each channel.
    ///   - std: the standard deviation of each channel, none of them 0.
    public init(mean: [Double], std: [Double]) {
        attempt(else: ()) { () throws(TensorError) in
            if std.contains(0) { throw TensorError("Normalize", .value, "std is 0 in \(std)") }
        }
        self.mean = Tensor(mean).view(-1, 1, 1)
        self.std = Tensor(std).view(-1, 1, 1)
    }

    public func callAsFunction(_ x: Tensor) -> Tensor { (x - mean) / std }
}

/// Images of bytes as numbers from 0 to 1 with the channels first: [H, W] or [H, W, C] of uint8 becomes [C, H, W] of
/// float32. Floating-point tensors stay as they are: the datasets here give such.
public struct ToTensor: Transform {
    public init() {}

    public func callAsFunction(_ x: Tensor) -> Tensor {
        if x.isFloatingPoint { return x }
        let planes = x.ndim == 2 ? x.unsqueeze(0) : x.permute(2, 0, 1)
        return planes.contiguous().to(.float32) / 255
    }
}
