import PinionTensor

extension Tensor {
    /// The places of the elements that are not zero, in row-major order: int64, [count, ndim].
    public func nonzero() -> Tensor {
        attempt { () throws(TensorError) in
            if ndim == 0 { return Tensor.zeros([item != 0 ? 1 : 0, 0], dtype: .int64) }
            return stack(Raw.nonzero(self), dim: 1)
        }
    }

    /// The places as a 1-d int64 tensor for each dimension, as an index takes them; a 0-d tensor counts as 1-d.
    public func nonzero(asTuple: Bool) -> [Tensor] {
        asTuple ? attempt(else: []) { Raw.nonzero(ndim == 0 ? reshape(1) : self) } : [nonzero()]
    }

    /// The places of the elements that are not zero, as `nonzero()`.
    public func argwhere() -> Tensor { nonzero() }

    /// The places where the condition holds, as `nonzero(asTuple: true)`: PyTorch's `torch.where(condition)`.
    public static func `where`(_ condition: Tensor) -> [Tensor] { condition.nonzero(asTuple: true) }
}

/// The places where the condition holds, as `Tensor.where(condition)`.
public func `where`(_ condition: Tensor) -> [Tensor] { Tensor.where(condition) }

/// As `oneHot(_:numClasses:)`.
public func oneHot(_ x: Tensor, _ numClasses: Int) -> Tensor { oneHot(x, numClasses: numClasses) }

/// Whole numbers as rows of zeros with a 1 at that place: int64, [..., numClasses].
///
/// - Parameters:
///   - x: int64, not negative.
///   - numClasses: the length of the rows; one more than the largest number by default.
public func oneHot(_ x: Tensor, numClasses: Int = -1) -> Tensor {
    attempt { () throws(TensorError) in
        if x.dtype != .int64 { throw TensorError("oneHot", .dtype, "expected int64, got \(x.dtype)") }
        let values = x.toArray(Int64.self)
        if values.isEmpty && numClasses <= 0 {
            throw TensorError("oneHot", .value, "numClasses must be given for a tensor without elements")
        }
        let classes = numClasses == -1 ? Int((values.max() ?? 0) + 1) : numClasses
        if let wrong = values.first(where: { $0 < 0 || $0 >= Int64(classes) }) {
            throw TensorError("oneHot", .index, "class \(wrong) is out of range for \(classes) classes")
        }
        return Tensor.zeros(x.shape + [classes], dtype: .int64).scatter(-1, x.unsqueeze(-1), 1)
    }
}
