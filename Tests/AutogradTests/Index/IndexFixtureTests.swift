import PinionAutograd
import PinionTensor
import Testing

private let idx = Tensor([[2, 0, 1, 2], [0, 0, 1, 1]])
private let odd = Tensor([[[0, 1], [1, 1]]])
private let ends = Tensor([true, false, true])
private let some = Tensor([true, false, true, true])

private func mask(_ x: Tensor) -> Tensor { x.detach() .> 0.3 }
private func squares(_ x: Tensor) -> Tensor { x * x }

/// Zeros of x's shape after `write`.
private func changed(_ x: Tensor, _ write: (Tensor) -> Void) -> Tensor {
    let y = Tensor.zerosLike(x)
    write(y)
    return y
}

private let indexing: NamedOperations = [
    "x[0]": { [$0[0]] },
    "x[-1, .all, 1]": { [squares($0)[-1, .all, 1]] },
    "x[..., 0]": { [$0[..., 0]] },
    "x[.ellipsis, 0]": { [$0[.ellipsis, 0]] },
    "x[.ellipsis]": { [$0[.ellipsis]] },
    "x[1..<3]": { [$0[1..<3]] },
    "x[-2...]": { [$0[(-2)...]] },
    "x[..<(-1)]": { [$0[..<(-1)]] },
    "x[.ellipsis, 1...2]": { [$0[.ellipsis, 1...2]] },
    "x[stride(from: 0, to: 9, by: 2)]": { [$0[stride(from: 0, to: 9, by: 2)]] },
    "x[.all, .slice(1, nil, 2), .newAxis]": { [$0[.all, .slice(1, nil, 2), .newAxis]] },
    "x[.newAxis, 1, .newAxis]": { [$0[.newAxis, 1, .newAxis]] },
    "x[[2, 0, -1, 2]]": { [$0[[2, 0, -1, 2]]] },
    "x[.all, [1, 1, 0]] of squares": { [squares($0)[.all, [1, 1, 0]]] },
    "x[.all, [0, 2], 1...]": { [$0[.all, [0, 2], 1...]] },
    "x[.ellipsis, [0, 1]]": { [$0[.ellipsis, [0, 1]]] },
    "x[[0, 1], [2, 0]]": { [$0[[0, 1], [2, 0]]] },
    "x[[0, 1], .all, [2, 0]]": { [$0[[0, 1], .all, [2, 0]]] },
    "x[0, .all, [2, 0]]": { [$0[0, .all, [2, 0]]] },
    "x[[[0, 1], [1, 1]], .newAxis, [2]]": { [$0[[[0, 1], [1, 1]], .newAxis, [2]]] },
    "x[IDX]": { [$0[idx]] },
    "x[.all, IDX]": { [squares($0)[.all, idx]] },
    "x[mask]": { [squares($0)[mask($0)]] },
    "x[1...][mask]": { [$0[.all, ends]] },
    "x[mask, 1...]": { [$0[ends, 1...]] },
    "x[0, mask, [1, 2]]": { [$0[0, ends, [1, 2]]] },
    "x[true tensor]": { [$0[Tensor(true)]] },
    "x[false tensor]": { [$0[Tensor(false)]] },
    "x[index tensor of shape []]": { [$0[Tensor(1)]] },
    "x[no indices]": { [$0[Tensor.zeros([0], dtype: .int64)]] },
    "set y[0] = x[0]": { x in [changed(x) { $0[0] = squares(x[0]) }] },
    "set y[.all, 1...] = row": { x in [changed(x) { $0[.all, 1...] = x[0, 0] }] },
    "set y[[0, 1, 0]] = x[..<3]": { x in [changed(x) { $0[[0, 1, 0]] = x[..<3] }] },
    "set y[mask] = x[mask]": { x in [changed(x) { $0[mask(x)] = squares(x)[mask(x)] }] },
    "set y[mask] = 0.5, y[0, 0] = 7": { x in [changed(x) { $0[mask(x)] = 0.5 } + x] },
    "indexPut": { [squares($0).indexPut([Tensor([0, 1, 0])], $0[0] * 2)] },
    "indexPut(accumulate: true)": {
        [squares($0).indexPut([Tensor([0, 1, 0]), Tensor([1, 2, 1])], $0[0, ..<3], accumulate: true)]
    },
    "indexPut of a mask": { [$0.indexPut([$0.detach() .> 0], $0.flatten()[0])] },
]

