import PinionTensor

/// An operation that writes to some elements of a tensor: to a copy, or in place.
struct ElementChange {
    /// The public name.
    let operation: StaticString
    /// The node's name in PyTorch.
    let node: StaticString
    /// The tensor whose elements are written, if any.
    let source: Tensor?
    /// Writes without recording.
    let write: (Tensor) throws(TensorError) -> Void
    /// The gradients by the tensor and by the source, from the result's.
    let gradients: (_ g: Tensor, _ saved: Saved) -> (Tensor?, Tensor?)
    /// Whether the gradients need the tensor, the source and the result.
    var needsValues = false

    /// What the gradients may need.
    struct Saved {
        let byTarget: Bool
        let bySource: Bool
        fileprivate let target: SavedTensor?
        fileprivate let source: SavedTensor?
        fileprivate let result: SavedOutput?
    }

    /// A copy of `x` with the change.
    func callAsFunction(_ x: Tensor) -> Tensor {
        attempt { () throws(TensorError) in
            let y = Raw.clone(x)
            try write(y)
            let bySource = source?.requiresGrad ?? false
            if !GradMode.isEnabled || !(x.requiresGrad || bySource) || !y.dtype.isFloatingPoint { return y }
            let saved = Saved(
                byTarget: x.requiresGrad, bySource: bySource, target: needsValues ? SavedTensor(x) : nil,
                source: needsValues ? source.map { SavedTensor($0) } : nil, result: needsValues ? SavedOutput(y) : nil)
            let gradients = gradients
            return record(node, y, x, source ?? x) { g in gradients(g, saved) }
        }
    }

    /// `x` itself, with the change.
    @discardableResult
    func inPlace(_ x: Tensor) -> Tensor {
        PinionAutograd.inPlace(
            operation, x, isRecorded: GradMode.isEnabled && (x.requiresGrad || source?.requiresGrad ?? false),
            write: { () throws(TensorError) in
                try x.checkWritable(operation)
                try write(x)
            },
            change: { old in self(old) })
    }
}

extension ElementChange.Saved {
    /// The tensor, the source and the result; only where `needsValues`.
    var values: (target: Tensor, source: Tensor, result: Tensor) {
        (target?.tensor ?? .failed, source?.tensor ?? .failed, result?.tensor ?? .failed)
    }
}

/// Throws unless a source has the dtype of the tensor it is written to.
func checkSameDType(_ x: Tensor, _ source: Tensor, _ operation: StaticString) throws(TensorError) {
    if x.dtype != source.dtype {
        throw TensorError(
            "\(operation)", .dtype, "the source is \(source.dtype), but the tensor of shape \(x.shape) is \(x.dtype)")
    }
}

/// Throws unless a tensor may serve as an index.
func checkIndex(_ index: Tensor, _ operation: StaticString) throws(TensorError) {
    if index.dtype != .int64 && index.dtype != .int32 {
        throw TensorError("\(operation)", .dtype, "the index must be int64 or int32, got \(index.dtype)")
    }
}

extension Operand {
    /// The tensor, or a new one with the number everywhere.
    func asTensor(_ shape: [Int], _ dtype: DType) throws(TensorError) -> Tensor {
        switch self {
        case .tensor(let tensor): return tensor
        case .number(let number):
            let result = Tensor(try Layout(shape: shape, "full"), dtype)
            try Raw.fill(result, with: number)
            return result
        }
    }
}
