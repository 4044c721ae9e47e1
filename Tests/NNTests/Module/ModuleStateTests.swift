import PinionNN
import PinionTestSupport
import Testing

@Suite struct ModuleStateTests {
    @Test func trainingAndGradients() {
        let net = Net()
        #expect(net.isTraining)
        net.eval()
        #expect(net.modules().allSatisfy { !$0.isTraining })
        #expect(net.train().layers[1].isTraining)

        net.layers.requiresGradInPlace(false)
        net(Tensor.ones(5, 2)).sum().backward()
        #expect(net.parameters().filter { $0.grad != nil }.count == 4)
        net.zeroGrad(setToNone: false)
        #expect(net.tail.parameters()[0].grad?.equal(Tensor.zeros(1, 2)) == true)
        net.zeroGrad()
        #expect(net.parameters().allSatisfy { $0.grad == nil })
    }

    @Test func conversionKeepsTheTensors() {
        let module = Block()
        let weight = module.first.weight
        module(Tensor.ones(2, 3)).sum().backward()
        let saved = module.first.weight.grad?.double()
        module.double()
        #expect(module.first.weight === weight)
        #expect(weight.dtype == .float64 && weight.requiresGrad && weight.isLeaf)
        #expect(weight.grad?.dtype == .float64)
        #expect(saved.map { weight.grad?.equal($0) ?? false } == true)
        #expect(module.mask.dtype == .float64)
        module(Tensor.ones(2, 3, dtype: .float64)).sum().backward()
        #expect(saved.map { weight.grad?.equal($0 * 2) ?? false } == true)
    }

    @Test func parametersKeepTheirRules() throws {
        let layer = Linear(2, 2)
        layer.weight = Tensor([[1.0, 2.0], [3.0, 4.0]])
        #expect(layer.weight.requiresGrad)
        #expect(layer(Tensor([1.0, 1.0])).shape == [2])
        #expect(throws: TensorError.self) { try catchingTensorErrors { layer.weight = layer.weight * 2 } }
        #expect(layer.weight[1, 1].item == 4)
        let place = Parameter(layer.weight * 3, requiresGrad: false)
        #expect(place.wrappedValue.isLeaf && !place.wrappedValue.requiresGrad)
        #expect(Parameter(Tensor([1, 2])).wrappedValue.dtype == .int64)
    }

    @Test func stateDictsGoFromOneToTheOther() throws {
        let (a, b) = (Net(), Net())
        (a.head, b.head) = (Linear(2, 2), Linear(2, 2))
        #expect(!a.layers.stateDict().values[0].equal(b.layers.stateDict().values[0]))
        let loaded = try b.loadStateDict(a.stateDict())
        #expect(loaded.missingKeys.isEmpty && loaded.unexpectedKeys.isEmpty)
        let x = Tensor.ones(3, 2)
        #expect(a(x).equal(b(x)))
        #expect(a.stateDict().keys.contains("layers.1.count"))
        #expect(!a.stateDict().keys.contains("layers.1.mask"))
        #expect(a.stateDict(prefix: "net.").keys.allSatisfy { $0.hasPrefix("net.") })
        #expect(a.stateDict().values.allSatisfy { !$0.requiresGrad })
    }

    @Test func whatDoesNotFitChangesNothing() throws {
        let layer = Linear(2, 3)
        let before = layer.stateDict().clone()
        let wrong: StateDict = ["weight": Tensor.zeros(2, 2), "x": Tensor.zeros(1)]
        do {
            try layer.loadStateDict(wrong)
            Issue.record("loaded")
        } catch let error as StateDictError {
            // As torch 2.13 prints it.
            #expect(
                error.description
                    == "Error(s) in loading state_dict for Linear:\n\tMissing key(s) in state_dict: \"bias\". \n\t"
                    + "Unexpected key(s) in state_dict: \"x\". \n\tsize mismatch for weight: copying a param with shape "
                    + "torch.Size([2, 2]) from checkpoint, the shape in current model is torch.Size([3, 2]).")
        }
        #expect(layer.weight.equal(before.values[0]))
        let partly = try layer.loadStateDict(["bias": Tensor.ones(3), "x": Tensor.ones(1)], strict: false)
        #expect(partly.missingKeys == ["weight"] && partly.unexpectedKeys == ["x"])
        #expect(layer.bias?.equal(Tensor.ones(3)) == true)
    }

    @Test func stateDictsAreOrdered() {
        var dict = StateDict()
        for name in ["c", "a", "b"] { dict[name] = Tensor.ones(1) }
        dict["c"] = Tensor.zeros(1)
        dict["a"] = nil
        #expect(dict.keys == ["c", "b"])
        #expect(dict.map(\.value.item) == [0, 1])
        #expect(dict["a"] == nil && dict.count == 2)
    }
}
