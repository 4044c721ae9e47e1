import PinionSIMDKernels

extension Raw {
    /// Numbers spread evenly over [from, to): 24 random bits each, of float64 53.
    package static func uniform(
        _ x: Tensor, from: Double, to: Double, _ generator: Generator?, name: StaticString
    ) throws(TensorError) {
        try checkFloating(x, name)
        try require(from <= to, name, "expected from <= to, got from \(from) and to \(to)")
        let greatest = x.dtype.greatestFinite
        try require(
            abs(from) <= greatest && abs(to) <= greatest && to - from <= greatest, name,
            "from \(from) and to \(to) are out of bounds for \(x.dtype)")
        if x.dtype == .float64 {
            return try draw(Double.self, into: x, generator, name) { $0.uniform($1, $2, from: from, to: to) }
        }
        if x.dtype == .float32 {
            return try draw(Float.self, into: x, generator, name) { $0.uniform($1, $2, from: from, to: to) }
        }
        let (first, last) = (Float(from).rounded(to: x.dtype), Float(to).rounded(to: x.dtype))
        let dtype = x.dtype
        try draw(Float.self, into: x, generator, name) { engine, target, count in
            engine.uniform(target, count, from: from, to: to)
            let narrow = Tensor(Layout(rank: 1, sizes: Extents(padding: [count])), dtype)
            withExtendedLifetime(narrow) {
                cast(target, from: .float32, into: narrow.pointer, to: dtype, count: count)
                cast(narrow.pointer, from: dtype, into: target, to: .float32, count: count)
            }
            // What rounds up to the end becomes the beginning.
            for i in 0..<count where target[i] == last { target[i] = first }
        }
    }

    /// 1 with probability p, else 0.
    package static func bernoulli(
        _ x: Tensor, _ p: Double, _ generator: Generator?, name: StaticString
    ) throws(TensorError) {
        try require(0...1 ~= p, name, "expected a probability from 0 to 1, got \(p)")
        switch x.dtype {
        case .float32: try draw(Float.self, into: x, generator, name) { $0.bernoulli($1, $2, probability: p) }
        case .float64: try draw(Double.self, into: x, generator, name) { $0.bernoulli($1, $2, probability: p) }
        default: try draw(UInt8.self, into: x, generator, name) { $0.bernoulli($1, $2, probability: p) }
        }
    }

    /// 1 with the probability of the same place, else 0; `p` broadcasts to `x`'s shape.
    package static func bernoulli(
        _ x: Tensor, _ p: Tensor, _ generator: Generator?, name: StaticString
    ) throws(TensorError) {
        try checkFloating(p, name)
        guard let shape = Layout.broadcast(p.layout, x.layout), shape.hasSizes(of: x.layout) else {
            throw TensorError("\(name)", .shape, "probabilities of shape \(p.shape) for a tensor of shape \(x.shape)")
        }
        if p.dtype == .float64 {
            try bernoulli(Double.self, x, p, generator, name)
        } else {
            try bernoulli(Float.self, x, p, generator, name)
        }
    }

    private static func bernoulli<T: RandomFillScalar & TensorElement>(
        _: T.Type, _ x: Tensor, _ p: Tensor, _ generator: Generator?, _ name: StaticString
    ) throws(TensorError) {
        // The probabilities in the order of the draws: written to a tensor with x's layout.
        let probabilities = geometry(of: x.layout.preserved, T.dtype)
        copy(p, into: probabilities)
        let chances = probabilities.pointer.assumingMemoryBound(to: T.self)
        for i in 0..<x.numel where !(0...1 ~= chances[i]) {
            throw TensorError("\(name)", .value, "expected probabilities from 0 to 1, got \(chances[i])")
        }
        var drawn = 0
        try draw(T.self, into: x, generator, name) { engine, target, count in
            engine.bernoulli(target, count, probabilities: chances + drawn)
            drawn += count
        }
        withExtendedLifetime(probabilities) {}
    }
}

extension DType {
    /// The greatest finite number of a floating-point dtype.
    var greatestFinite: Double {
        switch self {
        case .float16: 65504
        case .bfloat16: 0x1.FEp127
        case .float64: .greatestFiniteMagnitude
        default: Double(Float.greatestFiniteMagnitude)
        }
    }
}
