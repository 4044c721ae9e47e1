import PinionAutograd
import PinionTestSupport

let activationRows: [OperationRow] = [
    OperationRow("relu") { s in [relu(s[0])] }.inPlace { s in [reluInPlace(s[0])] },
    OperationRow("relu6") { s in [relu6(s[0])] },
    OperationRow("sigmoid") { s in [sigmoid(s[0])] }.inPlace { s in [s[0].sigmoidInPlace()] },
    OperationRow("logsigmoid") { s in [logSigmoid(s[0])] }.named("logSigmoid"),
    OperationRow("leaky_relu") { s in [leakyReLU(s[0], negativeSlope: s.double("negative_slope", 0.01))] }
        .inPlace { s in [leakyReLUInPlace(s[0], negativeSlope: s.double("negative_slope", 0.01))] }
        .named("leakyReLU"),
    OperationRow("elu") { s in [elu(s[0], alpha: s.double("alpha", 1))] }
        .inPlace { s in [eluInPlace(s[0], alpha: s.double("alpha", 1))] },
    OperationRow("selu") { s in [selu(s[0])] }.inPlace { s in [seluInPlace(s[0])] },
    OperationRow("celu") { s in [celu(s[0], alpha: s.double("alpha", 1))] }
        // PyTorch takes 1/alpha in float32 for the gradient.
        .inPlace { s in [celuInPlace(s[0], alpha: s.double("alpha", 1))] }.tolerance(1e-7),
    OperationRow("gelu") { s in
        [gelu(s[0], approximate: GELUApproximation(rawValue: s.string("approximate", "none")) ?? .none)]
    },
    OperationRow("silu") { s in [silu(s[0])] }.inPlace { s in [siluInPlace(s[0])] },
    OperationRow("mish") { s in [mish(s[0])] }.inPlace { s in [mishInPlace(s[0])] },
    // PyTorch takes 1/6 in float32 for the gradient.
    OperationRow("hardsigmoid") { s in [hardsigmoid(s[0])] }.tolerance(1e-7)
        .inPlace { s in [hardsigmoidInPlace(s[0])] },
    OperationRow("hardswish") { s in [hardswish(s[0])] }.inPlace { s in [hardswishInPlace(s[0])] },
    OperationRow("hardtanh") { s in
        [hardtanh(s[0], minVal: s.double("min_val", -1), maxVal: s.double("max_val", 1))]
    }.inPlace { s in
        [hardtanhInPlace(s[0], minVal: s.double("min_val", -1), maxVal: s.double("max_val", 1))]
    },
    OperationRow("softplus") { s in
        [softplus(s[0], beta: s.double("beta", 1), threshold: s.double("threshold", 20))]
    },
    OperationRow("softsign") { s in [softsign(s[0])] },
    OperationRow("threshold") { s in [threshold(s[0], s.double("threshold", 0), s.double("value", 0))] }
        .inPlace { s in [thresholdInPlace(s[0], s.double("threshold", 0), s.double("value", 0))] },
    OperationRow("hardshrink") { s in [hardshrink(s[0], lambd: s.double("lambd", 0.5))] },
    OperationRow("softshrink") { s in [softshrink(s[0], lambd: s.double("lambd", 0.5))] },
    OperationRow("tanhshrink") { s in [tanhshrink(s[0])] },
    OperationRow("prelu") { s in [prelu(s[0], s[1])] },
]
