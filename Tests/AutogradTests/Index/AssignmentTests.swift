import PinionAutograd
import Testing

@Suite struct AssignmentTests {
    @Test func numbersAndTensorsAreWrittenThroughViews() {
        let c = Tensor.zeros(3, 4)
        let column = c[..., 1]
        c[0, 0] = 7
        c[..., 1] = 2.5
        let value = 4.0
        c[2, 1...2] = value
        c[1..<3, 3] = Tensor([8.0, 9.0])
        c[0] += 1
        c[1, .all] *= Tensor([1.0, 2.0, 3.0, 4.0])
        #expect(c.toArray(Double.self) == [8, 3.5, 1, 1, 0, 5, 0, 32, 0, 4, 4, 9])
        #expect(column.toArray(Double.self) == [3.5, 5, 4])
        c[c .> 4] = -1
        c[[2, 0], [0, 3]] = Tensor([10.0, 20.0])
        c[stride(from: 0, to: 3, by: 2), 2] = Tensor([[[30, 40]]])
        #expect(c.toArray(Double.self) == [-1, 3.5, 30, 20, 0, -1, 0, -1, 10, 4, 40, -1])
        c[...] = 6
        #expect(c.sum().item == 72)
        let read: any TensorScalar = c[0, 0]
        #expect(read as? Double == 6)
        let flags = Tensor.zeros([2], dtype: .bool)
        flags[1] = true
        flags[[0]] = 3
        #expect(flags.toArray(Bool.self) == [true, true])
    }

    @Test func aRowWrittenIntoZerosHasGradients() {
        let x = Tensor([1.0, 2.0, 3.0], requiresGrad: true)
        let y = Tensor.zeros(3, 3)
        y[0] = x
        #expect(y.gradFn?.name == "CopySlices")
        (y * y).sum().backward()
        #expect(x.grad?.toArray(Int.self) == [2, 4, 6])
    }

    @Test func viewsOfViewsAreWritten() {
        let x = Tensor([1.0, 2.0], requiresGrad: true)
        let y = Tensor.ones(2, 3, 4)
        let part = y[1][1..<3]
        part[..., 2] = x * x
        part[0, [0, 1]] = x
        #expect(y[1, 1].toArray(Int.self) == [1, 2, 1, 1])
        #expect(y[1, 2].toArray(Int.self) == [1, 1, 4, 1])
        (y * y).sum().backward()
        // 2·x⁴ … of x² and x²: 4x³ each, and 2x of the others.
        #expect(x.grad?.toArray(Int.self) == [6, 36])
        #expect(part.gradFn?.name == "AsStridedBackward0")
    }

    @Test func whatIsOverwrittenGetsNoGradient() {
        let x = Tensor([1.0, 2.0, 3.0, 4.0], requiresGrad: true)
        let y = x * 2
        y[1...2] = 5
        y[[3]] = 6
        (y * y).sum().backward()
        #expect(x.grad?.toArray(Int.self) == [8, 0, 0, 0])
        let z = x * 2
        z.zeroInPlace()
        #expect(z.gradFn?.name == "FillBackward1")
        z.addInPlace(x)
        z.sum().backward()
        #expect(x.grad?.toArray(Int.self) == [9, 1, 1, 1])
    }

    @Test func elementsAreCopiedAndFilled() {
        let x = Tensor([1.5, 2.5], requiresGrad: true)
        let y = Tensor.zeros(3, 2)
        #expect(y.copyInPlace(x) === y)
        #expect(y.gradFn?.name == "CopyBackwards")
        y.sum().backward()
        #expect(x.grad?.toArray(Int.self) == [3, 3])
        let n = Tensor.zeros([2], dtype: .int64)
        #expect(n.copyInPlace(x).toArray(Int.self) == [1, 2])
        #expect(n.fillInPlace(Tensor(4)).toArray(Int.self) == [4, 4])
        let tall = Tensor.zeros(7, 3)
        tall.fillDiagonalInPlace(1, wrap: true)
        let ones = tall.nonzero()[..., 0].toArray(Int.self)
        #expect(ones == [0, 1, 2, 4, 5, 6])
        let cube = Tensor.zeros(2, 2, 2).fillDiagonalInPlace(3)
        #expect(cube.toArray(Int.self) == [3, 0, 0, 0, 0, 0, 0, 3])
    }

