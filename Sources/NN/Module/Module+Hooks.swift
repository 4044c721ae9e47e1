// Hooks run when the module itself is called, `model(x)`, not its `forward`. Modules of several inputs give the first.
// Their results are generic, so that closures may return a tensor, an optional one, or nothing.
extension Module {
    /// Calls `hook` with the module and its input before `forward`; a tensor it returns takes the input's place, an
    /// array that of all inputs.
    @discardableResult
    public func registerForwardPreHook<Result>(_ hook: @escaping (Module, Tensor) -> Result) -> HookHandle {
        ownHooks.add(before: { module, inputs in
            inputs.first.flatMap { changed(inputs, by: hook(module, $0), "registerForwardPreHook") }
        })
    }

    /// Calls `hook` with the module, its input and its output after `forward`; a tensor it returns takes the output's
    /// place.
    @discardableResult
    public func registerForwardHook<Result>(_ hook: @escaping (Module, Tensor, Tensor) -> Result) -> HookHandle {
        ownHooks.add(after: { module, inputs, outputs in
            guard let input = inputs.first, let output = outputs.first else { return nil }
            return changed(outputs, by: hook(module, input, output), "registerForwardHook")
        })
    }

    /// Calls `hook` with the module and the gradients by its inputs and outputs whenever `backward` has computed them;
    /// an array it returns takes the place of the gradients by the inputs.
    ///
    /// Gradients by inputs that require none are nil. As `register_full_backward_hook`.
    @discardableResult
    public func registerFullBackwardHook<Result>(
        _ hook: @escaping (Module, [Tensor?], [Tensor?]) -> Result
    ) -> HookHandle {
        ownHooks.add(backward: { module, gradInput, gradOutput in
            let changed: Any = hook(module, gradInput, gradOutput)
            return changed as? [Tensor?]
        })
    }

    /// The same for closures that return nil somewhere.
    @_disfavoredOverload
    @discardableResult
    public func registerForwardPreHook(_ hook: @escaping (Module, Tensor) -> Tensor?) -> HookHandle {
        registerForwardPreHook { (module: Module, x: Tensor) -> Any in hook(module, x) as Any }
    }

    /// The same for closures that return nil somewhere.
    @_disfavoredOverload
    @discardableResult
    public func registerForwardHook(_ hook: @escaping (Module, Tensor, Tensor) -> Tensor?) -> HookHandle {
        registerForwardHook { (module: Module, x: Tensor, y: Tensor) -> Any in hook(module, x, y) as Any }
    }

    /// The same for closures that return nil somewhere.
    @_disfavoredOverload
    @discardableResult
    public func registerFullBackwardHook(
        _ hook: @escaping (Module, [Tensor?], [Tensor?]) -> [Tensor?]?
    ) -> HookHandle {
        registerFullBackwardHook { (module: Module, gradInput: [Tensor?], gradOutput: [Tensor?]) -> Any in
            hook(module, gradInput, gradOutput) as Any
        }
    }

    var ownHooks: ModuleHooks {
        if let hooks { return hooks }
        let made = ModuleHooks()
        hooks = made
        return made
    }

    /// The results of a module that takes or returns several tensors, with its hooks around `body`.
    package func withHooks(_ inputs: [Tensor], _ body: ([Tensor]) -> [Tensor]) -> [Tensor] {
        hooks?.call(self, inputs, body) ?? body(inputs)
    }
}

/// The tensors after a hook: a tensor it returns takes the first one's place, an array that of all.
private func changed(_ tensors: [Tensor], by result: Any, _ operation: String) -> [Tensor]? {
    if let tensor = result as? Tensor { return [tensor] + tensors.dropFirst() }
    guard let all = result as? [Tensor] else { return nil }
    if all.count == tensors.count { return all }
    report(
        TensorError(
            operation, .value, "the hook returned \(all.count) tensors, expected \(tensors.count), or one alone"))
    return nil
}
