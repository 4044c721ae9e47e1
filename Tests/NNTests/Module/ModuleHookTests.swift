import PinionNN
import PinionTestSupport
import Testing

@Suite struct ModuleHookTests {
    @Test func forwardHooksSeeAndReplace() {
        let layer = Linear(2, 2)
        let x = Tensor.ones(1, 2)
        var seen: [[Int]] = []
        let watch = layer.registerForwardHook { _, x, y in
            seen.append(x.shape)
            seen.append(y.shape)
        }
        let before = layer.registerForwardPreHook { _, x in x * 2 }
        let after = layer.registerForwardHook { _, _, y in y + 1 }
        #expect(allClose(layer(x), linear(x * 2, layer.weight, layer.bias) + 1))
        #expect(seen == [[1, 2], [1, 2]])
        before.remove()
        after.remove()
        watch.remove()
        #expect(layer(x).equal(linear(x, layer.weight, layer.bias)))
        #expect(seen.count == 2)
    }

    @Test func backwardHooksSeeGradients() {
        let model = Sequential(Linear(2, 3), Linear(3, 1))
        var gradInputs: [Tensor?] = []
        var gradOutputs: [Tensor?] = []
        let handle = model[1].registerFullBackwardHook { _, gradInput, gradOutput in
            gradInputs = gradInput
            gradOutputs = gradOutput
            return gradInput.map { $0.map { $0 * 10 } }
        }
        let x = Tensor.ones(1, 2)
        model(x).sum().backward()
        let weight = model[1].parameters()[0]
        #expect(gradInputs.count == 1 && gradInputs[0]?.equal(weight.detach()) == true)
        #expect(gradOutputs[0]?.equal(Tensor.ones(1, 1)) == true)
        // What the hook returned went on.
        #expect(allClose(model[0].parameters()[1].grad ?? .zeros(1), weight.detach()[0] * 10))
        handle.remove()
        model.zeroGrad()
        model(x).sum().backward()
        #expect(allClose(model[0].parameters()[1].grad ?? .zeros(1), weight.detach()[0]))
    }

    @Test func backwardHooksOfInputsWithoutGradients() {
        let layer = Linear(2, 1)
        var calls = 0
        layer.registerFullBackwardHook { _, gradInput, gradOutput in
            calls += 1
            #expect(gradInput.count == 1 && gradInput[0] == nil)
            #expect(gradOutput[0]?.shape == [4, 1])
        }
        layer(Tensor.ones(4, 2)).sum().backward()
        #expect(calls == 1)
        _ = noGrad { layer(Tensor.ones(4, 2)) }
        #expect(calls == 1)
    }

    @Test func aModuleWithoutForwardSaysSo() {
        #expect(throws: TensorError.self) { try catchingTensorErrors { Shared()(Tensor.ones(1)) } }
    }
}
