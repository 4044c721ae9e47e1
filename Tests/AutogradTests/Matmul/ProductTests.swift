import PinionAutograd
import Testing

@Suite struct ProductTests {
    private static let functions: [String: @Sendable ([Tensor]) -> Tensor] = [
        "dot": { $0[0].dot($0[1]) },
        "vdot": { $0[0].vdot($0[1]) },
        "mv": { $0[0].mv($0[1]) },
        "mm": { $0[0].mm($0[1]) },
        "bmm": { $0[0].bmm($0[1]) },
        "matmul": { $0[0].matmul($0[1]) },
        "linear": { linear($0[0], $0[1]) },
        "linear bias": { linear($0[0], $0[1], $0[2]) },
        "addmm": { $0[0].addmm($0[1], $0[2]) },
        "addmm scaled": { $0[0].addmm($0[1], $0[2], beta: 0.5, alpha: -2) },
        "addmm no input": { $0[0].addmm($0[1], $0[2], beta: 0) },
        "addmm beta": { $0[0].addmm($0[1], $0[2], beta: 3) },
        "addmm integers": { $0[0].addmm($0[1], $0[2], beta: 2, alpha: 3) },
        "addmv": { $0[0].addmv($0[1], $0[2], beta: 2, alpha: 0.5) },
        "addbmm": { $0[0].addbmm($0[1], $0[2], beta: 2, alpha: 0.5) },
        "baddbmm": { $0[0].baddbmm($0[1], $0[2], beta: 2, alpha: 0.5) },
        "baddbmm plain": { $0[0].baddbmm($0[1], $0[2]) },
        "outer": { $0[0].outer($0[1]) },
        "inner": { $0[0].inner($0[1]) },
        "kron": { $0[0].kron($0[1]) },
        "tensordot 1": { tensordot($0[0], $0[1], dims: 1) },
        "tensordot 0": { tensordot($0[0], $0[1], dims: 0) },
        "tensordot 2": { tensordot($0[0], $0[1]) },
        "tensordot pairs": { tensordot($0[0], $0[1], dims: ([0, 2], [1, 0])) },
        "cross": { Linalg.cross($0[0], $0[1]) },
        "cross dim 0": { $0[0].cross($0[1], dim: 0) },
        "addr": { $0[0].addr($0[1], $0[2], beta: 2, alpha: 0.5) },
        "multiDot": { Linalg.multiDot($0) },
    ]

    @Test func productsAgreeWithPyTorch() throws {
        let samples = try AlgebraSample.all("algebra_products")
        var unused = Set(Self.functions.keys)
        for sample in samples {
            if sample.name.hasPrefix("einsum ") {
                sample.check { [einsum(String(sample.name.dropFirst("einsum ".count)), $0)] }
                continue
            }
            let function = try #require(Self.functions[sample.name])
            unused.remove(sample.name)
            sample.check { [function($0)] }
        }
        #expect(unused.isEmpty)
    }

    @Test func nodesHavePyTorchsNames() {
        func name(_ a: [Int], _ b: [Int]) -> String? {
            Tensor.ones(a, requiresGrad: true).matmul(Tensor.ones(b)).gradFn?.name
        }
        #expect(name([3], [3]) == "DotBackward0")
        #expect(name([2, 3], [3]) == "MvBackward0")
        #expect(name([3], [3, 2]) == "SqueezeBackward4")
        #expect(name([2, 3], [3, 2]) == "MmBackward0")
        #expect(name([2, 3], [4, 3, 2]) == "CloneBackward0")
        #expect(name([4, 2, 3], [3, 2]) == "UnsafeViewBackward0")
        #expect(name([4, 2, 3], [4, 3, 2]) == "UnsafeViewBackward0")
        let (x, w, b) = (Tensor.ones(2, 3, requiresGrad: true), Tensor.ones(4, 3), Tensor.ones(4))
        #expect(linear(x, w, b).gradFn?.name == "AddmmBackward0")
        #expect(linear(x, w).gradFn?.name == "MmBackward0")
        #expect(x.bmmName == "BmmBackward0")
    }

    @Test func theOperatorIsMatmul() {
        let (a, b) = (Tensor([[1.0, 2.0], [3.0, 4.0]]), Tensor([[5.0], [6.0]]))
        #expect((a • b).toArray(Float.self) == [17, 39])
        #expect((2 * a • b + 1).toArray(Float.self) == [35, 79])
    }

    @Test func inPlaceFormsWriteAndDifferentiate() {
        let w = Tensor([[1.0, 2.0], [3.0, 4.0]], requiresGrad: true)
        let x = Tensor([[1.0], [2.0]], requiresGrad: true)
        let y = Tensor.zeros(2, 1)
        let kept = y.addmmInPlace(w, x, alpha: 2)
        #expect(kept === y)
        #expect(y.toArray(Float.self) == [10, 22])
        y.sum().backward()
        #expect(w.grad?.toArray(Float.self) == [2, 4, 2, 4])
        #expect(x.grad?.toArray(Float.self) == [8, 12])
        let z = Tensor.ones(2)
        z.addmvInPlace(Tensor([[1, 2], [3, 4]], dtype: .float32), Tensor.ones(2), beta: 0.5)
        #expect(z.toArray(Float.self) == [3.5, 7.5])
    }

