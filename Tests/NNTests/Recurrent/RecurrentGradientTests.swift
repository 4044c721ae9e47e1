import PinionNN
import PinionTestSupport
import Testing

@Suite struct RecurrentGradientTests {
    private static let small = RecurrentCase.all.filter { $0.layers == 1 && ($0.form != "plain" || $0.bidirectional) }

    @Test(arguments: small) func agreesWithDifferences(_ test: RecurrentCase) throws {
        let model = test.model
        let names = model.namedParameters().map(\.name)
        let states = test.states
        func run(_ inputs: [Tensor]) -> [Tensor] {
            for (name, value) in zip(names, inputs.dropFirst(1 + states.count)) {
                model.registerBuffer(name, value)
            }
            // One output: each is differentiated on its own.
            return [waveLoss(test.results(model, inputs[0], Array(inputs[1...states.count])).map { $0 * $0 + $0 })]
        }
        func derivatives(_ inputs: [Tensor]) -> [Tensor] {
            let inputs = inputs.map { $0.requiresGrad ? $0 : $0.requiresGradInPlace() }
            return [waveLoss(enableGrad { grad(run(inputs), inputs, createGraph: true) })]
        }
        let inputs = [test.x] + states + model.parameters().map { $0.detach().clone().requiresGradInPlace() }
        try gradcheck(run, inputs)
        if test.form == "packed" && test.bidirectional { try gradcheck(derivatives, inputs) }
    }

    /// Sizes at which products are blocked and several threads have a part of the sequences.
    @Test(arguments: ["lstm", "gru", "rnn", "projected"]) func largeLayersEqualTheirSteps(_ name: String) throws {
        let (steps, batch, inputs, hidden) = (7, 37, 19, 45)
        let model: RNNBase =
            switch name {
            case "lstm": LSTM(inputs, hidden, bidirectional: true)
            case "projected": LSTM(inputs, hidden, bidirectional: true, projSize: 21)
            case "gru": GRU(inputs, hidden, bidirectional: true)
            default: RNN(inputs, hidden, bidirectional: true)
            }
        let x = Tensor.randn(steps, batch, inputs, requiresGrad: true)
        let lengths = (0..<batch).map { 1 + $0 * 5 % steps }
        func loss() -> Tensor {
            let packed = packPaddedSequence(x, lengths, enforceSorted: false)
            switch model {
            case let model as LSTM:
                let (output, (h, c)) = model(packed)
                return waveLoss([output.data, h, c].map { $0.double() })
            case let model as GRU: return waveLoss([model(packed).output.data.double(), model(packed).h.double()])
            case let model as RNN: return waveLoss([model(packed).output.data.double(), model(packed).h.double()])
            default: return Tensor(0)
            }
        }
        let parameters = [x] + model.parameters()
        let fused = grad(loss(), parameters)
        // With a graph of gradients, backward goes through the steps one by one.
        let composed = grad(loss(), parameters, createGraph: true)
        for (a, b) in zip(fused, composed) { #expect(allClose(a, b, rtol: 1e-3, atol: 1e-3)) }
    }

    @Test func onlyWhatIsWantedGetsAGradient() {
        let lstm = LSTM(2, 3, projSize: 2)
        lstm.getParameter("weight_hh_l0")?.requiresGrad = false
        let (output, state) = lstm(Tensor.randn(4, 3, 2))
        state.c.sum().backward()
        #expect(output.requiresGrad)
        #expect(lstm.getParameter("weight_hh_l0")?.grad == nil)
        #expect(lstm.getParameter("weight_ih_l0")?.grad?.shape == [12, 2])
        #expect(lstm.getParameter("weight_hr_l0")?.grad?.shape == [2, 3])
        #expect("\(output.gradFn?.name ?? "")" == "MkldnnRnnLayerBackward0")
        noGrad { #expect(!lstm(Tensor.randn(4, 3, 2)).output.requiresGrad) }
    }

    @Test func aSecondBackwardNeedsTheGraph() throws {
        let gru = GRU(2, 3)
        let x = Tensor.randn(4, 3, 2)
        let loss = gru(x).output.sum()
        loss.backward(retainGraph: true)
        let first = gru.allWeights[0].compactMap { $0.grad?.clone() }
        loss.backward()
        for (weight, first) in zip(gru.allWeights[0], first) {
            #expect(weight.grad.map { allClose($0, first * 2) } ?? false)
        }
        #expect(throws: TensorError.self) { try catchingTensorErrors { loss.backward() } }
        let again = gru(x).output
        noGrad { _ = again.mulInPlace(2) }
        #expect(throws: TensorError.self) { try catchingTensorErrors { again.sum().backward() } }
    }
}
