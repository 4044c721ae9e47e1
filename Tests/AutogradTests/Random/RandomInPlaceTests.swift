import PinionAutograd
import PinionTensor
import Testing

/// Draws in place: they bump the version, and what they replace gets no gradient.
@Suite struct RandomInPlaceTests {
    @Test func theGradientOfReplacedElementsIsZero() throws {
        let x = Tensor([1.0, 2.0, 3.0], requiresGrad: true)
        let y = x * 2
        y.normalInPlace(generator: Generator(seed: 1))
        #expect(y.gradFn?.name == "NormalBackward0")
        let expected = Tensor.randn(3, generator: Generator(seed: 1)).toArray(Float.self)
        #expect(y.toArray(Float.self) == expected)
        (y.sum() + x.sum()).backward()
        #expect(try #require(x.grad).toArray(Float.self) == [1, 1, 1])
    }

    @Test func leavesThatRequireGradientsAreWrittenInsideNoGradOnly() throws {
        let x = Tensor.zeros(4, requiresGrad: true)
        let error = #expect(throws: TensorError.self) { try catchingTensorErrors { x.uniformInPlace(-1, 1) } }
        #expect(
            error?.description
                == "uniformInPlace: a leaf of shape [4] that requires a gradient cannot be changed in place; "
                + "do it inside noGrad")
        let version = x.storage.version
        noGrad { _ = x.uniformInPlace(-1, 1, generator: Generator(seed: 42)) }
        #expect(x.storage.version == version + 1)
        #expect(x.toArray(Float.self)[0] == Float(0.88226926).addingProduct(0.88226926, 1) - 1)
        #expect(x.requiresGrad && x.isLeaf)
    }

    @Test func repeatedElementsAreRefused() throws {
        let x = Tensor.zeros(3).broadcast(to: Layout(rank: 2, sizes: [2, 3, 1, 1, 1, 1, 1, 1]))
        let error = #expect(throws: TensorError.self) { try catchingTensorErrors { x.bernoulliInPlace() } }
        #expect(error?.kind == .shape)
    }
}
