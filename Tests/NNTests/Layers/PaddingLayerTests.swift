import PinionNN
import PinionTestSupport
import Testing

@Suite struct PaddingLayerTests {
    let x = Tensor.arange(6.0).reshape(1, 2, 3)

    private func check(_ module: Module, _ text: String, _ shape: [Int], _ values: [Double]) {
        let y = module(x.reshape(shape.count == 4 ? [1, 1, 2, 3] : [1, 2, 3]))
        #expect("\(module)" == text)
        #expect(y.shape == shape, "\(text)")
        #expect(y.toArray(Float.self).map(Double.init) == values, "\(text)")
    }

    @Test func oneDimension() {
        check(ZeroPad1d([1, 0]), "ZeroPad1d((1, 0))", [1, 2, 4], [0, 0, 1, 2, 0, 3, 4, 5])
        check(
            ConstantPad1d([1, 2], 7.5), "ConstantPad1d(padding=(1, 2), value=7.5)", [1, 2, 6],
            [7.5, 0, 1, 2, 7.5, 7.5, 7.5, 3, 4, 5, 7.5, 7.5])
        check(ReflectionPad1d([2, 1]), "ReflectionPad1d((2, 1))", [1, 2, 6], [2, 1, 0, 1, 2, 1, 5, 4, 3, 4, 5, 4])
        check(ReplicationPad1d(1), "ReplicationPad1d((1, 1))", [1, 2, 5], [0, 0, 1, 2, 2, 3, 3, 4, 5, 5])
        check(CircularPad1d([0, 2]), "CircularPad1d((0, 2))", [1, 2, 5], [0, 1, 2, 0, 1, 3, 4, 5, 3, 4])
    }

    @Test func severalDimensions() {
        check(
            ConstantPad2d(padding: 1, value: 3.5), "ConstantPad2d(padding=(1, 1, 1, 1), value=3.5)", [1, 4, 5],
            [3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 0, 1, 2, 3.5, 3.5, 3, 4, 5, 3.5, 3.5, 3.5, 3.5, 3.5, 3.5])
        check(
            ZeroPad2d([1, 2, 0, 1]), "ZeroPad2d((1, 2, 0, 1))", [1, 3, 6],
            [0, 0, 1, 2, 0, 0, 0, 3, 4, 5, 0, 0, 0, 0, 0, 0, 0, 0])
        check(
            ReflectionPad2d([1, 0, 0, 1]), "ReflectionPad2d((1, 0, 0, 1))", [1, 3, 4],
            [1, 0, 1, 2, 4, 3, 4, 5, 1, 0, 1, 2])
        check(
            CircularPad2d(padding: 1), "CircularPad2d((1, 1, 1, 1))", [1, 4, 5],
            [5, 3, 4, 5, 3, 2, 0, 1, 2, 0, 5, 3, 4, 5, 3, 2, 0, 1, 2, 0])
        check(
            ReplicationPad3d([1, 0, 0, 0, 0, 1]), "ReplicationPad3d((1, 0, 0, 0, 0, 1))", [1, 2, 2, 4],
            [0, 0, 1, 2, 3, 3, 4, 5, 0, 0, 1, 2, 3, 3, 4, 5])
        let zeros = ZeroPad3d(1)(x)
        #expect(zeros.shape == [3, 4, 5] && zeros.sum().item == 15)
    }

    @Test func mistakes() {
        #expect(throws: TensorError.self) { try catchingTensorErrors { _ = ReflectionPad1d(3)(x) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { _ = ZeroPad2d([1, 2, 3])(x) } }
    }

    @Test func channelsShuffled() {
        let module = ChannelShuffle(3)
        let y = module(Tensor.arange(12.0).reshape(1, 6, 2, 1))
        #expect("\(module)" == "ChannelShuffle(groups=3)")
        #expect(y.toArray(Float.self) == [0, 1, 4, 5, 8, 9, 2, 3, 6, 7, 10, 11])
        #expect(throws: TensorError.self) { try catchingTensorErrors { _ = ChannelShuffle(4)(x) } }
    }
}
