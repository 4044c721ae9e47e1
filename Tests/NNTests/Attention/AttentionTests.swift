import PinionNN
import PinionTestSupport
import Testing

private let rows: [OperationRow] = [
    OperationRow("scaled_dot_product_attention") { s in
        [
            scaledDotProductAttention(
                s[0], s[1], s[2], attnMask: s.tensor("attn_mask"), isCausal: s.bool("is_causal", false),
                scale: s.double("scale"), enableGQA: s.bool("enable_gqa", false))
        ]
    },
    OperationRow("multi_head_attention_forward") { s in
        let (y, weights) = multiHeadAttentionForward(
            s[0], s[1], s[2], s.int("embed_dim", 4), s.int("num_heads", 2), s.tensor("in_proj_weight"),
            s.tensor("in_proj_bias"), s.tensor("bias_k"), s.tensor("bias_v"), s.bool("add_zero_attn", false), 0.4, s[3],
            s.tensor("out_proj_bias"), training: false, keyPaddingMask: s.tensor("key_padding_mask"),
            needWeights: s.bool("need_weights", true), attnMask: s.tensor("attn_mask"),
            useSeparateProjWeight: s.bool("use_separate_proj_weight", s.has("q_proj_weight")),
            qProjWeight: s.tensor("q_proj_weight"), kProjWeight: s.tensor("k_proj_weight"),
            vProjWeight: s.tensor("v_proj_weight"), staticK: s.tensor("static_k"), staticV: s.tensor("static_v"),
            averageAttnWeights: s.bool("average_attn_weights", true), isCausal: s.bool("is_causal", false))
        return weights.map { [y, $0] } ?? [y]
    },
]

@Suite struct AttentionTests {
    @Test(arguments: ["scaled_dot_product_attention", "multi_head_attention_forward"])
    func agreesWithPyTorch(_ name: String) throws { try FunctionalRows("attention", rows).check(name) }

    /// The functional form is what the layer computes, to the bit, dropout too.
    @Test func layerAndFunctionAgree() {
        let own = OwnGenerator()
        defer { own.end() }
        let m = MultiheadAttention(4, 2, dropout: 0.5)
        let x = Tensor.randn(3, 2, 4)
        for training in [true, false] {
            m.train(training)
            manualSeed(3)
            let (y, weights) = m(x, x, x)
            manualSeed(3)
            let (z, others) = multiHeadAttentionForward(
                query: x, key: x, value: x, embedDimToCheck: 4, numHeads: 2, inProjWeight: m.inProjWeight,
                inProjBias: m.inProjBias, biasK: nil, biasV: nil, addZeroAttn: false, dropoutP: 0.5,
                outProjWeight: m.outProj.weight, outProjBias: m.outProj.bias, training: training)
            #expect(y.equal(z) && weights?.equal(others ?? x) == true)
        }
    }

    /// The same by plain operations.
    private func plain(_ x: [Tensor], _ mask: Tensor?, isCausal: Bool, noise: Tensor? = nil) -> Tensor {
        var scores = x[0].matmul(x[1].mT) * (1 / Double(x[0].size(-1)).squareRoot())
        if let mask { scores = scores + mask }
        if isCausal {
            let size = scores.shape.suffix(2)
            scores = scores.maskedFill(Tensor.ones(Array(size), dtype: .bool).triu(1), -Double.infinity)
        }
        let weights = scores.softmax(dim: -1)
        return (noise.map { weights * $0 } ?? weights).matmul(x[2])
    }

    private func inputs(_ sizes: [[Int]], _ dtype: DType = .float64) -> [Tensor] {
        sizes.map { Tensor.randn($0, dtype: dtype).requiresGradInPlace() }
    }

    private func compare(
        _ x: [Tensor], _ tolerance: Double = 1e-11, _ first: ([Tensor]) -> Tensor, _ second: ([Tensor]) -> Tensor
    ) {
        let (y, expected) = (first(x), second(x))
        #expect(allClose(y, expected, rtol: tolerance, atol: tolerance))
        let g = Tensor.randn(y.shape, dtype: y.dtype)
        let gradients = grad(y, x, gradOutputs: g)
        for (own, other) in zip(gradients, grad(expected, x, gradOutputs: g)) {
            #expect(own.shape == other.shape)
            #expect(allClose(own, other, rtol: tolerance, atol: tolerance))
        }
    }

    /// Sequences of several blocks: lengths that the blocks do not divide.
    @Test func blocksJoin() {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(1)
        for (queries, keys) in [(70, 300), (129, 257), (64, 600)] {
            for isCausal in [false, true] {
                let x = inputs([[2, queries, 40], [2, keys, 40], [2, keys, 24]])
                compare(x) {
                    scaledDotProductAttention($0[0], $0[1], $0[2], isCausal: isCausal)
                } _: {
                    plain($0, nil, isCausal: isCausal)
                }
            }
        }
        let x = inputs([[1, 90, 8], [1, 280, 8], [1, 280, 8]], .float32)
        compare(x, 1e-4) {
            scaledDotProductAttention($0[0], $0[1], $0[2])
        } _: {
            plain($0, nil, isCausal: false)
        }
    }