private let gathers: NamedOperations = [
    "gather(1, index)": { [squares($0).gather(1, idx)] },
    "gather(0, index)": { [$0.gather(0, idx)] },
    "gather(-1, index)": { [$0.gather(-1, odd)] },
    "gather of a vector": { [$0.gather(0, Tensor([1, 1, 0]))] },
    "gather of a scalar": { [$0.gather(0, Tensor(0))] },
    "takeAlongDim(index, dim: 0)": { [$0.takeAlongDim(idx[..<1], dim: 0)] },
    "takeAlongDim(index)": { [$0.takeAlongDim(idx)] },
    "take(index)": { [squares($0).take(Tensor([0, -1, 1, 1]))] },
    "put(index, source)": { [$0.put(Tensor([0, -1]), $0.flatten()[1..<3] * 2)] },
    "put(index, source, accumulate: true)": {
        [$0.put(Tensor([1, 1, -1]), squares($0).flatten()[1..<4], accumulate: true)]
    },
    "scatter(0, index, src)": { [squares($0).scatter(0, idx[..<1], $0[1..<2] * 3)] },
    "scatter(1, index, 2)": { [squares($0).scatter(1, idx, 2.0)] },
    "scatterAdd(0, index, src)": { [$0.scatterAdd(0, idx, $0[1...] * $0[..<2])] },
    "scatterAdd of a vector": { [$0.scatterAdd(0, Tensor([1, 1, 0]), $0[..<3] * $0[1..<4])] },
    "scatter(reduce: .add)": { [$0.scatter(0, idx, 1, reduce: .add)] },
    "indexSelect(0, index)": { [squares($0).indexSelect(0, Tensor([1, 0, 1]))] },
    "indexSelect(-1, index)": { [$0.indexSelect(-1, Tensor([1, 0, 1]))] },
    "indexSelect of a scalar": { [$0.indexSelect(0, Tensor([0]))] },
    "indexAdd": { [squares($0).indexAdd(0, Tensor([0, 1, 0]), squares($0))] },
    "indexAdd(alpha: 2)": { [$0.indexAdd(-1, Tensor([0, 1]), $0[.ellipsis, 1..<3], alpha: 2)] },
    "indexCopy": { [squares($0).indexCopy(1, Tensor([2, 0]), $0[.all, 1..<3])] },
    "indexFill(1, index, 3)": { [squares($0).indexFill(1, Tensor([0, 2]), 3.0)] },
    "indexFill(0, index, value)": { [$0.indexFill(0, Tensor(1), $0.flatten()[0])] },
    "maskedSelect": { [squares($0).maskedSelect(mask($0))] },
    "maskedSelect of a row": { [$0.maskedSelect(some)] },
    "maskedFill(mask, 2)": { [squares($0).maskedFill(mask($0), 2)] },
    "maskedFill(mask, value)": { [$0.maskedFill(some, $0.sum())] },
    "maskedFill broadcasts": { [$0.maskedFill(Tensor([[true], [false]]), -1)] },
    "maskedScatter": { [$0.maskedScatter(mask($0), squares($0))] },
    "nonzero()": { [mask($0).nonzero()] },
    "nonzero(asTuple: true)": { mask($0).nonzero(asTuple: true) },
]

private let reductions: [(String, ScatterReduceOperation)] = [
    ("sum", .sum), ("prod", .prod), ("mean", .mean), ("amax", .amax), ("amin", .amin),
]

@Suite struct IndexFixtureTests {
    @Test func valuesAndGradientsArePyTorchs() throws {
        var all = indexing.merging(gathers) { one, _ in one }.merging(copies) { one, _ in one }
        for (name, reduce) in reductions {
            for includesSelf in [true, false] {
                all["scatterReduce(reduce: .\(name), includeSelf: \(includesSelf))"] = { x in
                    [x.scatterReduce(0, idx, squares(x)[1...], reduce: reduce, includeSelf: includesSelf)]
                }
            }
        }
        try checkRows("index", all)
    }
}
