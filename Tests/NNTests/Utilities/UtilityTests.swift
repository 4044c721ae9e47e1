import PinionNN
import PinionTestSupport
import Testing

@Suite(.serialized) struct UtilityTests {
    @Test func normalisedWeightsArePyTorchs() throws {
        let own = OwnGenerator()
        defer { own.end() }
        let fixture = try LayerFixture()
        let cases: [(String, (Linear) -> Linear)] = [
            ("weightNorm", { weightNorm($0) }), ("weightNorm1", { weightNorm($0, dim: 1) }),
            ("weightNormAll", { weightNorm($0, dim: nil) }), ("spectralNorm", { spectralNorm($0) }),
        ]
        for (name, make) in cases {
            manualSeed(3)
            let layer = make(Linear(3, 4))
            #expect(layer.stateDict().keys.joined(separator: " ") == fixture.text("norm \(name) keys"))
            for step in 0..<2 {
                layer.zeroGrad()
                let y = layer(Tensor.ramp(-1, 2, [2, 3]))
                y.backwardByPlace()
                #expect(try fixture.matches("norm \(name) y\(step)", y, tolerance: 1e-5), "\(name) \(step)")
                for (key, parameter) in layer.namedParameters() {
                    let matches = try fixture.matches("norm \(name) \(key)\(step)", parameter.grad, tolerance: 2e-5)
                    #expect(matches, "\(name) \(key) \(step)")
                }
            }
        }
    }

    @Test func normalisedWeightsBecomeOrdinaryAgain() throws {
        let layer = Linear(3, 4)
        let before = layer.weight.clone()
        weightNorm(layer)
        #expect(throws: TensorError.self) { try catchingTensorErrors { layer.weight = before } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { weightNorm(layer) } }
        removeWeightNorm(layer)
        #expect(allClose(layer.weight, before))
        #expect(layer.stateDict().keys == ["weight", "bias"] && layer.weight.isLeaf && layer.weight.requiresGrad)
        spectralNorm(layer, nPowerIterations: 30)
        _ = layer(Tensor.ones(1, 3))
        removeSpectralNorm(layer)
        #expect(abs(Linalg.svdvals(layer.weight.detach()).max().item - 1) < 1e-3)
        #expect(layer.stateDict().keys == ["weight", "bias"])
        #expect(throws: TensorError.self) { try catchingTensorErrors { removeWeightNorm(layer) } }
    }

    @Test func summariesCount() {
        let model = Sequential(Linear(8, 6), ReLU(), Linear(6, 4, bias: false))
        model[2].requiresGradInPlace(false)
        let table = summary(model, inputSize: [5, 8])
        #expect(table.totalParameters == 78 && table.trainableParameters == 54)
        #expect(table.rows.map(\.name) == ["", "0", "1", "2"])
        #expect(table.rows.map(\.outputShape) == [[5, 4], [5, 6], [5, 6], [5, 4]])
        #expect(table.totalMultiplyAdds == 5 * 78)
        #expect(model.isTraining)
        #expect("\(table)".contains("Total params: 78\nTrainable params: 54\nNon-trainable params: 24"))
    }

    @Test func stoppingAndTheBest() throws {
        var stopping = EarlyStopping(patience: 2, minDelta: 0.1)
        let improved = [1.0, 0.95, 0.5, .nan, 0.6].map { stopping.update($0) }
        #expect(improved == [true, false, true, false, false])
        #expect(stopping.shouldStop && stopping.best == 0.5)
        let model = Linear(2, 2)
        var best = BestModel(mode: .max)
        best.update(0.5, model)
        let kept = model.weight.clone()
        noGrad { _ = model.weight.zeroInPlace() }
        let isBest = best.update(0.4, model)
        #expect(!isBest)
        try best.restore(model)
        #expect(model.weight.equal(kept) && best.best == 0.5)
    }
}
