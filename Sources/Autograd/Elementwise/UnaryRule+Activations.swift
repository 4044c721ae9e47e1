import PinionTensor

extension UnaryRule {
    static let sigmoid: UnaryRule = UnaryRule(.sigmoid, "sigmoid", "SigmoidBackward0") { g, y in g * ((1 - y) * y) }
    static let logSigmoid: UnaryRule = UnaryRule(.logSigmoid, "logSigmoid", "LogSigmoidBackward0") { g, x in
        g * (-x).sigmoid()
    }
    static let softsign: UnaryRule = UnaryRule(.softsign, "softsign", "DivBackward0") { g, x in
        let d = 1 + x.abs()
        return g / (d * d)
    }
    static let tanhshrink: UnaryRule = UnaryRule(.tanhshrink, "tanhshrink", "SubBackward0") { g, x in
        let t = x.tanh()
        return g * (t * t)
    }
    static let softplus: UnaryRule = UnaryRule(
        .softplus, "softplus", "SoftplusBackward0",
        withParameters: { g, x, beta, threshold in
            let z = x * beta
            // hardtanh, because PyTorch's second derivative on the threshold is 0.
            return .where(z .> threshold, g, g * UnaryRule.hardtanh(z, -.infinity, threshold).sigmoid())
        })

    // Exponential below 0. The exponent is limited where it is not used, or 0 · ∞ would be part of the next gradient;
    // by relu, because PyTorch's second derivative at 0 is 0.
    static let elu: UnaryRule = UnaryRule(
        .elu, "elu", "EluBackward0",
        withParameters: { g, x, alpha, _ in .where(x .> 0, g, g * (alpha * x.belowZero.exp())) })
    static let selu: UnaryRule = UnaryRule(.selu, "selu", "EluBackward0") { g, x in
        let (alpha, scale) = (1.6732632423543772, 1.0507009873554805)
        return .where(x .> 0, g * scale, g * (alpha * scale * x.belowZero.exp()))
    }
    static let celu: UnaryRule = UnaryRule(
        .celu, "celu", "CeluBackward0",
        withParameters: { g, x, alpha, _ in .where(x .> 0, g, g * (x.belowZero / alpha).exp()) })

    static let gelu: UnaryRule = UnaryRule(.gelu, "gelu", "GeluBackward0") { g, x in
        let cumulative = 0.5 * (1 + (x * 0.5.squareRoot()).erf())
        // 1/√(2π) e^(-x²/2)
        let density = 0.3989422804014327 * (-0.5 * (x * x)).exp()
        return g * (cumulative + x * density)
    }
    static let geluTanh: UnaryRule = UnaryRule(.geluTanh, "gelu", "GeluBackward0") { g, x in
        let (factor, cubic) = (0.7978845608028654, 0.044715)
        let square = x * x
        let t = (factor * (x + cubic * (square * x))).tanh()
        let slope = factor * (1 + 3 * cubic * square)
        return g * (0.5 * (1 + t) + 0.5 * x * (1 - t * t) * slope)
    }
    static let silu: UnaryRule = UnaryRule(.silu, "silu", "SiluBackward0") { g, x in
        let s = x.sigmoid()
        return g * s * (1 + x * (1 - s))
    }
    static let mish: UnaryRule = UnaryRule(.mish, "mish", "MishBackward0") { g, x in
        let t = PinionAutograd.softplus(x).tanh()
        return g * (t + x * x.sigmoid() * (1 - t * t))
    }

    // Pieces of lines. Where two of them meet the gradient is the one of PyTorch.
    static let relu: UnaryRule = UnaryRule(.relu, "relu", "ReluBackward0") { g, y in g.dropped(where: y .<= 0) }
    static let relu6: UnaryRule = UnaryRule(.relu6, "relu6", "HardtanhBackward0") { g, x in
        g.dropped(where: (x .<= 0) .| (x .>= 6))
    }
    static let leakyReLU: UnaryRule = UnaryRule(
        .leakyReLU, "leakyReLU", "LeakyReluBackward0",
        withParameters: { g, x, slope, _ in .where(x .> 0, g, g * slope) })
    static let hardsigmoid: UnaryRule = UnaryRule(.hardsigmoid, "hardsigmoid", "HardsigmoidBackward0") { g, x in
        (g / 6).kept(where: (x .> -3) .& (x .< 3))
    }
    static let hardswish: UnaryRule = UnaryRule(.hardswish, "hardswish", "HardswishBackward0") { g, x in
        .where(x .>= 3, g, (g * (x / 3 + 0.5)).dropped(where: x .<= -3))
    }
    static let hardtanh: UnaryRule = UnaryRule(
        .hardtanh, "hardtanh", "HardtanhBackward0",
        withParameters: { g, x, min, max in g.dropped(where: (x .<= min) .| (x .>= max)) })
    static let threshold: UnaryRule = UnaryRule(
        .threshold, "threshold", "ThresholdBackward0",
        withParameters: { g, x, threshold, _ in g.dropped(where: x .<= threshold) })
    static let hardshrink: UnaryRule = UnaryRule(
        .hardshrink, "hardshrink", "HardshrinkBackward0",
        withParameters: { g, x, lambda, _ in g.dropped(where: (x .>= -lambda) .& (x .<= lambda)) })
    static let softshrink: UnaryRule = UnaryRule(
        .softshrink, "softshrink", "SoftshrinkBackward0",
        withParameters: { g, x, lambda, _ in g.dropped(where: (x .>= -lambda) .& (x .<= lambda)) })
}

extension Tensor {
    /// x where negative, 0 elsewhere; the gradient at 0 is 0.
    fileprivate var belowZero: Tensor { -(-self).relu() }
}
