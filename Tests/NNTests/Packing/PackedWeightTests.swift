import Dispatch
import PinionNN
import PinionSIMDKernels
import PinionTensor
import Testing

/// Layers give the same after any change of a weight that was kept packed.
///
/// In processes of their own: other tests change the table of kernels, which packed weights belong to, and the memory in
/// use. Elements are small integers, so that sums are exact in any order.
@Suite struct PackedWeightTests {
    private static func integers(_ shape: [Int], _ dtype: DType, _ seed: Int = 1) -> Tensor {
        let count = shape.reduce(1, *)
        let values = (0..<count).map { (i: Int) -> Int in (i &* 7919 &+ seed &* 31) % 15 - 7 }
        return Tensor(values).to(dtype).reshape(shape)
    }

    /// `x · weightᵀ` by another way: sums of products.
    private static func reference(_ x: Tensor, _ weight: Tensor) -> Tensor {
        (x.detach().unsqueeze(-2) * weight.detach()).sum(dim: -1)
    }

    /// Uses the weight until it is packed, and checks each result.
    private static func use(_ layer: Linear, _ name: String, rows: Int = 5) {
        let x = integers([rows, layer.inFeatures], layer.weight.dtype, 3)
        let expected = reference(x, layer.weight)
        for round in 0..<4 {
            let y = noGrad { layer(x) }
            #expect(y.equal(expected), "\(name), use \(round)")
        }
    }

    private static func layer(_ dtype: DType) -> Linear {
        let layer = Linear(40, 30, bias: false, dtype: dtype)
        noGrad { _ = layer.weight.copyInPlace(integers([30, 40], dtype)) }
        return layer
    }

    @Test func followsEachChange() async {
        await #expect(processExitsWith: .success) { PackedWeightTests.changes() }
    }

    private typealias Change = (name: String, body: @Sendable (Linear) throws -> Void)

    private static let writes: [Change] = [
        ("in place", { layer in noGrad { _ = layer.weight.addInPlace(1) } }),
        ("an element", { layer in noGrad { layer.weight[3, 4] = 6 } }),
        ("a slice", { layer in noGrad { layer.weight[2..<4] = Tensor.full([2, 40], 3) } }),
        ("a view", { layer in noGrad { _ = layer.weight.t().select(0, 5).fillInPlace(2) } }),
        ("a view of a view", { layer in noGrad { _ = layer.weight[1...][.all, 3..<9].mulInPlace(-1) } }),
        ("detached", { layer in layer.weight.detach().negInPlace() }),
        ("data", { layer in layer.weight.data.subInPlace(2) }),
        ("data by another", { layer in layer.weight.data = integers([30, 40], layer.weight.dtype, 8) }),
        ("operator", { layer in noGrad { layer.weight -= 1 } }),
        ("copy", { layer in noGrad { _ = layer.weight.copyInPlace(integers([30, 40], .float32, 4)) } }),
        ("index put", { layer in noGrad { layer.weight[Tensor([1, 2, 29])] = Tensor.full([3, 40], -4) } }),
        ("mask", { layer in noGrad { layer.weight[layer.weight .> 3] = 0 } }),
        ("random", { layer in noGrad { _ = layer.weight.randomInPlace(-3, 4) } }),
        ("init", { layer in PinionNN.constant(layer.weight, 2) }),
        (
            "row of an embedding",
            { layer in
                noGrad { _ = layer.weight.copyInPlace(Tensor.full([30, 40], 3)) }
                _ = embedding(Tensor([2, 3]), layer.weight, maxNorm: 0)
                noGrad { _ = layer.weight.roundInPlace() }
            }
        ),
    ]

    private static let replacements: [Change] = [
        (
            "state dict",
            { layer in
                try layer.loadStateDict(["weight": integers([30, 40], .float64, 5)])
            }
        ),
        ("another parameter", { layer in layer.weight = integers([30, 40], layer.weight.dtype, 6) }),
        (
            "a buffer",
            { layer in
                func fill<T: TensorElement & BinaryFloatingPoint>(_: T.Type) {
                    layer.weight.detach().withUnsafeMutableBufferPointer(as: T.self) { $0[17] = 5 }
                }
                if layer.weight.dtype == .float64 { fill(Double.self) } else { fill(Float.self) }
            }
        ),
        (
            "a vector of all parameters",
            { layer in
                vectorToParameters(integers([1200], layer.weight.dtype, 9), layer.parameters())
            }
        ),
    ]

