/// Modules by number, found by whoever looks for parameters; one calls them oneself. As PyTorch's `nn.ModuleList`.
open class ModuleList: Module, ModuleSequence, ExpressibleByArrayLiteral {
    public init(_ modules: some Sequence<Module>) {
        super.init()
        append(contentsOf: modules)
    }

    public override convenience init() { self.init([]) }

    public convenience init(_ modules: Module...) { self.init(modules) }

    public required convenience init(arrayLiteral elements: Module...) { self.init(elements) }

    /// The modules at some places.
    public subscript(range: some RangeExpression<Int>) -> ModuleList {
        let list = ModuleList()
        for member in members(range) { list.add("\(list.count)", member.value) }
        return list
    }
}
