"""Sorting by PyTorch. Run with PyTorch 2.13.0 to rewrite sort.txt; operation_rows.py says what a row is."""
import torch

from operation_rows import row, write

inf, nan = float("inf"), float("nan")
torch.manual_seed(11)
CUBE = (torch.randn(2, 3, 4) * 100).round() / 64
TIED = torch.tensor([[3.0, 1.0, 3.0, 2.0], [0.0, -1.0, -1.0, -0.0], [5.0, 5.0, 5.0, 5.0]])
SPECIAL = torch.tensor([[1.0, nan, -2.0, -inf], [inf, 1.0, 0.5, nan], [nan, nan, nan, nan], [-inf, 0.0, -0.0, inf]])
LONG = torch.randperm(90).reshape(2, 45) / 8
SCALAR = torch.tensor(-1.75)
EMPTY = torch.empty(0, 3)
ALL = [CUBE, TIED, SPECIAL, LONG]
Q = torch.tensor([0.0, 0.3, 0.5, 1.0], dtype=torch.float64)

CASES = {
    "sort()": (lambda x: tuple(x.sort(stable=True)), ALL + [SCALAR, EMPTY]),
    "sort(dim: 0, descending: true)": (lambda x: tuple(x.sort(dim=0, descending=True, stable=True)), ALL + [EMPTY]),
    "sort(dim: 1, descending: true)": (lambda x: tuple(x.sort(dim=1, descending=True, stable=True)), ALL),
    "argsort(dim: 0)": (lambda x: x.argsort(dim=0, stable=True), ALL),
    "msort()": (lambda x: x.msort(), [CUBE, TIED]),
    "topk(2)": (lambda x: tuple(x.topk(2)), [CUBE, LONG]),
    "topk(1, dim: 0, largest: false)": (lambda x: tuple(x.topk(1, 0, False)), [CUBE, LONG, SCALAR]),
    "topk(3).values": (lambda x: x.detach().topk(3).values, ALL),
    "topk(17, largest: false)": (lambda x: tuple(x.topk(17, largest=False)), [LONG]),
    "kthvalue(2)": (lambda x: tuple(x.kthvalue(2)), [CUBE, LONG]),
    "kthvalue(1, dim: 0, keepDim: true)": (lambda x: tuple(x.kthvalue(1, 0, True)), [CUBE, SCALAR]),
    "kthvalue(3).values": (lambda x: x.detach().kthvalue(3).values, ALL),
    "median()": (lambda x: x.median(), [CUBE, TIED, LONG, SCALAR, SPECIAL]),
    "median(dim: 1)": (lambda x: tuple(x.median(1)), [CUBE, LONG]),
    "median(dim: 0, keepDim: true).values": (lambda x: x.detach().median(0, True).values, ALL),
    "nanmedian()": (lambda x: x.nanmedian(), [CUBE, TIED, SPECIAL]),
    "nanmedian(dim: 1).values": (lambda x: x.detach().nanmedian(1).values, ALL),
    "mode()": (lambda x: tuple(x.mode()), [CUBE, TIED, LONG, SCALAR]),
    "mode(dim: 0, keepDim: true)": (lambda x: tuple(x.mode(0, True)), [CUBE, LONG]),
    "quantile(0.3, dim: 1)": (lambda x: x.quantile(0.3, 1), [CUBE, LONG]),
    "quantile(q)": (lambda x: x.quantile(Q), [CUBE, LONG, SCALAR]),
    "quantile(q, dim: 0, keepDim: true)": (lambda x: x.quantile(Q, 0, True), [CUBE]),
    "quantile(0.6, dim: 1) without gradient": (lambda x: x.detach().quantile(0.6, 1), [TIED, SPECIAL[:3]]),
    "nanquantile(0.6, dim: 1) without gradient": (lambda x: x.detach().nanquantile(0.6, 1), [TIED, SPECIAL[:3]]),
    "nanquantile(0.25)": (lambda x: x.nanquantile(0.25), [CUBE]),
}
for kind in ["lower", "higher", "midpoint", "nearest"]:
    CASES[f"quantile(0.4, dim: -1, interpolation: .{kind})"] = (
        lambda x, kind=kind: x.quantile(0.4, -1, interpolation=kind), [CUBE, LONG])

write(__file__.replace("make_sort", "sort"), [
    row(name, operation, x) for name, (operation, inputs) in CASES.items() for x in inputs])
