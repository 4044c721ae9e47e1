import PinionAutograd
import PinionTestSupport
import Testing

@Suite struct WordArgumentTests {
    @Test func wordsAreTheChoices() {
        let x = Tensor.arange(4.0).reshape(1, 1, 4)
        let row = x.flatten()
        #expect(pad(x, [2, 0], mode: "reflect").equal(pad(x, [2, 0], mode: .reflect)))
        #expect(meshgrid(row, row, indexing: "xy")[0].equal(meshgrid(row, row, indexing: .xy)[0]))
        #expect(x.div(2, roundingMode: "trunc").equal(x.div(2, roundingMode: .trunc)))
        #expect(Linalg.matrixNorm(Tensor.eye(3), ord: "nuc").item == 3)
        #expect(x.norm(p: "fro").item == x.norm().item)
        #expect(x.quantile(0.4, interpolation: "higher").item == 2)
        #expect(Device("cpu") == .cpu)
    }

    @Test func otherWordsAreMistakes() {
        let x = Tensor.ones(1, 1, 4)
        #expect(
            throws: TensorError(
                "PaddingMode", .value, "\"reflekt\" is none of \"constant\", \"reflect\", \"replicate\", \"circular\"")
        ) {
            try catchingTensorErrors { _ = pad(x, [2, 0], mode: "reflekt") }
        }
        #expect(throws: TensorError("Device", .value, "\"cuda\" is none of \"cpu\"")) {
            try catchingTensorErrors { _ = Device("cuda") }
        }
    }
}
