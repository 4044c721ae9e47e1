import PinionNN
import PinionTestSupport
import Testing

/// What the samples of `LossTests` do not have: the kernels' way for each dtype, and numbers that are no probabilities.
@Suite struct BinaryCrossEntropyTests {
    private static let dtypes: [DType] = [.float16, .bfloat16, .float32, .float64]

    @Test(arguments: dtypes, LossReduction.allCases)
    func namesWhatIsNoProbability(dtype: DType, reduction: LossReduction) {
        let good = Tensor([0, 1, 0.25, 0.5], dtype: dtype)
        for weight in [nil, Tensor.ones(4, dtype: dtype)] {
            func result(_ input: Tensor, _ target: Tensor) -> String {
                mistake { _ = binaryCrossEntropy(input, target, weight: weight, reduction: reduction) }
            }
            #expect(result(good, good) == "no error")
            #expect(result(good, Tensor([0, 1, 0.25, 0.5], dtype: .float64)) == "no error")
            for wrong in [-0.25, 1.25, -Double.infinity, .infinity, .nan] {
                let bad = Tensor([0, 1, wrong, 0.5], dtype: dtype)
                let text = "binaryCrossEntropy: all elements of the %s of shape [4] must be from 0 to 1"
                #expect(result(bad, good) == text.replacing("%s", with: "input"), "\(wrong)")
                #expect(result(good, bad) == text.replacing("%s", with: "target"), "\(wrong)")
            }
        }
    }

    /// Kernel and composition, which gradients of gradients go through, give the same.
    @Test func fusedGradientsAreTheComposedOnes() {
        let t = Tensor([0, 1, 0.25, 0.5, 1, 0.75], dtype: .float64, requiresGrad: true)
        let losses: [(Tensor, Tensor) -> Tensor] = [
            { binaryCrossEntropy($0, $1) }, { binaryCrossEntropyWithLogits($0, $1, reduction: .sum) },
            { mseLoss($0, $1, reduction: .none).sum() },
        ]
        for loss in losses {
            let x = Tensor([0.125, 0.5, 0.25, 0.9, 0.999, 0.01], dtype: .float64, requiresGrad: true)
            let fused = grad(loss(x, t), [x, t])
            let composed = grad(loss(x, t), [x, t], createGraph: true)
            for (a, b) in zip(fused, composed) { #expect(allClose(a, b.detach(), rtol: 1e-14, atol: 1e-14)) }
        }
    }

    /// A loss whose operands broadcast, which PyTorch allows of the square.
    @Test func squaresBroadcast() {
        let x = Tensor([[1.0, 2, 3], [4, 5, 6]], requiresGrad: true)
        let t = Tensor([1.0, 1, 2], requiresGrad: true)
        let loss = mseLoss(x, t)
        loss.backward()
        #expect(allClose(loss.detach(), Tensor(43.0 / 6)))
        #expect(allClose(x.grad ?? .failed, Tensor([[0.0, 1, 1], [3, 4, 4]]) / 3))
        #expect(allClose(t.grad ?? .failed, Tensor([-3.0, -5, -5]) / 3))
    }
}
