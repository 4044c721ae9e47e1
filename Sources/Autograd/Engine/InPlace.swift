import PinionTensor

/// Runs an operation that writes to `x`, recorded where `x` or another input requires a gradient.
///
/// - Parameters:
///   - operation: the public name, for messages.
///   - x: the tensor to write.
///   - isRecorded: whether a gradient is to go through.
///   - write: writes to `x` without recording.
///   - change: the new elements from the old ones, recorded.
/// - Returns: `x`.
@discardableResult
package func inPlace(
    _ operation: StaticString, _ x: Tensor, isRecorded: Bool, write: () throws(TensorError) -> Void,
    change: (Tensor) throws(TensorError) -> Tensor
) -> Tensor {
    attempt(else: x) { () throws(TensorError) in
        if isRecorded {
            try x.changeInPlace(operation, change)
        } else {
            try write()
            x.bumpVersion(operation)
        }
        return x
    }
}
