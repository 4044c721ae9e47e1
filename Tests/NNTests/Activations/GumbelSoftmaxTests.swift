import PinionNN
import PinionTestSupport
import Testing

@Suite struct GumbelSoftmaxTests {
    @Test func drawsAndGradientsArePyTorchs() {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(3)
        let logits = Tensor([[0.1, 0.5, -0.2], [1.0, 0.0, 2.0]], requiresGrad: true)
        let factors = Tensor([[1.0, 2.0, 3.0], [3.0, 1.0, 2.0]])
        func check(_ tensor: Tensor?, _ expected: [Double]) {
            #expect(allClose(tensor?.detach().flatten() ?? factors, Tensor(expected), rtol: 1e-5, atol: 1e-6))
        }
        let soft = gumbelSoftmax(logits, tau: 0.7)
        check(soft, [0.9331665, 0.06398641, 0.0028471, 0.69050413, 0.00962748, 0.29986838])
        (soft * factors).sum().backward()
        check(logits.grad, [-0.09289083, 0.08503971, 0.00785115, 0.31479421, -0.023118, -0.29167628])
        let hard = gumbelSoftmax(logits, hard: true, dim: 0)
        check(hard, [1, 0, 0, 0, 1, 1])
        logits.grad = nil
        (hard * factors).sum().backward()
        check(logits.grad, [-0.39001873, 0.23427172, 0.1354634, 0.39001858, -0.23427172, -0.1354634])
    }
}
