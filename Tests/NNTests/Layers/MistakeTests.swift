import PinionNN
import PinionTestSupport
import Testing

/// Mistakes name the operation that was called, what it was given, and the rule.
@Suite struct MistakeTests {
    @Test func layers() {
        #expect(mistake { _ = GroupNorm(3, 4) } == "GroupNorm: numChannels (4) must be divisible by numGroups (3)")
        for row in [3, -1] {
            let text = "embedding: index \(row) is out of bounds for dimension 0 with size 3 of shape [3, 2]"
            #expect(mistake { _ = Embedding(3, 2)(Tensor([row])) } == text)
            #expect(mistake { _ = Embedding(3, 2, maxNorm: 1)(Tensor([row])) } == text)
        }
    }

    @Test func hooks() {
        let model = Linear(2, 1)
        let handle = model.registerForwardPreHook { _, x in [x * 0] }
        let bias = model.bias ?? .zeros(1)
        #expect(model(Tensor.ones(2)).equal(bias))
        handle.remove()
        model.registerForwardHook { _, _, y in [y, y] }
        #expect(mistake { _ = model(Tensor.ones(2)) }.contains("returned 2 tensors, expected 1"))
    }
}
