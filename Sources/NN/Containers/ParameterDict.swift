/// Parameters by name, listed by the module that holds this one. As PyTorch's `nn.ParameterDict`.
open class ParameterDict: Module, ExpressibleByDictionaryLiteral {
    public init(_ parameters: some Sequence<(String, Tensor)>) {
        super.init()
        for (name, parameter) in parameters { registerParameter(name, parameter) }
    }

    /// Parameters by name, in the order given.
    public init(_ parameters: KeyValuePairs<String, Tensor>) {
        super.init()
        for (name, parameter) in parameters { registerParameter(name, parameter) }
    }

    public override convenience init() { self.init([(String, Tensor)]()) }

    public required convenience init(dictionaryLiteral elements: (String, Tensor)...) { self.init(elements) }

    /// The names, in order.
    public var keys: [String] { slots.map(\.name) }
    /// The parameters, in order.
    public var values: [Tensor] { slots.compactMap(\.slot.tensor) }
    /// How many parameters there are.
    public var count: Int { slots.count }

    /// The parameter of a name. A new one comes last; nil removes it.
    public subscript(name: String) -> Tensor? {
        get { slots.first { $0.name == name }?.slot.tensor }
        set {
            if let newValue {
                registerParameter(name, newValue)
            } else {
                registered?.members.removeAll { $0.name == name }
            }
        }
    }

    open override var extraRepr: String { ParameterText.lines(slots) }
}
