extension Module {
    /// Calls `body` with every module below, and with this one last. Returns this module.
    @discardableResult
    public func apply(_ body: (Module) throws -> Void) rethrows -> Self {
        for (_, child) in namedChildren() { try child.apply(body) }
        try body(self)
        return self
    }

    /// Sets whether the parameters require gradients: false freezes the module. Returns this module. As
    /// `requires_grad_`.
    @discardableResult
    public func requiresGradInPlace(_ requiresGrad: Bool = true) -> Self {
        for parameter in parameters() { parameter.requiresGrad = requiresGrad }
        return self
    }

    /// Forgets the parameters' gradients.
    /// - Parameter setToNone: false sets them to 0 instead.
    public func zeroGrad(setToNone: Bool = true) {
        for parameter in parameters() {
            guard let grad = parameter.grad else { continue }
            if setToNone {
                parameter.grad = nil
            } else {
                parameter.grad = grad.detach()
                parameter.grad?.zeroInPlace()
            }
        }
    }

    /// Converts floating-point parameters, with their gradients, and buffers. Returns this module.
    ///
    /// The tensors stay the same objects, so an optimizer goes on with them.
    @discardableResult
    public func to(_ dtype: DType) -> Self {
        attempt(else: self) { () throws(TensorError) in
            if !dtype.isFloatingPoint {
                throw TensorError("to", .dtype, "a module can be converted to floating-point dtypes only, not \(dtype)")
            }
            let tensors = parameters() + buffers()
            for tensor in tensors where tensor.isFloatingPoint && tensor.dtype != dtype {
                let grad = tensor.grad
                tensor.data = tensor.detach().to(dtype)
                if let grad { tensor.grad = grad.detach().to(dtype) }
            }
            return self
        }
    }

    /// The same as `to(_:)`.
    @discardableResult
    public func to(dtype: DType) -> Self { to(dtype) }
    /// This module: there is one device.
    @discardableResult
    public func to(_ device: Device) -> Self { self }
    /// This module: its tensors are where they can be.
    @discardableResult
    public func cpu() -> Self { self }

    /// Converts to float32, as `to`.
    @discardableResult
    public func float() -> Self { to(.float32) }
    /// Converts to float64, as `to`.
    @discardableResult
    public func double() -> Self { to(.float64) }
    /// Converts to float16, as `to`.
    @discardableResult
    public func half() -> Self { to(.float16) }
    /// Converts to bfloat16, as `to`.
    @discardableResult
    public func bfloat16() -> Self { to(.bfloat16) }
}
