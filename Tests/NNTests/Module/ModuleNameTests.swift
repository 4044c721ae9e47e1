import PinionNN
import PinionTestSupport
import Testing

/// PyTorch's names of what modules have under Swift's too.
@Suite struct ModuleNameTests {
    @Test func training() {
        let model = Sequential(Linear(1, 1))
        #expect(model.training)
        model.eval()
        #expect(!model.training && !model[0].training)
    }

    @Test func dictionaries() {
        let modules = ModuleDict(["b": ReLU(), "a": Tanh()])
        #expect(modules.keys == ["b", "a"])
        let parameters = ParameterDict(["w": Tensor.zeros(2), "b": Tensor.zeros(1)])
        #expect(parameters.keys == ["w", "b"])
        let none = [ModuleDict().count, ParameterDict().count]
        #expect(none == [0, 0])
    }

    @Test func lists() {
        let list = ModuleList([ReLU(), Tanh()])
        list.insert(0, Sigmoid())
        list.extend([Identity(), Mish()])
        #expect(list.pop() is Mish)
        #expect(list.pop(0) is Sigmoid)
        #expect("\(list)" == "ModuleList(\n  (0): ReLU()\n  (1): Tanh()\n  (2): Identity()\n)")
        let model = Sequential(ReLU())
        model.addModule("last", Tanh())
        #expect("\(model)" == "Sequential(\n  (0): ReLU()\n  (last): Tanh()\n)")
    }

    @Test func conversions() {
        let model = Linear(1, 1).to(dtype: .double)
        #expect(model.weight.dtype == .float64)
        #expect(model.to(.cpu) === model && model.to(Device("cpu")).cpu() === model)
    }

    @Test func hooksThatReturnNil() {
        let model = Linear(1, 1)
        var calls: [String] = []
        model.registerForwardPreHook { _, _ in
            calls.append("before")
            return nil
        }
        model.registerForwardHook { _, _, y in
            calls.append("after")
            return calls.count > 100 ? y : nil
        }
        model.registerFullBackwardHook { _, _, _ in
            calls.append("backward")
            return nil
        }
        model(Tensor.ones(2, 1)).sum().backward()
        #expect(calls == ["before", "after", "backward"])
        model.registerForwardHook { _, _, y in y * 0 }
        #expect(model(Tensor.ones(2, 1)).abs().sum().item == 0)
    }
}
