import PinionTensor

/// Changes parameters by their gradients; the base of all optimizers, as PyTorch's `torch.optim.Optimizer`.
///
/// One's own optimizer is a subclass that overrides `update(_:)`:
/// ```swift
/// final class SignSGD: Optimizer {
///     init(_ params: [Tensor], lr: Double) { super.init(params, defaults: ["lr": .double(lr)]) }
///     override func update(_ group: ParamGroup) {
///         for (p, grad) in withGradients(group) { p.subInPlace(grad.sign(), alpha: group.lr) }
///     }
/// }
/// ```
open class Optimizer: CustomStringConvertible {
    /// The groups, each with all options.
    public private(set) var paramGroups: [ParamGroup] = []
    /// The options of groups that do not name their own.
    public let defaults: StateTree
    /// What is remembered of each parameter.
    public let state = OptimizerState()
    private var preHooks: [(id: UInt64, body: (Optimizer) -> Void)] = []
    private var postHooks: [(id: UInt64, body: (Optimizer) -> Void)] = []
    private var lastHook: UInt64 = 0

    /// An optimizer of tensors, or of groups with options of their own.
    ///
    /// - Parameters:
    ///   - params: an array of leaf tensors, or of `ParamGroup`s; not empty, no tensor twice.
    ///   - defaults: the options with PyTorch's names, in its order.
    public init<P: Optimizable>(_ params: [P], defaults: StateTree) {
        self.defaults = defaults
        let groups = P._groups(params)
        attempt(else: ()) { () throws(TensorError) in
            try checkNamed(ParamGroup([], options: defaults))
            if groups.isEmpty {
                throw TensorError(name, .value, "optimizer got an empty parameter list")
            }
            for group in groups { try add(group) }
        }
    }

    /// Without parameters: stands where a mistake was made.
    init(placeholder: ()) { defaults = [:] }

    /// The type's name.
    package var name: String { String(describing: type(of: self)) }

    // MARK: - For subclasses

    /// Changes the parameters of a group. Runs without recording.
    open func update(_ group: ParamGroup) {
        report(TensorError(name, .value, "update(_:) is not overridden"))
    }

    /// A whole step: the closure, then `update` for each group. Runs without recording.
    open func perform(_ closure: (() -> Tensor)?) -> Tensor? {
        let loss = closure.map { enableGrad($0) }
        for group in paramGroups { update(group) }
        return loss
    }

    /// Throws where the options of a group are impossible; called for the defaults, new groups and loaded ones.
    open func check(_ group: ParamGroup) throws(TensorError) {}

    /// `check`, whose errors name the kind of optimizer.
    private func checkNamed(_ group: ParamGroup) throws(TensorError) {
        do { try check(group) } catch { throw TensorError("\(type(of: self))", error.kind, error.message) }
    }

    /// The names that the state of a parameter in `group` must have, once there is any.
    open func stateKeys(_ group: ParamGroup) -> [String] { [] }

    /// Whether a tensor of this shape may be a parameter's state: by default of its shape, or of one element.
    open func takesState(_ name: String, of shape: [Int], for parameter: Tensor) -> Bool {
        shape == parameter.shape || shape.isEmpty
    }

    /// The parameters of a group that have a gradient, with it; negated where the group maximizes.
    public func withGradients(_ group: ParamGroup) -> [(parameter: Tensor, gradient: Tensor)] {
        let maximizes = group.flag("maximize")
        return group.params.compactMap { p in p.grad.map { (p, maximizes ? -$0 : $0) } }
    }

    // MARK: - Steps

    /// Sets the gradients of all parameters to nil, or to zeros.
    /// - Parameter setToNone: whether to nil; then parameters that get no gradient are left alone by `step`.
    public func zeroGrad(setToNone: Bool = true) {
        for p in paramGroups.lazy.flatMap(\.params) {
            guard let grad = p.grad else { continue }
            if setToNone {
                p.grad = nil
            } else {
                p.grad = noGrad { grad.detach().zeroInPlace() }
            }
        }
    }

    /// Changes the parameters by their gradients.
    /// - Parameter closure: computes the loss and its gradients again; some optimizers call it several times.
    /// - Returns: what the closure returned at first.
    @discardableResult
    public func step(closure: (() -> Tensor)? = nil) -> Tensor? {
        for hook in preHooks { hook.body(self) }
        let loss = noGrad { perform(closure) }
        for hook in postHooks { hook.body(self) }
        return loss
    }

    /// Calls `hook` before each step. As PyTorch's `register_step_pre_hook`.
    @discardableResult
    public func registerStepPreHook(_ hook: @escaping (Optimizer) -> Void) -> HookHandle {
        lastHook += 1
        let id = lastHook
        preHooks.append((id, hook))
        return HookHandle { [weak self] in self?.preHooks.removeAll { $0.id == id } }
    }

    /// Calls `hook` after each step. As PyTorch's `register_step_post_hook`.
    @discardableResult
    public func registerStepPostHook(_ hook: @escaping (Optimizer) -> Void) -> HookHandle {
        lastHook += 1
        let id = lastHook
        postHooks.append((id, hook))
        return HookHandle { [weak self] in self?.postHooks.removeAll { $0.id == id } }
    }

    // MARK: - Groups

    /// Adds parameters with options of their own, as layers that are to be trained from now on.
    public func addParamGroup(_ group: ParamGroup) {
        attempt(else: ()) { () throws(TensorError) in try add(group) }
    }

    private func add(_ group: ParamGroup) throws(TensorError) {
        var seen = Set(paramGroups.lazy.flatMap(\.params).map { ObjectIdentifier($0) })
        let others = seen
        for p in group.params {
            if !p.isLeaf && !p.retainsGrad {
                throw TensorError(name, .graph, "can't optimize a non-leaf Tensor, of shape \(p.shape)")
            }
            if others.contains(ObjectIdentifier(p)) {
                throw TensorError(
                    name, .value,
                    "some parameters appear in more than one parameter group: one of shape \(p.shape)")
            }
            if !seen.insert(ObjectIdentifier(p)).inserted {
                throw TensorError(
                    name, .value, "a parameter of shape \(p.shape) appears twice in a parameter group")
            }
        }
        if let first = paramGroups.first, (first["param_names"] == nil) != (group["param_names"] == nil) {
            throw TensorError(name, .value, "all optimizer param groups should be with/without names")
        }
        var options = defaults
        for (key, value) in group.options { options[key] = value }
        try checkNamed(ParamGroup(group.params, options: options))
        group.options = options
        paramGroups.append(group)
    }

    /// The groups with their options, in the lines PyTorch prints.
    public var description: String {
        var text = name + " ("
        for (index, group) in paramGroups.enumerated() {
            text += "\nParameter Group \(index)\n"
            for key in group.options.keys.map(\.description).sorted() {
                text += "    \(key): \(group.options[key] ?? .null)\n"
            }
        }
        return text + ")"
    }
}
