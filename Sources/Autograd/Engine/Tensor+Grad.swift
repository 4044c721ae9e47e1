import PinionTensor

extension Tensor {
    /// Whether operations on this tensor are recorded, so that gradients by it, or by what it was made from, exist.
    ///
    /// Setting it turns a leaf into one whose `grad` `backward` computes. Only floating-point tensors may require a
    /// gradient, and a result of recorded operations cannot stop requiring one: use `detach()`.
    public var requiresGrad: Bool {
        get {
            if tracksGrad { return true }
            // A view takes part when its base has begun to since.
            guard let base, base.tracksGrad, viewKind == .differentiable, base.node is Leaf == false else {
                return false
            }
            return base.autograd != nil
        }
        set {
            attempt(else: ()) { () throws(TensorError) in
                if newValue && !dtype.isFloatingPoint {
                    throw TensorError(
                        "requiresGrad", .dtype, "only floating-point tensors may require a gradient, not \(dtype)")
                }
                if !isLeaf {
                    if newValue { return }
                    throw TensorError(
                        "requiresGrad", .graph,
                        "only leaves may stop requiring a gradient; detach() makes a tensor without history")
                }
                tracksGrad = newValue
            }
        }
    }

    /// Sets `requiresGrad` and returns this tensor. As PyTorch's `requires_grad_`.
    @discardableResult
    public func requiresGradInPlace(_ requiresGrad: Bool = true) -> Tensor {
        self.requiresGrad = requiresGrad
        return self
    }

    /// Whether no recorded operation made this tensor.
    public var isLeaf: Bool {
        if base != nil { refreshView() }
        return node == nil || node is Leaf
    }

    /// The recorded operation that made this tensor; nil for leaves.
    public var gradFn: Node? {
        if base != nil { refreshView() }
        guard let node, !(node is Leaf) else { return nil }
        return node
    }

    /// The gradient that `backward` has computed: of a leaf, or after `retainGrad()`.
    public var grad: Tensor? {
        get {
            guard let node else { return nil }
            if let leaf = node as? Leaf { return leaf.grad }
            return node.observers?.retained[outputIndex] ?? nil
        }
        set {
            attempt(else: ()) { () throws(TensorError) in
                if let newValue {
                    if !newValue.layout.hasSizes(of: layout) {
                        throw TensorError(
                            "grad", .shape, "a gradient of shape \(newValue.shape) for a tensor of shape \(shape)")
                    }
                    if newValue.dtype != dtype {
                        throw TensorError("grad", .dtype, "a gradient of \(newValue.dtype) for a tensor of \(dtype)")
                    }
                }
                if let node, !(node is Leaf) {
                    node.makeObservers().retained[outputIndex] = newValue
                } else {
                    let leaf = node as? Leaf ?? makeLeaf()
                    leaf.grad = newValue
                }
            }
        }
    }

    /// Keeps the gradient of this tensor, which is no leaf, in `grad` when `backward` passes. As `retain_grad`.
    public func retainGrad() {
        attempt(else: ()) { () throws(TensorError) in
            if !requiresGrad {
                throw TensorError(
                    "retainGrad", .graph, "the tensor of shape \(shape) does not require a gradient")
            }
            guard let edge, !(edge.node is Leaf) else { return }
            let observers = edge.node.makeObservers()
            if observers.retained[edge.output] == nil { observers.retained[edge.output] = .some(nil) }
        }
    }

    /// Whether `retainGrad()` was called for this tensor, which is no leaf.
    public var retainsGrad: Bool {
        guard let node, !(node is Leaf) else { return false }
        return node.observers?.retained[outputIndex] != nil
    }

    /// The same elements without history; changes of one are seen in the other. As PyTorch's `detach`.
    public func detach() -> Tensor { Tensor(storage, layout, dtype) }

    /// Forgets this tensor's history: it becomes a leaf that requires no gradient. As PyTorch's `detach_`.
    @discardableResult
    public func detachInPlace() -> Tensor {
        attempt(else: self) { () throws(TensorError) in
            if base != nil {
                throw TensorError("detachInPlace", .graph, "views cannot be detached in place; use detach()")
            }
            autograd = nil
            outputIndex = 0
            tracksGrad = false
            return self
        }
    }

    /// Calls `hook` with this tensor's gradient whenever one is computed; what it returns takes the gradient's place.
    ///
    /// As PyTorch's `register_hook`.
    @discardableResult
    public func registerHook(_ hook: @escaping (Tensor) -> Tensor?) -> HookHandle {
        observe("registerHook") { observers, edge in
            let id = observers.nextID()
            observers.hooks.append(Observers.Hook(output: edge.output, id: id, body: hook))
            return { edge.node.observers?.hooks.removeAll { $0.id == id } }
        }
    }

    /// Calls `hook` with this leaf after a gradient has been added to its `grad`.
    ///
    /// As PyTorch's `register_post_accumulate_grad_hook`.
    @discardableResult
    public func registerPostAccumulateGradHook(_ hook: @escaping (Tensor) -> Void) -> HookHandle {
        attempt(else: HookHandle {}) { () throws(TensorError) in
            guard isLeaf else {
                throw TensorError(
                    "registerPostAccumulateGradHook", .graph, "the tensor of shape \(shape) is not a leaf")
            }
            return observe("registerPostAccumulateGradHook") { observers, edge in
                let id = observers.nextID()
                observers.afterAccumulation.append((id, { [weak self] in self.map(hook) }))
                return { edge.node.observers?.afterAccumulation.removeAll { $0.id == id } }
            }
        }
    }

    private func observe(
        _ operation: StaticString, _ add: (Observers, Edge) -> () -> Void
    ) -> HookHandle {
        attempt(else: HookHandle {}) { () throws(TensorError) in
            guard let edge else {
                throw TensorError(
                    "\(operation)", .graph, "the tensor of shape \(shape) does not require a gradient")
            }
            return HookHandle(add(edge.node.makeObservers(), edge))
        }
    }
}
