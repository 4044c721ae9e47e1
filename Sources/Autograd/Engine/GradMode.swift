import PinionTensor

/// Whether the calling thread records operations for gradients.
enum GradMode {
    @inline(__always)
    static var isEnabled: Bool {
        get { ThreadContext.current.pointee.isGradEnabled }
        set { ThreadContext.current.pointee.isGradEnabled = newValue }
    }

    @inline(__always)
    static func with<Result>(_ enabled: Bool, _ body: () throws -> Result) rethrows -> Result {
        let context = ThreadContext.current
        let former = context.pointee.isGradEnabled
        context.pointee.isGradEnabled = enabled
        defer { context.pointee.isGradEnabled = former }
        return try body()
    }
}

/// Runs `body` without recording operations; results do not require gradients. As PyTorch's `torch.no_grad`.
@discardableResult
public func noGrad<Result>(_ body: () throws -> Result) rethrows -> Result { try GradMode.with(false, body) }

/// Runs `body` with operations recorded, also inside `noGrad`. As PyTorch's `torch.enable_grad`.
@discardableResult
public func enableGrad<Result>(_ body: () throws -> Result) rethrows -> Result { try GradMode.with(true, body) }

/// Runs `body` with recording on or off. As the context manager `torch.set_grad_enabled(enabled)`.
@discardableResult
public func withGradEnabled<Result>(_ enabled: Bool, _ body: () throws -> Result) rethrows -> Result {
    try GradMode.with(enabled, body)
}

/// Runs `body` without recording, and marks what it makes: those tensors can never require gradients.
///
/// As PyTorch's `torch.inference_mode`.
@discardableResult
public func inferenceMode<Result>(_ body: () throws -> Result) rethrows -> Result {
    let context = ThreadContext.current
    let former = context.pointee.isInference
    context.pointee.isInference = true
    defer { context.pointee.isInference = former }
    return try GradMode.with(false, body)
}

/// Whether the calling thread records operations. As PyTorch's `torch.is_grad_enabled`.
public func isGradEnabled() -> Bool { GradMode.isEnabled }

/// Turns recording on or off for the calling thread. As PyTorch's `torch.set_grad_enabled`.
public func setGradEnabled(_ enabled: Bool) { GradMode.isEnabled = enabled }

/// Whether the calling thread is inside `inferenceMode`.
public func isInferenceModeEnabled() -> Bool { ThreadContext.current.pointee.isInference }
