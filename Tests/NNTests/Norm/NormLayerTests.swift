import PinionNN
import PinionTestSupport
import Testing

/// Normalization layers and loss modules against PyTorch's: printed forms, names, states and results.
@Suite struct NormLayerTests {
    let fixture: LayerFixture
    init() throws { fixture = try LayerFixture("norm_layers") }

    /// Two batches in training, then one in use, with its gradient.
    private func check(_ module: Module, _ shape: [Int]) throws {
        let key = "\(module)"
        var (x, y) = (Tensor.zeros(1), Tensor.zeros(1))
        for isTraining in [true, true, false] {
            module.double().train(isTraining)
            x = Tensor.ramp(-1, 3, shape).double().square().requiresGradInPlace()
            y = module(x)
        }
        y.backwardByPlace()
        #expect(try fixture.matches("\(key) y", y, tolerance: 1e-6), "\(key)")
        #expect(try fixture.matches("\(key) grad", x.grad, tolerance: 1e-6), "\(key)")
        let state = module.stateDict()
        #expect(state.map(\.key).joined(separator: " ") == fixture.text("\(key) names"))
        for (name, value) in state {
            #expect(try fixture.matches("\(key) \(name)", value, tolerance: 1e-6), "\(key) \(name)")
        }
    }

    @Test func batchNorms() throws {
        try check(BatchNorm1d(3), [4, 3])
        try check(BatchNorm1d(3, momentum: nil), [4, 3, 2])
        try check(BatchNorm2d(3), [2, 3, 2, 2])
        try check(BatchNorm2d(3, affine: false, trackRunningStats: false), [2, 3, 2, 2])
        try check(BatchNorm3d(2, eps: 0.01), [2, 2, 1, 2, 2])
    }

    @Test func otherNorms() throws {
        try check(InstanceNorm1d(3), [3, 4])
        try check(InstanceNorm2d(3, affine: true, trackRunningStats: true), [2, 3, 2, 2])
        try check(LayerNorm(5), [2, 5])
        try check(LayerNorm([2, 3], bias: false), [4, 2, 3])
        try check(GroupNorm(3, 6), [2, 6, 2])
        try check(RMSNorm(4), [2, 4])
        try check(RMSNorm([2, 2], eps: 1e-6, elementwiseAffine: false), [2, 2, 2])
        try check(LocalResponseNorm(2), [1, 4, 3])
    }

    @Test func groupsOfAnEmptyBatch() {
        let norm = GroupNorm(3, 6)
        let x = Tensor.zeros(0, 6, 2, requiresGrad: true)
        norm(x).sum().backward()
        #expect(x.grad?.shape == [0, 6, 2])
        #expect(norm.weight?.grad?.toArray(Float.self) == [Float](repeating: 0, count: 6))
    }

    @Test func ranksAreChecked() {
        let error = #expect(throws: TensorError.self) {
            try catchingTensorErrors { BatchNorm2d(3)(Tensor.zeros(2, 3)) }
        }
        #expect(error?.description == "BatchNorm2d: expected a 4-d input, got shape [2, 3]")
        let other = #expect(throws: TensorError.self) {
            try catchingTensorErrors { InstanceNorm2d(3)(Tensor.zeros(2, 3)) }
        }
        #expect(other?.description == "InstanceNorm2d: expected a 3-d or 4-d input, got shape [2, 3]")
    }
}

@Suite struct LossModuleTests {
    let fixture: LayerFixture
    let x = Tensor.ramp(-1, 2, [4, 3])
    let t = Tensor.ramp(0.1, 0.9, [4, 3])
    let classes = Tensor([0, 2, 1, 2])
    let signs = Tensor([1.0, -1.0, 1.0, -1.0])
    let w = Tensor([0.5, 1.0, 2.0])
    init() throws { fixture = try LayerFixture("norm_layers") }

    private func check(_ loss: Loss, _ input: Tensor, _ target: Tensor) throws {
        let name = loss.printedName
        #expect(try fixture.matches("\(name) y", loss(input, target), tolerance: 1e-6), "\(name)")
        let names = loss.stateDict().map(\.key).joined(separator: " ")
        #expect("\(loss) \(names)" == fixture.text("\(name) printed"))
    }

    @Test func lossesOfElements() throws {
        try check(L1Loss(), x, t)
        try check(MSELoss(reduction: .sum), x, t)
        try check(SmoothL1Loss(beta: 0.5), x, t)
        try check(HuberLoss(delta: 0.5), x, t)
        try check(SoftMarginLoss(), x, t.sign())
        try check(BCELoss(), t, t.flip(0))
        try check(BCEWithLogitsLoss(posWeight: w), x, t)
        try check(PoissonNLLLoss(full: true), x, t * 4)
        try check(HingeEmbeddingLoss(margin: 0.5), x[..., 0], signs)
    }

    @Test func lossesOfClasses() throws {
        try check(CrossEntropyLoss(weight: w, labelSmoothing: 0.1), x, classes)
        try check(NLLLoss(weight: w, ignoreIndex: 1), x.logSoftmax(dim: 1), classes)
        try check(MultiMarginLoss(p: 2, margin: 0.5, weight: w), x, classes)
        try check(MultiLabelSoftMarginLoss(weight: w), x, t.round())
        let divergence = KLDivLoss(reduction: .batchMean)(x.logSoftmax(dim: 1), t.softmax(dim: 1))
        #expect(try fixture.matches("KLDivLoss y", divergence, tolerance: 1e-6))
    }

    @Test func lossesOfThreeInputs() throws {
        let gaussian = GaussianNLLLoss(full: true)(x, t, t + 0.5)
        #expect(try fixture.matches("GaussianNLLLoss y", gaussian, tolerance: 1e-6))
        let cosine = CosineEmbeddingLoss(margin: 0.2)(x, t, signs)
        #expect(try fixture.matches("CosineEmbeddingLoss y", cosine, tolerance: 1e-6))
        let ranking = MarginRankingLoss(margin: 0.2)(x[..., 0], t[..., 0], signs)
        #expect(try fixture.matches("MarginRankingLoss y", ranking, tolerance: 1e-6))
        let triplet = TripletMarginLoss(margin: 0.5, swap: true)(x, t, x.flip(0))
        #expect(try fixture.matches("TripletMarginLoss y", triplet, tolerance: 1e-6))
    }
}
