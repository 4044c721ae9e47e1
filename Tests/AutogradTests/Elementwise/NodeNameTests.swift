import PinionAutograd
import Testing

/// Nodes have the names that PyTorch prints as `grad_fn`.
@Suite struct NodeNameTests {
    private let x = Tensor([0.5, 0.25], requiresGrad: true)
    private let y = Tensor([0.75, 2.0], requiresGrad: true)

    private func check(_ nodes: [(Tensor, String)]) {
        for (result, name) in nodes { #expect(result.gradFn?.name == name) }
    }

    @Test func functions() {
        check([
            (-x, "NegBackward0"), (x.abs(), "AbsBackward0"), (x.sign(), "SignBackward0"), (x.sgn(), "SgnBackward0"),
            (x.square(), "PowBackward0"), (x.reciprocal(), "ReciprocalBackward0"), (x.sqrt(), "SqrtBackward0"),
            (x.rsqrt(), "RsqrtBackward0"), (x.exp(), "ExpBackward0"), (x.exp2(), "Exp2Backward0"),
            (x.expm1(), "Expm1Backward0"), (x.log(), "LogBackward0"), (x.log2(), "Log2Backward0"),
            (x.log10(), "Log10Backward0"), (x.log1p(), "Log1PBackward0"), (x.logit(), "LogitBackward0"),
            (x.sin(), "SinBackward0"), (x.cos(), "CosBackward0"), (x.tan(), "TanBackward0"),
            (x.asin(), "AsinBackward0"), (x.acos(), "AcosBackward0"), (x.atan(), "AtanBackward0"),
            (x.sinh(), "SinhBackward0"), (x.cosh(), "CoshBackward0"), (x.tanh(), "TanhBackward0"),
            (x.asinh(), "AsinhBackward0"), (x.acosh(), "AcoshBackward0"), (x.atanh(), "AtanhBackward0"),
            (x.erf(), "ErfBackward0"), (x.erfc(), "ErfcBackward0"), (x.floor(), "FloorBackward0"),
            (x.ceil(), "CeilBackward0"), (x.round(), "RoundBackward0"), (x.round(decimals: 1), "RoundBackward1"),
            (x.trunc(), "TruncBackward0"), (x.frac(), "FracBackward0"), (x.sigmoid(), "SigmoidBackward0"),
            (x.relu(), "ReluBackward0"), (x.to(.float64), "ToCopyBackward0"),
        ])
    }

    @Test func activations() {
        check([
            (relu6(x), "HardtanhBackward0"), (logSigmoid(x), "LogSigmoidBackward0"),
            (leakyReLU(x), "LeakyReluBackward0"), (elu(x), "EluBackward0"), (selu(x), "EluBackward0"),
            (celu(x), "CeluBackward0"), (gelu(x), "GeluBackward0"), (gelu(x, approximate: .tanh), "GeluBackward0"),
            (silu(x), "SiluBackward0"), (mish(x), "MishBackward0"), (hardsigmoid(x), "HardsigmoidBackward0"),
            (hardswish(x), "HardswishBackward0"), (hardtanh(x), "HardtanhBackward0"),
            (softplus(x), "SoftplusBackward0"), (softsign(x), "DivBackward0"),
            (threshold(x, 0, 1), "ThresholdBackward0"), (hardshrink(x), "HardshrinkBackward0"),
            (softshrink(x), "SoftshrinkBackward0"), (tanhshrink(x), "SubBackward0"),
            (prelu(x, Tensor([0.1])), "PreluKernelBackward0"),
        ])
    }

    @Test func operationsOfSeveralTensors() {
        check([
            (x + y, "AddBackward0"), (x.add(1, alpha: 2), "AddBackward0"), (x - y, "SubBackward0"),
            (x.rsub(y), "RsubBackward0"), (x.rsub(1), "RsubBackward1"), (x.rsub(1, alpha: 2), "RsubBackward1"),
            (2 * x, "MulBackward0"), (1 - x, "RsubBackward1"), (1 / x, "MulBackward0"), (x / y, "DivBackward0"),
            (x.div(y, roundingMode: .trunc), "DivBackward2"),
            (x % y, "RemainderBackward1"), (x % 2, "RemainderBackward0"), (x.fmod(y), "FmodBackward1"),
            (x.fmod(2), "FmodBackward0"), (x.pow(2), "PowBackward0"), (x.pow(y), "PowBackward1"),
            (pow(2, x), "PowBackward2"), (minimum(x, y), "MinimumBackward0"), (maximum(x, y), "MaximumBackward0"),
            (fmin(x, y), "FminBackward0"), (fmax(x, y), "FmaxBackward0"), (x.atan2(y), "Atan2Backward0"),
            (x.hypot(y), "HypotBackward0"), (x.copysign(y), "CopysignBackward0"),
            (x.copysign(-1), "CopysignBackward1"), (x.xlogy(y), "XlogyBackward0"), (xlogy(2, x), "XlogyBackward1"),
            (x.xlogy(2), "XlogyBackward2"), (logaddexp(x, y), "LogaddexpBackward0"),
            (logaddexp2(x, y), "Logaddexp2Backward0"), (x.lerp(y, 0.5), "LerpBackward0"),
            (x.lerp(y, y), "LerpBackward1"), (x.addcmul(y, y), "AddcmulBackward0"),
            (x.addcdiv(y, y), "AddcdivBackward0"), (x.where(x .> 0, y), "WhereBackward0"),
            (x.clamp(min: 0), "ClampBackward1"), (x.clamp(min: y), "ClampBackward0"),
            (x.clampMin(0), "ClampMinBackward0"), (x.clampMin(y), "ClampMinBackward1"),
            (x.clampMax(0), "ClampMaxBackward0"), (x.clampMax(y), "ClampMaxBackward1"),
        ])
    }

    @Test func questionsAreNotRecorded() {
        for result in [x .> y, x.eq(y), x.isNaN(), x.logicalNot(), x.isClose(y), x.to(.int64)] {
            #expect(!result.requiresGrad)
        }
    }
}
