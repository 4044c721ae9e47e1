import PinionAutograd
import PinionTensor
import Testing

private let levels: [Double] = [0, 0.3, 0.5, 1]

private let operations: NamedOperations = [
    "sort()": { pair($0.sort()) },
    "sort(dim: 0, descending: true)": { pair($0.sort(dim: 0, descending: true)) },
    "sort(dim: 1, descending: true)": { pair($0.sort(dim: 1, descending: true)) },
    "argsort(dim: 0)": { [$0.argsort(dim: 0)] },
    "msort()": { [$0.msort()] },
    "topk(2)": { pair($0.topk(2)) },
    "topk(1, dim: 0, largest: false)": { pair($0.topk(1, dim: 0, largest: false)) },
    "topk(3).values": { [$0.detach().topk(3).values] },
    "topk(17, largest: false)": { pair($0.topk(17, largest: false)) },
    "kthvalue(2)": { pair($0.kthvalue(2)) },
    "kthvalue(1, dim: 0, keepDim: true)": { pair($0.kthvalue(1, dim: 0, keepDim: true)) },
    "kthvalue(3).values": { [$0.detach().kthvalue(3).values] },
    "median()": { [$0.median()] },
    "median(dim: 1)": { pair($0.median(dim: 1)) },
    "median(dim: 0, keepDim: true).values": { [$0.detach().median(dim: 0, keepDim: true).values] },
    "nanmedian()": { [$0.nanmedian()] },
    "nanmedian(dim: 1).values": { [$0.detach().nanmedian(dim: 1).values] },
    "mode()": { pair($0.mode()) },
    "mode(dim: 0, keepDim: true)": { pair($0.mode(dim: 0, keepDim: true)) },
    "quantile(0.3, dim: 1)": { [$0.quantile(0.3, dim: 1)] },
    "quantile(q)": { [$0.quantile(Tensor(levels, dtype: $0.dtype))] },
    "quantile(q, dim: 0, keepDim: true)": { [$0.quantile(Tensor(levels, dtype: $0.dtype), dim: 0, keepDim: true)] },
    "quantile(0.6, dim: 1) without gradient": { [$0.detach().quantile(0.6, dim: 1)] },
    "nanquantile(0.6, dim: 1) without gradient": { [$0.detach().nanquantile(0.6, dim: 1)] },
    "nanquantile(0.25)": { [$0.nanquantile(0.25)] },
    "quantile(0.4, dim: -1, interpolation: .lower)": { [$0.quantile(0.4, dim: -1, interpolation: .lower)] },
    "quantile(0.4, dim: -1, interpolation: .higher)": { [$0.quantile(0.4, dim: -1, interpolation: .higher)] },
    "quantile(0.4, dim: -1, interpolation: .midpoint)": { [$0.quantile(0.4, dim: -1, interpolation: .midpoint)] },
    "quantile(0.4, dim: -1, interpolation: .nearest)": { [$0.quantile(0.4, dim: -1, interpolation: .nearest)] },
]

@Suite struct SortTests {
    @Test func agreesWithPyTorch() throws { try checkRows("sort", operations) }

    @Test func nodesHavePyTorchsNames() {
        let x = Tensor([[1.0, 2.0], [3.0, 5.0]], requiresGrad: true)
        let nodes: [(Tensor, String)] = [
            (x.sort().values, "SortBackward0"), (x.topk(1).values, "TopkBackward0"),
            (x.kthvalue(1).values, "KthvalueBackward0"), (x.median(), "MedianBackward0"),
            (x.median(dim: 0).values, "MedianBackward1"), (x.nanmedian(dim: 0).values, "NanmedianBackward1"),
            (x.mode().values, "ModeBackward0"),
        ]
        for (result, name) in nodes { #expect(result.gradFn?.name == name) }
        #expect(x.sort().indices.gradFn == nil)
    }

    /// Long rows with many equal elements against the standard library's sort, in every dtype.
    @Test(arguments: DType.allCases.filter { $0 != .bool }, [39, 41, 1000])
    func longRowsAreSortedStably(dtype: DType, n: Int) {
        let values: [Int] = (0..<n).map { ($0 * 7919 % 1009) % 100 - (dtype == .uint8 ? 0 : 50) }
        let x = Tensor(values.map { Double($0) }, dtype: dtype)
        let known = x.toArray(Double.self)
        let order = known.indices.sorted { (known[$0], $0) < (known[$1], $1) }
        let (sorted, indices) = x.sort()
        #expect(sorted.dtype == dtype)
        #expect(indices.toArray(Int.self) == order)
        #expect(sorted.toArray(Double.self) == order.map { known[$0] })
        let falling = known.indices.sorted { (-known[$0], $0) < (-known[$1], $1) }
        #expect(x.argsort(descending: true).toArray(Int.self) == falling)
        #expect(x.topk(7).indices.toArray(Int.self) == Array(falling.prefix(7)))
        #expect(x.topk(30, largest: false).indices.toArray(Int.self) == Array(order.prefix(30)))
        let unsorted = x.topk(5, sorted: false).indices.toArray(Int.self)
        #expect(unsorted == falling.prefix(5).sorted())
        #expect(x.kthvalue(n / 3).indices.item == Double(order[n / 3 - 1]))
        #expect(x.median().item == known[order[(n - 1) / 2]])
    }

    @Test func mistakesSayWhatIsWrong() {
        let x = Tensor([3, 1, 2])
        let mistakes: [(String, () -> Tensor)] = [
            ("topk: k is 4, expected 0 to 3, the size of dimension -1 of shape [3]", { x.topk(4).values }),
            ("kthvalue: k is 0, expected 1 to 3, the size of dimension -1 of shape [3]", { x.kthvalue(0).indices }),
            ("sort: dimension 1 is out of range for shape [3]", { x.sort(dim: 1).values }),
            ("median: the tensor of shape [0, 3] has no elements", { Tensor.zeros(0, 3).median(dim: 0).values }),
            ("mode: the tensor of shape [0, 3] has no elements", { Tensor.zeros(0, 3).mode(dim: 0).values }),
            ("quantile: expected float32 or float64, got int64 of shape [3]", { x.quantile(0.5) }),
            ("quantile: q is 1.5, expected 0 to 1", { x.double().quantile(1.5) }),
            ("quantile: q is float32, expected float64", { x.double().quantile(Tensor([0.5])) }),
            ("quantile: the tensor of shape [0] has no elements", { Tensor.zeros(0).quantile(0.5) }),
        ]
        for (text, body) in mistakes {
            let error = #expect(throws: TensorError.self) { _ = try catchingTensorErrors { body() } }
            #expect(error?.description.hasPrefix(text) == true, "\(error?.description ?? ""), expected \(text)")
        }
        #expect(Tensor.zeros(0).median().item.isNaN)
        #expect(Tensor([true, false]).sort().values.toArray(Bool.self) == [false, true])
    }
}
