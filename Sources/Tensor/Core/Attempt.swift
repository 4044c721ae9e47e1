import PinionSIMDKernels

/// Runs `body`, in which mistakes of the program throw instead of stopping it.
///
/// After the first mistake the operations in `body` do nothing and return empty tensors; when `body` ends, the error is
/// thrown. Tensors that were made before the mistake stay as they are. Scopes may be nested; errors that `body` throws
/// itself pass through. Applies to the calling thread.
/// - Throws: `TensorError` for the first mistake.
public func catchingTensorErrors<Result>(_ body: () throws -> Result) throws -> Result {
    let context = ThreadContext.current
    let former = (context.pointee.isCatching, context.pointee.error)
    context.pointee.isCatching = true
    context.pointee.error = nil
    defer { (context.pointee.isCatching, context.pointee.error) = former }
    let result = try body()
    if let error = context.pointee.error { throw error }
    return result
}

/// Stops the program with the error's line; inside `catchingTensorErrors` keeps the error and returns.
@usableFromInline
package func report(_ error: TensorError) {
    let context = ThreadContext.current
    guard context.pointee.isCatching else { stop(error.description) }
    if context.pointee.error == nil { context.pointee.error = error }
}

/// The result of `body`, or an empty tensor after an error that is being caught.
@inlinable @inline(__always)
package func attempt(_ body: () throws(TensorError) -> Tensor) -> Tensor {
    attempt(else: .failed, body)
}

/// The same for a `body` that also wants to know whether gradients are on: a look at the thread's own memory costs as
/// much as ten additions, so both are asked in one.
@inlinable @inline(__always)
package func attemptRecording(_ body: (_ isGradEnabled: Bool) throws(TensorError) -> Tensor) -> Tensor {
    let (hasFailed, isGradEnabled) = failureAndGradMode
    if hasFailed { return .failed }
    do { return try body(isGradEnabled) } catch {
        report(error)
        return .failed
    }
}

@usableFromInline
var failureAndGradMode: (hasFailed: Bool, isGradEnabled: Bool) {
    let context = ThreadContext.current
    return (context.pointee.hasFailed, context.pointee.isGradEnabled)
}

/// The result of `body`, or `placeholder` after an error that is being caught.
@inlinable @inline(__always)
package func attempt<Result>(
    else placeholder: @autoclosure () -> Result, _ body: () throws(TensorError) -> Result
) -> Result {
    if hasFailed { return placeholder() }
    do { return try body() } catch {
        report(error)
        return placeholder()
    }
}

/// Whether operations of this thread are to do nothing, because of an error that is being caught.
@usableFromInline
package var hasFailed: Bool { ThreadContext.current.pointee.hasFailed }

extension Tensor {
    /// What an operation returns after an error that is being caught: no elements, nothing to read.
    @usableFromInline
    package static var failed: Tensor { Tensor(Layout(rank: 1, sizes: .zero), .float32) }
}
