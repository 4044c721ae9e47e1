import PinionAutograd
import PinionTestSupport
import Testing

/// Names and operators that PyTorch users write, beside Swift's.
@Suite struct PyTorchNameTests {
    let x = Tensor([2.0, 3.0], requiresGrad: true)

    @Test func powers() {
        #expect((2 ** Tensor([1.0, 2.0])).toArray(Float.self) == [2, 4])
        #expect((x ** 2).toArray(Float.self) == [4, 9])
        #expect((x ** Tensor([3.0, 2.0])).toArray(Float.self) == [8, 9])
        #expect((2 * x ** 2 - 1).toArray(Float.self) == [7, 17])
        #expect((2 ** Tensor([3.0, 2.0]) ** 2).toArray(Float.self) == [512, 16])
        #expect(grad((x ** 3).sum(), [x])[0].toArray(Float.self) == [12, 27])
        #expect((+x).equal(x))
    }

    @Test func rangesFromTheEnd() {
        let row = Tensor.arange(5)
        #expect(row[-2...].toArray(Int.self) == [3, 4])
        #expect(row.reshape(1, 5)[0, -3...].toArray(Int.self) == [2, 3, 4])
    }

    @Test func gradients() throws {
        #expect(grad(x * x, [x], gradOutputs: [Tensor([1.0, 2.0])])[0].toArray(Float.self) == [4, 12])
        backward([x * 2, x * 3], gradTensors: [Tensor([1.0, 1.0]), Tensor([1.0, 2.0])])
        #expect(x.grad?.toArray(Float.self) == [5, 8])
        let point = Tensor([1.0, 2.0], dtype: .float64, requiresGrad: true)
        try gradcheck({ ($0[0] * $0[0]).sum() }, [point])
        try gradgradcheck({ $0[0].pow(3).sum() }, [point])
    }

    struct Product: CustomFunction {
        static func forward(_ ctx: FunctionContext, _ inputs: [Tensor]) -> [Tensor] {
            ctx.saveForBackward(inputs[0], inputs[1])
            return [inputs[0] * inputs[1]]
        }
        static func backward(_ ctx: FunctionContext, _ gradOutputs: [Tensor]) -> [Tensor?] {
            [gradOutputs[0] * ctx.savedTensors[1], gradOutputs[0] * ctx.savedTensors[0]]
        }
    }

    @Test func customFunctions() {
        let y = Product.apply(x, Tensor([5.0, 7.0]))
        #expect(grad(y.sum(), [x])[0].toArray(Float.self) == [5, 7])
    }

    @Test func questions() {
        let odd = Tensor([Double.infinity, -.infinity, .nan, 1])
        #expect(isposinf(odd).toArray(Bool.self) == [true, false, false, false])
        #expect(isneginf(odd).toArray(Bool.self) == [false, true, false, false])
        #expect(isReal(odd).all().item(as: Bool.self))
        #expect(odd.isClose(odd, equalNan: true).all().item(as: Bool.self))
        #expect(allClose(odd, odd, equalNan: true) && !allClose(odd, odd))
    }

    @Test func arguments() {
        let y = Tensor([[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]])
        #expect(combinations(Tensor([1, 2, 3]), r: 2).equal(combinations(Tensor([1, 2, 3]), 2)))
        #expect(kthvalue(y, k: 1, dim: 0).values.equal(y.kthvalue(1, dim: 0).values))
        #expect(renorm(y, p: 2, dim: 0, maxnorm: 1).equal(y.renorm(2, 0, 1)))
        #expect(trapezoid(y, x: y).equal(trapezoid(y, y)))
        y.withUnsafeBufferPointer(Float.self) { #expect($0[2] == 3) }
        y.withUnsafeMutableBufferPointer(Float.self) { $0[2] = 5 }
        #expect(y[0, 2].item == 5)
    }

    @Test func draws() {
        let own = OwnGenerator()
        defer { own.end() }
        let weights = Tensor([1.0, 2.0, 3.0])
        manualSeed(1)
        let first = [multinomial(weights, 2), multinomial(weights, numSamples: 3), bernoulli(weights / 3)]
        manualSeed(1)
        let second = [weights.multinomial(2), weights.multinomial(3), (weights / 3).bernoulli()]
        for (a, b) in zip(first, second) { #expect(a.equal(b)) }
    }
}
