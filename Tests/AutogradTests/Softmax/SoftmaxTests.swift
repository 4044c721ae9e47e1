import PinionAutograd
import PinionTensor
import PinionTestSupport
import Testing

private let operations: NamedOperations = [
    "softmax(dim: 0)": { [$0.softmax(dim: 0)] },
    "softmax(dim: 1)": { [softmax($0, dim: 1)] },
    "softmax(dim: -1)": { [$0.softmax(dim: -1)] },
    "softmax(dim: 1) without gradient": { [$0.detach().softmax(dim: 1)] },
    "logSoftmax(dim: 0)": { [$0.logSoftmax(dim: 0)] },
    "logSoftmax(dim: 1)": { [logSoftmax($0, dim: 1)] },
    "logSoftmax(dim: -1)": { [$0.logSoftmax(dim: -1)] },
    "logSoftmax(dim: 1) without gradient": { [$0.detach().logSoftmax(dim: 1)] },
    "softmin(dim: 1)": { [$0.softmin(dim: 1)] },
]

@Suite struct SoftmaxTests {
    @Test func agreesWithPyTorch() throws { try checkRows("softmax", operations) }

    @Test func nodesHavePyTorchsNames() {
        let x = Tensor([[1.0, 2.0], [3.0, 5.0]], requiresGrad: true)
        #expect(x.softmax(dim: 1).gradFn?.name == "SoftmaxBackward0")
        #expect(x.logSoftmax(dim: 1).gradFn?.name == "LogSoftmaxBackward0")
        #expect(x.softmin(dim: 1).gradFn?.name == "SoftmaxBackward0")
    }

    /// Rows and columns shorter and longer than blocks and chunks against the definition in float64.
    @Test(arguments: [
        [3, 31], [5, 33], [2, 9000], [1, 70000], [40000, 2], [300, 5, 3], [3, 100, 257], [2, 9001, 3],
    ])
    func everyShapeIsTheDefinition(shape: [Int]) {
        let count = shape.reduce(1, *)
        let values = (0..<count).map { (k: Int) -> Double in Double(k * 7919 % 1009) / 100 - 5 }
        let x = Tensor(values, dtype: .float64).viewed(as: Layout.of(shape))
        let e = x.exp()
        for dim in 0..<shape.count {
            let expected = e / e.sum(dim: dim, keepDim: true)
            let seen = x.softmax(dim: dim)
            #expect(agree(seen.toArray(Double.self), expected.toArray(Double.self), 1e-12))
            let logarithms = x.logSoftmax(dim: dim).exp()
            #expect(agree(logarithms.toArray(Double.self), expected.toArray(Double.self), 1e-11))
            let single = x.to(.float32).softmax(dim: dim)
            #expect(agree(single.toArray(Double.self), expected.toArray(Double.self), 1e-6))
        }
    }

    @Test func dtypes() {
        let x = Tensor([1, 2, 3])
        #expect(x.softmax(dim: 0, dtype: .float64).dtype == .float64)
        let half = Tensor([1.0, 2.0, 3.0], dtype: .bfloat16, requiresGrad: true)
        let y = half.softmax(dim: 0)
        #expect(y.dtype == .bfloat16)
        (y * y).sum().backward()
        #expect(half.grad?.dtype == .bfloat16)
        let wide = half.logSoftmax(dim: 0, dtype: .float32)
        #expect(wide.dtype == .float32)
        #expect(wide.gradFn?.name == "LogSoftmaxBackward0")
    }

    @Test func mistakesSayWhatIsWrong() {
        let x = Tensor([[1, 2], [3, 4]])
        let mistakes: [(String, () -> Tensor)] = [
            ("softmax: expected a floating-point tensor, got int64 of shape [2, 2]", { x.softmax(dim: 0) }),
            ("logSoftmax: expected a floating-point tensor, got int64", { x.logSoftmax(dim: 1) }),
            ("softmin: expected a floating-point tensor", { x.softmin(dim: 1) }),
            ("softmax: dimension 2 is out of range for shape [2, 2]", { x.to(.float32).softmax(dim: 2) }),
        ]
        for (text, body) in mistakes {
            let error = #expect(throws: TensorError.self) { _ = try catchingTensorErrors { body() } }
            #expect(error?.description.hasPrefix(text) == true, "\(error?.description ?? ""), expected \(text)")
        }
    }
}