    /// Scores whose largest comes late, masks of every kind, and keys that nobody sees.
    @Test func blocksOfMasks() {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(2)
        let x = inputs([[2, 3, 70, 6], [2, 3, 520, 6], [2, 3, 520, 6]])
        let late = Tensor.arange(520).double() * 0.1
        let hidden = Tensor.zeros(520, dtype: .float64)
        hidden[0..<260] = Tensor(-Double.infinity)
        let perRow = Tensor.randn(3, 70, 520, dtype: .float64)
        let perQuery = Tensor.randn(2, 1, 70, 1, dtype: .float64)
        for mask in [late, hidden, perRow, perQuery, hidden + perRow] {
            compare(x) {
                scaledDotProductAttention($0[0], $0[1], $0[2], attnMask: mask)
            } _: {
                plain($0, mask, isCausal: false)
            }
        }
    }

    /// Heads as views of one projection: neighbours in memory are not neighbours in the tensor.
    @Test func viewsOfProjections() {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(3)
        let x = inputs([[5, 2, 3, 4, 8]])
        func heads(_ x: Tensor) -> [Tensor] { x.permute(2, 1, 3, 0, 4).unbind(0) }
        compare(x) {
            let parts = heads($0[0])
            let y = scaledDotProductAttention(parts[0], parts[1], parts[2])
            // No copy is needed to join the heads.
            #expect(y.permute(2, 0, 1, 3).isContiguous)
            return y
        } _: {
            plain(heads($0[0]), nil, isCausal: false)
        }
    }

    @Test func dropoutIsPyTorchs() throws {
        let fixture = try LayerFixture("transformers")
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(9)
        let x = Tensor.waves(0.7, [2, 2, 3, 4])
        let y = scaledDotProductAttention(x, x, x, dropoutP: 0.3, isCausal: true)
        y.backwardBySevenths()
        #expect(try fixture.matches("dropout y", y, tolerance: 1e-12))
        #expect(try fixture.matches("dropout grad", x.grad, tolerance: 1e-12))
    }

    @Test func dropoutOfBlocks() {
        let own = OwnGenerator()
        defer { own.end() }
        let x = inputs([[70, 6], [300, 6], [300, 6]])
        manualSeed(4)
        let noise = Tensor.zeros(70, 300, dtype: .float64).bernoulliInPlace(0.75) / 0.75
        compare(x) {
            manualSeed(4)
            return scaledDotProductAttention($0[0], $0[1], $0[2], dropoutP: 0.25)
        } _: {
            plain($0, nil, isCausal: false, noise: noise)
        }
        #expect(scaledDotProductAttention(x[0], x[1], x[2], dropoutP: 1).abs().max().item == 0)
    }

    @Test func gradientsAreDifferences() throws {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(5)
        let x = inputs([[2, 3, 2], [2, 4, 2], [2, 4, 3]])
        func dropped(_ x: [Tensor]) -> [Tensor] {
            manualSeed(6)
            return [scaledDotProductAttention(x[0], x[1], x[2], dropoutP: 0.3)]
        }
        func causal(_ x: [Tensor]) -> [Tensor] { [scaledDotProductAttention(x[0], x[1], x[2], isCausal: true)] }
        for f in [dropped, causal] {
            try gradcheck(f, x)
            try gradgradcheck(f, x)
        }
    }

    @Test func halfPrecision() {
        let x = Tensor.waves(0.7, [2, 3, 4]).detach()
        let exact = scaledDotProductAttention(x, x, x)
        for dtype in [DType.bfloat16, .float16] {
            let short = x.to(dtype).requiresGradInPlace()
            let y = scaledDotProductAttention(short, short, short, attnMask: Tensor.zeros(3, 3))
            #expect(y.dtype == dtype)
            #expect(allClose(y.double(), exact, rtol: 0.02, atol: 0.02))
            y.sum().backward()
            #expect(short.grad?.dtype == dtype)
        }
        let y = scaledDotProductAttention(x.clone().requiresGradInPlace(), x, x)
        #expect(y.gradFn?.name == "ScaledDotProductFlashAttentionForCpuBackward0")
    }

    /// Sums do not depend on the number of threads.
    @Test func threadsChangeNothing() {
        let own = OwnGenerator()
        defer { own.end() }
        let threads = numThreads
        defer { setNumThreads(threads) }
        manualSeed(8)
        let x = inputs([[1, 200, 16], [1, 900, 16], [1, 900, 16]], .float32)
        let results = [1, 3].map { count in
            setNumThreads(count)
            let y = scaledDotProductAttention(x[0], x[1], x[2])
            return [y] + grad(y.sum(), x)
        }
        for (one, several) in zip(results[0], results[1]) { #expect(one.equal(several)) }
    }
}

extension Tensor {
    /// `sin(rate · place)`, the inputs of make_transformers.py.
    static func waves(_ rate: Double, _ shape: [Int]) -> Tensor {
        (Tensor.arange(shape.reduce(1, *)).double() * rate).sin().reshape(shape).requiresGradInPlace()
    }

    /// True at every third place from the second on.
    static func hidden(_ shape: [Int]) -> Tensor {
        (Tensor.arange(shape.reduce(1, *)).remainder(3) .== 1).reshape(shape)
    }

    /// The sum with the weights 1 to 7, again and again.
    var bySevenths: Tensor { (self * (Tensor.arange(numel).remainder(7) + 1).reshape(shape)).sum() }

    func backwardBySevenths() { bySevenths.backward() }
}
