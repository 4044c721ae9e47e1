import PinionNN
import PinionTestSupport
import Testing

@Suite struct TransformerTests {
    let cases: TransformerFixture
    let x = Tensor.waves(0.7, [3, 2, 4])
    let memory = Tensor.waves(1.1, [5, 2, 4])
    let causal = Transformer.generateSquareSubsequentMask(3, dtype: .float64)
    init() throws { cases = try TransformerFixture() }

    @Test func encoderLayers() throws {
        let own = OwnGenerator()
        defer { own.end() }
        #expect(try cases.fixture.matches("causal mask", Transformer.generateSquareSubsequentMask(3).exp()))
        let m = try cases.make("encoderLayer") { TransformerEncoderLayer(4, 2, dimFeedforward: 6, dropout: 0.2) }
        try cases.run("encoderLayer", m, [x]) { [m($0[0], srcMask: .hidden([3, 3]))] }
        m.eval()
        try cases.run("encoderLayerEval", m, [x]) { [m($0[0], srcKeyPaddingMask: .hidden([2, 3]))] }
        let first = try cases.make("encoderFirst") {
            TransformerEncoderLayer(
                4, 2, dimFeedforward: 6, dropout: 0, activation: .gelu, layerNormEps: 1e-3, batchFirst: true,
                normFirst: true, bias: false)
        }
        try cases.run("encoderFirst", first, [.waves(0.7, [2, 3, 4])]) { [first($0[0])] }
    }

    @Test func decoderLayers() throws {
        let own = OwnGenerator()
        defer { own.end() }
        let m = try cases.make("decoderLayer") {
            TransformerDecoderLayer(4, 2, dimFeedforward: 6, dropout: 0.2, activation: .gelu)
        }
        try cases.run("decoderLayer", m, [x, memory]) { [m($0[0], $0[1], tgtMask: causal, tgtIsCausal: true)] }
        m.eval()
        try cases.run("decoderLayerEval", m, [x, memory]) {
            [m($0[0], $0[1], memoryMask: .hidden([3, 5]), memoryKeyPaddingMask: .hidden([2, 5]))]
        }
        let first = try cases.make("decoderFirst") {
            TransformerDecoderLayer(4, 2, dimFeedforward: 6, dropout: 0, normFirst: true)
        }
        try cases.run("decoderFirst", first, [x, memory]) { [first($0[0], $0[1])] }
    }

    @Test func encoders() throws {
        let own = OwnGenerator()
        defer { own.end() }
        let m = try cases.make("encoder") { () -> TransformerEncoder in
            let layer = TransformerEncoderLayer(4, 2, dimFeedforward: 6, dropout: 0.2, batchFirst: true)
            return TransformerEncoder(layer, numLayers: 2, norm: LayerNorm(4))
        }
        let x = Tensor.waves(0.7, [2, 3, 4])
        try cases.run("encoder", m, [x]) { [m($0[0], mask: causal)] }
        m.eval()
        let padding = Tensor([[false, false, true], [false, false, false]])
        try noGrad { try cases.run("encoderNested", m, [x]) { [m($0[0], srcKeyPaddingMask: padding)] } }
        let places = m(x, srcKeyPaddingMask: padding)
        #expect(noGrad { places[0, 2].equal(m(x, srcKeyPaddingMask: padding)[0, 2]) } == false)
    }

    @Test func wholeTransformers() throws {
        let own = OwnGenerator()
        defer { own.end() }
        let m = try cases.make("transformer") {
            Transformer(dModel: 4, nhead: 2, numEncoderLayers: 1, numDecoderLayers: 2, dimFeedforward: 6)
        }
        try cases.run("transformer", m, [memory, x]) { [m($0[0], $0[1], tgtMask: causal)] }
        let error = #expect(throws: TensorError.self) {
            try catchingTensorErrors { m(Tensor.ones(3, 2, 4), Tensor.ones(3, 1, 4)) }
        }
        #expect(error?.description.contains("the batch number of src and tgt must be equal") == true)
    }

    /// Copies have memory of their own, and draw nothing.
    @Test func layersAreCopied() {
        let own = OwnGenerator()
        defer { own.end() }
        manualSeed(1)
        let layer = TransformerEncoderLayer(4, 2, dimFeedforward: 6)
        let next = Tensor.rand(1)
        manualSeed(1)
        _ = TransformerEncoderLayer(4, 2, dimFeedforward: 6)
        layer.linear1.requiresGradInPlace(false)
        let copy = layer.clone()
        #expect(Tensor.rand(1).equal(next))
        #expect(copy.linear1.weight.equal(layer.linear1.weight) && !copy.linear1.weight.requiresGrad)
        noGrad { _ = copy.linear1.weight.zeroInPlace() }
        #expect(!copy.linear1.weight.equal(layer.linear1.weight))
    }

    @Test func positionsAreWaves() {
        let encoding = PositionalEncoding(6, dropout: 0, maxLen: 50)
        let y = encoding(Tensor.zeros(4, 2, 6))
        let expected = [0.14112, -0.989992, 0.1388, 0.99032, 0.006463, 0.999979]
        #expect(allClose(y[3, 1], Tensor(expected), rtol: 1e-4, atol: 1e-6))
        #expect(encoding.stateDict().keys == ["pe"])
        #expect("\(encoding)" == "PositionalEncoding(\n  (dropout): Dropout(p=0.0, inplace=False)\n)")
        let batched = PositionalEncoding(6, dropout: 0, batchFirst: true)
        #expect(batched(Tensor.zeros(2, 4, 6)).transpose(0, 1).equal(y))
        #expect(encoding(Tensor.zeros(4, 6)).equal(y[.all, 0]))
        #expect(PositionalEncoding(5, dropout: 0)(Tensor.zeros(4, 5)).shape == [4, 5])
        #expect(throws: TensorError.self) { try catchingTensorErrors { encoding(Tensor.zeros(51, 1, 6)) } }
    }
}
