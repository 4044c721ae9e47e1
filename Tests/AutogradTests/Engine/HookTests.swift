import PinionAutograd
import Testing

@Suite struct HookTests {
    @Test func aHookMayReplaceTheGradient() {
        let x = Tensor([1.0, 2.0], requiresGrad: true)
        let y = x * 3
        let handle = y.registerHook { $0 * 10 }
        y.sum().backward(retainGraph: true)
        #expect(x.grad?.toArray(Float.self) == [30, 30])
        handle.remove()
        x.grad = nil
        y.sum().backward()
        #expect(x.grad?.toArray(Float.self) == [3, 3])
    }

    @Test func aLeafsHookSeesTheSum() {
        let x = Tensor([1.0, 2.0], requiresGrad: true)
        var seen: [[Float]] = []
        x.registerHook { gradient in
            seen.append(gradient.toArray(Float.self))
            return nil
        }
        (x * 3 + x * 4).sum().backward()
        #expect(seen == [[7, 7]])
        #expect(x.grad?.toArray(Float.self) == [7, 7])
    }

    @Test func aHookAfterAccumulationFindsTheGradient() {
        let x = Tensor([1.0], requiresGrad: true)
        var seen: [Double] = []
        x.registerPostAccumulateGradHook { seen.append($0.grad?.item ?? .nan) }
        (x * 2).backward()
        (x * 2).backward()
        #expect(seen == [2, 4])
    }

    @Test func retainGradKeepsAndAccumulates() {
        let x = Tensor([1.0, 2.0], requiresGrad: true)
        let y = x * 2
        #expect(!y.retainsGrad)
        #expect(y.grad == nil)
        y.retainGrad()
        #expect(y.retainsGrad)
        (y * y).sum().backward(retainGraph: true)
        #expect(y.grad?.toArray(Float.self) == [4, 8])
        y.sum().backward()
        #expect(y.grad?.toArray(Float.self) == [5, 9])
    }

    @Test func aHookNeedsAGraph() {
        let error = #expect(throws: TensorError.self) {
            try catchingTensorErrors { _ = Tensor([1.0]).registerHook { $0 } }
        }
        #expect(error?.description == "registerHook: the tensor of shape [1] does not require a gradient")
    }
}