    private static func changes() {
        for dtype in [DType.float32, .float64] {
            let layer = layer(dtype)
            use(layer, "at first")
            for change in writes + replacements {
                #expect(layer.weight.derivedCount == 1, "packed before \(change.name)")
                #expect(throws: Never.self, "\(change.name)") { try change.body(layer) }
                #expect(layer.weight.derivedCount == 0, "\(change.name) frees what was packed")
                use(layer, "\(dtype) after \(change.name)")
            }
        }
    }

    @Test func trainingPacksNothing() async {
        await #expect(processExitsWith: .success) { PackedWeightTests.training() }
    }

    private static func training() {
        let model = Sequential(Linear(60, 40), ReLU(), Linear(40, 30))
        let x = integers([8, 60], .float32)
        for _ in 0..<4 {
            model(x).sum().backward()
            noGrad { for p in model.parameters() { p.subInPlace(p.grad ?? p, alpha: 0.01) } }
            model.zeroGrad()
            for p in model.parameters() { #expect(p.derivedCount == 0) }
        }
        _ = model(x)
        _ = model(x)
        for p in model.parameters() { #expect(p.derivedCount == (p.ndim == 2 ? 1 : 0)) }
        // The gradient is that of the weight itself.
        let first = gradients(model, x)
        _ = model(x)
        for (a, b) in zip(first, gradients(model, x)) { #expect(a.equal(b)) }
    }

    private static func gradients(_ model: Module, _ x: Tensor) -> [Tensor] {
        model.zeroGrad()
        let input = x.clone().requiresGradInPlace()
        model(input).pow(2).sum().backward()
        return ([input] + model.parameters()).compactMap { $0.grad?.clone() }
    }

    @Test func sharedWeightsAreOne() async {
        await #expect(processExitsWith: .success) { PackedWeightTests.sharing() }
    }

    private static func sharing() {
        let (a, b) = (layer(.float32), layer(.float32))
        b.weight = a.weight
        use(a, "the first")
        use(b, "the second")
        #expect(a.weight.derivedCount == 1)
        noGrad { _ = b.weight.addInPlace(2) }
        use(a, "the first after a change of the second")
        // Two parameters over one storage, one behind the other, and the transpose of the whole.
        let both = integers([60, 40], .float32)
        a.weight = both[0..<30].detach()
        b.weight = both[30...].detach()
        use(a, "the upper half")
        use(b, "the lower half")
        #expect(both.derivedCount == 2)
        noGrad { both[29...30].zeroInPlace() }
        #expect(both.derivedCount == 0)
        use(a, "the upper half, changed")
        use(b, "the lower half, changed")
    }

    @Test func transposedViewsAreTakenToo() async {
        await #expect(processExitsWith: .success) { PackedWeightTests.transposes() }
    }

    private static func transposes() {
        for dtype in [DType.float32, .float64] {
            let layer = layer(dtype)
            let (x, bias) = (integers([2, 3, 40], dtype, 2), integers([30], dtype, 5))
            for _ in 0..<3 {
                let expected = reference(x, layer.weight)
                for _ in 0..<3 {
                    #expect(noGrad { x.matmul(layer.weight.t()) }.equal(expected))
                    #expect(noGrad { x[1].matmul(layer.weight.mT) }.equal(expected[1]))
                    #expect(noGrad { x[0].matmul(layer.weight[2..<28].t()) }.equal(expected[0, .all, 2..<28]))
                    #expect(addmm(bias, x[0], layer.weight.t()).equal(expected[0] + bias))
                    #expect(layer(x).equal(expected))
                }
                #expect(layer.weight.derivedCount == 2, "the layer's and the products' is one")
                noGrad { layer.weight.t().addInPlace(1) }
            }
            // What is no parameter's is not looked after.
            let plain = integers([30, 40], dtype)
            for _ in 0..<3 { _ = x.matmul(plain.t()) }
            #expect(plain.derivedCount == 0)
        }
    }

    @Test func memoryComesBack() async {
        await #expect(processExitsWith: .success) { PackedWeightTests.memory() }
    }

    private static func infer(_ model: Module, _ x: Tensor) -> Tensor { noGrad { model(x) } }

    private static func memory() {
        let x = integers([4, 200], .float32)
        func run() {
            let model = Sequential(Linear(200, 300), ReLU(), Linear(300, 100))
            let before = MemoryPool.statistics.bytesInUse
            for _ in 0..<3 { _ = infer(model, x) }
            let packed = MemoryPool.statistics.bytesInUse - before
            #expect(packed >= 4 * (200 * 300 + 300 * 100))
            noGrad { for p in model.parameters() { p.zeroInPlace() } }
            #expect(MemoryPool.statistics.bytesInUse == before)
            for _ in 0..<3 { _ = infer(model, x) }
            #expect(MemoryPool.statistics.bytesInUse - before == packed)
        }
        run()
        let before = MemoryPool.statistics.bytesInUse
        run()
        #expect(MemoryPool.statistics.bytesInUse == before)
    }

    @Test func threadsMayInferTogether() async {
        await #expect(processExitsWith: .success) { PackedWeightTests.threads() }
    }

    private static func threads() {
        // Safe: the threads only read it.
        nonisolated(unsafe) let model = Sequential(Linear(64, 96), ReLU(), Linear(96, 48))
        noGrad { for p in model.parameters() { p.copyInPlace(integers(p.shape, .float32)) } }
        let x = integers([6, 64], .float32)
        for round in 0..<20 {
            let expected = model(x).detach()
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                for _ in 0..<10 { #expect(infer(model, x).equal(expected), "round \(round)") }
            }
            noGrad { for p in model.parameters() { p.addInPlace(1) } }
        }
    }

    @Test func recurrentAndAttentionWeightsFollow() async {
        await #expect(processExitsWith: .success) { PackedWeightTests.otherLayers() }
    }

    private static func otherLayers() {
        let x = Tensor.randn(3, 4, 32)
        let lstm = LSTM(32, 24, numLayers: 2, bidirectional: true, projSize: 22)
        let gru = GRU(32, 40)
        let attention = MultiheadAttention(32, 4, batchFirst: true)
        let layers: [(Module, () -> Tensor)] = [
            (lstm, { lstm(x).output }), (gru, { gru(x).output }),
            (attention, { attention(x, x, x).output }), (attention, { attention(x, x + 1, x + 2).output }),
        ]
        for (module, run) in layers {
            for _ in 0..<2 {
                let first = noGrad { run() }
                for _ in 0..<3 { #expect(noGrad { run() }.equal(first)) }
                let weights = module.parameters().filter { $0.ndim == 2 }
                #expect(weights.contains { $0.derivedCount > 0 })
                noGrad { for p in weights { p.mulInPlace(2) } }
                let changed = noGrad { run() }
                #expect(!changed.allClose(first))
                for _ in 0..<3 { #expect(noGrad { run() }.equal(changed)) }
                noGrad { for p in weights { p.mulInPlace(0.5) } }
                #expect(noGrad { run() }.equal(first))
            }
        }
    }

    /// Filters of tiles that are transformed, of a grid, and of groups; results are the same bit for bit.
    private static func useConvolution(_ layer: Conv2d, _ x: Tensor) {
        func fresh() -> Tensor {
            conv2d(x, layer.weight.detach().clone(), padding: 1, groups: layer.groups)
        }
        for change in 0..<3 {
            let expected = noGrad { fresh() }
            for use in 0..<4 {
                let y = noGrad { layer(x) }
                #expect(y.equal(expected), "\(layer), change \(change), use \(use)")
            }
            #expect(layer.weight.derivedCount == 1, "\(layer), change \(change)")
            noGrad { _ = layer.weight.mulInPlace(1.5) }
            #expect(layer.weight.derivedCount == 0, "\(layer), change \(change)")
        }
    }

    @Test func filtersOfConvolutionsFollow() async {
        await #expect(processExitsWith: .success) {
            let image = Tensor.rand(2, 32, 24, 24)
            let layers = [
                Conv2d(32, 64, kernelSize: 3, padding: 1, bias: false),
                Conv2d(32, 48, kernelSize: 5, padding: 1, bias: false),
                Conv2d(32, 64, kernelSize: 3, padding: 1, groups: 4, bias: false),
            ]
            for layer in layers { PackedWeightTests.useConvolution(layer, image) }
        }
    }
}
