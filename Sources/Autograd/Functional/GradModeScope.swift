import PinionTensor

/// Runs `body` with gradients recorded or not, as `withGradEnabled`: PyTorch's `with torch.set_grad_enabled(enabled):`.
public func setGradEnabled<Result>(_ enabled: Bool, _ body: () throws -> Result) rethrows -> Result {
    try withGradEnabled(enabled, body)
}
