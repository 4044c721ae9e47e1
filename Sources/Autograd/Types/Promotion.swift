import PinionTensor

/// The dtype of a result of two tensors. As `torch.result_type`.
public func resultType(_ a: Tensor, _ b: Tensor) -> DType { PinionTensor.resultType(.tensor(a), .tensor(b)) }

/// The dtype of a result of a tensor and a number.
public func resultType(_ a: Tensor, _ b: some TensorScalar) -> DType {
    PinionTensor.resultType(.tensor(a), .number(b.number))
}

/// The dtype of a result of a number and a tensor.
public func resultType(_ a: some TensorScalar, _ b: Tensor) -> DType { resultType(b, a) }

/// Whether results of one dtype may be written to tensors of another. As `torch.can_cast`.
public func canCast(_ from: DType, _ to: DType) -> Bool { from.canBecome(to) }

/// The shape that tensors of these shapes broadcast to. As `torch.broadcast_shapes`.
public func broadcastShapes(_ shapes: [Int]...) -> [Int] {
    attempt(else: []) { () throws(TensorError) in
        var result = Layout(rank: 0, sizes: .zero)
        for shape in shapes {
            guard let both = Layout.broadcast(result, try Layout(shape: shape, "broadcastShapes")) else {
                throw TensorError("broadcastShapes", .shape, "the shapes \(shapes) do not broadcast")
            }
            result = both
        }
        return result.shape
    }
}