    /// Values are PyTorch's.
    @Test func compoundAssignment() {
        var x = Tensor.arange(6).reshape(2, 3)
        let isEven = x % 2 .== 0
        x[isEven] *= 10
        #expect(x.toArray(Int.self) == [0, 1, 20, 3, 40, 5])
        x[0, [0, 0]] += 1
        #expect(x.toArray(Int.self) == [1, 1, 20, 3, 40, 5])
        x[1] -= x[0]
        x[..., 2] *= Tensor([2, 3])
        #expect(x.toArray(Int.self) == [1, 1, 40, 2, 39, -45])
        let (same, constant) = (x, x[0])
        x += 1
        constant *= 2
        #expect(x === same && x.toArray(Int.self) == [4, 4, 82, 3, 40, -44])
        x *= x
        let mask = Tensor([true, false])
        mask[[1]] .|= Tensor(true)
        #expect(x[0].toArray(Int.self) == [16, 16, 6724] && mask.toArray(Bool.self) == [true, true])
    }

    @Test func compoundAssignmentIsRecorded() {
        let x = Tensor([1.0, 2.0, 3.0], requiresGrad: true)
        let y = x * 1
        y[0] *= 3
        y[[0, 2]] *= x[1]
        y.sum().backward()
        // y = [3 x₀ x₁, x₁, x₂ x₁]
        #expect(y.toArray(Int.self) == [6, 2, 6])
        #expect(x.grad?.toArray(Int.self) == [6, 7, 2])
        x.data -= 1
        (x * 2).data -= 1
        #expect(x.toArray(Int.self) == [0, 1, 2])
        x.grad! *= 2
        #expect(x.grad?.toArray(Int.self) == [12, 14, 4])
    }

    @Test func inPlaceFormsChangeTheTensorItself() {
        let x = Tensor([1.0, 2.0, 3.0], requiresGrad: true)
        let index = Tensor([2, 0])
        let changes: [((Tensor) -> Tensor, (Tensor) -> Tensor)] = [
            ({ $0.scatterInPlace(0, index, x[..<2]) }, { $0.scatter(0, index, x[..<2]) }),
            ({ $0.scatterInPlace(0, index, 5) }, { $0.scatter(0, index, 5) }),
            ({ $0.scatterAddInPlace(0, index, x[..<2]) }, { $0.scatterAdd(0, index, x[..<2]) }),
            ({ $0.indexAddInPlace(0, index, x[1...], alpha: 2) }, { $0.indexAdd(0, index, x[1...], alpha: 2) }),
            ({ $0.indexCopyInPlace(0, index, x[1...]) }, { $0.indexCopy(0, index, x[1...]) }),
            ({ $0.indexFillInPlace(0, index, 4) }, { $0.indexFill(0, index, 4) }),
            ({ $0.indexPutInPlace([index], x[1...]) }, { $0.indexPut([index], x[1...]) }),
            ({ $0.maskedFillInPlace(x .> 2, 9) }, { $0.maskedFill(x .> 2, 9) }),
            ({ $0.maskedScatterInPlace(x .> 1, x) }, { $0.maskedScatter(x .> 1, x) }),
            ({ $0.putInPlace(index, x[..<2]) }, { $0.put(index, x[..<2]) }),
            (
                { $0.scatterReduceInPlace(0, index, x[..<2], reduce: .amax) },
                { $0.scatterReduce(0, index, x[..<2], reduce: .amax) }
            ),
        ]
        for (number, (inPlace, copy)) in changes.enumerated() {
            let (target, source) = (x * x, x * x)
            let (seen, expected) = (inPlace(target), copy(source))
            #expect(seen === target && expected !== source, "\(number)")
            #expect(seen.toArray(Double.self) == expected.toArray(Double.self), "\(number)")
            #expect(source.toArray(Double.self) == [1, 4, 9], "\(number)")
            let (first, second) = (grad((seen * seen).sum(), [x])[0], grad((expected * expected).sum(), [x])[0])
            #expect(first.toArray(Double.self) == second.toArray(Double.self), "\(number)")
            let plain = noGrad { inPlace(Tensor([1.0, 4.0, 9.0])) }
            #expect(plain.toArray(Double.self) == expected.toArray(Double.self), "\(number)")
        }
    }
}
