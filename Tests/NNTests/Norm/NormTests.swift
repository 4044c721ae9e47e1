import PinionNN
import PinionTestSupport
import Testing

private let moved = "the running statistics move with the input, unrecorded; gradientsAreDifferences does without them"

private let rows: [OperationRow] = [
    OperationRow("batch_norm") { s in
        let (mean, variance) = (s[1].clone(), s[2].clone())
        let (training, momentum) = (s.bool("training", false), s.double("momentum", 0.1))
        let y = batchNorm(
            s[0], mean, variance, weight: s.tensor("weight"), bias: s.tensor("bias"), training: training,
            momentum: momentum, eps: s.double("eps", 1e-5))
        return [y, mean, variance]
    }.excused(from: .numericalGradient, .numericalSecondGradient, because: moved),
    OperationRow("instance_norm") { s in
        let (mean, variance) = (s[1].clone(), s[2].clone())
        let (uses, momentum) = (s.bool("use_input_stats", true), s.double("momentum", 0.1))
        let y = instanceNorm(
            s[0], mean, variance, weight: s.tensor("weight"), bias: s.tensor("bias"), useInputStats: uses,
            momentum: momentum)
        return [y, mean, variance]
    }.excused(from: .numericalGradient, .numericalSecondGradient, because: moved),
    OperationRow("layer_norm") { s in
        let (shape, eps) = (s.ints("normalized_shape", []), s.double("eps", 1e-5))
        return [layerNorm(s[0], shape, weight: s.tensor("weight"), bias: s.tensor("bias"), eps: eps)]
    },
    OperationRow("rms_norm") { s in
        let shape = s.ints("normalized_shape", [])
        return [rmsNorm(s[0], shape, weight: s.tensor("weight"), eps: s.double("eps"))]
    },
    OperationRow("group_norm") { s in
        let (groups, eps) = (s.int("num_groups", 1), s.double("eps", 1e-5))
        return [groupNorm(s[0], groups, weight: s.tensor("weight"), bias: s.tensor("bias"), eps: eps)]
    },
    OperationRow("local_response_norm") { s in
        let (size, alpha) = (s.int("size", 1), s.double("alpha", 1e-4))
        return [localResponseNorm(s[0], size, alpha: alpha, beta: s.double("beta", 0.75), k: s.double("k", 1))]
    },
    OperationRow("normalize") { [normalize($0[0], p: $0.double("p", 2), dim: $0.int("dim", 1))] },
]

@Suite struct NormTests {
    @Test(arguments: rows.map(\.name)) func agreesWithPyTorch(_ name: String) throws {
        try FunctionalRows("norms", rows).check(name)
    }

    @Test func gradientsAreDifferences() throws {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(0)
        let x = Tensor.randn([3, 2, 4], dtype: .float64, requiresGrad: true)
        let parameters = [0, 1].map { _ in Tensor.randn([2], dtype: .float64, requiresGrad: true) }
        func batch(_ s: [Tensor]) -> [Tensor] {
            [batchNorm(s[0], nil, nil, weight: s[1], bias: s[2], training: true)]
        }
        func instance(_ s: [Tensor]) -> [Tensor] { [instanceNorm(s[0], weight: s[1], bias: s[2])] }
        for f in [batch, instance] {
            try gradcheck(f, [x] + parameters)
            try gradgradcheck(f, [x] + parameters)
        }
    }

    @Test func nodesHavePyTorchsNames() {
        let x = Tensor([[[1.0, 2.0], [3.0, 5.0]]], requiresGrad: true)
        #expect(batchNorm(x, nil, nil, training: true).gradFn?.name == "NativeBatchNormBackward0")
        #expect(layerNorm(x, [2]).gradFn?.name == "NativeLayerNormBackward0")
    }

    @Test func halfPrecisionKeepsItsDType() {
        let x = Tensor([[1.0, 2.0, 4.0]], dtype: .bfloat16, requiresGrad: true)
        let y = layerNorm(x, [3], weight: Tensor([1.0, 1.0, 2.0], dtype: .bfloat16))
        #expect(y.dtype == .bfloat16)
        (y * y).sum().backward()
        #expect(x.grad?.dtype == .bfloat16)
    }
}
