/// Parameters by number, listed by the module that holds this one. As PyTorch's `nn.ParameterList`.
open class ParameterList: Module, Sequence {
    public init(_ parameters: some Sequence<Tensor>) {
        super.init()
        for parameter in parameters { append(parameter) }
    }

    public override convenience init() { self.init([Tensor]()) }

    /// How many parameters there are.
    public var count: Int { registered?.members.count ?? 0 }

    /// The parameter of a number, negative ones from the end; setting it puts another one in its place.
    public subscript(index: Int) -> Tensor {
        get {
            let own = elements
            let place = index < 0 ? index + own.count : index
            if own.indices ~= place { return own[place] }
            report(TensorError("ParameterList.subscript", .index, "there is no parameter \(index) of \(own.count)"))
            return .failed
        }
        set {
            let place = index < 0 ? index + count : index
            if 0..<count ~= place { return registerParameter("\(place)", newValue) }
            report(TensorError("ParameterList.subscript", .index, "there is no parameter \(index) of \(count)"))
        }
    }

    /// Adds a parameter at the end. Returns this module.
    @discardableResult
    public func append(_ parameter: Tensor) -> Self {
        registerParameter("\(count)", parameter)
        return self
    }

    public func makeIterator() -> IndexingIterator<[Tensor]> { elements.makeIterator() }

    private var elements: [Tensor] { slots.compactMap(\.slot.tensor) }

    open override var extraRepr: String { ParameterText.lines(slots) }
}

enum ParameterText {
    /// A line a parameter, as PyTorch prints its lists.
    static func lines(_ slots: [(name: String, slot: TensorSlot)]) -> String {
        slots.compactMap { name, slot in
            slot.tensor.map { tensor in
                let sizes = tensor.shape.map(String.init).joined(separator: "x")
                return "  (\(name)): Parameter containing: [torch.\(tensor.dtype) of size \(sizes)]"
            }
        }.joined(separator: "\n")
    }
}