    @Test func aChainMayBeginAndEndWithVectors() {
        let (a, b, c) = (Tensor([1.0, 2.0]), Tensor([[1.0, 2.0], [3.0, 4.0]]), Tensor([1.0, 1.0]))
        #expect(Linalg.multiDot([a, b, c]).shape == [])
        #expect(chainMatmul(a, b, c).item == 17)
        #expect(chainMatmul(b, b, b).shape == [2, 2])
    }

    @Test func mistakesOfEquations() {
        func message(_ equation: String, _ operands: Tensor...) -> String? {
            let error = #expect(throws: TensorError.self) { try catchingTensorErrors { einsum(equation, operands) } }
            return error?.message
        }
        let (a, b) = (Tensor.ones(2, 3), Tensor.ones(4, 4))
        #expect(
            message("ij,jk->il", a, Tensor.ones(3, 4))
                == "\"ij,jk->il\": output subscript l does not appear in any operand")
        #expect(
            message("ij,jk", a, b)
                == "\"ij,jk\": subscript j has size 4 in operand 1 of shape [4, 4], which does not broadcast with size 3 before"
        )
        #expect(message("ijk,jk", a, b) == "\"ijk,jk\": operand 0 has 3 subscripts but 2 dimensions")
        #expect(message("ij", a, b) == "\"ij\": 1 operands in the equation, but 2 were given")
        #expect(message("ij->ii", a) == "\"ij->ii\": subscript i appears more than once in the output")
        #expect(message("ii->i", a) == "\"ii->i\": subscript i is repeated in operand 0 with sizes 2, 3")
        #expect(message("i1->i", a) == "\"i1->i\": '1' in operand 0 is not a letter")
        #expect(message("......", a) == "\"......\": an ellipsis appears twice in operand 0")
        #expect(message("ij") == "\"ij\": there are no operands")
    }

    @Test func mistakesNameTheShapes() {
        func message(_ body: () -> Tensor) -> String? {
            let error = #expect(throws: TensorError.self) { try catchingTensorErrors { body() } }
            return error?.description
        }
        let (a, b, c) = (Tensor.ones(2, 3), Tensor.ones(4, 5), Tensor.ones(5, 3, 4))
        #expect(
            message { a.matmul(b) } == "matmul: shapes [2, 3] and [4, 5] do not multiply: the inner sizes are 3 and 4")
        #expect(message { a.mm(b) } == "mm: shapes [2, 3] and [4, 5] do not multiply: the inner sizes are 3 and 4")
        #expect(
            message { Tensor.ones(2, 2, 3).matmul(c) }
                == "matmul: shapes [2, 2, 3] and [5, 3, 4] do not multiply: the batches' shapes [2] and [5] do not "
                + "broadcast: sizes 2 and 5 at dimension -1 are different, and neither is 1")
        #expect(message { a.mm(c) } == "mm: expected tensors of 2 and 2 dimensions, got shapes [2, 3] and [5, 3, 4]")
        #expect(
            message { Tensor.ones(1, 2, 3).bmm(c) }
                == "bmm: shapes [1, 2, 3] and [5, 3, 4] have batches of different sizes, 1 and 5")
        #expect(
            message { a.matmul(Tensor.ones(3, 2, dtype: .float64)) }
                == "matmul: expected both tensors to have the same dtype, got float32 and float64")
        #expect(
            message { Tensor.ones([]).matmul(a) }
                == "matmul: both tensors need at least one dimension, got shapes [] and [2, 3]")
        #expect(
            message { Tensor.ones(2, dtype: .bool).dot(Tensor.ones(2, dtype: .bool)) } == "dot: not defined for bool")
        #expect(
            message { Tensor.ones(3).addmm(a, Tensor.ones(3, 4)) }
                == "addmm: the input of shape [3] does not broadcast to the product's shape [2, 4]")
        let int = Tensor.ones(2, 2, dtype: .int64)
        #expect(
            message { int.addmm(int, int, beta: 0.5) }
                == "addmm: beta must not be a floating-point number for matrices of int64")
        #expect(
            message { linear(a, b) }
                == "linear: an input of shape [2, 3] does not fit a weight of shape [4, 5]; "
                + "expected [..., in] and [out, in]")
    }
}

extension Tensor {
    fileprivate var bmmName: String? {
        Tensor.ones(1, 2, 3, requiresGrad: true).bmm(Tensor.ones(1, 3, 2)).gradFn?.name
    }
}
