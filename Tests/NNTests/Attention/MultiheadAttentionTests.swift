import PinionNN
import PinionTestSupport
import Testing

@Suite struct MultiheadAttentionTests {
    let cases: TransformerFixture
    let q = Tensor.waves(0.7, [3, 2, 4])
    let k = Tensor.waves(1.1, [4, 2, 4])
    let v = Tensor.waves(1.3, [4, 2, 4])
    init() throws { cases = try TransformerFixture() }

    private func both(_ result: (output: Tensor, weights: Tensor?)) -> [Tensor?] { [result.output, result.weights] }

    @Test func selfAttention() throws {
        let own = OwnGenerator()
        defer { own.end() }
        let m = try cases.make("plain") { MultiheadAttention(4, 2) }
        try cases.run("self", m, [q]) { both(m($0[0], $0[0], $0[0])) }
        try cases.run("selfHeads", m, [q]) { both(m($0[0], $0[0], $0[0], averageAttnWeights: false)) }
        try cases.run("selfQuiet", m, [q]) { both(m($0[0], $0[0], $0[0], needWeights: false)) }
        let causal = Transformer.generateSquareSubsequentMask(3, dtype: .float64)
        try cases.run("selfCausal", m, [q]) {
            both(m($0[0], $0[0], $0[0], needWeights: false, attnMask: causal, isCausal: true))
        }
    }

    @Test func attentionToOthers() throws {
        let own = OwnGenerator()
        defer { own.end() }
        let m = try cases.make("plain") { MultiheadAttention(4, 2) }
        let (padding, mask) = (Tensor.hidden([2, 4]), Tensor.hidden([3, 4]))
        try cases.run("cross", m, [q, k]) { both(m($0[0], $0[1], $0[1], keyPaddingMask: padding)) }
        try cases.run("three", m, [q, k, v]) { both(m($0[0], $0[1], $0[2], needWeights: false, attnMask: mask)) }
        let added = Tensor.waves(0.3, [4, 3, 4]).detach()
        try cases.run("masks", m, [q, k, v]) {
            both(m($0[0], $0[1], $0[2], keyPaddingMask: padding, needWeights: false, attnMask: added))
        }
        try cases.run("unbatched", m, [Tensor.waves(0.7, [3, 4]), Tensor.waves(1.1, [4, 4])]) {
            both(m($0[0], $0[1], $0[1], keyPaddingMask: .hidden([4])))
        }
    }

    @Test func allArguments() throws {
        let own = OwnGenerator()
        defer { own.end() }
        let apart = try cases.make("apart") { MultiheadAttention(4, 2, bias: false, kdim: 3, vdim: 5) }
        try cases.run("apart", apart, [q, .waves(0.9, [4, 2, 3]), .waves(0.5, [4, 2, 5])]) {
            both(apart($0[0], $0[1], $0[2]))
        }
        let more = try cases.make("more") {
            MultiheadAttention(4, 2, addBiasKV: true, addZeroAttn: true, batchFirst: true)
        }
        let (x, y) = (Tensor.waves(0.7, [2, 3, 4]), Tensor.waves(1.1, [2, 4, 4]))
        try cases.run("more", more, [x, y]) {
            both(more($0[0], $0[1], $0[1], keyPaddingMask: .hidden([2, 4]), attnMask: .hidden([3, 4])))
        }
        try cases.run("moreQuiet", more, [x]) { both(more($0[0], $0[0], $0[0], needWeights: false)) }
    }

    @Test func dropout() throws {
        let own = OwnGenerator()
        defer { own.end() }
        let m = try cases.make("dropped") { MultiheadAttention(4, 2, dropout: 0.4, batchFirst: true) }
        let x = Tensor.waves(0.7, [2, 3, 4])
        try cases.run("dropped", m, [x]) { both(m($0[0], $0[0], $0[0])) }
        try cases.run("droppedQuiet", m, [x]) { both(m($0[0], $0[0], $0[0], needWeights: false)) }
    }

    @Test func mistakesSayWhatIsExpected() {
        let m = MultiheadAttention(4, 2)
        let x = Tensor.ones(3, 2, 4)
        #expect(mistake { _ = MultiheadAttention(5, 2) }.contains("embedDim divisible by numHeads, got 5 and 2"))
        #expect(mistake { _ = m(Tensor.ones(4), x, x) }.contains("query should be 2-D"))
        #expect(mistake { _ = m(x, x[0], x) }.contains("expected a 3-D key and value"))
        #expect(mistake { _ = m(x, x, x, attnMask: .hidden([2, 3])) }.contains("should be [3, 3] or [4, 3, 3]"))
        #expect(mistake { _ = m(x, x, x, keyPaddingMask: .hidden([3, 2])) }.contains("expected [2, 3]"))
        #expect(mistake { _ = m(x, x, x, attnMask: Tensor.ones(3, 3).long()) }.contains("only bool and floating"))
        #expect(mistake { _ = m(x, x, x, isCausal: true) }.contains("isCausal needs an attnMask"))
        #expect(mistake { _ = m(x, Tensor.ones(3, 2, 5), x) }.contains("expected 4 features in key"))
    }

    @Test func hooksSeeResults() {
        let m = MultiheadAttention(4, 2)
        m.registerForwardHook { (_, _, y: Tensor) in y * 0 }
        let (y, weights) = m(q.float(), k.float(), v.float())
        #expect(y.abs().max().item == 0)
        #expect(weights?.shape == [2, 3, 4])
    }
}
