/// What a step of stochastic gradient descent does to each element.
package struct SGDRule: Sendable {
    package var learningRate: Double
    package var weightDecay: Double
    package var momentum: Double
    package var dampening: Double
    package var isNesterov: Bool
    package var maximizes: Bool
    /// Whether the momentum buffer has no content yet, and becomes the gradient.
    package var isFirst: Bool

    package init(
        learningRate: Double, weightDecay: Double = 0, momentum: Double = 0, dampening: Double = 0,
        isNesterov: Bool = false, maximizes: Bool = false, isFirst: Bool = false
    ) {
        self.learningRate = learningRate
        self.weightDecay = weightDecay
        self.momentum = momentum
        self.dampening = dampening
        self.isNesterov = isNesterov
        self.maximizes = maximizes
        self.isFirst = isFirst
    }
}

/// Changes `count` contiguous parameters at `p`, and the momentum at `buffer`, by the gradient at `g`, in one pass.
///
/// The dtype is float32 or float64. `buffer` is nil exactly where the rule has no momentum.
package func sgdStep(
    _ rule: SGDRule, _ dtype: DType, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer,
    buffer: UnsafeMutableRawPointer?, count: Int
) {
    checkUpdate("sgdStep", dtype, count)
    if (buffer == nil) != (rule.momentum == 0) { stop("sgdStep: a momentum buffer is needed exactly with momentum") }
    forEachUpdateBlock(dtype, count) { part in
        switch dtype {
        case .float64: sgdLoop(Double.self, rule, p, g, buffer, part)
        default: sgdLoop(Float.self, rule, p, g, buffer, part)
        }
    }
}

@inline(__always)
private func sgdLoop<T: BinaryFloatingPoint>(
    _: T.Type, _ rule: SGDRule, _ p: UnsafeMutableRawPointer, _ g: UnsafeRawPointer,
    _ buffer: UnsafeMutableRawPointer?, _ part: Range<Int>
) {
    let (p, g) = (p.elements(T.self, part), g.elements(T.self, part))
    let buffer = buffer?.elements(T.self, part)
    // The first buffer is the gradient itself, whatever memory holds.
    if rule.isFirst, let buffer { buffer.update(repeating: 0, count: part.count) }
    // A loop for each case: with a condition inside it would stay scalar code.
    switch (rule.weightDecay != 0, rule.isNesterov) {
    case (false, false): sgdLoop(rule, p, g, buffer, part.count, hasDecay: false, isNesterov: false)
    case (false, true): sgdLoop(rule, p, g, buffer, part.count, hasDecay: false, isNesterov: true)
    case (true, false): sgdLoop(rule, p, g, buffer, part.count, hasDecay: true, isNesterov: false)
    case (true, true): sgdLoop(rule, p, g, buffer, part.count, hasDecay: true, isNesterov: true)
    }
}

@inline(__always)
private func sgdLoop<T: BinaryFloatingPoint>(
    _ rule: SGDRule, _ p: UnsafeMutablePointer<T>, _ g: UnsafePointer<T>, _ buffer: UnsafeMutablePointer<T>?,
    _ count: Int, hasDecay: Bool, isNesterov: Bool
) {
    let (sign, decay, step) = (rule.maximizes ? T(-1) : 1, T(rule.weightDecay), T(-rule.learningRate))
    guard let buffer else {
        for i in 0..<count {
            let gradient = hasDecay ? sign * g[i] + decay * p[i] : sign * g[i]
            p[i] += step * gradient
        }
        return
    }
    let (momentum, share) = (T(rule.momentum), rule.isFirst ? 1 : T(1 - rule.dampening))
    for i in 0..<count {
        let gradient = hasDecay ? sign * g[i] + decay * p[i] : sign * g[i]
        let velocity = momentum * buffer[i] + share * gradient
        buffer[i] = velocity
        p[i] += step * (isNesterov ? gradient + momentum * velocity : velocity)
    }
}
