import PinionAutograd
import Testing

private let operations: NamedOperations = [
    "sum()": { [$0.sum()] },
    "sum(dim: 0)": { [$0.sum(dim: 0)] },
    "sum(dim: -1, keepDim: true)": { [$0.sum(dim: -1, keepDim: true)] },
    "sum(dims: [0, 2])": { [$0.sum(dims: [0, 2])] },
    "mean()": { [$0.mean()] },
    "mean(dim: 0)": { [$0.mean(dim: 0)] },
    "mean(dims: [2, 0], keepDim: true)": { [$0.mean(dims: [2, 0], keepDim: true)] },
    "nansum()": { [$0.nansum()] },
    "nansum(dim: 1)": { [$0.nansum(dim: 1)] },
    "nanmean()": { [$0.nanmean()] },
    "nanmean(dim: 1, keepDim: true)": { [$0.nanmean(dim: 1, keepDim: true)] },
    "var()": { [$0.var()] },
    "var(dim: 1)": { [$0.var(dim: 1)] },
    "var(dims: [0, 2], correction: 0, keepDim: true)": { [$0.var(dims: [0, 2], correction: 0, keepDim: true)] },
    "var(unbiased: false)": { [$0.var(unbiased: false)] },
    "std()": { [$0.std()] },
    "std(dim: 1)": { [$0.std(dim: 1)] },
    "std(dim: 0, unbiased: false)": { [$0.std(dim: 0, unbiased: false)] },
    "std(dims: [1, 2], correction: 2)": { [$0.std(dims: [1, 2], correction: 2)] },
    "varMean(dim: 1)": { x in
        let (variance, mean) = x.varMean(dim: 1)
        return [variance, mean]
    },
    "stdMean()": { x in
        let (deviation, mean) = x.stdMean()
        return [deviation, mean]
    },
    "min()": { [$0.min()] },
    "max()": { [$0.max()] },
    "min(dim: 0)": { pair($0.min(dim: 0)) },
    "max(dim: -1, keepDim: true)": { pair($0.max(dim: -1, keepDim: true)) },
    "amin(dim: 1)": { [$0.amin(dim: 1)] },
    "amax()": { [$0.amax()] },
    "amax(dims: [0, 1], keepDim: true)": { [$0.amax(dims: [0, 1], keepDim: true)] },
    "aminmax()": { x in
        let (low, high) = x.aminmax()
        return [low, high]
    },
    "aminmax(dim: 0, keepDim: true)": { x in
        let (low, high) = x.aminmax(dim: 0, keepDim: true)
        return [low, high]
    },
    "argmin()": { [$0.argmin()] },
    "argmax()": { [$0.argmax()] },
    "argmin(dim: 1)": { [$0.argmin(dim: 1)] },
    "argmax(dim: 0, keepDim: true)": { [$0.argmax(dim: 0, keepDim: true)] },
    "any()": { [$0.any()] },
    "all()": { [$0.all()] },
    "any(dim: 1)": { [$0.any(dim: 1)] },
    "all(dims: [0, 1], keepDim: true)": { [$0.all(dims: [0, 1], keepDim: true)] },
    "countNonzero()": { [$0.countNonzero()] },
    "countNonzero(dim: 0)": { [$0.countNonzero(dim: 0)] },
    "logsumexp(dim: 1)": { [$0.logsumexp(dim: 1)] },
    "logsumexp(dims: [0, 2], keepDim: true)": { [$0.logsumexp(dims: [0, 2], keepDim: true)] },
    "logsumexp(dim: 0)": { [$0.logsumexp(dim: 0)] },
    "prod()": { [$0.prod()] },
    "prod(dim: 1)": { [$0.prod(dim: 1)] },
    "prod(dim: 0, keepDim: true)": { [$0.prod(dim: 0, keepDim: true)] },
    "cumsum(dim: 1)": { [$0.cumsum(dim: 1)] },
    "cumsum(dim: 0)": { [$0.cumsum(dim: 0)] },
    "cumprod(dim: 1)": { [$0.cumprod(dim: 1)] },
    "cumprod(dim: 0)": { [$0.cumprod(dim: 0)] },
    "cummax(dim: 1)": { pair($0.cummax(dim: 1)) },
    "cummin(dim: 0)": { pair($0.cummin(dim: 0)) },
    "logcumsumexp(dim: 1)": { [$0.logcumsumexp(dim: 1)] },
    "logcumsumexp(dim: 0)": { [$0.logcumsumexp(dim: 0)] },
    "logcumsumexp(dim: 1) without gradient": { [$0.detach().logcumsumexp(dim: 1)] },
    "diff()": { [$0.diff()] },
    "diff(n: 2, dim: 0)": { [$0.diff(n: 2, dim: 0)] },
    "diff(dim: 1, prepend: x, append: x)": { [$0.diff(dim: 1, prepend: $0, append: $0)] },
    "trace()": { [$0.trace()] },
    "dist()": { [$0.dist($0 * $0 * 2)] },
    "norm()": { [$0.norm()] },
    "norm(dim: 1)": { [$0.norm(dim: 1)] },
    "norm(p: fro, dims: [0, 1], keepDim: true)": { [$0.norm(p: .fro, dims: [0, 1], keepDim: true)] },
    "norm(1, dim: 0)": { [$0.norm(1, dim: 0)] },
    "norm(p: 3, dim: 1, keepDim: true)": { [$0.norm(p: 3, dim: 1, keepDim: true)] },
    "norm(p: 1.5)": { [$0.norm(p: 1.5)] },
    "norm(p: 0.5, dim: 0)": { [$0.norm(p: 0.5, dim: 0)] },
    "norm(p: 0)": { [$0.detach().norm(p: 0)] },
    "norm(p: .infinity)": { [$0.norm(p: .infinity)] },
    "norm(p: -.infinity, dim: 1)": { [$0.norm(p: -.infinity, dim: 1)] },
    "linalgVectorNorm(dims: [0, 2])": { [Linalg.vectorNorm($0, dims: [0, 2])] },
]

