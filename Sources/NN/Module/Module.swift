/// A part of a model: parameters, buffers and other modules as stored properties, and `forward`.
///
/// Stored properties are found by reflection, those of superclasses first, in the order of their declaration:
/// - modules, also optional and lazy ones, `let` or `var`: `let conv1 = Conv2d(1, 10, kernelSize: 5)`;
/// - parameters: `@Parameter var weight = Tensor.randn(3, 4)`;
/// - buffers, which are saved but not trained: `@Buffer var runningMean = Tensor.zeros(4)`.
///
/// Their names are the properties', as in `conv1.weight`; other stored properties, plain tensors too, are left alone.
/// Modules in arrays and dictionaries are found in a `ModuleList` or `ModuleDict`. A `var` may be replaced at any time:
/// whoever asks next gets the new one. `forward` never reflects.
open class Module {
    /// Whether the module is being trained, as opposed to used; `train()` and `eval()` set it here and below.
    public internal(set) var isTraining = true
    /// The same as `isTraining`: PyTorch's name.
    public final var training: Bool { isTraining }
    /// Hooks, where there are any.
    var hooks: ModuleHooks?
    /// What was added by name.
    var registered: RegisteredMembers?
    /// The members, where they cannot change: reflected once.
    var fixedMembers: [Member]?

    public init() {}

    /// The module's result; to be overridden. Call the module itself, `model(x)`, so that hooks run.
    open func forward(_ x: Tensor) -> Tensor {
        report(TensorError("\(typeName)", .value, "forward(_:) is not overridden, or the module takes other arguments"))
        return .failed
    }

    /// The result of `forward`, and of the hooks.
    open func callAsFunction(_ x: Tensor) -> Tensor {
        guard let hooks else { return forward(x) }
        return hooks.call(self, [x]) { [self.forward($0[0])] }[0]
    }

    /// Sets whether this module and those below it are being trained. Returns this module.
    @discardableResult
    open func train(_ mode: Bool = true) -> Self {
        isTraining = mode
        for (_, child) in namedChildren() { child.train(mode) }
        return self
    }

    /// The same as `train(false)`: for using the model.
    @discardableResult
    public func eval() -> Self { train(false) }

    /// What is printed between the parentheses after the type: the module's arguments, as PyTorch prints them.
    open var extraRepr: String { "" }

    /// Names in `stateDict` of stored properties of this class that differ from the properties' own, as of
    /// `["inProjWeight": "in_proj_weight"]`.
    open class var stateDictNames: [String: String] { [:] }

    /// The name before the parentheses when the module is printed: the type's.
    open var printedName: String { typeName }

    /// The name of the module's type.
    package var typeName: String { String(describing: type(of: self)) }
}
