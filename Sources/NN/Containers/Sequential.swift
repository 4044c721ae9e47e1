/// Modules one after the other: each takes what the one before it returns. As PyTorch's `nn.Sequential`.
///
/// `Sequential(Linear(784, 256), ReLU(), Linear(256, 10))` names them by number,
/// `Sequential(["hidden": Linear(784, 256), "relu": ReLU()])` as given.
open class Sequential: Module, ModuleSequence {
    public init(_ modules: some Sequence<Module>) {
        super.init()
        append(contentsOf: modules)
    }

    public convenience init(_ modules: Module...) { self.init(modules) }

    /// Modules with names, in the order given.
    public init(_ modules: KeyValuePairs<String, Module>) {
        super.init()
        for (name, module) in modules { registerModule(name, module) }
    }

    /// Modules with names, in the order given.
    public init(_ modules: [(String, Module)]) {
        super.init()
        for (name, module) in modules { registerModule(name, module) }
    }

    open override func forward(_ x: Tensor) -> Tensor {
        var x = x
        for member in registered?.members ?? [] {
            if case .module(let module) = member.value { x = module(x) }
        }
        return x
    }

    /// The modules at some places, under their names; they are shared.
    public subscript(range: some RangeExpression<Int>) -> Sequential {
        let part = Sequential()
        for member in members(range) { part.add(member.name, member.value) }
        return part
    }

    /// The module of a name, nil where there is none.
    public subscript(name: String) -> Module? { heldModules.first { $0.name == name }?.module }
}
