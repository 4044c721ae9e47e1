"""Views, splits and joins by PyTorch. Run with PyTorch 2.13.0 to rewrite views.txt.

operation_rows.py says what a row is."""
import torch

from operation_rows import row, write

torch.manual_seed(7)


def draw(*shape):
    return (torch.randn(shape) * 100).round() / 64


CUBE, MATRIX, VECTOR, SCALAR, THIN, EMPTY = draw(2, 3, 4), draw(3, 4), draw(5), draw(), draw(1, 3, 1, 2), draw(0, 3)
ANY = [CUBE, MATRIX, VECTOR, SCALAR, THIN, EMPTY]

ALL = {
    "view(-1)": (lambda x: (x * x).contiguous().view(-1), [CUBE, SCALAR]),
    "reshape(4, -1)": (lambda x: x.reshape(4, -1), [CUBE, MATRIX]),
    "reshape(-1) of squares": (lambda x: (x * x).reshape(-1), ANY),
    "flatten()": (lambda x: x.flatten(), ANY),
    "flatten(startDim: 1)": (lambda x: x.flatten(1), [CUBE, MATRIX, THIN]),
    "flatten(endDim: -2)": (lambda x: x.flatten(0, -2), [CUBE, MATRIX]),
    "unflatten(-1, [2, -1])": (lambda x: x.unflatten(-1, (2, -1)), [CUBE, MATRIX, THIN]),
    "ravel()": (lambda x: x.ravel(), ANY),
    "squeeze()": (lambda x: x.squeeze(), ANY),
    "squeeze(0)": (lambda x: x.squeeze(0), ANY),
    "squeeze([0, 2])": (lambda x: x.squeeze((0, 2)), [CUBE, THIN]),
    "unsqueeze(0)": (lambda x: x.unsqueeze(0), ANY),
    "unsqueeze(-1)": (lambda x: (x * x).unsqueeze(-1), ANY),
    "permute(2, 0, 1)": (lambda x: x.permute(2, 0, 1), [CUBE]),
    "permute([-1, 0])": (lambda x: x.permute(-1, 0), [MATRIX, EMPTY]),
    "transpose(0, -1)": (lambda x: x.transpose(0, -1), ANY),
    "t()": (lambda x: x.t(), [MATRIX, VECTOR, SCALAR]),
    "mT": (lambda x: x.mT, [CUBE, MATRIX]),
    "movedim(0, -1)": (lambda x: x.movedim(0, -1), ANY),
    "movedim([2, 0], [0, 1])": (lambda x: x.movedim((2, 0), (0, 1)), [CUBE, THIN]),
    "expand(2, -1, -1, 5, -1)": (lambda x: x.expand(2, -1, -1, 5, -1), [THIN]),
    "expand(3, 2, 3, 4) of squares": (lambda x: (x * x).expand(3, 2, 3, 4), [CUBE, MATRIX, SCALAR]),
    "select of expand": (lambda x: x.expand(3, 2, 3, 4).select(0, 1), [CUBE, MATRIX, SCALAR]),
    "narrow(0, 1, 1)": (lambda x: x.narrow(0, 1, 1), [CUBE, MATRIX, VECTOR]),
    "narrow(1, -2, 2)": (lambda x: x.narrow(1, -2, 2), [CUBE, MATRIX, EMPTY]),
    "select(-1, -2)": (lambda x: (x * x).select(-1, -2), [CUBE, MATRIX, VECTOR, THIN, EMPTY]),
    "unfold(-1, 2, 1)": (lambda x: x.unfold(-1, 2, 1), [CUBE, MATRIX, VECTOR, THIN, EMPTY]),
    "unfold(0, 1, 3)": (lambda x: x.unfold(0, 1, 3), [CUBE, MATRIX, VECTOR, SCALAR]),
    "unfold of squares": (lambda x: (x * x).unfold(0, 3, 2), [MATRIX, VECTOR]),
    "diagonal()": (lambda x: x.diagonal(), [CUBE, MATRIX, EMPTY]),
    "diagonal(offset: 1, dim1: -1, dim2: 0)": (lambda x: x.diagonal(1, -1, 0), [CUBE, MATRIX]),
    "diagonal(offset: -2)": (lambda x: x.diagonal(-2), [CUBE, MATRIX]),
    "diagonal(offset: 9)": (lambda x: x.diagonal(9), [CUBE, MATRIX]),
    "asStrided([2, 3], [1, 2], 1)": (lambda x: (x * 1).contiguous().as_strided((2, 3), (1, 2), 1), [CUBE, MATRIX]),
    "asStrided([2, 2], [1, 1])": (lambda x: (x * x).contiguous().as_strided((2, 2), (1, 1)), [CUBE, VECTOR]),
    "asStrided of expand": (
        lambda x: (x * 1).contiguous().narrow(0, 1, 2).expand(3, 2).as_strided((2, 3), (1, 1), 0), [VECTOR]),
    "split(2)": (lambda x: x.split(2), [CUBE, MATRIX, VECTOR, EMPTY]),
    "split([1, 2], dim: 1)": (lambda x: (x * x).split([1, 2], 1), [CUBE, THIN, EMPTY]),
    "split, one used": (lambda x: x.split(2, -1)[1], [CUBE, MATRIX, VECTOR]),
    "chunk(2, dim: -1)": (lambda x: x.chunk(2, -1), [CUBE, MATRIX, VECTOR, THIN]),
    "unbind()": (lambda x: x.unbind(), [CUBE, MATRIX, VECTOR]),
    "unbind(-1)": (lambda x: (x * x).unbind(-1), [CUBE, MATRIX, THIN]),
    "unbind, one used": (lambda x: x.unbind(1)[2], [CUBE, MATRIX]),
    "tensorSplit(2, dim: -1)": (lambda x: x.tensor_split(2, -1), [CUBE, VECTOR]),
    "tensorSplit([1, -1, 9])": (lambda x: x.tensor_split([1, -1, 9]), [CUBE, MATRIX, VECTOR]),
    "hsplit(3)": (lambda x: x.hsplit(3), [CUBE, THIN]),
    "vsplit([1])": (lambda x: x.vsplit([1]), [CUBE, MATRIX]),
    "dsplit(2)": (lambda x: x.dsplit(2), [CUBE]),
    "clone()": (lambda x: x.clone(), ANY),
    "contiguous()": (lambda x: x.contiguous(), ANY),
    "cat": (lambda x: torch.cat([x, x * x, x.narrow(0, 0, 1)]), [CUBE, MATRIX, VECTOR]),
    "cat(dim: -1)": (lambda x: torch.cat([x, x.narrow(-1, 1, 1)], -1), [CUBE, MATRIX, VECTOR, THIN, EMPTY]),
    "cat with an empty one": (lambda x: torch.cat([torch.zeros(0), x, torch.ones(0)]), ANY[:3]),
    "stack": (lambda x: torch.stack([x, x * x]), ANY),
    "stack(dim: -1)": (lambda x: torch.stack([x, x, x * x], -1), ANY),
    "hstack": (lambda x: torch.hstack([x, x * x]), ANY),
    "vstack": (lambda x: torch.vstack([x, x * x]), ANY),
    "dstack": (lambda x: torch.dstack([x, x * x]), [CUBE, MATRIX, VECTOR, SCALAR]),
    "columnStack": (lambda x: torch.column_stack([x, x * x]), [CUBE, MATRIX, VECTOR, SCALAR]),
    "meshgrid": (lambda x: torch.meshgrid(x, x * x, x[1:3], indexing="ij"), [VECTOR]),
    "meshgrid(indexing: .xy)": (lambda x: torch.meshgrid(x, x[1:4], indexing="xy"), [VECTOR]),
    "broadcastTensors": (lambda x: torch.broadcast_tensors(x, torch.zeros(2, 1, 1)), [CUBE, MATRIX, SCALAR]),
}

if __name__ == "__main__":
    write(__file__.replace("make_views", "views"), [
        row(name, operation, x) for name, (operation, inputs) in ALL.items() for x in inputs])
