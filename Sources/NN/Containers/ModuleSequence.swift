/// A module that holds others by number: `Sequential` and `ModuleList`.
///
/// Numbers from -1 down count from the end. Modules that are inserted or removed change the names of those behind them.
public protocol ModuleSequence: Module, Sequence where Element == Module {}

extension ModuleSequence {
    /// The modules, in order.
    public var elements: [Module] { heldModules.map(\.module) }

    /// How many modules there are.
    public var count: Int { registered?.members.count ?? 0 }

    /// Whether there are none.
    public var isEmpty: Bool { count == 0 }

    public func makeIterator() -> IndexingIterator<[Module]> { elements.makeIterator() }

    /// The module of a number; setting it puts another one in its place, under its name.
    public subscript(index: Int) -> Module {
        get { place(index, "subscript").map { elements[$0] } ?? Identity() }
        set {
            guard let place = place(index, "subscript"), let registered else { return }
            registered.members[place] = Member(name: registered.members[place].name, value: .module(newValue))
        }
    }

    /// Adds a module at the end. Returns this module.
    @discardableResult
    public func append(_ module: Module) -> Self {
        add("\(count)", .module(module))
        return self
    }

    /// Adds modules at the end. Returns this module. As `extend`.
    @discardableResult
    public func append(contentsOf modules: some Sequence<Module>) -> Self {
        for module in modules { append(module) }
        return self
    }

    /// The same as `append(contentsOf:)`.
    @discardableResult
    public func extend(_ modules: some Sequence<Module>) -> Self { append(contentsOf: modules) }

    /// The same as `insert(_:at:)`, in PyTorch's order.
    public func insert(_ index: Int, _ module: Module) { insert(module, at: index) }

    /// The same as `remove(at:)`; the last module unless a number is given.
    @discardableResult
    public func pop(_ index: Int = -1) -> Module { remove(at: index) }

    /// Puts a module before the one of the number, or at the end.
    public func insert(_ module: Module, at index: Int) {
        if index == count {
            append(module)
        } else if let place = place(index, "insert") {
            renumber { $0.insert(Member(name: "", value: .module(module)), at: place) }
        }
    }

    /// Takes the module of a number out and returns it. As `pop`.
    @discardableResult
    public func remove(at index: Int) -> Module {
        guard let place = place(index, "remove") else { return Identity() }
        let module = elements[place]
        renumber { $0.remove(at: place) }
        return module
    }

    private func renumber(_ change: (inout [Member]) -> Void) {
        guard let registered else { return }
        change(&registered.members)
        registered.members = registered.members.enumerated().map {
            Member(name: "\($0.offset)", value: $0.element.value)
        }
    }

    private func place(_ index: Int, _ operation: String) -> Int? {
        let place = index < 0 ? index + count : index
        if 0..<count ~= place { return place }
        report(TensorError("\(typeName).\(operation)", .index, "there is no module \(index) of \(count)"))
        return nil
    }

    /// The members at some places.
    func members(_ range: some RangeExpression<Int>) -> [Member] {
        let members = registered?.members ?? []
        let range = range.relative(to: members)
        if range.lowerBound >= 0 && range.upperBound <= members.count { return Array(members[range]) }
        report(TensorError("\(typeName).subscript", .index, "there are no modules \(range) of \(members.count)"))
        return []
    }
}
