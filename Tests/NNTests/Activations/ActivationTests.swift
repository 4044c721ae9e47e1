import PinionNN
import PinionTestSupport
import Testing

@Suite struct ActivationTests {
    @Test func printingResultsAndGradients() throws {
        let fixture = try LayerFixture()
        let modules: [Module] = [
            ReLU(), ReLU(inplace: true), ReLU6(), LeakyReLU(), LeakyReLU(0.2, inplace: true), PReLU(), PReLU(3),
            RReLU().eval(), Threshold(0.1, -2), Hardtanh(), Hardtanh(-0.5, 2), ELU(), ELU(0.5), CELU(), SELU(),
            Sigmoid(), LogSigmoid(), Tanh(), Tanhshrink(), Softplus(), Softplus(2, 1), Softsign(), GELU(),
            GELU(approximate: .tanh), SiLU(), Mish(), Hardsigmoid(), Hardswish(), Hardshrink(), Softshrink(), GLU(),
            GLU(2), Softmax(1), Softmax(), LogSoftmax(dim: -1), Softmin(dim: 0), Softmax2d(), Flatten(), Flatten(0, 1),
            Unflatten(1, [1, 3]), Dropout(0.25), AlphaDropout(), Identity(), CosineSimilarity(), PairwiseDistance(),
            PixelShuffle(2), PixelUnshuffle(2), Linear(4, 2, bias: false), Bilinear(1, 2, 3),
            Embedding(4, 2, paddingIdx: -1, maxNorm: 1), EmbeddingBag(4, 2, mode: .sum),
        ]
        for (index, module) in modules.enumerated() {
            #expect("\(module)" == fixture.text("print \(index)"))
            if index >= 43 || (39...41).contains(index) { continue }
            let x = Tensor.ramp(-3, 3.5, [2, 3, 4]).requiresGradInPlace()
            let y = module(x + 0)
            y.backwardByPlace()
            #expect(try fixture.matches("activation \(index) y", y, tolerance: 2e-6), "\(module)")
            #expect(try fixture.matches("activation \(index) grad", x.grad, tolerance: 1e-5), "\(module)")
        }
    }

    @Test func wrongShapesAreErrors() {
        #expect(throws: TensorError.self) { try catchingTensorErrors { glu(Tensor.ones(2, 3)) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { Softmax2d()(Tensor.ones(2, 3)) } }
    }
}
