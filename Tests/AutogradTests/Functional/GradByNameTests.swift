import PinionAutograd
import PinionTestSupport
import Testing

/// The functional interface with one tensor, and with names.
@Suite struct GradByNameTests {
    private func point() -> Tensor { Tensor([1.0, 2, -3], dtype: .float64, requiresGrad: true) }

    @Test func gradientsWithNames() {
        let x = point()
        let y = x.pow(3).sum()
        let slope = Tensor([3.0, 12, 27], dtype: .float64)
        #expect(grad(y, x, retainGraph: true)[0].equal(slope))
        #expect(grad(outputs: y, inputs: x, retainGraph: true)[0].equal(slope))
        #expect(grad(outputs: [y], inputs: [x], retainGraph: true)[0].equal(slope))
        let first = grad(outputs: y, inputs: [x], createGraph: true)[0]
        let second = grad(outputs: first, inputs: x, gradOutputs: Tensor.onesLike(first))[0]
        #expect(second.equal(Tensor([6.0, 12, -18], dtype: .float64)))
    }

    @Test func backwardWithAGradientByPosition() {
        let x = point()
        (x * x).backward(Tensor([1.0, 0, 2], dtype: .float64))
        #expect(x.grad?.equal(Tensor([2.0, 0, -12], dtype: .float64)) == true)
    }

    @Test func hooksThatOnlyLook() {
        let x = point()
        nonisolated(unsafe) var seen: [Double] = []
        x.registerHook { seen = $0.toArray(Double.self) }
        x.registerHook { g in g * 2 }
        x.sum().backward()
        #expect(seen == [1, 1, 1])
        #expect(x.grad?.toArray(Double.self) == [2, 2, 2])
    }

    /// f(x) = Σ x³ has the gradient 3 x² and the second derivatives 6 x.
    @Test func products() {
        let (x, v) = (point(), Tensor([1.0, 2, 0.5], dtype: .float64))
        let cube: (Tensor) -> Tensor = { $0.pow(3) }
        let sum: (Tensor) -> Tensor = { $0.pow(3).sum() }
        #expect(vjp(cube, x, v).gradient.equal(Tensor([3.0, 24, 13.5], dtype: .float64)))
        #expect(jvp(cube, x, v).derivative.equal(Tensor([3.0, 24, 13.5], dtype: .float64)))
        let expected = Tensor([6.0, 24, -9], dtype: .float64)
        #expect(hvp(sum, x, v).product.equal(expected) && vhp(sum, x, v).product.equal(expected))
        #expect(hvp(sum, x, v).output.item == -18)
        // A linear function has none, and of two inputs each has its own.
        #expect(hvp({ $0.sum() }, x, v).product.equal(Tensor.zerosLike(v)))
        let both = vhp({ ($0[0] * $0[1]).sum() }, [x, x], [v, v * 2]).products
        #expect(both[0].equal(v * 2) && both[1].equal(v))
        #expect(throws: TensorError.self) { try catchingTensorErrors { hvp(cube, x, v) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { vhp({ $0[0].sum() }, [x], []) } }
    }

    @Test func checksOfOneTensor() throws {
        let x = point()
        #expect(try gradcheck({ $0.sin() }, x) && gradgradcheck({ $0.sin() }, x))
        // The derivative of the detached factor is missing.
        #expect(throws: GradCheckError.self) { try gradcheck({ $0 * $0.detach() }, x) }
    }

    @Test func numericalJacobians() throws {
        let (x, w) = (point().detach(), Tensor([[1.0, 2, 3], [4, 5, 6]], dtype: .float64))
        let found = try numericalJacobian({ $0[1].matmul($0[0].exp()) }, [x, w])
        let expected = jacobian({ $0[1].matmul($0[0].exp()) }, [x, w])
        #expect(found.map(\.shape) == [[2, 3], [2, 2, 3]])
        #expect(zip(found, expected).allSatisfy { $0.allClose($1, rtol: 1e-6, atol: 1e-8) })
        #expect(try numericalJacobian({ $0.sum() }, Tensor.zeros(0)).shape == [0])
        #expect(throws: TensorError.self) { try numericalJacobian({ $0.matmul(w) }, x) }
    }

    @Test func gradModeForABlock() {
        let x = point()
        let (recorded, unrecorded) = (setGradEnabled(true) { x * 2 }, setGradEnabled(false) { x * 2 })
        #expect(recorded.requiresGrad && !unrecorded.requiresGrad && isGradEnabled())
    }

    @Test func checkpointsOfOneTensor() {
        let x = point()
        checkpoint(x) { $0.exp() * 2 }.sum().backward()
        checkpoint({ $0.exp() * 2 }, x).sum().backward()
        #expect(x.grad?.allClose(x.detach().exp() * 4) == true)
    }
}
