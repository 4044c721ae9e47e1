import PinionOptim
import PinionTestSupport
import Testing

@Suite struct OptimizerTests {
    @Test func printsAsPyTorch() {
        let p = Tensor([1.0, 2.0], requiresGrad: true)
        let expected = """
            SGD (
            Parameter Group 0
                dampening: 0
                differentiable: False
                foreach: None
                fused: None
                lr: 0.01
                maximize: False
                momentum: 0.5
                nesterov: False
                weight_decay: 0
            )
            """
        #expect("\(SGD([p], lr: 0.01, momentum: 0.5))" == expected)
        let adam = "\(AdamW([p]))".split(separator: "\n")
        #expect(adam.first == "AdamW (")
        #expect(adam.contains("    betas: (0.9, 0.999)"))
        #expect(adam.contains("    eps: 1e-08"))
        #expect(adam.contains("    decoupled_weight_decay: True"))
    }

    @Test func mistakes() {
        let p = Tensor([1.0, 2.0], requiresGrad: true)
        #expect(mistake { _ = SGD([Tensor]()) } == "SGD: optimizer got an empty parameter list")
        #expect(mistake { _ = SGD([p], lr: -1) }.contains("Invalid learning rate: -1.0; expected at least 0"))
        #expect(mistake { _ = SGD([p], momentum: -1) }.contains("Invalid momentum value"))
        #expect(mistake { _ = SGD([p], weightDecay: -1) }.contains("Invalid weight_decay value"))
        #expect(mistake { _ = SGD([p], nesterov: true) }.contains("Nesterov momentum requires"))
        #expect(mistake { _ = Adam([p], betas: (0.9, 1)) }.contains("Invalid beta parameter at index 1: 1.0"))
        #expect(mistake { _ = Adam([p], eps: -1) }.contains("Invalid epsilon value"))
        #expect(mistake { _ = Adadelta([p], rho: 2) }.contains("Invalid rho value: 2.0; expected 0 to 1"))
        #expect(mistake { _ = Rprop([p], etas: (0.5, 0.5)) }.contains("Invalid eta values: 0.5, 0.5"))
        #expect(mistake { LBFGS([p]).step() }.contains("needs a closure"))
        #expect(mistake { _ = LBFGS([ParamGroup([p]), ParamGroup([])]) }.contains("parameter groups"))
        #expect(mistake { _ = SGD([p * 2]) }.contains("can't optimize a non-leaf Tensor"))
        #expect(mistake { _ = SGD([p, p]) }.contains("appears twice"))
        #expect(mistake { _ = SGD([ParamGroup([p]), ParamGroup([p])]) }.contains("more than one parameter group"))
        #expect(mistake { _ = SGD([ParamGroup([p], lr: -1)]) }.contains("Invalid learning rate"))
    }

    @Test func zeroGradAndMissingGradients() {
        let (p, q) = (Tensor([1.0], requiresGrad: true), Tensor([2.0], requiresGrad: true))
        let optimizer = SGD([p, q], lr: 0.1, momentum: 0.9)
        (p * p).sum().backward()
        optimizer.step()
        #expect(q.item == 2)
        #expect(optimizer.state[q].entries.isEmpty)
        optimizer.zeroGrad(setToNone: false)
        #expect(p.grad?.item == 0)
        optimizer.zeroGrad()
        #expect(p.grad == nil)
    }

    @Test func aStepChangesTheVersionOfWhatWasSaved() {
        let p = Tensor([1.0, 2.0], requiresGrad: true)
        let loss = (p * p).sum()
        loss.backward(retainGraph: true)
        SGD([p], lr: 0.1).step()
        #expect(mistake { loss.backward() }.contains("version"))
    }

    @Test func groupsAndHooks() {
        let (p, q) = (Tensor([1.0], requiresGrad: true), Tensor([1.0], requiresGrad: true))
        let optimizer = SGD([p], lr: 0.5)
        optimizer.addParamGroup(ParamGroup([q], lr: 0.25))
        var calls: [String] = []
        let pre = optimizer.registerStepPreHook { _ in calls.append("pre") }
        optimizer.registerStepPostHook { _ in calls.append("post") }
        (p + q).sum().backward()
        optimizer.step()
        #expect(p.item == 0.5)
        #expect(q.item == 0.75)
        pre.remove()
        optimizer.paramGroups[1].lr = 0
        optimizer.step()
        #expect(p.item == 0)
        #expect(q.item == 0.75)
        #expect(calls == ["pre", "post", "post"])
    }

    /// Tensors that are not contiguous, and of 16 bits, go the same way through copies.
    @Test(arguments: [DType.float32, .float16, .bfloat16]) func otherMemory(_ dtype: DType) {
        let plain = SmallProblem.ramp([3, 4], 31, dtype).requiresGradInPlace()
        let turned = plain.detach().t().contiguous().t().requiresGradInPlace()
        #expect(!turned.isContiguous)
        for make in [{ SGD($0, lr: 0.1, momentum: 0.9) }, { AdamW($0, lr: 0.1, amsgrad: true) }]
            as [([Tensor]) -> Optimizer]
        {
            let (one, other) = (make([plain]), make([turned]))
            for _ in 0..<3 {
                plain.grad = SmallProblem.ramp([3, 4], 7, dtype)
                turned.grad = plain.grad
                one.step()
                other.step()
            }
            #expect(plain.detach().equal(turned.detach()))
            #expect(!plain.detach().equal(SmallProblem.ramp([3, 4], 31, dtype)))
        }
    }

    /// A parameter that several threads change, against one by one.
    @Test func largeParameters() {
        let whole = SmallProblem.ramp([300_001], 43, .float32).requiresGradInPlace()
        let parts = whole.detach().clone().split(100_000).map { $0.clone().requiresGradInPlace() }
        let (one, many) = (Adam([whole], amsgrad: true), Adam(parts, amsgrad: true))
        let grad = SmallProblem.ramp([300_001], 59, .float32)
        whole.grad = grad
        for (part, grad) in zip(parts, grad.split(100_000)) { part.grad = grad.clone() }
        for _ in 0..<3 {
            one.step()
            many.step()
        }
        #expect(whole.detach().equal(cat(parts).detach()))
    }
}
