"""Reductions by PyTorch. Run with PyTorch 2.13.0 to rewrite reduce.txt; operation_rows.py says what a row is."""
import torch

from operation_rows import row, write

inf, nan = float("inf"), float("nan")
torch.manual_seed(5)
CUBE = (torch.randn(2, 3, 4) * 100).round() / 64
TIED = torch.tensor([[3.0, 1.0, 3.0, 2.0], [0.0, -1.0, -1.0, 0.0], [5.0, 5.0, 5.0, 5.0]])
SPECIAL = torch.tensor([[1.0, nan, -2.0], [inf, 1.0, 0.5], [-inf, 0.0, 2.0], [nan, nan, nan]])
SCALAR = torch.tensor(-1.75)
EMPTY = torch.empty(0, 3)
CUBES = [CUBE, TIED, SCALAR, SPECIAL]
SMOOTH = [CUBE, TIED, SCALAR]
ZERO = torch.tensor([[2.0, 0.0, -1.5], [0.0, 3.0, 0.0], [1.0, 2.0, 4.0], [0.0, 0.0, 0.0]])
LOW = torch.tensor([[-inf, 1.0, 2.0], [0.5, -inf, 1.0]])

ALL = {
    "sum()": (lambda x: x.sum(), CUBES + [EMPTY]),
    "sum(dim: 0)": (lambda x: x.sum(0), CUBES + [EMPTY]),
    "sum(dim: -1, keepDim: true)": (lambda x: x.sum(-1, keepdim=True), CUBES + [EMPTY]),
    "sum(dims: [0, 2])": (lambda x: x.sum((0, 2)), [CUBE]),
    "mean()": (lambda x: x.mean(), CUBES + [EMPTY]),
    "mean(dim: 0)": (lambda x: x.mean(0), CUBES + [EMPTY]),
    "mean(dims: [2, 0], keepDim: true)": (lambda x: x.mean((2, 0), keepdim=True), [CUBE]),
    "nansum()": (lambda x: x.nansum(), CUBES + [EMPTY]),
    "nansum(dim: 1)": (lambda x: x.nansum(1), [CUBE, SPECIAL]),
    "nanmean()": (lambda x: x.nanmean(), SMOOTH),
    "nanmean(dim: 1, keepDim: true)": (lambda x: x.nanmean(1, keepdim=True), [CUBE, SPECIAL]),
    "var()": (lambda x: x.var(), [CUBE, TIED]),
    "var(dim: 1)": (lambda x: x.var(1), [CUBE, TIED, SPECIAL]),
    "var(dims: [0, 2], correction: 0, keepDim: true)": (
        lambda x: x.var((0, 2), correction=0, keepdim=True), [CUBE]),
    "var(unbiased: false)": (lambda x: x.var(unbiased=False), SMOOTH),
    "std()": (lambda x: x.std(), [CUBE, TIED]),
    "std(dim: 1)": (lambda x: x.std(1), [CUBE]),
    "std(dim: 0, unbiased: false)": (lambda x: x.std(0, unbiased=False), [CUBE]),
    "std(dims: [1, 2], correction: 2)": (lambda x: x.std((1, 2), correction=2), [CUBE]),
    "varMean(dim: 1)": (lambda x: torch.var_mean(x, 1), [CUBE, TIED]),
    "stdMean()": (lambda x: torch.std_mean(x), [CUBE]),
    "min()": (lambda x: x.min(), CUBES),
    "max()": (lambda x: x.max(), CUBES),
    "min(dim: 0)": (lambda x: tuple(x.min(0)), CUBES),
    "max(dim: -1, keepDim: true)": (lambda x: tuple(x.max(-1, keepdim=True)), CUBES),
    "amin(dim: 1)": (lambda x: x.amin(1), [CUBE, TIED]),
    "amax()": (lambda x: x.amax(), SMOOTH),
    "amax(dims: [0, 1], keepDim: true)": (lambda x: x.amax((0, 1), keepdim=True), [CUBE, TIED]),
    "aminmax()": (lambda x: tuple(x.aminmax()), SMOOTH),
    "aminmax(dim: 0, keepDim: true)": (lambda x: tuple(x.aminmax(dim=0, keepdim=True)), [CUBE, TIED]),
    "argmin()": (lambda x: x.argmin(), CUBES),
    "argmax()": (lambda x: x.argmax(), CUBES),
    "argmin(dim: 1)": (lambda x: x.argmin(1), [CUBE, TIED, SPECIAL]),
    "argmax(dim: 0, keepDim: true)": (lambda x: x.argmax(0, keepdim=True), CUBES),
    "any()": (lambda x: x.any(), CUBES + [EMPTY]),
    "all()": (lambda x: x.all(), CUBES + [EMPTY]),
    "any(dim: 1)": (lambda x: x.any(1), [CUBE, TIED, SPECIAL, EMPTY]),
    "all(dims: [0, 1], keepDim: true)": (lambda x: x.all((0, 1), keepdim=True), [CUBE, TIED]),
    "countNonzero()": (lambda x: x.count_nonzero(), CUBES + [EMPTY]),
    "countNonzero(dim: 0)": (lambda x: x.count_nonzero(0), [CUBE, TIED, SPECIAL]),
    "logsumexp(dim: 1)": (lambda x: x.logsumexp(1), [CUBE, TIED, SPECIAL]),
    "logsumexp(dims: [0, 2], keepDim: true)": (lambda x: x.logsumexp((0, 2), keepdim=True), [CUBE]),
    "logsumexp(dim: 0)": (lambda x: x.logsumexp(0), SMOOTH + [EMPTY]),
    "prod()": (lambda x: x.prod(), SMOOTH + [ZERO[:3], ZERO[2:3], ZERO[0], EMPTY]),
    "prod(dim: 1)": (lambda x: x.prod(1), [CUBE, TIED, ZERO, EMPTY]),
    "prod(dim: 0, keepDim: true)": (lambda x: x.prod(0, keepdim=True), [CUBE, ZERO, SCALAR, EMPTY]),
    "cumsum(dim: 1)": (lambda x: x.cumsum(1), [CUBE, SPECIAL, EMPTY]),
    "cumsum(dim: 0)": (lambda x: x.cumsum(0), [CUBE, SCALAR, EMPTY]),
    "cumprod(dim: 1)": (lambda x: x.cumprod(1), [CUBE, ZERO, EMPTY]),
    "cumprod(dim: 0)": (lambda x: x.cumprod(0), [CUBE, ZERO, SCALAR]),
    "cummax(dim: 1)": (lambda x: tuple(x.cummax(1)), [CUBE, TIED, SPECIAL]),
    "cummin(dim: 0)": (lambda x: tuple(x.cummin(0)), [CUBE, TIED, SPECIAL, SCALAR]),
    "logcumsumexp(dim: 1)": (lambda x: x.logcumsumexp(1), [CUBE, TIED]),
    "logcumsumexp(dim: 0)": (lambda x: x.logcumsumexp(0), [CUBE, SCALAR]),
    "logcumsumexp(dim: 1) without gradient": (lambda x: x.detach().logcumsumexp(1), [SPECIAL, LOW]),
    "diff()": (lambda x: x.diff(), [CUBE, SPECIAL]),
    "diff(n: 2, dim: 0)": (lambda x: x.diff(n=2, dim=0), [CUBE, TIED, EMPTY]),
    "diff(dim: 1, prepend: x, append: x)": (lambda x: x.diff(dim=1, prepend=x, append=x), [CUBE]),
    "trace()": (lambda x: x.trace(), [TIED, EMPTY]),
    "dist()": (lambda x: x.dist(x * x * 2), [CUBE]),
    "norm()": (lambda x: x.norm(), [CUBE, SCALAR, TIED, EMPTY]),
    "norm(dim: 1)": (lambda x: x.norm(dim=1), [CUBE, ZERO[:3]]),
    "norm(p: fro, dims: [0, 1], keepDim: true)": (lambda x: x.norm("fro", (0, 1), True), [CUBE]),
    "norm(1, dim: 0)": (lambda x: x.norm(1, 0), [CUBE, ZERO]),
    "norm(p: 3, dim: 1, keepDim: true)": (lambda x: x.norm(3, 1, True), [CUBE, ZERO]),
    "norm(p: 1.5)": (lambda x: x.norm(1.5), [CUBE]),
    "norm(p: 0.5, dim: 0)": (lambda x: x.norm(0.5, 0), [CUBE]),
    "norm(p: 0)": (lambda x: x.norm(0).detach(), [CUBE, ZERO]),
    "norm(p: .infinity)": (lambda x: x.norm(inf), [CUBE, TIED, SCALAR]),
    "norm(p: -.infinity, dim: 1)": (lambda x: x.norm(-inf, 1), [CUBE, TIED]),
    "linalgVectorNorm(dims: [0, 2])": (lambda x: torch.linalg.vector_norm(x, dim=(0, 2)), [CUBE]),
}

write(__file__.replace("make_reduce", "reduce"), [
    row(name, operation, x) for name, (operation, inputs) in ALL.items() for x in inputs])
