import Pinion
import PinionTestSupport
import Testing

/// The programs of the documentation, as their readers write them: `import Pinion` and nothing else of it. Each has a
/// generator of its own, as other tests run beside it.
@Suite struct FirstProgramTests {
    @Test func aLineThroughNoisyPoints() {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(42)
        let x = Tensor.linspace(-1, 1, steps: 100)
        let y = 3 * x + 0.5 + 0.1 * Tensor.randn(100)
        let w = Tensor(0.0, requiresGrad: true)
        let b = Tensor(0.0, requiresGrad: true)
        for _ in 0..<200 {
            let loss = (w * x + b - y).square().mean()
            loss.backward()
            noGrad {
                w -= 0.1 * w.grad!
                b -= 0.1 * b.grad!
            }
            (w.grad, b.grad) = (nil, nil)
        }
        // PyTorch's numbers for the same program.
        #expect(abs(w.item - 2.99705) < 1e-5)
        #expect(abs(b.item - 0.505976) < 1e-5)
    }

    @Test func tensors() {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(42)
        let a = Tensor([[1.0, 2.0], [3.0, 4.0]])
        let b = Tensor.randn(2, 3)
        let c = a.matmul(b) + 1
        #expect((a • b + 1).equal(c))
        let col = c[..., 0]
        #expect(col.shape == [2])
        #expect(c[0, .all].shape == [3])
        #expect(c[0, 1..<3].shape == [2])
        #expect(c[0, 1...].shape == [2])
        #expect(c[.ellipsis, 0].shape == [2])
        #expect(c[.newAxis].shape == [1, 2, 3])
        #expect(c[stride(from: 0, to: 2, by: 2)].shape == [1, 3])
        let indices = Tensor([1, 0])
        #expect(c[indices].shape == [2, 3])
        c[0, 0] = 7
        #expect(col[0].item == 7)
        let (values, positions) = c.max(dim: 1)
        #expect(values.shape == [2] && positions.dtype == .int64)
        let mean = c.mean(dims: [0, 1], keepDim: true)
        #expect(mean.shape == [1, 1])
        let picked = c[c .> 0.5]
        #expect(picked.ndim == 1)
        let y = `where`(c .> 0, c, Tensor.zerosLike(c))
        #expect(y.min().item >= 0)
        #expect("\(c.shape) \(c.dtype) \(c.numel)" == "[2, 3] float32 6")
        #expect(y.toArray(Float.self).count == 6)
    }

    @Test func gradients() {
        let x = Tensor([2.0, 3.0], requiresGrad: true)
        let z = (x.pow(2) * 3).sum()
        z.backward()
        #expect(x.grad!.toArray(Float.self) == [12, 18])
        #expect("\(z.gradFn!)" == "<SumBackward0>")
        let z2 = x.pow(3).sum()
        let g = grad(z2, [x], createGraph: true)[0]
        #expect(g.requiresGrad)
        let lr = 0.1
        let w = x
        noGrad { w -= lr * w.grad! }
        let seen = w.toArray(Float.self)
        #expect(abs(seen[0] - 0.8) < 1e-6)
    }

    @Test func formulas() {
        let x = Tensor([0.5, -0.5])
        let gelu = 0.5 * x * (1 + (0.797 * (x + 0.0447 * x * x * x)).tanh())
        #expect(gelu.shape == [2])
        let y = (x - 1) * (x - 1) / 2 + 2 * 0.1 * x * x - 3 * x + 1
        #expect(y.shape == [2])
        let mask = (x .> 0) .& (x .< 1) .| .!(x .== 0)
        #expect(mask.dtype == .bool)
    }
}
