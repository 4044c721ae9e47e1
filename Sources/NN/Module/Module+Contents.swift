// What a module holds, in PyTorch's order: a module before those below it, shared ones once, at their first name.
extension Module {
    /// All parameters, for an optimizer.
    /// - Parameter recurse: whether those of modules below count.
    public func parameters(recurse: Bool = true) -> [Tensor] { namedParameters(recurse: recurse).map(\.parameter) }

    /// All parameters with their names, as `conv1.weight`.
    ///
    /// - Parameters:
    ///   - prefix: stands before the names, with a dot.
    ///   - recurse: whether parameters of modules below count.
    ///   - removeDuplicate: whether a shared parameter is listed once.
    public func namedParameters(prefix: String = "", recurse: Bool = true, removeDuplicate: Bool = true) -> [(
        name: String, parameter: Tensor
    )] {
        namedTensors(prefix, recurse, removeDuplicate) { $0.isParameter }.map { ($0.name, $0.tensor) }
    }

    /// All buffers.
    /// - Parameter recurse: whether those of modules below count.
    public func buffers(recurse: Bool = true) -> [Tensor] { namedBuffers(recurse: recurse).map(\.buffer) }

    /// All buffers with their names, as `bn1.running_mean`; the parameters are those of `namedParameters`.
    public func namedBuffers(prefix: String = "", recurse: Bool = true, removeDuplicate: Bool = true) -> [(
        name: String, buffer: Tensor
    )] {
        namedTensors(prefix, recurse, removeDuplicate) { $0.isBuffer() }.map { ($0.name, $0.tensor) }
    }

    /// The modules that this one holds itself.
    public func children() -> [Module] { namedChildren().map(\.module) }

    /// The modules that this one holds itself, with their names.
    public func namedChildren() -> [(name: String, module: Module)] {
        var seen: Set<ObjectIdentifier> = []
        return heldModules.filter { seen.insert(ObjectIdentifier($0.module)).inserted }
    }

    /// This module and all below it.
    public func modules() -> [Module] { namedModules().map(\.module) }

    /// This module, whose name is the prefix, and all below it with names as `layer1.0.conv1`.
    ///
    /// - Parameters:
    ///   - prefix: stands before the names, with a dot.
    ///   - removeDuplicate: whether a shared module is listed once.
    public func namedModules(prefix: String = "", removeDuplicate: Bool = true) -> [(name: String, module: Module)] {
        var seen: Set<ObjectIdentifier> = []
        var result: [(name: String, module: Module)] = []
        func visit(_ name: String, _ module: Module) {
            if !seen.insert(ObjectIdentifier(module)).inserted && removeDuplicate { return }
            result.append((name, module))
            for (child, held) in module.heldModules { visit(name.joined(child), held) }
        }
        visit(prefix, self)
        return result
    }

    private func namedTensors(
        _ prefix: String, _ recurse: Bool, _ removeDuplicate: Bool, _ isWanted: (TensorSlot) -> Bool
    ) -> [(name: String, tensor: Tensor)] {
        var seen: Set<ObjectIdentifier> = []
        var result: [(name: String, tensor: Tensor)] = []
        let holders = recurse ? namedModules(prefix: prefix, removeDuplicate: removeDuplicate) : [(prefix, self)]
        for (path, module) in holders {
            for (name, slot) in module.slots where isWanted(slot) {
                guard let tensor = slot.tensor else { continue }
                if !seen.insert(ObjectIdentifier(tensor)).inserted && removeDuplicate { continue }
                result.append((path.joined(name), tensor))
            }
        }
        return result
    }

    /// The module of a dotted name as `layer1.0.conv1`, nil where there is none; the empty name is this module's.
    public func getSubmodule(_ target: String) -> Module? {
        var module = self
        for part in target.split(separator: ".") {
            guard let next = module.heldModules.first(where: { $0.name == part }) else { return nil }
            module = next.module
        }
        return module
    }

    /// The parameter of a dotted name as `conv1.weight`, nil where there is none.
    public func getParameter(_ target: String) -> Tensor? { slot(target).flatMap { $0.isParameter ? $0.tensor : nil } }

    /// The buffer of a dotted name as `bn1.running_mean`, nil where there is none.
    public func getBuffer(_ target: String) -> Tensor? { slot(target).flatMap { $0.isBuffer() ? $0.tensor : nil } }

    private func slot(_ target: String) -> TensorSlot? {
        let parts = target.split(separator: ".")
        guard let name = parts.last else { return nil }
        let holder = getSubmodule(parts.dropLast().joined(separator: "."))
        return holder?.slots.first { $0.name == name }?.slot
    }
}

extension String {
    /// The name of something below the module of this name.
    func joined(_ name: String) -> String { isEmpty ? name : self + "." + name }
}
