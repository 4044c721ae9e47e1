import PinionTensor

/// What an optimizer remembers of each parameter: `optimizer.state[p]["momentum_buffer"]?.tensor`.
public final class OptimizerState {
    private var states: [ObjectIdentifier: ParamState] = [:]

    /// What is remembered of `parameter`; empty at first.
    public subscript(parameter: Tensor) -> ParamState {
        let id = ObjectIdentifier(parameter)
        if let state = states[id] { return state }
        let state = ParamState(parameter)
        states[id] = state
        return state
    }

    func replace(with entries: [(Tensor, StateTree)]) {
        states = [:]
        for (parameter, tree) in entries { self[parameter].entries = tree }
    }
}

/// What an optimizer remembers of one parameter, under PyTorch's names.
public final class ParamState {
    /// The parameter; held, so that no other gets its identity.
    public let parameter: Tensor
    /// The whole.
    public var entries = StateTree()

    init(_ parameter: Tensor) { self.parameter = parameter }

    /// The value of a name.
    public subscript(name: String) -> StateValue? {
        get { entries[name] }
        set { entries[name] = newValue }
    }

    /// The tensor of a name, made at the first call: zeros in the parameter's shape, unless `initial` makes another.
    public func tensor(_ name: String, _ initial: (Tensor) -> Tensor = { Tensor.zerosLike($0) })
        -> Tensor
    {
        if let tensor = entries[name]?.tensor { return tensor }
        let tensor = initial(parameter)
        entries[name] = .tensor(tensor)
        return tensor
    }

    /// A tensor of one element, of float32 unless the default dtype is float64.
    public func scalar(_ name: String, _ initial: Double) -> Tensor {
        tensor(name) { _ in
            Tensor.full([], initial, dtype: getDefaultDType() == .float64 ? .float64 : .float32)
        }
    }

    /// Counts a step, and returns how many there have been.
    public func nextStep() -> Double {
        let step = scalar("step", 0)
        return attempt(else: 1) { () throws(TensorError) in try Raw.increment(step) }
    }
}
