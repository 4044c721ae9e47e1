import PinionAutograd
import PinionTestSupport
import Testing

/// Mistakes name the operation that was called, and the caller's own dimensions.
@Suite struct NamedMistakeTests {
    @Test func indices() {
        let x = Tensor.arange(24).reshape(2, 3, 4)
        let text = "is out of bounds for dimension"
        #expect(mistake { _ = x[0, 3] } == "subscript: index 3 \(text) 1 with size 3 of shape [2, 3, 4]")
        #expect(mistake { _ = x[0, 1, -5] } == "subscript: index -5 \(text) 2 with size 4 of shape [2, 3, 4]")
        #expect(mistake { _ = x[.newAxis, 2] } == "subscript: index 2 \(text) 0 with size 2 of shape [2, 3, 4]")
        #expect(mistake { _ = x[0..<1, 0, 4] } == "subscript: index 4 \(text) 2 with size 4 of shape [2, 3, 4]")
        #expect(mistake { x[1, 3] = 5 } == "subscript: index 3 \(text) 1 with size 3 of shape [2, 3, 4]")
        #expect(x[-1, -3, -4].item(as: Int.self) == 12)
    }

    @Test func outerNames() {
        let x = Tensor.ones(2, 3)
        #expect(mistake { _ = x.tile(-1) } == "tile: [-1] for a tensor of shape [2, 3]; expected none negative")
        #expect(mistake { _ = allClose(x, x.long()) } == "allClose: a tensor of float32 with one of int64")
        #expect(mistake { _ = isClose(x, x.long()) } == "isClose: a tensor of float32 with one of int64")
        #expect(mistake { _ = allClose(x, Tensor.ones(4)) }.hasPrefix("allClose: shapes [2, 3] and [4]"))
    }

    @Test func arguments() {
        let x = Tensor([-1.0, 0.5, 2.0])
        #expect(x.clip(0, 1).toArray(Float.self) == [0, 0.5, 1])
        #expect(clip(x, 0, 1).equal(x.clamp(min: 0, max: 1)))
        #expect(histogram(x, bins: 3).hist.equal(x.histogram(3).hist))
    }
}
