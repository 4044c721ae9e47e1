import PinionSIMDKernels

/// Attention of one shape by the driver, and by its formula in double precision.
struct AttentionCase<T: AttentionScalar> {
    let shape: AttentionShape
    let q, k, v, g: [T]
    let mask: [T]?
    let kept: [UInt8]?

    init(_ shape: AttentionShape, masked: Bool = false, dropped: Bool = false) {
        var source = Congruential()
        func numbers(_ count: Int) -> [T] { (0..<count).map { _ in T(Double.random(in: -2...2, using: &source)) } }
        self.shape = shape
        q = numbers(shape.heads * shape.queries * shape.width)
        k = numbers(shape.heads * shape.keys * shape.width)
        v = numbers(shape.heads * shape.keys * shape.valueWidth)
        g = numbers(shape.heads * shape.queries * shape.valueWidth)
        let scores = shape.heads * shape.queries * shape.keys
        // Some keys are hidden, and all of them from the first query.
        mask =
            masked
            ? numbers(scores).enumerated().map {
                $0 % (shape.queries * shape.keys) < shape.keys || $0 % 5 == 0 ? -.infinity : $1
            } : nil
        kept = dropped ? (0..<scores).map { _ in UInt8.random(in: 0...1, using: &source) } : nil
    }

    private let keptFactor = 2.0

    /// Matrices of all heads in memory of their own, to be deallocated.
    private func rows<S>(_ elements: [S], _ count: Int, _ width: Int) -> HeadRows<S> {
        let base = UnsafeMutablePointer<S>.allocate(capacity: max(1, elements.count))
        elements.withUnsafeBufferPointer { source in
            if let first = source.baseAddress { base.initialize(from: first, count: source.count) }
        }
        return HeadRows(base, offsets: (0..<shape.heads).map { $0 * count * width }, rowStride: width)
    }

    /// The result, and the gradients by q, k and v.
    func results() -> [[T]] {
        let (l, s, e, n) = (shape.queries, shape.keys, shape.width, shape.valueWidth)
        let inputs = AttentionInputs(
            q: rows(q, l, e), k: rows(k, s, e), v: rows(v, s, n), mask: mask.map { rows($0, l, s) },
            kept: kept.map { rows($0, l, s) }, keptFactor: kept == nil ? 1 : keptFactor)
        let (out, g, sums) = (rows(g, l, n), rows(g, l, n), rows([T](repeating: 7, count: shape.heads * l), l, 1))
        let gradients = (q: rows(q, l, e), k: rows(k, s, e), v: rows(v, s, n))
        defer {
            for x in [inputs.q, inputs.k, inputs.v, out, g, sums, gradients.q, gradients.k, gradients.v] {
                x.base.deallocate()
            }
            inputs.mask?.base.deallocate()
            inputs.kept?.base.deallocate()
        }
        attention(shape, inputs, into: out, logSumExp: sums.base)
        attentionBackward(shape, inputs, out: out, logSumExp: sums.base, g, into: gradients)
        func array(_ x: HeadRows<T>, _ count: Int) -> [T] { Array(UnsafeBufferPointer(start: x.base, count: count)) }
        return [
            array(out, self.g.count), array(gradients.q, q.count), array(gradients.k, k.count),
            array(gradients.v, v.count),
        ]
    }

    /// The same by the formula.
    func expected() -> [[Double]] {
        let (l, s, e, n) = (shape.queries, shape.keys, shape.width, shape.valueWidth)
        var (out, gq, gk, gv) = (g.map { _ in 0.0 }, q.map { _ in 0.0 }, k.map { _ in 0.0 }, v.map { _ in 0.0 })
        for head in 0..<shape.heads {
            for i in 0..<l {
                let query = head * l + i
                var scores = (0..<s).map { j in
                    let product = (0..<e).reduce(0.0) {
                        $0 + Double(q[query * e + $1]) * Double(k[(head * s + j) * e + $1])
                    }
                    let hidden = shape.isCausal && j > i
                    return hidden ? -.infinity : product * shape.scale + (mask.map { Double($0[query * s + j]) } ?? 0)
                }
                let largest = scores.max() ?? 0
                if largest == -.infinity { continue }
                scores = scores.map { Self.exp($0 - largest) }
                let total = scores.reduce(0, +)
                let weights = scores.map { $0 / total }
                let factors = (0..<s).map { j in kept.map { Double($0[query * s + j]) * keptFactor } ?? 1 }
                var byWeights = [Double](repeating: 0, count: s)
                for j in 0..<s {
                    for c in 0..<n {
                        let (value, gradient) = (Double(v[(head * s + j) * n + c]), Double(g[query * n + c]))
                        out[query * n + c] += weights[j] * factors[j] * value
                        gv[(head * s + j) * n + c] += weights[j] * factors[j] * gradient
                        byWeights[j] += factors[j] * gradient * value
                    }
                }
                let mean = zip(weights, byWeights).reduce(0) { $0 + $1.0 * $1.1 }
                for j in 0..<s {
                    let byScore = weights[j] * (byWeights[j] - mean) * shape.scale
                    for c in 0..<e {
                        gq[query * e + c] += byScore * Double(k[(head * s + j) * e + c])
                        gk[(head * s + j) * e + c] += byScore * Double(q[query * e + c])
                    }
                }
            }
        }
        return [out, gq, gk, gv]
    }

    private static func exp(_ x: Double) -> Double {
        var (x, y) = (x, 0.0)
        unary(.exp, .float64, &x, into: &y, count: 1)
        return y
    }
}
