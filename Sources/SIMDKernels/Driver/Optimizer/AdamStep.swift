/// What a step of Adam or AdamW does to each element.
package struct AdamRule: Sendable {
    package var learningRate: Double
    package var beta1: Double
    package var beta2: Double
    package var epsilon: Double
    package var weightDecay: Double
    /// Whether weight decay shrinks the parameter itself (AdamW) instead of adding to the gradient.
    package var isDecoupled: Bool
    package var maximizes: Bool
    /// `1 - beta1ⁿ` and `√(1 - beta2ⁿ)` for the n-th step.
    package var biasCorrection1: Double
    package var biasCorrection2Root: Double

    package init(
        learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double,
        isDecoupled: Bool, maximizes: Bool, biasCorrection1: Double, biasCorrection2Root: Double
    ) {
        self.learningRate = learningRate
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        self.isDecoupled = isDecoupled
        self.maximizes = maximizes
        self.biasCorrection1 = biasCorrection1
        self.biasCorrection2Root = biasCorrection2Root
    }
}

/// Changes `count` contiguous parameters at `p`, their moments at `m` and `v`, and with AMSGrad the largest second
/// moments at `largest`, by the gradient at `g`. The dtype is float32 or float64.
package func adamStep(
    _ rule: AdamRule, _ dtype: DType, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer,
    _ m: UnsafeMutableRawPointer, _ v: UnsafeMutableRawPointer, largest: UnsafeMutableRawPointer?, count: Int
) {
    checkUpdate("adamStep", dtype, count)
    forEachUpdateBlock(dtype, count) { part in
        switch dtype {
        case .float64: adamBlock(Double.self, rule, p, g, m, v, largest, part)
        default: adamBlock(Float.self, rule, p, g, m, v, largest, part)
        }
    }
}

/// Several loops over a block: with all arrays in one, the compiler has too many pairs to tell apart and does not
/// vectorise.
@inline(__always)
private func adamBlock<T: UpdateScalar>(
    _: T.Type, _ rule: AdamRule, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer,
    _ m: UnsafeMutableRawPointer, _ v: UnsafeMutableRawPointer, _ largest: UnsafeMutableRawPointer?,
    _ part: Range<Int>
) {
    let (p, g) = (p.elements(T.self, part), g.elements(T.self, part))
    let (m, v) = (m.elements(T.self, part), v.elements(T.self, part))
    let (sign, decay) = (rule.maximizes ? T(-1) : 1, T(rule.weightDecay))
    let decaysGradient = rule.weightDecay != 0 && !rule.isDecoupled
    // As PyTorch's lerp: from the end that is nearer.
    let weight = 1 - rule.beta1
    let startsAtMean = weight < 0.5
    let share = startsAtMean ? T(weight) : T(weight - 1)
    let (beta2, share2) = (T(rule.beta2), T(1 - rule.beta2))
    @inline(__always) func moments(decays: Bool, startsAtMean: Bool) {
        @inline(__always) func gradient(_ i: Int) -> T { decays ? sign * g[i] + decay * p[i] : sign * g[i] }
        for i in 0..<part.count {
            let change = gradient(i) - m[i]
            m[i] = (startsAtMean ? m[i] : gradient(i)) + share * change
        }
        for i in 0..<part.count {
            let gradient = gradient(i)
            v[i] = beta2 * v[i] + share2 * gradient * gradient
        }
    }
    // A loop that asks in each round is not vectorised.
    switch (decaysGradient, startsAtMean) {
    case (false, true): moments(decays: false, startsAtMean: true)
    case (true, true): moments(decays: true, startsAtMean: true)
    case (false, false): moments(decays: false, startsAtMean: false)
    case (true, false): moments(decays: true, startsAtMean: false)
    }

    let shrinks = rule.weightDecay != 0 && rule.isDecoupled
    let kept = shrinks ? T(1 - rule.learningRate * rule.weightDecay) : 1
    let (root, epsilon) = (T(1 / rule.biasCorrection2Root), T(rule.epsilon))
    let step = T(-rule.learningRate / rule.biasCorrection1)
    var squares = v
    if let largest = largest?.elements(T.self, part) {
        // NaN stays, as in PyTorch's maximum.
        for i in 0..<part.count { largest[i] = v[i] <= largest[i] ? largest[i] : v[i] }
        squares = largest
    }
    for i in 0..<part.count {
        p[i] = kept * p[i] + step * (m[i] / (root * T.root(squares[i]) + epsilon))
    }
}
