import PinionOptim
import PinionTestSupport
import Testing

@Suite struct OptimizerMistakeTests {
    @Test func optionsNameTheOptimizer() {
        let w = Tensor.zeros(1, requiresGrad: true)
        #expect(mistake { _ = SGD([w], lr: -1) } == "SGD: Invalid learning rate: -1.0; expected at least 0")
        #expect(mistake { _ = Adam([w], betas: (1.5, 0.9)) }.hasPrefix("Adam: Invalid beta parameter at index 0: 1.5"))
        #expect(mistake { _ = AdamW([ParamGroup([w], lr: -2)]) }.hasPrefix("AdamW: Invalid learning rate: -2.0"))
    }

    @Test func lambdas() {
        let optimizer = SGD([Tensor.zeros(1, requiresGrad: true)], lr: 0.1)
        let two: [(Int) -> Double] = [{ _ in 1 }, { _ in 2 }]
        #expect(
            mistake { _ = LambdaLR(optimizer, lrLambda: two) }
                == "LambdaLR: Expected 1 lrLambda, one a group, but got 2")
        #expect(mistake { _ = MultiplicativeLR(optimizer, lrLambda: two) }.hasPrefix("MultiplicativeLR: Expected 1"))
    }
}
