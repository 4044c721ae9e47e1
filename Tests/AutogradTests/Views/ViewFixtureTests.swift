import PinionAutograd
import PinionTensor
import Testing

private let zeros = Tensor.zeros([0])

private let views: NamedOperations = [
    "view(-1)": { [($0 * $0).contiguous().view(-1)] },
    "reshape(4, -1)": { [$0.reshape(4, -1)] },
    "reshape(-1) of squares": { [($0 * $0).reshape(-1)] },
    "flatten()": { [$0.flatten()] },
    "flatten(startDim: 1)": { [$0.flatten(startDim: 1)] },
    "flatten(endDim: -2)": { [$0.flatten(endDim: -2)] },
    "unflatten(-1, [2, -1])": { [$0.unflatten(-1, [2, -1])] },
    "ravel()": { [$0.ravel()] },
    "squeeze()": { [$0.squeeze()] },
    "squeeze(0)": { [$0.squeeze(0)] },
    "squeeze([0, 2])": { [$0.squeeze([0, 2])] },
    "unsqueeze(0)": { [$0.unsqueeze(0)] },
    "unsqueeze(-1)": { [($0 * $0).unsqueeze(-1)] },
    "permute(2, 0, 1)": { [$0.permute(2, 0, 1)] },
    "permute([-1, 0])": { [$0.permute([-1, 0])] },
    "transpose(0, -1)": { [$0.transpose(0, -1)] },
    "t()": { [$0.t()] },
    "mT": { [$0.mT] },
    "movedim(0, -1)": { [$0.movedim(0, -1)] },
    "movedim([2, 0], [0, 1])": { [$0.movedim([2, 0], [0, 1])] },
    "expand(2, -1, -1, 5, -1)": { [$0.expand(2, -1, -1, 5, -1)] },
    "expand(3, 2, 3, 4) of squares": { [($0 * $0).expand(3, 2, 3, 4)] },
    "select of expand": { [$0.expand(3, 2, 3, 4).select(0, 1)] },
    "narrow(0, 1, 1)": { [$0.narrow(0, 1, 1)] },
    "narrow(1, -2, 2)": { [$0.narrow(1, -2, 2)] },
    "select(-1, -2)": { [($0 * $0).select(-1, -2)] },
    "unfold(-1, 2, 1)": { [$0.unfold(-1, 2, 1)] },
    "unfold(0, 1, 3)": { [$0.unfold(0, 1, 3)] },
    "unfold of squares": { [($0 * $0).unfold(0, 3, 2)] },
    "diagonal()": { [$0.diagonal()] },
    "diagonal(offset: 1, dim1: -1, dim2: 0)": { [$0.diagonal(offset: 1, dim1: -1, dim2: 0)] },
    "diagonal(offset: -2)": { [$0.diagonal(offset: -2)] },
    "diagonal(offset: 9)": { [$0.diagonal(offset: 9)] },
    "asStrided([2, 3], [1, 2], 1)": { [($0 * 1).contiguous().asStrided([2, 3], [1, 2], 1)] },
    "asStrided([2, 2], [1, 1])": { [($0 * $0).contiguous().asStrided([2, 2], [1, 1])] },
    "asStrided of expand": { [($0 * 1).contiguous().narrow(0, 1, 2).expand(3, 2).asStrided([2, 3], [1, 1], 0)] },
]

private let pieces: NamedOperations = [
    "split(2)": { $0.split(2) },
    "split([1, 2], dim: 1)": { ($0 * $0).split([1, 2], dim: 1) },
    "split, one used": { [$0.split(2, dim: -1)[1]] },
    "chunk(2, dim: -1)": { $0.chunk(2, dim: -1) },
    "unbind()": { $0.unbind() },
    "unbind(-1)": { ($0 * $0).unbind(-1) },
    "unbind, one used": { [$0.unbind(1)[2]] },
    "tensorSplit(2, dim: -1)": { $0.tensorSplit(2, dim: -1) },
    "tensorSplit([1, -1, 9])": { $0.tensorSplit([1, -1, 9]) },
    "hsplit(3)": { $0.hsplit(3) },
    "vsplit([1])": { $0.vsplit([1]) },
    "dsplit(2)": { $0.dsplit(2) },
    "clone()": { [$0.clone()] },
    "contiguous()": { [$0.contiguous()] },
]

private let joins: NamedOperations = [
    "cat": { [cat([$0, $0 * $0, $0.narrow(0, 0, 1)])] },
    "cat(dim: -1)": { [cat([$0, $0.narrow(-1, 1, 1)], dim: -1)] },
    "cat with an empty one": { [cat([zeros, $0, zeros])] },
    "stack": { [stack([$0, $0 * $0])] },
    "stack(dim: -1)": { [stack([$0, $0, $0 * $0], dim: -1)] },
    "hstack": { [hstack([$0, $0 * $0])] },
    "vstack": { [vstack([$0, $0 * $0])] },
    "dstack": { [dstack([$0, $0 * $0])] },
    "columnStack": { [columnStack([$0, $0 * $0])] },
    "meshgrid": { meshgrid([$0, $0 * $0, $0.narrow(0, 1, 2)]) },
    "meshgrid(indexing: .xy)": { meshgrid([$0, $0.narrow(0, 1, 3)], indexing: .xy) },
    "broadcastTensors": { broadcastTensors($0, Tensor.zeros([2, 1, 1])) },
]

@Suite struct ViewFixtureTests {
    @Test func valuesAndGradientsArePyTorchs() throws {
        let all = views.merging(pieces) { one, _ in one }.merging(joins) { one, _ in one }
        try checkRows("views", all)
    }
}
