import PinionNN
import PinionTestSupport
import Testing

@Suite(.serialized) struct InitTests {
    let fixture: LayerFixture
    init() throws { fixture = try LayerFixture() }

    @Test func layersBeginAsPyTorchs() throws {
        let own = OwnGenerator()
        defer { own.end() }
        let layers: [(String, () -> Module)] = [
            ("Linear(5, 3)", { Linear(5, 3) }), ("Embedding(7, 4)", { Embedding(7, 4, paddingIdx: 2) }),
            ("Bilinear(3, 4, 5)", { Bilinear(3, 4, 5) }), ("EmbeddingBag(5, 3)", { EmbeddingBag(5, 3) }),
        ]
        for (name, make) in layers {
            manualSeed(7)
            for (key, value) in make().stateDict() {
                #expect(try fixture.matches("draw \(name) \(key)", value), "\(name) \(key)")
            }
        }
    }

    @Test func functionsDrawAsPyTorchs() throws {
        let own = OwnGenerator()
        defer { own.end() }
        let fills: [(String, (Tensor) -> Tensor)] = [
            ("uniform", { uniform($0, -2, 3) }), ("normal", { normal($0, 1, 2) }), ("constant", { constant($0, 0.3) }),
            ("ones", { ones($0) }), ("zeros", { zeros($0) }), ("eye", { eye($0) }),
            ("xavierUniform", { xavierUniform($0, gain: 1.5) }), ("xavierNormal", { xavierNormal($0, gain: 1.5) }),
            ("kaimingUniform", { kaimingUniform($0, a: 0.2, mode: .fanOut) }),
            ("kaimingNormal", { kaimingNormal($0, mode: .fanIn, nonlinearity: .relu) }),
            ("truncNormal", { truncNormal($0, mean: 0.5, std: 1, a: -1, b: 1) }),
            ("sparse", { sparse($0, sparsity: 0.4, std: 0.5) }),
        ]
        for (name, fill) in fills {
            manualSeed(11)
            let w = Tensor.empty(6, 5, requiresGrad: true)
            #expect(try fixture.matches("init \(name)", fill(w)), "\(name)")
            #expect(w.isLeaf && w.requiresGrad)
        }
        manualSeed(11)
        let far = truncNormal(Tensor.empty(6, 5), mean: 0, std: 1, a: 2, b: 3)
        #expect(try fixture.matches("init truncNormalFar", far, tolerance: 1e-6))
        #expect(try fixture.matches("init dirac", dirac(Tensor.empty(6, 2, 3, 3), groups: 2)))
        for (name, shape) in [("orthogonal", [6, 5]), ("orthogonalWide", [3, 2, 4])] {
            manualSeed(11)
            let w = orthogonal(Tensor.empty(shape), gain: name == "orthogonal" ? 2 : 1)
            #expect(try fixture.matches("init \(name)", w, tolerance: 1e-5), "\(name)")
        }
    }

    @Test func gains() {
        #expect(calculateGain(.relu) == 1.4142135623730951)
        #expect(calculateGain(.leakyReLU, 0.2) == 1.3867504905630728)
        #expect(calculateGain(.tanh) == 1.6666666666666667)
    }

    @Test func wrongShapesAreErrors() {
        #expect(throws: TensorError.self) { try catchingTensorErrors { xavierUniform(Tensor.zeros(3)) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { eye(Tensor.zeros(3)) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { dirac(Tensor.zeros(3, 3)) } }
    }
}
