import PinionNN
import PinionTestSupport
import Testing

@Suite struct ContainerTests {
    @Test func sequentialIsEditable() throws {
        let model = Sequential(Linear(2, 3), Linear(3, 4))
        model.insert(Linear(2, 2), at: 0)
        model.append(Linear(4, 1, bias: false))
        #expect(model.count == 4 && model(Tensor.ones(5, 2)).shape == [5, 1])
        #expect(model.namedChildren().map(\.name) == ["0", "1", "2", "3"])
        #expect((model[-1] as? Linear)?.outFeatures == 1)
        model[-1] = Linear(4, 7)
        #expect(model.stateDict().keys.last == "3.bias")
        #expect((model.remove(at: 1) as? Linear)?.outFeatures == 3)
        #expect(model.map { ($0 as? Linear)?.inFeatures } == [2, 3, 4])
        let part = model[1...]
        #expect(part.count == 2 && part[0] === model[1])
        #expect(part.namedChildren().map(\.name) == ["1", "2"])
        #expect(throws: TensorError.self) { try catchingTensorErrors { model[3] } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { model[0..<9] } }
    }

    @Test func sequentialTakesNames() {
        let named = Sequential(["hidden": Linear(2, 3), "out": Linear(3, 1)])
        #expect(named.stateDict().keys == ["hidden.weight", "hidden.bias", "out.weight", "out.bias"])
        #expect(named["out"] === named[1] && named["x"] == nil)
        let pairs = Sequential([("a", Linear(2, 3)), ("b", Linear(3, 1))])
        #expect(pairs.namedChildren().map(\.name) == ["a", "b"])
        let listed: [Module] = [Linear(1, 1), Linear(1, 1)]
        #expect(Sequential(listed).count == 2 && Sequential().isEmpty)
    }

    @Test func lists() {
        let list = ModuleList((0..<3).map { Linear($0 + 1, 2) })
        #expect(list.namedParameters().count == 6)
        var width = 0
        for layer in list { width += (layer as? Linear)?.inFeatures ?? 0 }
        #expect(width == 6)
        #expect(list[1...].namedChildren().map(\.name) == ["0", "1"])
        let dict: ModuleDict = ["a": Linear(1, 2), "b": Linear(2, 3)]
        dict["c"] = Linear(3, 4)
        dict["a"] = nil
        #expect(dict.keys == ["b", "c"] && dict.count == 2)
        #expect(dict.stateDict().keys.first == "b.weight")
        #expect(dict.map(\.name) == ["b", "c"])
    }

    @Test func parameterLists() {
        let list = ParameterList([Tensor.ones(2, 2), Tensor.ones(3)])
        list.append(Tensor.zeros(1))
        list[-1] = Tensor.ones(4)
        #expect(list.namedParameters().map(\.name) == ["0", "1", "2"])
        #expect(list[2].shape == [4] && list[2].requiresGrad && list.count == 3)
        let dict: ParameterDict = ["w": Tensor.ones(2, 2)]
        dict["v"] = Tensor.ones(1)
        #expect(dict.parameters().count == 2 && dict["v"]?.requiresGrad == true)
    }

    // Printed by torch 2.13.
    @Test func printing() {
        let linear = "Linear(in_features=2, out_features=2, bias=True)"
        #expect("\(Sequential())" == "Sequential()")
        #expect(
            "\(ModuleList(Linear(2, 2), Linear(2, 2), Identity()))"
                == "ModuleList(\n  (0-1): 2 x \(linear)\n  (2): Identity()\n)")
        #expect("\(["a": Linear(2, 2)] as ModuleDict)" == "ModuleDict(\n  (a): \(linear)\n)")
        #expect(
            "\(ParameterList([Tensor.ones(2, 2), Tensor.ones(3)]))"
                == """
                ParameterList(
                    (0): Parameter containing: [torch.float32 of size 2x2]
                    (1): Parameter containing: [torch.float32 of size 3]
                )
                """)
        #expect(
            "\(Sequential(["a": Sequential(Linear(2, 2)), "b": Identity()]))"
                == "Sequential(\n  (a): Sequential(\n    (0): \(linear)\n  )\n  (b): Identity()\n)")
    }
}
