import PinionNN
import PinionTestSupport
import Testing

@Suite(.serialized) struct DropoutTests {
    @Test func masksArePyTorchs() throws {
        let own = OwnGenerator()
        defer { own.end() }
        let fixture = try LayerFixture()
        let cases: [(String, Module, [Int])] = [
            ("dropout", Dropout(0.3), [4, 5]), ("dropout1d", Dropout1d(0.4), [2, 3, 4]),
            ("dropout1dUnbatched", Dropout1d(0.4), [3, 4]), ("dropout2d", Dropout2d(0.4), [2, 3, 2, 2]),
            ("dropout3d", Dropout3d(0.4), [2, 3, 1, 2, 2]), ("alphaDropout", AlphaDropout(0.3), [4, 5]),
            ("featureAlphaDropout", FeatureAlphaDropout(0.3), [2, 3, 4]), ("rrelu", RReLU(), [4, 5]),
        ]
        for (name, module, shape) in cases {
            let x = Tensor.ramp(-2, 3, shape).requiresGradInPlace()
            manualSeed(5)
            let y = module(x)
            y.sum().backward()
            #expect(try fixture.matches("random \(name) y", y, tolerance: 1e-6), "\(name)")
            #expect(try fixture.matches("random \(name) grad", x.grad, tolerance: 1e-6), "\(name)")
        }
    }

    @Test func evaluationAndMistakes() {
        let x = Tensor.ones(3, 4)
        #expect(Dropout(0.9).eval()(x) === x)
        #expect(Dropout(1)(x).equal(Tensor.zeros(3, 4)))
        let y = x.clone()
        #expect(Dropout(0.5, inplace: true)(y) === y)
        #expect(throws: TensorError.self) { try catchingTensorErrors { dropout(x, p: 1.5) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { dropout1d(Tensor.ones(3)) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { dropout3d(x) } }
    }
}
