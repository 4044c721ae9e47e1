import PinionAutograd
import Testing

/// Operators, numbers on both sides, aliases, and dtypes of results.
@Suite struct OperatorTests {
    private let x = Tensor([1.0, -2.0, 3.0])
    private let integers = Tensor([7, -7, 5])

    private func values(_ x: Tensor) -> [Double] { x.toArray(Double.self) }

    @Test func numbersOnBothSides() {
        #expect(values(1 + x) == [2, -1, 4])
        #expect(values(x - 1) == [0, -3, 2])
        #expect(values(1 - x) == [0, 3, -2])
        #expect(values(2 * x) == [2, -4, 6])
        #expect(values(x / 2) == [0.5, -1, 1.5])
        #expect(values(6 / x) == [6, -3, 2])
        #expect(values(x % 2) == [1, 0, 1])
        #expect(values(7 % integers) == [0, 0, 2])
        #expect(values(integers % 4) == [3, 1, 1])
        #expect(values(pow(2, x)) == [2, 0.25, 8])
        #expect(values(2 .< x) == [0, 0, 1])
        #expect(values(x .>= 1) == [1, 0, 1])
        #expect(values(1 .== x) == [1, 0, 0])
        #expect(values(x .!= 1) == [0, 1, 1])
        #expect(values(integers << 1) == [14, -14, 10])
        #expect(values(integers >> 1) == [3, -4, 2])
        #expect(values((x .> 0) .& .!(x .> 2)) == [1, 0, 0])
        #expect(values((x .< 0) .| (x .> 2) .^ (x .> 0)) == [1, 1, 0])
    }

    @Test func assignmentsAreInPlace() {
        let y = x.clone()
        let alias = y.detach()
        y += 1
        y -= x
        y *= 4
        y /= Tensor([2.0])
        y %= 1.5
        #expect(values(alias) == [0.5, 0.5, 0.5])
        let mask = x .> 0
        let shared = mask.detach()
        mask .&= Tensor([true, true, false])
        mask .|= Tensor([false, true, false])
        mask .^= Tensor([true, true, true])
        #expect(values(shared) == [0, 0, 1])
    }

