/// The hooks of a module.
final class ModuleHooks {
    typealias Before = (Module, [Tensor]) -> [Tensor]?
    typealias After = (Module, [Tensor], [Tensor]) -> [Tensor]?
    typealias Backward = (Module, [Tensor?], [Tensor?]) -> [Tensor?]?

    private(set) var before: [(id: Int, body: Before)] = []
    private(set) var after: [(id: Int, body: After)] = []
    private(set) var backward: [(id: Int, body: Backward)] = []
    private var lastID = 0

    private func add<Hook>(
        _ hook: Hook, to list: ReferenceWritableKeyPath<ModuleHooks, [(id: Int, body: Hook)]>
    ) -> HookHandle {
        lastID += 1
        let id = lastID
        self[keyPath: list].append((id, hook))
        return HookHandle { [weak self] in self?[keyPath: list].removeAll { $0.id == id } }
    }

    func add(before hook: @escaping Before) -> HookHandle { add(hook, to: \.before) }
    func add(after hook: @escaping After) -> HookHandle { add(hook, to: \.after) }
    func add(backward hook: @escaping Backward) -> HookHandle { add(hook, to: \.backward) }

    /// `body`'s results from inputs, with all hooks around it.
    func call(_ module: Module, _ inputs: [Tensor], _ body: ([Tensor]) -> [Tensor]) -> [Tensor] {
        var inputs = inputs
        for hook in before { inputs = hook.body(module, inputs) ?? inputs }
        let pass = backward.isEmpty || !isGradEnabled() ? nil : BackwardPass(module, backward.map(\.body))
        if let pass { inputs = pass.watched(inputs: inputs) }
        var outputs = body(inputs)
        for hook in after { outputs = hook.body(module, inputs, outputs) ?? outputs }
        return pass?.watched(outputs: outputs) ?? outputs
    }
}

/// One run of a module whose backward hooks wait for its gradients.
private final class BackwardPass {
    private let module: Module
    private let hooks: [ModuleHooks.Backward]
    private var gradOutputs: [Tensor?] = []
    private var inputCount = 0
    private var inputsRequireGrad = false

    init(_ module: Module, _ hooks: [ModuleHooks.Backward]) {
        self.module = module
        self.hooks = hooks
    }

    func watched(inputs: [Tensor]) -> [Tensor] {
        inputCount = inputs.count
        inputsRequireGrad = isRecorded(inputs)
        return watched(inputs) { self.finish($0) }
    }

    func watched(outputs: [Tensor]) -> [Tensor] {
        watched(outputs) { gradients in
            self.gradOutputs = gradients
            // No gradient will come by the inputs.
            if !self.inputsRequireGrad { _ = self.finish(Array(repeating: nil, count: self.inputCount)) }
            return gradients
        }
    }

    private func finish(_ gradients: [Tensor?]) -> [Tensor?] {
        // Gradients of gradients would keep the graph that keeps this.
        defer { gradOutputs = [] }
        return hooks.reduce(gradients) { $1(module, $0, gradOutputs) ?? $0 }
    }

    /// The same tensors through a node that sees their gradients.
    private func watched(_ tensors: [Tensor], _ gradients: @escaping ([Tensor?]) -> [Tensor?]) -> [Tensor] {
        guard isRecorded(tensors) else { return tensors }
        let results = tensors.map { $0.detach() }
        record("BackwardHookFunctionBackward", results, tensors, isReusable: true, gradients)
        return results
    }
}
