import PinionAutograd
import Testing

@Suite struct IndexTests {
    private static let cube = Tensor.ones([2, 3, 4], requiresGrad: true)

    @Test func nodesHavePyTorchsNames() {
        let x = Self.cube
        let (row, index) = (x[0, 0], Tensor([0, 1]))
        let named: [(Tensor, String)] = [
            (x[0], "SelectBackward0"), (x[0..<1], "SliceBackward0"), (x[.ellipsis], "AliasBackward0"),
            (x[.newAxis], "UnsqueezeBackward0"), (x[0, 1..<2], "SliceBackward0"), (x[.all, index], "IndexBackward0"),
            (row.gather(0, index), "GatherBackward0"), (row.scatter(0, index, row), "ScatterBackward0"),
            (row.scatter(0, index, 2), "ScatterBackward1"), (row.scatterAdd(0, index, row), "ScatterAddBackward0"),
            (row.scatterReduce(0, index, row, reduce: .amax), "ScatterReduceBackward0"),
            (x.indexSelect(0, index), "IndexSelectBackward0"), (x.indexAdd(0, index, x), "IndexAddBackward0"),
            (x.indexCopy(0, index, x), "IndexCopyBackward0"), (x.indexFill(0, index, 1), "IndexFillBackward0"),
            (row.maskedSelect(row .> 1), "MaskedSelectBackward0"), (x.maskedFill(x .> 1, 0), "MaskedFillBackward0"),
            (x.maskedFill(x .> 1, Tensor(0.0)), "MaskedFillBackward1"),
            (row.maskedScatter(row .> 1, row), "MaskedScatterBackward0"), (x.take(index), "TakeBackward0"),
            (x.put(index, row[..<2]), "PutBackward0"), (row.indexPut([index], row[..<2]), "IndexPutBackward0"),
            (x.repeat(1, 1, 2), "RepeatBackward0"), (x.flip(0), "FlipBackward0"),
            (x.roll(1, dim: 0), "RollBackward0"), (x.rot90(), "Rot90Backward0"),
            (x.pad([1, 1]), "ConstantPadNdBackward0"), (x.pad([1, 1], mode: .reflect), "ReflectionPad1DBackward0"),
            (x.pad([1, 1, 1, 1], mode: .replicate), "ReplicationPad2DBackward0"), (x.tril(), "TrilBackward0"),
            (row.diag(), "DiagEmbedBackward0"),
        ]
        for (tensor, name) in named { #expect(tensor.gradFn?.name == name) }
    }

    @Test func basicIndicesAreViewsAndOthersCopies() {
        let x = Tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
        #expect(x[1, 1...].sharesStorage(with: x))
        #expect(x[.newAxis, .ellipsis, 0].shape == [1, 2])
        #expect(x[.all, stride(from: 0, to: 3, by: 2)].strides == [3, 2])
        #expect(!x[[0, 1]].sharesStorage(with: x))
        #expect(x[5...].shape == [0, 3])
        #expect(x[.all, stride(from: 0, through: -1, by: 2)].toArray(Int.self) == [1, 3, 4, 6])
        #expect(x.t()[[2, 0]].toArray(Int.self) == [3, 6, 1, 4])
        #expect(x.t()[.all, [1, 1, 0]].strides == [3, 1])
    }

    @Test func manyRowsAndFewPlacesAgree() {
        // One way of moving elements is for few places in many rows, the other for the reverse.
        let x = Tensor((0..<600).map { Double($0) }).reshape(100, 2, 3)
        let few = x[.all, .all, [2, 0]]
        let many = x.permute(1, 2, 0)[.all, [2, 0]].permute(2, 0, 1)
        #expect(few.equal(many))
        let (y, z) = (Tensor.zeros(100, 2, 3), Tensor.zeros(2, 3, 100))
        y.indexPutInPlace([nil, nil, Tensor([1, 1])], few, accumulate: true)
        z.indexPutInPlace([nil, Tensor([1, 1])], few.permute(1, 2, 0), accumulate: true)
        #expect(y.equal(z.permute(2, 0, 1)))
        #expect(y[3, 1].toArray(Int.self) == [0, 44, 0])
    }

    @Test(arguments: [DType.float16, .bfloat16, .uint8, .int32, .bool])
    func otherDTypesAccumulate(_ dtype: DType) {
        let x = Tensor([1, 0, 1], dtype: dtype)
        let (index, ones) = (Tensor([1, 1, 0, 2]), Tensor([1, 1, 1, 0], dtype: dtype))
        let sum: [Double] = dtype == .bool ? [1, 1, 1] : [2, 2, 1]
        #expect(x.indexPut([index], ones, accumulate: true).toArray(Double.self) == sum)
        #expect(x.indexAdd(0, index, ones).dtype == dtype)
        #expect(x.scatterAdd(0, index, ones).toArray(Double.self) == sum)
        if dtype == .bool { return }
        #expect(x.scatterReduce(0, index, ones, reduce: .prod).toArray(Double.self) == [1, 0, 0])
        #expect(x.scatterReduce(0, index, ones, reduce: .amin).toArray(Double.self) == [1, 0, 0])
        #expect(x.scatter(0, index, 2, reduce: .multiply).toArray(Double.self) == [2, 0, 2])
    }

    @Test func classesBecomeRowsOfOneOne() {
        let rows = oneHot(Tensor([[0, 2], [1, 0]]))
        #expect(rows.shape == [2, 2, 3])
        #expect(rows.toArray(Int.self) == [1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0])
        #expect(Tensor.where(Tensor([true, false, true])).map { $0.toArray(Int.self) } == [[0, 2]])
        #expect(oneHot(Tensor([1]), numClasses: 4).toArray(Int.self) == [0, 1, 0, 0])
    }

    @Test func mistakesAreNamed() {
        let x = Self.cube
        let (row, pair) = (Tensor.ones(4), Tensor([0, 1]))
        let attempts: [(String, () -> Void)] = [
            ("subscript: index 2 is out of bounds for dimension 0 with size 2 of shape [2, 3, 4]", { _ = x[2] }),
            ("subscript: index -4 is out of bounds for dimension 1 with size 3", { _ = x[0, -4] }),
            ("subscript: too many indices: 4 for a tensor of shape [2, 3, 4]", { _ = x[0, 0, 0, 0] }),
            ("subscript: index 5 is out of bounds for dimension 1 with size 3", { _ = x[.all, [5]] }),
            ("the mask of shape [3, 3] does not fit dimensions 0 to 1", { _ = x[Tensor.ones([3, 3], dtype: .bool)] }),
            ("have shapes [[2], [3]], which do not broadcast", { _ = x[pair, Tensor([0, 1, 2])] }),
            ("integer dtype or bool, got float32", { _ = x[row] }),
            ("the step of a slice must be positive, got 0", { _ = x[.slice(nil, nil, 0)] }),
            ("subscript: a tensor of shape [3] does not broadcast to the shape [4]", { row[...] = Tensor.ones(3) }),
            ("values of shape [3] do not broadcast", { row[pair] = Tensor.ones(3) }),
            ("a view of a leaf of shape [2, 3, 4]", { x[0, 0] = 1 }),
            ("gather: index 9 is out of bounds for dimension 0 with size 4", { _ = row.gather(0, Tensor([9])) }),
            ("gather: the index of shape [1, 2]", { _ = row.gather(0, pair.unsqueeze(0)) }),
            (
                "indexSelect: index 7 is out of bounds for dimension 1 with size 3",
                { _ = x.indexSelect(1, Tensor([7])) }
            ),
            ("indexSelect: index -1 is out of bounds", { _ = x.indexSelect(1, Tensor([-1])) }),
            ("take: index 24 is out of range for the 24 elements", { _ = x.take(Tensor([24])) }),
            ("scatter: the source is int64", { _ = row.scatter(0, pair, pair) }),
            ("indexAdd: a source of shape [4] for 2 indices", { _ = row.indexAdd(0, pair, row) }),
            ("maskedSelect: the mask must be bool, got int64", { _ = row.maskedSelect(pair) }),
            ("maskedFill: the mask: shapes [4] and [2] do not broadcast", { _ = row.maskedFill(pair .> 0, 1) }),
            ("maskedScatter: the mask holds at 4 places", { _ = row.maskedScatter(row .> 0, row[..<2]) }),
            ("pad: 4 and 4 for dimension 2 with size 4", { _ = x.pad([4, 4], mode: .reflect) }),
            ("pad: 3 numbers [1, 1, 1]", { _ = x.pad([1, 1, 1]) }),
            ("repeat: [2] for a tensor of shape [2, 3, 4]", { _ = x.repeat(2) }),
            ("oneHot: class 3 is out of range for 2 classes", { _ = oneHot(Tensor([3]), numClasses: 2) }),
            ("tril: expected at least 2 dimensions, got shape [4]", { _ = row.tril() }),
        ]
        for (text, attempt) in attempts {
            let error = #expect(throws: TensorError.self) { try catchingTensorErrors { attempt() } }
            #expect(error?.description.contains(text) == true, "\(error?.description ?? "")")
        }
    }
}
