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

    @Test func inPlaceModules() {
        let pairs: [(Module, Module, String)] = [
            (SiLU(inplace: true), SiLU(), "SiLU(inplace=True)"), (Mish(inplace: true), Mish(), "Mish(inplace=True)"),
            (Hardsigmoid(inplace: true), Hardsigmoid(), "Hardsigmoid()"),
            (Hardswish(inplace: true), Hardswish(), "Hardswish()"),
            (ELU(inplace: true), ELU(), "ELU(alpha=1.0, inplace=True)"),
            (CELU(inplace: true), CELU(), "CELU(alpha=1.0, inplace=True)"),
            (SELU(inplace: true), SELU(), "SELU(inplace=True)"), (ReLU6(inplace: true), ReLU6(), "ReLU6(inplace=True)"),
            (Hardtanh(inplace: true), Hardtanh(), "Hardtanh(min_val=-1.0, max_val=1.0, inplace=True)"),
            (Threshold(0.1, 1, inplace: true), Threshold(0.1, 1), "Threshold(threshold=0.1, value=1.0, inplace=True)"),
        ]
        for (inPlace, plain, printed) in pairs {
            #expect("\(inPlace)" == printed)
            let results = [inPlace, plain].map { module in
                let x = Tensor.ramp(-3, 3.5, [2, 3, 4]).requiresGradInPlace()
                let copy = x + 0
                let y = module(copy)
                #expect((y === copy) == (module === inPlace))
                y.backwardByPlace()
                return [y, x.grad ?? Tensor.zeros(1)]
            }
            #expect(results[0][0].equal(results[1][0]) && results[0][1].equal(results[1][1]), "\(printed)")
        }
    }

    @Test func wrongShapesAreErrors() {
        #expect(throws: TensorError.self) { try catchingTensorErrors { glu(Tensor.ones(2, 3)) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { Softmax2d()(Tensor.ones(2, 3)) } }
    }
}
