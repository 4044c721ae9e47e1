import PinionAutograd
import PinionTestSupport
import Testing

/// PyTorch's ways to write an operation: as a method and as a function, arguments by position and by name.
@Suite struct NameTests {
    static let forms = NameForms.reductions + NameForms.shapes + NameForms.indexing + NameForms.arithmetic

    @Test(arguments: forms) func formsAgree(_ names: NameForms) {
        let x = Tensor([[0.5, -2, 3.25], [1.5, 0.25, -0.75]])
        let first = names.forms[0](x)
        for (index, form) in names.forms.enumerated() {
            let result = form(x)
            #expect(result.shape == first.shape && result.dtype == first.dtype, "form \(index)")
            #expect(result.allClose(first, rtol: 1e-6, equalNaN: true), "form \(index): \(result), expected \(first)")
        }
    }

    @Test func creationWithNames() {
        let range = Tensor.arange(1, 9, 2)
        #expect(Tensor.arange(start: 1, end: 9, step: 2).equal(range))
        #expect(Tensor.arange(end: 3).equal(Tensor([0, 1, 2])))
        let sevens = Tensor.full([2, 2], 7)
        #expect(
            Tensor.full([2, 2], fillValue: 7).equal(sevens) && Tensor.full(size: [2, 2], fillValue: 7).equal(sevens))
        #expect(Tensor.full([1], -.infinity).item == -Double.infinity)
        #expect(
            Tensor.fullLike(sevens, fillValue: 7).equal(sevens) && sevens.newFull([2, 2], fillValue: 7).equal(sevens))
        #expect(Tensor.linspace(start: 0, end: 1, steps: 3).equal(Tensor.linspace(0, 1, 3)))
        #expect(Tensor.logspace(start: 0, end: 2, steps: 3).equal(Tensor([1.0, 10, 100])))
    }

    @Test func drawsWithNames() {
        func drawn(_ draw: (Generator) -> Tensor) -> Tensor { draw(Generator(seed: 3)) }
        let integers = drawn { Tensor.randint(0, 9, [4], generator: $0) }
        #expect(drawn { Tensor.randint(0, 9, size: [4], generator: $0) }.equal(integers))
        #expect(drawn { Tensor.randint(9, size: [4], generator: $0) }.equal(integers))
        #expect(drawn { Tensor.randint(high: 9, size: [4], generator: $0) }.equal(integers))
        #expect(drawn { Tensor.randint(0, high: 9, size: [4], generator: $0) }.equal(integers))
        let numbers = drawn { Tensor.normal(mean: 0, std: 1, size: [4], generator: $0) }
        #expect(drawn { Tensor.normal(0, 1, size: [4], generator: $0) }.equal(numbers))
        let (zeros, ones) = (Tensor.zeros(4), Tensor.ones(4))
        let around = drawn { Tensor.normal(mean: zeros, std: ones, generator: $0) }
        #expect(drawn { Tensor.normal(zeros, ones, generator: $0) }.equal(around))
        let chances = Tensor.full([8], 0.5)
        let coins = drawn { Tensor.bernoulli(chances, generator: $0) }
        #expect(drawn { chances.bernoulli(generator: $0) }.equal(coins))
        // The static function, not the method without its call.
        let unnamed = Tensor.bernoulli(chances)
        #expect(unnamed.shape == [8])
    }

    @Test func facts() {
        let x = Tensor.zeros(2, 3, dtype: .float64)
        #expect(x.dim() == 2 && x.nelement() == 6 && x.stride(0) == 3 && x.stride() == [3, 1])
        #expect(x.itemsize == 8 && x.nbytes == 48 && DType.float16.itemsize == 2 && x.isSigned)
        #expect(x.isSameSize(x.T) == false && x.isSameSize(x.clone()))
        #expect(x.T.untypedStorage().dataPtr == x.untypedStorage().dataPtr)
        #expect(x.untypedStorage().dataPtr != x.clone().untypedStorage().dataPtr)
        let before = x.version
        x.addInPlace(1)
        #expect(x.version == before + 1)
        let list: [[Double]] = x.toList()
        let numbers: [Float] = x.toArray()
        #expect(list == [[1, 1, 1], [1, 1, 1]] && numbers == [1, 1, 1, 1, 1, 1])
        #expect(Tensor([2]).isNonzero() && !Tensor([0.0]).isNonzero())
        #expect(throws: TensorError.self) { try catchingTensorErrors { x.isNonzero() } }
    }

    /// Values are PyTorch's.
    @Test func promotion() {
        let (x, i) = (Tensor([1.0]), Tensor([1], dtype: .int32))
        #expect(resultType(x, i) == .float32 && resultType(i, 2) == .int32 && resultType(i, 2.5) == .float32)
        #expect(resultType(true, i) == .int32 && resultType(i, Tensor(1.0, dtype: .float64)) == .float64)
        #expect(canCast(.float64, .float32) && canCast(.bool, .int64))
        #expect(!canCast(.float32, .int64) && !canCast(.int32, .bool))
        #expect(broadcastShapes([2, 1], [3], [1, 1, 1]) == [1, 2, 3])
        #expect(throws: TensorError.self) { try catchingTensorErrors { broadcastShapes([2], [3]) } }
    }

    /// Values are PyTorch's.
    @Test func windows() {
        func expect(_ window: Tensor, _ values: [Double]) {
            #expect(
                window.dtype == .float64 && window.allClose(Tensor(values, dtype: .float64), rtol: 1e-12, atol: 1e-15))
        }
        let d = DType.float64
        expect(.hannWindow(4, dtype: d), [0, 0.5, 1, 0.5])
        expect(.hannWindow(3, periodic: false, dtype: d), [0, 1, 0])
        expect(.hammingWindow(3, dtype: d), [0.08, 0.77, 0.77])
        expect(.blackmanWindow(4, dtype: d), [0, 0.34, 1, 0.34])
        expect(.bartlettWindow(5, periodic: false, dtype: d), [0, 0.5, 1, 0.5, 0])
        expect(.kaiserWindow(4, dtype: d), [5.2773441320097665e-05, 0.2156727447589671, 1.0, 0.2156727447589671])
        expect(.kaiserWindow(3, periodic: false, beta: 2, dtype: d), [0.4386762798370488, 1.0, 0.4386762798370488])
        expect(.hannWindow(1, dtype: d), [1])
        #expect(Tensor.hannWindow(0).shape == [0] && Tensor.hannWindow(2).dtype == .float32)
        #expect(throws: TensorError.self) { try catchingTensorErrors { Tensor.hannWindow(3, dtype: .int64) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { Tensor.hannWindow(-1) } }
    }
}

extension NameForms: CustomTestStringConvertible {
    var testDescription: String { name }
}
