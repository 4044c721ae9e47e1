import PinionSIMDKernels

extension Raw {
    /// Category numbers drawn with chances in proportion to `weights`, one row of them for each row of weights.
    package static func multinomial(
        _ weights: Tensor, _ count: Int, replacement: Bool, _ generator: Generator?, name: StaticString
    ) throws(TensorError) -> Tensor {
        try checkFloating(weights, name)
        guard 1...2 ~= weights.ndim, let categories = weights.shape.last, categories > 0 else {
            throw TensorError(
                "\(name)", .shape, "expected weights of one or two dimensions, got shape \(weights.shape)")
        }
        try require(count > 0, name, "expected at least 1 draw, got \(count)")
        try require(
            replacement || count <= categories, name,
            "cannot draw \(count) of \(categories) categories without replacement")
        let shape = weights.shape.dropLast() + [count]
        let result = Tensor(try Layout(shape: Array(shape), "\(name)"), .int64)
        if weights.dtype == .float64 {
            try multinomial(Double.self, weights, count, replacement, into: result, generator, name)
        } else {
            try multinomial(Float.self, weights, count, replacement, into: result, generator, name)
        }
        return result
    }

    private static func multinomial<T: RandomFillScalar & TensorElement>(
        _: T.Type, _ weights: Tensor, _ count: Int, _ replacement: Bool, into result: Tensor,
        _ generator: Generator?, _ name: StaticString
    ) throws(TensorError) {
        let wide = contiguous(converted(weights, to: T.dtype))
        guard let table = wide.elements(of: T.self), let target = result.elements(of: Int64.self) else { return }
        let rows = target.count / count
        let categories = table.count / max(rows, 1)
        for row in 0..<rows {
            try check(
                UnsafeBufferPointer(start: table.base + row * categories, count: categories), count, replacement, name)
        }
        if replacement && count > 1 {
            return try (generator ?? .default).draw { (engine) in
                for row in 0..<rows {
                    engine.multinomial(
                        target.base + row * count, count, weights: table.base + row * categories, categories,
                        replacement: true)
                }
            }
        }
        // Exponential clocks, drawn in the weights' memory order and compared in their dtype.
        let clocks = geometry(of: weights.layout.preserved, weights.dtype)
        try exponential(clocks, rate: 1, generator, name: name)
        let quotients = try binary(.div, .tensor(weights), .tensor(clocks), name: name)
        let keys = contiguous(converted(quotients, to: T.dtype))
        guard let scores = keys.elements(of: T.self) else { return }
        for row in 0..<rows {
            let score = scores.base + row * categories
            var order = Array(0..<categories)
            order.sort { score[$0] != score[$1] ? score[$0] > score[$1] : $0 < $1 }
            for i in 0..<count { target.base[row * count + i] = Int64(order[i]) }
        }
    }

    private static func check<T: BinaryFloatingPoint>(
        _ weights: UnsafeBufferPointer<T>, _ count: Int, _ replacement: Bool, _ name: StaticString
    ) throws(TensorError) {
        if let wrong = weights.first(where: { !($0 >= 0 && $0.isFinite) }) {
            throw TensorError("\(name)", .value, "expected finite weights of at least 0, got \(wrong)")
        }
        let sum = weights.reduce(0, +)
        try require(sum > 0 && sum.isFinite, name, "expected a positive finite sum of weights, got \(sum)")
        if replacement { return }
        let possible = weights.lazy.count { $0 > 0 }
        try require(
            count <= possible, name, "cannot draw \(count) categories without replacement, \(possible) have a weight")
    }
}
