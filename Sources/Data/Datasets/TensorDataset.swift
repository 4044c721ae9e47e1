import PinionTensor

/// Rows of tensors: sample i is `(x[i], y[i])`, along the first dimension of each, as PyTorch's `TensorDataset`.
public struct TensorDataset<Sample: Sendable>: Dataset {
    /// The tensors, whose first sizes agree.
    public let tensors: [Tensor]
    public let count: Int
    private let sample: @Sendable ([Tensor], Int) -> Sample

    private init(checked tensors: [Tensor], _ sample: @escaping @Sendable ([Tensor], Int) -> Sample) {
        count = attempt(else: 0) { () throws(TensorError) in
            guard let count = tensors.first?.shape.first, tensors.allSatisfy({ $0.shape.first == count }) else {
                throw TensorError(
                    "TensorDataset", .shape,
                    "expected tensors of the same size in the first dimension, got shapes \(tensors.map(\.shape))")
            }
            return count
        }
        self.tensors = tensors
        self.sample = sample
    }

    public subscript(index: Int) -> Sample { sample(tensors, index) }
}

extension TensorDataset where Sample == Tensor {
    /// The rows of a tensor.
    public init(_ x: Tensor) { self.init(checked: [x]) { $0[0].select(0, $1) } }
}

extension TensorDataset where Sample == (Tensor, Tensor) {
    /// The rows of inputs and targets.
    public init(_ x: Tensor, _ y: Tensor) {
        self.init(checked: [x, y]) { ($0[0].select(0, $1), $0[1].select(0, $1)) }
    }
}

extension TensorDataset where Sample == (Tensor, Tensor, Tensor) {
    /// The rows of three tensors.
    public init(_ x: Tensor, _ y: Tensor, _ z: Tensor) {
        self.init(checked: [x, y, z]) { ($0[0].select(0, $1), $0[1].select(0, $1), $0[2].select(0, $1)) }
    }
}

extension TensorDataset where Sample == [Tensor] {
    /// The rows of any number of tensors; a sample is an array.
    public init(_ tensors: [Tensor]) {
        self.init(checked: tensors) { tensors, index in tensors.map { $0.select(0, index) } }
    }
}
