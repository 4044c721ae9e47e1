import PinionTensor

/// Parameters that an optimizer changes with the same options, which are kept under PyTorch's names.
///
/// `group.lr *= 0.5`, `group["weight_decay"] = 0.01`. What a group does not name has the optimizer's value.
public final class ParamGroup {
    /// The parameters, in order.
    public internal(set) var params: [Tensor]
    /// The options by PyTorch's names: `lr`, `weight_decay`, `betas`, …
    public internal(set) var options: StateTree

    /// A group for an optimizer.
    ///
    /// - Parameters:
    ///   - params: the parameters, in order.
    ///   - lr: the learning rate; nil for the optimizer's.
    ///   - weightDecay: the weight decay; nil for the optimizer's.
    ///   - momentum: the momentum; nil for the optimizer's.
    ///   - options: any options, by PyTorch's names.
    public init(
        _ params: [Tensor], lr: Double? = nil, weightDecay: Double? = nil, momentum: Double? = nil,
        options: StateTree = [:]
    ) {
        self.params = params
        self.options = options
        if let lr { self.options["lr"] = .double(lr) }
        if let weightDecay { self.options["weight_decay"] = .number(weightDecay, default: 0) }
        if let momentum { self.options["momentum"] = .number(momentum, default: 0) }
    }

    /// A group of parameters with names, which are kept beside them: `ParamGroup(named: model.namedParameters())`.
    public convenience init(
        named params: [(name: String, parameter: Tensor)], lr: Double? = nil, options: StateTree = [:]
    ) {
        self.init(params.map(\.parameter), lr: lr, options: options)
        self.options["param_names"] = .list(params.map { .string($0.name) })
    }

    /// The option of a name; nil where there is none.
    public subscript(name: String) -> StateValue? {
        get { options[name] }
        set { options[name] = newValue }
    }

    /// The learning rate.
    public var lr: Double {
        get { number("lr") }
        set { options["lr"] = .double(newValue) }
    }
}

// Typed reading, for optimizers.
extension ParamGroup {
    /// The number of an option. A missing one is a mistake of the program.
    public func number(_ name: String) -> Double {
        read(name, "a number", 0) { $0.number }
    }

    /// The truth of an option; false where it is missing or null.
    public func flag(_ name: String) -> Bool {
        guard let value = options[name], !value.isNull else { return false }
        return value.bool ?? read(name, "a boolean", false) { _ in nil }
    }

    /// The two numbers of an option, as `betas`.
    public func pair(_ name: String) -> (Double, Double) {
        read(name, "two numbers", (0, 0)) { value in
            value.numbers.flatMap { $0.count == 2 ? ($0[0], $0[1]) : nil }
        }
    }

    private func read<Value>(
        _ name: String, _ kind: String, _ placeholder: Value, _ get: (StateValue) -> Value?
    ) -> Value {
        if let found = options[name].flatMap(get) { return found }
        let given = options[name].map { "is \($0)" } ?? "is missing"
        report(TensorError("ParamGroup", .value, "the option \(name) \(given), expected \(kind)"))
        return placeholder
    }
}

// Checks of options, with PyTorch's words.
extension ParamGroup {
    /// Throws unless `holds` for the number of an option.
    func check(
        _ name: String, _ title: String, _ rule: String = "at least 0",
        _ holds: (Double) -> Bool = { $0 >= 0 }
    ) throws(TensorError) {
        guard let value = options[name] else { return }
        guard let number = value.number, holds(number) else {
            throw TensorError("Optimizer", .value, "Invalid \(title): \(value); expected \(rule)")
        }
    }

    /// Throws unless both betas are at least 0 and below 1.
    func checkBetas() throws(TensorError) {
        guard let value = options["betas"] else { return }
        guard let betas = value.numbers, betas.count == 2 else {
            throw TensorError("Optimizer", .value, "Invalid betas: \(value); expected two numbers")
        }
        for (index, beta) in betas.enumerated() where !(beta >= 0 && beta < 1) {
            throw TensorError(
                "Optimizer", .value,
                "Invalid beta parameter at index \(index): \(beta); expected at least 0 and below 1")
        }
    }
}

/// What an optimizer's initialiser takes an array of: tensors, or groups of them with options of their own.
public protocol Optimizable {
    /// The groups that an array stands for; for Pinion's own use.
    static func _groups(_ params: [Self]) -> [ParamGroup]
}

extension Tensor: Optimizable {
    public static func _groups(_ params: [Tensor]) -> [ParamGroup] {
        params.isEmpty ? [] : [ParamGroup(params)]
    }
}

extension ParamGroup: Optimizable {
    public static func _groups(_ params: [ParamGroup]) -> [ParamGroup] { params }
}
