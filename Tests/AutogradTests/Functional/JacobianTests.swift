import PinionAutograd
import Testing

// Expected values are those of torch.autograd.functional for the same functions.
@Suite struct JacobianTests {
    let x = Tensor([1.0, 2.0, 3.0], dtype: .float64)
    let w = Tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], dtype: .float64)

    @Test func jacobiansOfTwoInputs() {
        let found = jacobian({ ($0[0].unsqueeze(0) * $0[1]).sum(dim: 1) }, [x, w])
        #expect(found.map(\.shape) == [[2, 3], [2, 2, 3]])
        #expect(found[0].toArray(Double.self) == [1, 2, 3, 4, 5, 6])
        #expect(found[1].toArray(Double.self) == [1, 2, 3, 0, 0, 0, 0, 0, 0, 1, 2, 3])
    }

    @Test func aFunctionThatDoesNotDependOnItsInputHasZeros() {
        let constant = Tensor([5.0, 6.0], dtype: .float64)
        let found = jacobian({ _ in constant }, x)
        #expect(found.shape == [2, 3])
        #expect(found.toArray(Double.self) == [0, 0, 0, 0, 0, 0])
    }

    @Test func hessians() {
        let found = hessian({ $0.pow(3).sum() + $0[0] * $0[2] }, x)
        #expect(found.toArray(Double.self) == [6, 0, 1, 0, 12, 0, 1, 0, 18])
        let blocks = hessian({ ($0[0] * $0[1]).sum() }, [x, x * 2])
        #expect(blocks[0][0].toArray(Double.self) == [0, 0, 0, 0, 0, 0, 0, 0, 0])
        #expect(blocks[0][1].toArray(Double.self) == [1, 0, 0, 0, 1, 0, 0, 0, 1])
    }

    @Test func productsWithTheJacobian() {
        let v = Tensor([1.0, 0.5], dtype: .float64)
        let (output, gradients) = vjp({ w.matmul($0[0].square()) }, [x], v)
        #expect(output.toArray(Double.self) == [36, 78])
        #expect(gradients[0].toArray(Double.self) == [6, 18, 36])
        let direction = Tensor([1.0, 0.0, -1.0], dtype: .float64)
        let (_, derivative) = jvp({ w.matmul($0[0].square()) }, [x], [direction])
        #expect(derivative.toArray(Double.self) == [-16, -28])
    }

    @Test func aHessianNeedsOneValue() {
        let error = #expect(throws: TensorError.self) { try catchingTensorErrors { _ = hessian({ $0 * 2 }, x) } }
        #expect(error?.description == "hessian: the function has shape [3], expected one element")
    }

    @Test func createGraphKeepsTheHistory() throws {
        let point = Tensor([0.5, 1.5], dtype: .float64, requiresGrad: true)
        let found = jacobian({ $0.pow(3) }, point, createGraph: true)
        found.sum().backward()
        #expect(point.grad?.toArray(Double.self) == [3, 9])
    }
}
