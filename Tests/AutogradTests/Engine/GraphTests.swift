import Foundation
import PinionAutograd
import Testing

@Suite struct GraphTests {
    /// The first gradient is the leaf's own from then on: a copy of each would be a model's size once more.
    @Test(arguments: 1...3) func aLeafKeepsTheMemoryOfItsGradient(inputs: Int) {
        let x = Tensor.ones(3, requiresGrad: true)
        var made: UInt = 0
        func gradient(_ g: Tensor) -> Tensor {
            let result = g.clone()
            made = result.dataPtr
            return result
        }
        let y = Tensor.ones(3)
        switch inputs {
        case 1: record("Probe0", y, x) { gradient($0) }
        case 2: record("Probe0", y, Tensor.ones(3), x) { (nil, gradient($0)) }
        default: record("Probe0", y, Tensor.ones(3), Tensor.ones(3), x) { (nil, nil, gradient($0)) }
        }
        y.sum().backward()
        #expect(x.grad?.dataPtr == made)
    }

    @Test func aProductsGradientsAreTheOtherFactors() {
        let x = Tensor([2.0, 3.0], requiresGrad: true)
        let y = Tensor([5.0, 7.0], requiresGrad: true)
        let z = (x * y + x).sum()
        #expect(z.item == 36)
        #expect(z.gradFn?.name == "SumBackward0")
        z.backward()
        #expect(x.grad?.toArray(Float.self) == [6, 8])
        #expect(y.grad?.toArray(Float.self) == [2, 3])
    }

    @Test func gradientsAccumulate() {
        let x = Tensor([1.0, 2.0], requiresGrad: true)
        for times in 1...3 {
            (x * 3).sum().backward()
            #expect(x.grad?.toArray(Double.self) == [3.0 * Double(times), 3.0 * Double(times)])
        }
    }

    @Test func broadcastOperandsGetTheSum() {
        let a = Tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], requiresGrad: true)
        let b = Tensor([10.0, 20.0, 30.0], requiresGrad: true)
        let c = Tensor(2.0, requiresGrad: true)
        (a * b * c).sum().backward()
        #expect(b.grad?.shape == [3])
        #expect(b.grad?.toArray(Double.self) == [10, 14, 18])
        #expect(c.grad?.item == 460)
        #expect(a.grad?.toArray(Double.self) == [20, 40, 60, 20, 40, 60])
    }

    @Test func gradientsOfGradients() {
        let x = Tensor([0.5, -1.0], dtype: .float64, requiresGrad: true)
        let y = (x.exp() * x).sum()
        let first = grad(y, [x], createGraph: true)[0]
        let second = grad(first.sum(), [x])[0]
        for (seen, x) in zip(second.toArray(Double.self), [0.5, -1.0]) {
            let expected = (x + 2) * Foundation.exp(x)
            #expect(abs(seen - expected) < 1e-14)
        }
    }

    @Test func aMillionOperationsRunAndGo() {
        let x = Tensor([1.0], requiresGrad: true)
        var y = x
        for _ in 0..<1_000_000 { y = y + 1 }
        y.backward()
        #expect(x.grad?.item == 1)
        y = x
        for _ in 0..<1_000_000 { y = y * 1 }
        y = x
        #expect(y.item == 1)
    }

    @Test func aChangeInPlaceOfAViewReachesTheBase() {
        let base = Tensor.zeros(2, 3)
        let x = Tensor([1.0, 2.0, 3.0], requiresGrad: true)
        let row = base.alias(Layout(rank: 1, sizes: [3, 0, 0, 0, 0, 0, 0, 0]).offset(to: 3), kind: .differentiable)
        row.addInPlace(x * 2)
        #expect(base.requiresGrad)
        #expect(base.gradFn?.name == "CopySlices")
        #expect(row.gradFn?.name == "AsStridedBackward0")
        #expect(base.toArray(Float.self) == [0, 0, 0, 2, 4, 6])
        (base * base).sum().backward()
        #expect(x.grad?.toArray(Float.self) == [8, 16, 24])
    }

    @Test func aSavedTensorThatWasChangedIsAnError() throws {
        let x = Tensor([1.0, 2.0], requiresGrad: true)
        let y = x * 1
        let z = y * y
        y.addInPlace(x)
        let error = #expect(throws: TensorError.self) { try catchingTensorErrors { z.sum().backward() } }
        #expect(
            error?.description
                == "MulBackward0: a tensor of shape [2] that its gradient needs was changed in place by add "
                + "(version 1, expected 0)")
    }

    @Test func aFreedGraphIsAnError() throws {
        let x = Tensor([1.0, 2.0], requiresGrad: true)
        let z = (x * x).sum()
        z.backward()
        let error = #expect(throws: TensorError.self) { try catchingTensorErrors { z.backward() } }
        #expect(error?.kind == .graph)
        #expect(error?.message.contains("retainGraph: true") == true)
        let again = (x * x).sum()
        again.backward(retainGraph: true)
        again.backward()
        #expect(x.grad?.toArray(Float.self) == [6, 12])
    }
}
