"""Indexing, scattering and copies by PyTorch. Run with PyTorch 2.13.0 to rewrite index.txt.

operation_rows.py says what a row is."""
import torch
import torch.nn.functional as F

from make_views import ANY, CUBE, EMPTY, MATRIX, SCALAR, THIN, VECTOR
from operation_rows import row, write


def t(*values):
    return torch.tensor(values)


def masked(x, c=0.3):
    return (x > c).detach()


def changed(x, *writes):
    """Zeros of x's shape but for what `writes` do."""
    y = torch.zeros_like(x).detach() * 1
    for w in writes:
        w(y)
    return y


def put(index, value):
    def write(y):
        y[index] = value
    return write


def onehalf(x):
    return x.detach() * 0 + 0.5


IDX = torch.tensor([[2, 0, 1, 2], [0, 0, 1, 1]])
ODD = torch.tensor([[[0, 1], [1, 1]]])

ALL = {
    "x[0]": (lambda x: x[0], [CUBE, MATRIX, VECTOR]),
    "x[-1, .all, 1]": (lambda x: (x * x)[-1, :, 1], [CUBE]),
    "x[..., 0]": (lambda x: x[:, 0], [CUBE, MATRIX]),
    "x[.ellipsis, 0]": (lambda x: x[..., 0], [CUBE, MATRIX, VECTOR]),
    "x[.ellipsis]": (lambda x: x[...], ANY),
    "x[1..<3]": (lambda x: x[1:3], [CUBE, MATRIX, VECTOR, EMPTY]),
    "x[-2...]": (lambda x: x[-2:], [CUBE, MATRIX, VECTOR]),
    "x[..<(-1)]": (lambda x: x[:-1], [CUBE, MATRIX, VECTOR, EMPTY]),
    "x[.ellipsis, 1...2]": (lambda x: x[..., 1:3], [CUBE, MATRIX, VECTOR]),
    "x[stride(from: 0, to: 9, by: 2)]": (lambda x: x[0:9:2], [CUBE, MATRIX, VECTOR]),
    "x[.all, .slice(1, nil, 2), .newAxis]": (lambda x: x[:, 1::2, None], [CUBE, MATRIX]),
    "x[.newAxis, 1, .newAxis]": (lambda x: x[None, 1, None], [CUBE, MATRIX, VECTOR]),
    "x[[2, 0, -1, 2]]": (lambda x: x[[2, 0, -1, 2]], [MATRIX, VECTOR]),
    "x[.all, [1, 1, 0]] of squares": (lambda x: (x * x)[:, [1, 1, 0]], [CUBE, MATRIX]),
    "x[.all, [0, 2], 1...]": (lambda x: x[:, [0, 2], 1:], [CUBE]),
    "x[.ellipsis, [0, 1]]": (lambda x: x[..., [0, 1]], [CUBE, MATRIX, VECTOR]),
    "x[[0, 1], [2, 0]]": (lambda x: x[[0, 1], [2, 0]], [CUBE, MATRIX]),
    "x[[0, 1], .all, [2, 0]]": (lambda x: x[[0, 1], :, [2, 0]], [CUBE]),
    "x[0, .all, [2, 0]]": (lambda x: x[0, :, [2, 0]], [CUBE]),
    "x[[[0, 1], [1, 1]], .newAxis, [2]]": (lambda x: x[[[0, 1], [1, 1]], None, [2]], [CUBE, MATRIX]),
    "x[IDX]": (lambda x: x[IDX], [MATRIX, VECTOR]),
    "x[.all, IDX]": (lambda x: (x * x)[:, IDX], [CUBE, MATRIX]),
    "x[mask]": (lambda x: (x * x)[masked(x)], ANY),
    "x[1...][mask]": (lambda x: x[:, t(True, False, True)], [CUBE]),
    "x[mask, 1...]": (lambda x: x[t(True, False, True), 1:], [MATRIX]),
    "x[0, mask, [1, 2]]": (lambda x: x[0, t(True, False, True), [1, 2]], [CUBE]),
    "x[true tensor]": (lambda x: x[torch.tensor(True)], [MATRIX, SCALAR]),
    "x[false tensor]": (lambda x: x[torch.tensor(False)], [MATRIX]),
    "x[index tensor of shape []]": (lambda x: x[torch.tensor(1)], [MATRIX, VECTOR]),
    "x[no indices]": (lambda x: x[torch.zeros(0, dtype=torch.long)], [MATRIX, VECTOR]),
    "set y[0] = x[0]": (lambda x: changed(x, put(0, x[0] * x[0])), [CUBE, MATRIX, VECTOR]),
    "set y[.all, 1...] = row": (lambda x: changed(x, put((slice(None), slice(1, None)), x[0, 0])), [CUBE, MATRIX]),
    "set y[[0, 1, 0]] = x[..<3]": (lambda x: changed(x, put([0, 1, 0], x[:3])), [MATRIX, VECTOR]),
    "set y[mask] = x[mask]": (lambda x: changed(x, put(masked(x), (x * x)[masked(x)])), ANY),
    "set y[mask] = 0.5, y[0, 0] = 7": (lambda x: changed(x * 1, put(masked(x), 0.5)) + x, [CUBE, MATRIX]),
    "indexPut": (lambda x: (x * x).index_put((t(0, 1, 0),), x[0] * 2), [MATRIX]),
    "indexPut(accumulate: true)": (
        lambda x: (x * x).index_put((t(0, 1, 0), t(1, 2, 1)), x[0, :3], accumulate=True), [MATRIX]),
    "indexPut of a mask": (lambda x: x.index_put((masked(x, 0.),), x.flatten()[0]), [CUBE, MATRIX]),
    "gather(1, index)": (lambda x: (x * x).gather(1, IDX), [MATRIX]),
    "gather(0, index)": (lambda x: x.gather(0, IDX), [MATRIX]),
    "gather(-1, index)": (lambda x: x.gather(-1, ODD), [CUBE]),
    "gather of a vector": (lambda x: x.gather(0, t(1, 1, 0)), [VECTOR]),
    "gather of a scalar": (lambda x: x.gather(0, torch.tensor(0)), [SCALAR]),
    "takeAlongDim(index, dim: 0)": (lambda x: x.take_along_dim(IDX[:1], 0), [MATRIX]),
    "takeAlongDim(index)": (lambda x: x.take_along_dim(IDX), [CUBE, MATRIX]),
    "take(index)": (lambda x: (x * x).take(t(0, -1, 1, 1)), [CUBE, MATRIX, VECTOR]),
    "put(index, source)": (lambda x: x.put(t(0, -1), x.flatten()[1:3] * 2), [CUBE, MATRIX, VECTOR]),
    "put(index, source, accumulate: true)": (
        lambda x: x.put(t(1, 1, -1), (x * x).flatten()[1:4], accumulate=True), [CUBE, MATRIX, VECTOR]),
    "scatter(0, index, src)": (lambda x: (x * x).scatter(0, IDX[:1], x[1:2] * 3), [MATRIX]),
    "scatter(1, index, 2)": (lambda x: (x * x).scatter(1, IDX, 2.0), [MATRIX]),
    "scatterAdd(0, index, src)": (lambda x: x.scatter_add(0, IDX, x[1:] * x[:2]), [MATRIX]),
    "scatterAdd of a vector": (lambda x: x.scatter_add(0, t(1, 1, 0), x[:3] * x[1:4]), [VECTOR]),
    "scatter(reduce: .add)": (lambda x: x.scatter_add(0, IDX, torch.ones(2, 4, dtype=x.dtype)), [MATRIX]),
    "indexSelect(0, index)": (lambda x: (x * x).index_select(0, t(1, 0, 1)), [CUBE, MATRIX, VECTOR]),
    "indexSelect(-1, index)": (lambda x: x.index_select(-1, t(1, 0, 1)), [CUBE, MATRIX, VECTOR, THIN, EMPTY]),
    "indexSelect of a scalar": (lambda x: x.index_select(0, t(0)), [SCALAR]),
    "indexAdd": (lambda x: (x * x).index_add(0, t(0, 1, 0), x * x), [MATRIX]),
    "indexAdd(alpha: 2)": (lambda x: x.index_add(-1, t(0, 1), x[..., 1:3], alpha=2), [CUBE, MATRIX, VECTOR]),
    "indexCopy": (lambda x: (x * x).index_copy(1, t(2, 0), x[:, 1:3]), [CUBE, MATRIX]),
    "indexFill(1, index, 3)": (lambda x: (x * x).index_fill(1, t(0, 2), 3.0), [CUBE, MATRIX]),
    "indexFill(0, index, value)": (lambda x: x.index_fill(0, t(1), x.flatten()[0]), [CUBE, MATRIX, VECTOR]),
    "maskedSelect": (lambda x: (x * x).masked_select(masked(x)), ANY),
    "maskedSelect of a row": (lambda x: x.masked_select(t(True, False, True, True)), [CUBE, MATRIX]),
    "maskedFill(mask, 2)": (lambda x: (x * x).masked_fill(masked(x), 2.0), ANY),
    "maskedFill(mask, value)": (lambda x: x.masked_fill(t(True, False, True, True), x.sum()), [CUBE, MATRIX]),
    "maskedFill broadcasts": (lambda x: x.masked_fill(torch.tensor([[True], [False]]), -1.0), [VECTOR, SCALAR]),
    "maskedScatter": (lambda x: x.masked_scatter(masked(x), x * x), ANY),
    "nonzero()": (lambda x: (x > 0.3).nonzero(), ANY),
    "nonzero(asTuple: true)": (lambda x: (x > 0.3).nonzero(as_tuple=True), ANY),
    "repeat(2, 1, 3)": (lambda x: (x * x).repeat(2, 1, 3), [CUBE, MATRIX, VECTOR, SCALAR, EMPTY]),
    "repeat(0, 2, 1)": (lambda x: x.repeat(0, 2, 1), [CUBE, VECTOR]),
    "tile(2)": (lambda x: x.tile(2), ANY),
    "tile(2, 1, 1, 2)": (lambda x: x.tile(2, 1, 1, 2), [CUBE, MATRIX, SCALAR]),
    "repeatInterleave(2)": (lambda x: x.repeat_interleave(2), ANY),
    "repeatInterleave(3, dim: -1)": (lambda x: (x * x).repeat_interleave(3, -1), [CUBE, MATRIX, VECTOR, THIN]),
    "repeatInterleave(tensor, dim: 0)": (lambda x: x.repeat_interleave(t(2, 0, 1), 0), [MATRIX]),
    "flip(0)": (lambda x: (x * x).flip(0), ANY),
    "flip(-1, 0)": (lambda x: x.flip(-1, 0), [CUBE, MATRIX, THIN]),
    "fliplr()": (lambda x: x.fliplr(), [CUBE, MATRIX]),
    "flipud()": (lambda x: x.flipud(), [CUBE, MATRIX, VECTOR]),
    "roll(2)": (lambda x: x.roll(2), [CUBE, MATRIX, VECTOR, EMPTY]),
    "roll([1, -2], dims: [0, -1])": (lambda x: (x * x).roll((1, -2), (0, -1)), [CUBE, MATRIX, THIN]),
    "rot90()": (lambda x: x.rot90(), [CUBE, MATRIX]),
    "rot90(2, dims: [-1, 0])": (lambda x: x.rot90(2, (-1, 0)), [CUBE, MATRIX]),
    "rot90(-1, dims: [1, 0])": (lambda x: (x * x).rot90(-1, (1, 0)), [CUBE, MATRIX]),
    "pad([1, 2], value: 3)": (lambda x: F.pad(x * x, (1, 2), value=3.0), [CUBE, MATRIX, VECTOR]),
    "pad([-1, 1, 2, -1])": (lambda x: F.pad(x, (-1, 1, 2, -1)), [CUBE, MATRIX]),
    "pad([2, 1], mode: .reflect)": (lambda x: F.pad(x * x, (2, 1), mode="reflect"), [CUBE, MATRIX]),
    "pad([2, 1, 1, 1], mode: .reflect)": (lambda x: F.pad(x, (2, 1, 1, 1), mode="reflect"), [CUBE]),
    "pad([2, 3], mode: .replicate)": (lambda x: F.pad(x, (2, 3), mode="replicate"), [CUBE, MATRIX]),
    "pad([0, 3, 4, 1], mode: .replicate)": (lambda x: F.pad(x, (0, 3, 4, 1), mode="replicate"), [CUBE]),
    "pad([2, 4], mode: .circular)": (lambda x: F.pad(x * x, (2, 4), mode="circular"), [CUBE, MATRIX]),
    "tril()": (lambda x: (x * x).tril(), [CUBE, MATRIX, EMPTY]),
    "tril(-1)": (lambda x: x.tril(-1), [CUBE, MATRIX]),
    "triu(1)": (lambda x: (x * x).triu(1), [CUBE, MATRIX]),
    "triu(-5)": (lambda x: x.triu(-5), [CUBE, MATRIX]),
    "diag()": (lambda x: (x * x).diag(), [MATRIX, VECTOR]),
    "diag(-1)": (lambda x: x.diag(-1), [MATRIX, VECTOR]),
    "diagEmbed()": (lambda x: x.diag_embed(), [CUBE, MATRIX, VECTOR]),
    "diagEmbed(offset: 1, dim1: 0, dim2: 2)": (lambda x: (x * x).diag_embed(1, 0, 2), [CUBE, MATRIX]),
}

for reduce in ["sum", "prod", "mean", "amax", "amin"]:
    for own in [True, False]:
        name = f"scatterReduce(reduce: .{reduce}, includeSelf: {str(own).lower()})"
        ALL[name] = (lambda x, r=reduce, o=own: x.scatter_reduce(0, IDX, (x * x)[1:], r, include_self=o), [MATRIX])

if __name__ == "__main__":
    write(__file__.replace("make_index", "index"), [
        row(name, operation, x) for name, (operation, inputs) in ALL.items() for x in inputs])
