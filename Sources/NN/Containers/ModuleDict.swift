/// Modules by name, found by whoever looks for parameters; one calls them oneself. As PyTorch's `nn.ModuleDict`.
open class ModuleDict: Module, Sequence, ExpressibleByDictionaryLiteral {
    public init(_ modules: some Sequence<(String, Module)>) {
        super.init()
        for (name, module) in modules { registerModule(name, module) }
    }

    /// Modules by name, in the order given.
    public init(_ modules: KeyValuePairs<String, Module>) {
        super.init()
        for (name, module) in modules { registerModule(name, module) }
    }

    public override convenience init() { self.init([(String, Module)]()) }

    public required convenience init(dictionaryLiteral elements: (String, Module)...) { self.init(elements) }

    /// The names, in order.
    public var keys: [String] { heldModules.map(\.name) }
    /// The modules, in order.
    public var values: [Module] { heldModules.map(\.module) }
    /// How many modules there are.
    public var count: Int { heldModules.count }

    /// The module of a name. A new one comes last; nil removes it.
    public subscript(name: String) -> Module? {
        get { heldModules.first { $0.name == name }?.module }
        set {
            if let newValue {
                registerModule(name, newValue)
            } else {
                registered?.members.removeAll { $0.name == name }
            }
        }
    }

    /// Names and modules, in order.
    public func makeIterator() -> IndexingIterator<[(name: String, module: Module)]> { heldModules.makeIterator() }
}
