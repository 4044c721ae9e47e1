import PinionNN
import PinionTestSupport
import Testing

@Suite struct ModuleContentsTests {
    @Test func namesAreThoseOfPropertiesInOrder() {
        let names = WideBlock().namedParameters().map(\.name)
        #expect(names == ["scale", "first.weight", "first.bias", "last_part.weight", "last_part.bias"])
        #expect(WideBlock().namedBuffers().map(\.name) == ["count", "mask"])
        #expect(WideBlock().namedParameters(prefix: "p", recurse: false).map(\.name) == ["p.scale"])
    }

    @Test func lazyAndOptionalModulesAppearWhenTheyExist() {
        let net = Net()
        #expect(net.namedChildren().map(\.name) == ["layers", "tail"])
        _ = net.head
        #expect(net.namedChildren().map(\.name) == ["layers", "head", "tail"])
        let block = Block()
        #expect(block.getSubmodule("shortcut") == nil)
        block.shortcut = Linear(3, 4)
        #expect(block.namedParameters().map(\.name).last == "shortcut.bias")
    }

    @Test func replacedModulesAreFound() {
        let net = Net()
        #expect(net.parameters().count == 9)
        let other = Linear(2, 1, bias: false)
        net.tail = other
        #expect(net.parameters().count == 8)
        #expect(net.getParameter("tail.weight") === other.weight)
        net.layers[0] = Linear(2, 3, bias: false)
        #expect(net.parameters().count == 7)
        net.layers.append(ReLUStandIn())
        #expect(net.namedModules().map(\.name).suffix(2) == ["layers.2", "tail"])
    }

    @Test func sharedOnesAreListedOnce() {
        let shared = Shared()
        #expect(shared.namedParameters().map(\.name) == ["a.weight", "a.bias"])
        #expect(shared.namedParameters(removeDuplicate: false).count == 5)
        #expect(shared.namedChildren().map(\.name) == ["a", "c"])
        #expect(shared.modules().count == 3)
        #expect(shared.stateDict().keys == ["a.weight", "a.bias", "b.weight", "b.bias", "c.weight"])
    }

    @Test func partsAreFoundByName() {
        let net = Net()
        #expect(net.getSubmodule("layers.1.first") as? Linear === (net.layers[1] as? Block)?.first)
        #expect(net.getSubmodule("") === net)
        #expect(net.getSubmodule("layers.7") == nil)
        #expect(net.getBuffer("layers.1.mask")?.shape == [4])
        #expect(net.getParameter("layers.1.mask") == nil)
    }

    @Test func registeredMembersCount() throws {
        let module = Module()
        module.registerParameter("w", Tensor([1.0, 2.0]))
        module.registerBuffer("b", Tensor([1.0]), persistent: false)
        module.registerModule("m", Linear(1, 1))
        #expect(module.namedParameters().map(\.name) == ["w", "m.weight", "m.bias"])
        #expect(module.getParameter("w")?.requiresGrad == true)
        #expect(module.stateDict().keys == ["w", "m.weight", "m.bias"])
        #expect(throws: TensorError.self) { try catchingTensorErrors { module.registerModule("a.b", Linear(1, 1)) } }
        #expect(throws: TensorError.self) {
            try catchingTensorErrors { Block().registerModule("first", Linear(1, 1)) }
        }
    }

    @Test func applyVisitsChildrenFirst() {
        var visited: [String] = []
        Net().apply { visited.append("\(type(of: $0))") }
        #expect(visited == ["Linear", "Linear", "Linear", "WideBlock", "Sequential", "Linear", "Net"])
    }
}

final class ReLUStandIn: Module {
    override func forward(_ x: Tensor) -> Tensor { relu(x) }
}
