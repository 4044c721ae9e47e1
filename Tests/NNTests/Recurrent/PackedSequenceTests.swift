import PinionNN
import PinionTestSupport
import Testing

@Suite struct PackedSequenceTests {
    let fixture: LayerFixture
    init() throws { fixture = try LayerFixture("recurrent") }
    private let lengths = RecurrentCase.lengths

    @Test(arguments: [false, true]) func packsAndPads(_ batchFirst: Bool) throws {
        let key = "pack \(batchFirst)"
        let x = Tensor.wave(batchFirst ? [3, 4, 2] : [4, 3, 2]).requiresGradInPlace()
        let packed = packPaddedSequence(x, Tensor(lengths), batchFirst: batchFirst, enforceSorted: false)
        packed.data.digest.backward()
        #expect(try fixture.matches("\(key) data", packed.data, tolerance: 1e-6))
        #expect(try fixture.matches("\(key) gx", x.grad, tolerance: 1e-6))
        #expect(try fixture.matches("\(key) sizes", Tensor(packed.batchSizes)))
        #expect(try fixture.matches("\(key) sorted", packed.sortedIndices))
        #expect(try fixture.matches("\(key) unsorted", packed.unsortedIndices))
        #expect(packed.data.gradFn?.name == "PackPaddedSequenceBackward0")
        let data = packed.data.detach().requiresGradInPlace()
        let again = PackedSequence(data, packed.batchSizes, sortedIndices: packed.sortedIndices)
        let (padded, found) = padPackedSequence(again, batchFirst: batchFirst, paddingValue: -1.5, totalLength: 5)
        padded.digest.backward()
        #expect(try fixture.matches("\(key) padded", padded, tolerance: 1e-6))
        #expect(try fixture.matches("\(key) lengths", Tensor(found)))
        #expect(try fixture.matches("\(key) gdata", data.grad, tolerance: 1e-6))
        try gradgradcheck(
            { [packPaddedSequence($0[0], lengths, batchFirst: batchFirst, enforceSorted: false).data.pow(2)] }, [x])
    }

    @Test func listsOfSequences() throws {
        let sequences = lengths.map { Tensor.wave([$0, 2], Double($0)) }
        for side in [PaddingSide.left, .right] {
            for batchFirst in [false, true] {
                let padded = padSequence(sequences, batchFirst: batchFirst, paddingValue: 9, paddingSide: side)
                #expect(try fixture.matches("pad \(side) \(batchFirst)", padded, tolerance: 1e-6))
                if side == .left { continue }
                let back = unpadSequence(padded, lengths, batchFirst: batchFirst)
                #expect(zip(back, sequences).allSatisfy { $0.equal($1) })
            }
        }
        let packed = packSequence(sequences, enforceSorted: false)
        #expect(try fixture.matches("packSequence", packed.data, tolerance: 1e-6))
        #expect(zip(unpackSequence(packed), sequences).allSatisfy { $0.equal($1) })
        #expect(packed.float().data.dtype == .float32 && packed.lengths == lengths)
        let sorted = packSequence([Tensor([1, 2, 3]), Tensor([4])])
        #expect(sorted.data.toArray(Int.self) == [1, 4, 2, 3] && sorted.sortedIndices == nil)
        #expect(invertPermutation(Tensor([2, 0, 1])).toArray(Int.self) == [1, 2, 0])
    }

    @Test func mistakes() {
        let x = Tensor.wave([4, 3, 2])
        func pack(_ lengths: [Int], _ x: Tensor = Tensor.wave([4, 3, 2])) -> String {
            mistake { _ = packPaddedSequence(x, lengths) }
        }
        #expect(pack([1, 2, 3]).contains("must be sorted in decreasing order when `enforceSorted` is true"))
        #expect(pack([2, 1]).contains("Expected `len(lengths)` to be equal to batch_size, but got 2 (batch_size=3)"))
        #expect(pack([2, 1, 0]).contains("Length of all samples has to be greater than 0"))
        #expect(pack([5, 1, 1]).contains("expected at most 4"))
        #expect(pack([0], Tensor.zeros(0, 1, 2)).contains("Cannot pack empty tensors"))
        let packed = packPaddedSequence(x, [4, 2, 1])
        #expect(mistake { _ = padPackedSequence(packed, totalLength: 3) }.contains("max sequence length being 4"))
        #expect(mistake { _ = padSequence([]) }.contains("received an empty list of sequences"))
        #expect(mistake { _ = padSequence([x, Tensor.wave([2, 2])]) }.contains("[[4, 3, 2], [2, 2]]"))
        #expect(mistake { _ = unpadSequence(x, [1, 2]) }.contains("[1, 2]"))
        #expect(mistake { _ = PackedSequence(x, [1, 2, 1]) }.contains("batch sizes [1, 2, 1]"))
        let pads = mistake { _ = LSTM(3, 4).double()(packed) }
        #expect(pads.contains("input.size(-1) must be equal to inputSize. Expected 3, got 2"))
    }
}