/// A result with its indices, as a list.
func pair(_ result: (values: Tensor, indices: Tensor)) -> [Tensor] { [result.values, result.indices] }

@Suite struct ReduceTests {
    @Test func agreesWithPyTorch() throws { try checkRows("reduce", operations) }

    @Test func nodesHavePyTorchsNames() {
        let x = Tensor([[1.0, 2.0], [3.0, 5.0]], requiresGrad: true)
        let nodes: [(Tensor, String)] = [
            (x.mean(), "MeanBackward0"), (x.mean(dim: 1), "MeanBackward1"), (x.nansum(), "NansumBackward0"),
            (x.nanmean(), "DivBackward0"), (x.std(), "StdBackward0"), (x.var(dim: 1), "VarBackward0"),
            (x.stdMean().std, "StdMeanBackward0"), (x.varMean(dim: 1).mean, "VarMeanBackward0"),
            (x.amax(dim: 1), "AmaxBackward0"), (x.amin(), "AminBackward0"), (x.aminmax().max, "AminmaxBackward0"),
            (x.min(), "MinBackward1"), (x.max(), "MaxBackward1"), (x.min(dim: 1).values, "MinBackward0"),
            (x.max(dim: 1).values, "MaxBackward0"), (x.logsumexp(dim: 1), "LogsumexpBackward0"),
            (x.prod(), "ProdBackward0"), (x.prod(dim: 1), "ProdBackward1"), (x.cumsum(dim: 0), "CumsumBackward0"),
            (x.cumprod(dim: 0), "CumprodBackward0"), (x.cummax(dim: 0).values, "CummaxBackward0"),
            (x.cummin(dim: 0).values, "CumminBackward0"), (x.logcumsumexp(dim: 1), "LogcumsumexpBackward0"),
            (x.trace(), "TraceBackward0"), (x.diff(), "SubBackward0"), (x.norm(), "LinalgVectorNormBackward0"),
        ]
        for (result, name) in nodes { #expect(result.gradFn?.name == name) }
        #expect(x.max(dim: 1).indices.gradFn == nil)
    }

    @Test func integersAndBool() {
        let x = Tensor([[3, -1], [3, 7]], dtype: .int32)
        #expect(x.sum().dtype == .int64)
        #expect(x.sum(dim: 0).toArray(Int.self) == [6, 6])
        #expect(x.max().dtype == .int32)
        #expect(x.max(dim: 0).indices.toArray(Int.self) == [0, 1])
        #expect(x.mean(dtype: .float64).item == 3)
        #expect(x.logsumexp(dim: 0).dtype == .float32)
        let mask = Tensor([true, false, true])
        #expect(mask.sum().item == 2)
        #expect(mask.max().dtype == .bool)
        #expect(mask.max(dim: 0).values.item == 1)
        #expect(Tensor([1, 0], dtype: .uint8).any().dtype == .uint8)
        #expect(Tensor([1, 0], dtype: .int8).all().dtype == .bool)
        #expect(x.countNonzero().dtype == .int64)
        #expect(x.prod().dtype == .int64)
        #expect(x.prod().item == -63)
        #expect(x.prod(dtype: .float32).item == -63)
        #expect(x.cumsum(dim: 1).dtype == .int64)
        #expect(x.cumprod(dim: 1).toArray(Int.self) == [3, -3, 3, 21])
        #expect(mask.cumsum(dim: 0).toArray(Int.self) == [1, 1, 2])
        #expect(mask.diff().toArray(Bool.self) == [true, true])
        #expect(x.cummax(dim: 1).values.dtype == .int32)
    }

    @Test func sixteenBitsAreReducedInFloat32() {
        let x = Tensor.full([4096], 0.1, dtype: .bfloat16)
        #expect(x.sum().dtype == .bfloat16)
        #expect(x.sum().item == 410)
        #expect(x.var(unbiased: false).item == 0)
        #expect(x.max(dim: 0).values.dtype == .bfloat16)
    }

    @Test func aLargeMeanCostsTheVarianceNoDigits() {
        // Deviations of exactly ±1 from a mean of 10000.
        let values: [Float] = (0..<100_000).map { $0 % 2 == 0 ? 9999 : 10001 }
        let x = Tensor(values)
        #expect(abs(x.var(correction: 0).item - 1) < 1e-6)
        #expect(abs(x.viewed(as: Layout.of([100, 1000])).std(dim: 1, correction: 0).mean().item - 1) < 1e-6)
    }

    @Test func mistakesSayWhatIsWrong() {
        let empty = Tensor.zeros(0, 3)
        let integers = Tensor([1, 2])
        let mistakes: [(TensorError.Kind, String, () -> Tensor)] = [
            (.shape, "max: the tensor of shape [0, 3] has no elements along dimension 0", { empty.max() }),
            (.shape, "max: the tensor of shape [0, 3] has no elements along", { empty.max(dim: 0).values }),
            (.shape, "argmin: the tensor of shape [0, 3] has no elements along", { empty.argmin() }),
            (.shape, "amax: the tensor of shape [0, 3]", { empty.amax(dims: [0, 1]) }),
            (.dtype, "mean: the mean of int64 elements is no int64", { integers.mean() }),
            (.dtype, "std: expected a floating-point tensor, got int64 of shape [2]", { integers.std() }),
            (.dtype, "argmax: not defined for bool", { Tensor([true]).argmax() }),
            (.dimension, "sum: dimension 2 is out of range for shape [2]", { integers.sum(dim: 2) }),
            (.dimension, "any: dimension 0 appears twice in [0, 0]", { integers.any(dims: [0, 0]) }),
            (.dtype, "norm: expected a floating-point tensor, got int64 of shape [2]", { integers.norm() }),
            (.shape, "norm: the tensor of shape [0, 3] has no elements", { empty.norm(p: .infinity) }),
            (.shape, "trace: expected a matrix, got a tensor of shape [2]", { integers.trace() }),
            (.dimension, "cumsum: dimension 1 is out of range for shape [2]", { integers.cumsum(dim: 1) }),
            (.dimension, "max: dimension -2 is out of range for shape [2]", { integers.max(dim: -2).indices }),
        ]
        for (kind, text, body) in mistakes {
            let error = #expect(throws: TensorError.self) { _ = try catchingTensorErrors { body() } }
            #expect(error?.kind == kind)
            #expect(error?.description.hasPrefix(text) == true, "\(error?.description ?? ""), expected \(text)")
        }
        #expect(empty.max(dim: 1).values.shape == [0])
        #expect(empty.sum().item == 0)
        #expect(empty.mean().item.isNaN)
    }

    @Test func logcumsumexpOfLeadingZerosHasAGradient() {
        let x = Tensor([-Double.infinity, -Double.infinity, 1.25, 0.75], dtype: .float64, requiresGrad: true)
        x.logcumsumexp(dim: 0).narrow(0, 2, 2).sum().backward()
        let gradient = x.grad?.toArray(Double.self) ?? []
        #expect(gradient.prefix(2).allSatisfy { $0 == 0 })
        let rest = gradient.suffix(2).reduce(0, +)
        #expect(abs(rest - 2) < 1e-12)
    }
}
