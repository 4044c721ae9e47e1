extension Module {
    /// Adds a parameter that is no stored property, or replaces one that was added. As `register_parameter`.
    public func registerParameter(_ name: String, _ parameter: Tensor?) {
        if isFree(name, "registerParameter") { add(name, .tensor(Parameter<Tensor?>(wrappedValue: parameter))) }
    }

    /// Adds a buffer that is no stored property, or replaces one that was added. As `register_buffer`.
    ///
    /// - Parameters:
    ///   - name: without a dot.
    ///   - buffer: the tensor.
    ///   - persistent: whether it is part of `stateDict`.
    public func registerBuffer(_ name: String, _ buffer: Tensor?, persistent: Bool = true) {
        if isFree(name, "registerBuffer") {
            add(name, .tensor(Buffer<Tensor?>(wrappedValue: buffer, persistent: persistent)))
        }
    }

    /// Adds a module that is no stored property, or replaces one that was added. As `add_module`.
    public func registerModule(_ name: String, _ module: Module) {
        if isFree(name, "registerModule") { add(name, .module(module)) }
    }

    /// The same as `registerModule`.
    public func addModule(_ name: String, _ module: Module) { registerModule(name, module) }

    func add(_ name: String, _ value: Member.Value) {
        let registered = registered ?? RegisteredMembers()
        self.registered = registered
        registered.set(name, value)
    }

    private func isFree(_ name: String, _ operation: String) -> Bool {
        if name.isEmpty || name.contains(".") {
            report(TensorError(operation, .value, "\"\(name)\" is no name: expected one without a dot, not empty"))
            return false
        }
        let isOwn = registered?.members.contains { $0.name == name } ?? false
        if !isOwn && members.contains(where: { $0.name == name }) {
            report(TensorError(operation, .value, "\(typeName) has a stored property \"\(name)\""))
            return false
        }
        return true
    }
}
