import PinionNN
import PinionTestSupport
import Testing

@Suite struct RecurrentLayerTests {
    let fixture: LayerFixture
    init() throws { fixture = try LayerFixture("recurrent") }

    @Test(arguments: RecurrentCase.all) func equalsPyTorch(_ test: RecurrentCase) throws {
        let (model, x, states) = (test.model, test.x, test.states)
        let results = test.results(model, x, states)
        waveLoss(results).backward()
        for (name, result) in zip(["y", "h", "c"], results) {
            #expect(try fixture.matches("\(test) \(name)", result, tolerance: 1e-6))
        }
        #expect(try fixture.matches("\(test) gx", x.grad, tolerance: 1e-6))
        let digests = stack((states + model.parameters()).compactMap { $0.grad?.digest })
        #expect(try fixture.matches("\(test) digests", digests, tolerance: 1e-6))
    }

    @Test func parametersBeginAsPyTorchs() throws {
        let own = OwnGenerator()
        defer { own.end() }
        let models: [(String, () -> Module)] = [
            ("lstm", { LSTM(2, 3, numLayers: 2, bidirectional: true, projSize: 2) }),
            ("gru", { GRU(2, 3, numLayers: 2, bias: false) }), ("rnn", { RNN(3, 2, bidirectional: true) }),
            ("cell", { LSTMCell(3, 2) }),
        ]
        for (name, make) in models {
            manualSeed(7)
            let model = make()
            let state = model.stateDict()
            let keys = fixture.keys(startingWith: "draw \(name) ")
            #expect(state.keys == keys)
            #expect(model.namedParameters().map(\.name) == keys)
            for key in keys { #expect(try fixture.matches("draw \(name) \(key)", state[key]), "\(name) \(key)") }
        }
    }

    @Test func printsAsPyTorch() {
        let models: [Module] = [
            RNN(4, 6),
            RNN(
                4, 6, numLayers: 2, nonlinearity: .relu, bias: false, batchFirst: true, dropout: 0.5,
                bidirectional: true), LSTM(4, 6, numLayers: 2, projSize: 3), GRU(4, 6, bidirectional: true),
            RNNCell(3, 4), RNNCell(3, 4, bias: false, nonlinearity: .relu), LSTMCell(3, 4, bias: false), GRUCell(3, 4),
        ]
        for (index, model) in models.enumerated() {
            #expect("\(model)" == fixture.text("print \(index)"))
        }
    }

    @Test func dropoutDrawsPyTorchsMasks() throws {
        let own = OwnGenerator()
        defer { own.end() }
        let x = Tensor.wave([4, 3, 2]).float()
        manualSeed(5)
        let lstm = LSTM(2, 3, numLayers: 3, dropout: 0.4, bidirectional: true)
        #expect(try fixture.matches("dropout lstm", lstm(x).output, tolerance: 1e-5))
        let packed = packPaddedSequence(x, RecurrentCase.lengths, enforceSorted: false)
        #expect(try fixture.matches("dropout lstm packed", lstm(packed).output.data, tolerance: 1e-5))
        manualSeed(5)
        let gru = GRU(2, 3, numLayers: 3, dropout: 0.4, bidirectional: true)
        #expect(try fixture.matches("dropout gru", gru(x).output, tolerance: 1e-5))
        #expect(try fixture.matches("dropout gru packed", gru(packed).output.data, tolerance: 1e-5))
        let (first, again) = (gru.eval()(x).output, gru(x).output)
        #expect(first.equal(again))
    }

    @Test func cellsEqualPyTorch() throws {
        let own = OwnGenerator()
        defer { own.end() }
        func check(_ name: String, _ make: () -> RNNCellBase, _ step: (RNNCellBase, Tensor, [Tensor]) -> [Tensor])
            throws
        {
            manualSeed(3)
            let model = make().double()
            let x = Tensor.wave([3, 2]).requiresGradInPlace()
            let states = (0..<(name == "lstm" ? 2 : 1)).map {
                Tensor.wave([3, 3], 1 + Double($0)).requiresGradInPlace()
            }
            let results = step(model, x, states)
            waveLoss(results).backward()
            #expect(try fixture.matches("cell \(name) y", results[0], tolerance: 1e-6))
            if results.count > 1 { #expect(try fixture.matches("cell \(name) h", results[1], tolerance: 1e-6)) }
            #expect(try fixture.matches("cell \(name) gx", x.grad, tolerance: 1e-6))
            let digests = stack((states + model.parameters()).compactMap { $0.grad?.digest })
            #expect(try fixture.matches("cell \(name) digests", digests, tolerance: 1e-6))
            let first = step(model, x.select(0, 0), [])[0]
            #expect(try fixture.matches("cell \(name) first", first, tolerance: 1e-6))
        }
        func simple(_ model: RNNCellBase, _ x: Tensor, _ states: [Tensor]) -> [Tensor] {
            if let model = model as? GRUCell { return [model(x, states.first)] }
            return (model as? RNNCell).map { [$0(x, states.first)] } ?? []
        }
        try check("tanh", { RNNCell(2, 3) }, simple)
        try check("relu", { RNNCell(2, 3, nonlinearity: .relu) }, simple)
        try check("gru", { GRUCell(2, 3) }, simple)
        try check("lstm", { LSTMCell(2, 3) }) { model, x, states in
            guard let model = model as? LSTMCell else { return [] }
            let (h, c) = model(x, states.isEmpty ? nil : (states[0], states[1]))
            return [h, c]
        }
    }

    @Test func statesThatAreNotGivenAreZero() {
        let lstm = LSTM(2, 3, numLayers: 2, bidirectional: true)
        let x = Tensor.randn(4, 3, 2)
        let (output, (h, c)) = lstm(x)
        let zeros = Tensor.zeros(4, 3, 3)
        let (expected, (hx, cx)) = lstm(x, (zeros, zeros))
        #expect(output.equal(expected) && h.equal(hx) && c.equal(cx))
        // A sequence of modules takes the output alone.
        let model = Sequential(lstm, Linear(6, 1))
        #expect(model(x).shape == [4, 3, 1])
        #expect(lstm.allWeights.map(\.count) == [4, 4, 4, 4])
        #expect(lstm(Tensor.randn(4, 0, 2)).output.shape == [4, 0, 6])
    }

    @Test func shorterDTypesComputeInFloat32() {
        for dtype in [DType.float16, .bfloat16] {
            let model = GRU(3, 4)
            let x = Tensor.randn(5, 2, 3)
            let exact = model(x).output
            let (y, h) = model.to(dtype)(x.to(dtype))
            #expect(y.dtype == dtype && h.dtype == dtype)
            #expect(allClose(y.float(), exact, rtol: 0.05, atol: 0.05))
            y.sum().backward()
            #expect(model.allWeights[0].allSatisfy { $0.grad?.dtype == dtype })
        }
    }

    @Test func hooksAndReplacedParametersCount() {
        let gru = GRU(2, 3)
        var seen: [[Int]] = []
        gru.registerForwardHook { _, input, output in seen.append(input.shape + output.shape) }
        let x = Tensor.randn(4, 2)
        let before = gru(x).output
        #expect(seen == [[4, 2, 4, 3]])
        gru.registerParameter("weight_ih_l0", Tensor.zeros(9, 2))
        #expect(!gru(x).output.equal(before))
        #expect(gru.getParameter("weight_ih_l0")?.grad == nil && gru.allWeights[0][0].equal(Tensor.zeros(9, 2)))
    }
}
