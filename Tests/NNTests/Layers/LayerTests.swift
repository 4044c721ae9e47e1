import PinionNN
import PinionTestSupport
import Testing

@Suite struct LayerTests {
    let fixture: LayerFixture
    let x = Tensor([[1, 2, 1], [0, 2, 3]])
    let table = Tensor.ramp(-1, 1, [4, 3])
    init() throws { fixture = try LayerFixture() }

    private func check(_ name: String, _ function: (Tensor) -> Tensor) throws {
        let w = table.clone().requiresGradInPlace()
        let y = function(w)
        y.backwardByPlace()
        #expect(try fixture.matches("layer \(name) y", y, tolerance: 1e-6), "\(name)")
        #expect(try fixture.matches("layer \(name) grad", w.grad, tolerance: 1e-6), "\(name)")
    }

    @Test func embeddings() throws {
        try check("embedding") { embedding(x, $0) }
        try check("embeddingPadded") { embedding(x, $0, paddingIdx: -2, scaleGradByFreq: true) }
        for norm in [2.0, 1.0] {
            let w = table.clone()
            let y = embedding(x, w, maxNorm: 0.5, normType: norm)
            #expect(try fixture.matches("layer embeddingNorm\(norm) y", y, tolerance: 1e-6))
            #expect(try fixture.matches("layer embeddingNorm\(norm) weight", w, tolerance: 1e-6))
        }
        let frozen = Embedding(pretrained: table)
        #expect(!frozen.weight.requiresGrad && frozen(x).shape == [2, 3, 3])
        let w = Tensor.ramp(-1, 1, [4, 3]).double().requiresGradInPlace()
        try gradcheck({ [embedding(x, $0[0])] }, [w])
        try gradgradcheck({ [embedding(x, $0[0]).pow(2)] }, [w])
    }

    @Test func embeddingBags() throws {
        let (flat, offsets) = (Tensor([1, 2, 1, 0, 2, 3, 2]), Tensor([0, 3, 3]))
        for mode in [EmbeddingBagMode.sum, .mean, .max] {
            try check("bag \(mode)") { embeddingBag(flat, $0, offsets, mode: mode) }
            try check("bag2d \(mode)") { embeddingBag(x, $0, mode: mode, paddingIdx: 2) }
        }
        let factors = Tensor.ramp(0.5, 2, [7])
        try check("bag weighted") { embeddingBag(flat, $0, offsets, mode: .sum, perSampleWeights: factors) }
        let bag = EmbeddingBag(4, 3, mode: .sum)
        #expect(bag(flat, offsets).shape == [3, 3] && bag(x).shape == [2, 3])
    }

    @Test func formsOfTwoInputs() throws {
        let (a, b) = (Tensor.ramp(-1, 2, [2, 3]), Tensor.ramp(2, -1, [2, 4]))
        let w = Tensor.ramp(-1, 1, [2, 3, 4])
        let y = bilinear(a, b, w, Tensor([0.5, -0.5]))
        #expect(try fixture.matches("layer bilinear y", y, tolerance: 1e-6))
        let c = Tensor.ramp(1, -2, [2, 3])
        #expect(try fixture.matches("layer cosineSimilarity y", CosineSimilarity()(a, c), tolerance: 1e-6))
        let distance = PairwiseDistance(p: 3, keepDim: true)(a, c)
        #expect(try fixture.matches("layer pairwiseDistance y", distance, tolerance: 1e-6))
        let inputs = [a, b, w].map { $0.double().requiresGradInPlace() }
        try gradcheck({ [bilinear($0[0], $0[1], $0[2])] }, inputs)
    }

    @Test func pixels() throws {
        let image = Tensor.arange(32).float().reshape(1, 8, 2, 2)
        #expect(try fixture.matches("layer pixelShuffle y", PixelShuffle(2)(image)))
        #expect(try fixture.matches("layer pixelUnshuffle y", PixelUnshuffle(2)(image)))
    }

    @Test func clipping() throws {
        for (name, norm) in [("2.0", 2.0), ("1.0", 1), ("inf", .infinity)] {
            let (p, q) = (Tensor.zeros(3, requiresGrad: true), Tensor.zeros(2, requiresGrad: true))
            p.grad = Tensor([3.0, -1.0, 2.0])
            q.grad = Tensor([0.5, 4.0])
            let total = clipGradNorm([p, q], maxNorm: 1.5, normType: norm)
            #expect(try fixture.matches("layer clip\(name) norm", total, tolerance: 1e-6))
            let grads = cat([p, q].compactMap(\.grad))
            #expect(try fixture.matches("layer clip\(name) grad", grads, tolerance: 1e-6))
            clipGradValue([p, q], 0.25)
            #expect(cat([p, q].compactMap(\.grad)).abs().max().item <= 0.25)
        }
        let model = Linear(2, 3)
        vectorToParameters(Tensor.arange(9).float(), model.parameters())
        #expect(model.bias?.toArray(Float.self) == [6, 7, 8])
        let joined = parametersToVector(model.parameters())
        #expect(joined.toArray(Float.self) == [0, 1, 2, 3, 4, 5, 6, 7, 8])
    }

    @Test func mistakesSayWhatIsExpected() {
        #expect(throws: TensorError.self) { try catchingTensorErrors { embedding(Tensor([0.5]), table) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { embedding(Tensor([9]), table) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { Embedding(3, 2, paddingIdx: 3) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { bilinear(table, table, table) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { pixelShuffle(table, 2) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { Linear(3, 2)(Tensor.ones(4)) } }
        #expect(throws: TensorError.self) {
            try catchingTensorErrors { embeddingBag(Tensor([1, 2]), table) }
        }
    }
}
