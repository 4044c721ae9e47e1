import PinionAutograd
import Testing

@Suite struct ViewTests {
    private static let cube = Tensor.ones([2, 3, 4], requiresGrad: true)

    @Test func nodesHavePyTorchsNames() {
        let x = Self.cube
        let named: [(Tensor, String)] = [
            (x.view(6, 4), "ViewBackward0"), (x.reshape(6, 4), "ViewBackward0"),
            (x.transpose(0, 1).reshape(6, 4), "UnsafeViewBackward0"), (x.flatten(), "ViewBackward0"),
            (x.squeeze(), "SqueezeBackward0"), (x.squeeze(1), "SqueezeBackward1"),
            (x.squeeze([0, 1]), "SqueezeBackward2"), (x.unsqueeze(0), "UnsqueezeBackward0"),
            (x.T, "PermuteBackward0"), (x.mT, "TransposeBackward0"), (x.select(0, 0).t(), "TBackward0"),
            (x.movedim(0, 2), "PermuteBackward0"), (x.expand(5, 2, 3, 4), "ExpandBackward0"),
            (x.narrow(0, 0, 1), "SliceBackward0"), (x.select(0, 0), "SelectBackward0"),
            (x.unfold(2, 2, 1), "UnfoldBackward0"), (x.diagonal(), "DiagonalBackward0"),
            (x.asStrided([2], [1]), "AsStridedBackward0"), (x.split(1)[0], "SplitBackward0"),
            (x.split([1, 1])[0], "SplitWithSizesBackward0"), (x.unbind()[1], "UnbindBackward0"),
            (x.tensorSplit(2)[0], "SliceBackward0"), (cat([x, x]), "CatBackward0"),
            (stack([x, x]), "StackBackward0"), (x.clone(), "CloneBackward0"),
        ]
        for (tensor, name) in named { #expect(tensor.gradFn?.name == name) }
    }

    @Test func viewsShareMemoryAndCopiesDoNot() {
        let x = Tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
        #expect(x.view(-1).sharesStorage(with: x))
        #expect(x.t().reshape(3, 2).sharesStorage(with: x))
        #expect(!x.t().reshape(-1).sharesStorage(with: x))
        #expect(x.t().view(3, 1, 2).strides == [1, 6, 3])
        x.t().select(0, 1).addInPlace(Tensor([10.0, 20.0]))
        #expect(x.toArray(Int.self) == [1, 12, 3, 4, 25, 6])
        let copy = x.t().clone()
        #expect(copy.strides == [1, 3])
        #expect(copy.contiguous().strides == [2, 1])
        #expect(!copy.sharesStorage(with: x))
        #expect(x.expand(4, 2, 3).clone().strides == [6, 3, 1])
    }

    @Test func aChangeOfAViewReachesTheBase() {
        let x = Tensor([1.0, 2.0, 3.0], requiresGrad: true)
        let y = Tensor.zeros(3, 3)
        let column = y.t().narrow(0, 1, 2).select(0, 0)
        column.addInPlace(x * 2)
        #expect(y.gradFn?.name == "CopySlices")
        #expect(y.toArray(Int.self) == [0, 2, 0, 0, 4, 0, 0, 6, 0])
        (y * y).sum().backward()
        #expect(x.grad?.toArray(Int.self) == [8, 16, 24])
    }

    @Test func whatMayNotBeChangedInPlace() {
        let x = Tensor([1.0, 2.0, 3.0, 4.0], requiresGrad: true)
        let one = Tensor.ones([2], requiresGrad: true)
        let attempts: [(String, () -> Void)] = [
            ("a leaf", { x.unsqueezeInPlace(0) }),
            ("a view of a leaf", { x.narrow(0, 0, 2).addInPlace(one) }),
            ("several results", { (x * 1).split(2)[0].addInPlace(one) }),
            ("several results", { Tensor.zeros(4).split(2)[0].addInPlace(one) }),
        ]
        for (text, change) in attempts {
            let error = #expect(throws: TensorError.self) { try catchingTensorErrors { change() } }
            #expect(error?.message.contains(text) == true)
        }
        let before = noGrad { x.narrow(0, 0, 2).addInPlace(one) }
        #expect(before.toArray(Int.self) == [2, 3])
    }

    @Test func layoutsChangeInPlace() {
        let x = Tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], requiresGrad: true)
        let y = x * 1
        #expect(y.tInPlace() === y)
        #expect(y.shape == [3, 2])
        #expect(y.gradFn?.name == "TBackward1")
        y.unsqueezeInPlace(1)
        #expect(y.shape == [3, 1, 2])
        y.squeezeInPlace().transposeInPlace(0, 1)
        #expect(y.shape == [2, 3])
        #expect(y.gradFn?.name == "TransposeBackward1")
        (y * x).sum().backward()
        #expect(x.grad?.toArray(Int.self) == [2, 4, 6, 8, 10, 12])
        let base = x * 1
        let row = base.narrow(0, 0, 1)
        row.squeezeInPlace(0)
        #expect(row.shape == [3])
        row.addInPlace(row)
        (base * base).sum().backward()
        #expect(x.grad?.toArray(Int.self) == [10, 20, 30, 16, 20, 24])
    }

    @Test func mistakesAreNamed() {
        let x = Self.cube
        let (row, matrix) = (Tensor.ones(4), Tensor.ones(3, 4))
        let attempts: [(String, () -> Void)] = [
            ("view: view size [6, 4] is not compatible", { _ = x.transpose(0, 1).view(6, 4) }),
            ("view: shape [5, 5] is invalid for a tensor of shape [2, 3, 4]", { _ = x.view(5, 5) }),
            ("view: only one dimension can be inferred, got [-1, -1]", { _ = x.view(-1, -1) }),
            ("view: a tensor of 0 elements cannot take the shape [0, -1]", { _ = x.narrow(0, 0, 0).view(0, -1) }),
            ("permute: dimension 0 appears twice in [0, 0, 1]", { _ = x.permute(0, 0, 1) }),
            ("squeeze: dimension 3 is out of range for shape [2, 3, 4]", { _ = x.squeeze(3) }),
            ("unsqueeze: dimension -5 is out of range", { _ = x.unsqueeze(-5) }),
            ("t: expected at most 2 dimensions, got shape [2, 3, 4]", { _ = x.t() }),
            ("expand: the size 3 of dimension 0 cannot become 2", { _ = matrix.expand(2, 4) }),
            ("unfold: windows of size 5 with step 1 along dimension 0 with size 4", { _ = row.unfold(0, 5, 1) }),
            ("narrow: start 3 and length 3 exceed dimension 0 with size 4", { _ = row.narrow(0, 3, 3) }),
            ("select: index 4 is out of bounds for dimension 0 with size 4", { _ = row.select(0, 4) }),
            ("split: the sizes [1, 2] must not be negative and sum to 4", { _ = row.split([1, 2]) }),
            ("unflatten: the sizes [3, 2] do not make up dimension 0 of shape [4]", { _ = row.unflatten(0, [3, 2]) }),
            ("cat: the tensors must have the same number of dimensions", { _ = cat([matrix, row]) }),
            ("expected size 4 but got size 2 in dimension 1", { _ = cat([matrix, matrix.narrow(1, 0, 2)]) }),
            ("stack: expected tensors of one shape, got [3, 4] at entry 0", { _ = stack([matrix, row]) }),
            ("asStrided: sizes [2, 4], strides [3, 1] and offset 6", { _ = matrix.asStrided([2, 4], [3, 1], 6) }),
        ]
        for (text, attempt) in attempts {
            let error = #expect(throws: TensorError.self) { try catchingTensorErrors { attempt() } }
            #expect(error?.description.contains(text) == true, "\(error?.description ?? "")")
        }
    }

    @Test func dtypesOfJoinsArePromoted() {
        let joined = cat([Tensor([1, 2]), Tensor([0.5]), Tensor([true])])
        #expect(joined.dtype == .float32)
        #expect(joined.toArray(Double.self) == [1, 2, 0.5, 1])
        #expect(stack([Tensor(1), Tensor(true)]).dtype == .int64)
    }
}