    @Test func dtypesOfResults() {
        let bytes = Tensor([1, 2, 3], dtype: .uint8)
        let mask = Tensor([true, false, true])
        let results: [(Tensor, DType)] = [
            (integers + 1, .int64), (integers + 1.5, .float32), (integers / 2, .float32), (integers.sqrt(), .float32),
            (bytes + integers, .int64), (bytes + 300, .uint8), (mask + mask, .bool), (mask + 1, .int64),
            (mask * 1.5, .float32), (integers.pow(0.5), .float32), (integers.pow(2), .int64), (mask.square(), .int64),
            (mask.sigmoid(), .float32), (mask.sign(), .bool), (bytes.abs(), .uint8), (integers.floor(), .int64),
            (integers.clamp(min: 0), .int64), (integers.clamp(max: 0.5), .float32), (x.double() + x, .float64),
            (x.half() + x.bfloat16(), .float32), (x + Tensor(1.0, dtype: .float64), .float32), (relu6(bytes), .uint8),
            (integers.fmin(integers), .int64), (integers.atan2(integers), .float32), (mask.minimum(mask), .bool),
            (Tensor.where(mask, 1, 2), .int64), (Tensor.where(mask, 1, 2.5), .float32), (integers.eq(1), .bool),
            (integers.div(2, roundingMode: .floor), .int64), (integers.xlogy(2), .float32), (x.type(as: bytes), .uint8),
            (x.to(integers), .int64), (x.type(.float16), .float16),
        ]
        for (index, (result, dtype)) in results.enumerated() { #expect(result.dtype == dtype, "row \(index)") }
        #expect(values(bytes + 300) == [45, 46, 47])
    }

    @Test func aliasesDoTheSame() {
        let half = x / 4
        let pairs: [(Tensor, Tensor)] = [
            (x.negative(), -x), (x.absolute(), x.abs()), (x.fix(), x.trunc()), (half.arcsin(), half.asin()),
            (half.arccos(), half.acos()), (x.arctan(), x.atan()), (x.arcsinh(), x.asinh()),
            ((x * x + 1).arccosh(), (x * x + 1).acosh()), (half.arctanh(), half.atanh()),
            (x.arctan2(half), x.atan2(half)),
            (x.add(1), x + 1), (x.sub(half), x - half), (x.subtract(half, alpha: 2), x - half * 2),
            (x.mul(half), x * half),
            (x.multiply(2), x * 2), (x.div(2), x / 2), (x.divide(half), x / half), (x.trueDivide(half), x / half),
            (x.clip(max: 1), x.clamp(max: 1)), (x.notEqual(1), x .!= 1), (x.greater(1), x .> 1),
            (x.greaterEqual(1), x .>= 1), (x.less(half), x .< half), (x.lessEqual(half), x .<= half),
            (x.isNaN(), x .!= x), (exp(x), x.exp()), (relu(x), x.relu()), (lerp(x, half, 0.5), x.lerp(half, 0.5)),
        ]
        for (index, (seen, expected)) in pairs.enumerated() { #expect(seen.equal(expected), "row \(index)") }
        let y = x.clone()
        y.negativeInPlace().absoluteInPlace().multiplyInPlace(2).subtractInPlace(1).divideInPlace(2).fixInPlace()
        #expect(values(y) == [0, 1, 2])
    }

    @Test func truthOfAll() {
        #expect(x.equal(x.clone()))
        #expect(!x.equal(x.unsqueeze(0)))
        #expect(Tensor([1, 2]).equal(Tensor([1.0, 2.0])))
        #expect(allClose(x, x + 1e-7))
        #expect(!allClose(x, x + 1e-3))
        #expect(allClose(x, x + 1e-3, atol: 0.1))
        let nan = Tensor([Double.nan])
        #expect(!allClose(nan, nan))
        #expect(allClose(nan, nan, equalNaN: true))
        #expect(allClose(Tensor.zeros(0, 3), Tensor.zeros(0, 3)))
    }

    @Test func overlappingChangesReadFirst() {
        let y = Tensor([1.0, 2.0, 3.0, 4.0])
        let (front, back) = (y.narrow(0, 0, 3), y.narrow(0, 1, 3))
        back.addInPlace(front, alpha: 2)
        #expect(values(y) == [1, 4, 7, 10])
    }

    @Test func gradientsThroughChangesInPlace() {
        let x = Tensor([0.5, 2.0, -1.0], requiresGrad: true)
        let y = x * 2
        y.clampInPlace(max: 3)
        y.powInPlace(2)
        y.subInPlace(x, alpha: 3)
        y.sum().backward()
        // The square of 2x limited, less 3x.
        #expect(x.grad?.toArray(Float.self) == [1, -3, -11])
    }

    @Test func aResultThatItsGradientNeedsIsNotToBeChanged() {
        let y = Tensor([0.5, 2.0], requiresGrad: true) * 2
        y.expInPlace()
        y.clampInPlace(max: 5)
        let error = #expect(throws: TensorError.self) { try catchingTensorErrors { y.sum().backward() } }
        #expect(error?.kind == .version)
        #expect(error?.description.contains("ExpBackward0: a tensor of shape [2] that its gradient needs") == true)
        #expect(error?.description.contains("by clamp") == true)
    }

    /// PyTorch's, also where the gradient is differentiated again.
    @Test func gradientOfAtan2AtTheOrigin() {
        for createGraph in [false, true] {
            let y = Tensor([0.0, 3], dtype: .float64, requiresGrad: true)
            let x = Tensor([0.0, 4], dtype: .float64, requiresGrad: true)
            let gradients = grad(y.atan2(x).sum(), [y, x], createGraph: createGraph)
            #expect(gradients[0].toArray(Double.self) == [0, 0.16])
            #expect(gradients[1].toArray(Double.self) == [0, -0.12])
        }
    }
}
