"""Sorting, searching, counting and quantiles for make_registry.py."""
import torch

from registry_samples import Operation, small

TIES = torch.tensor([[3.0, 1, 3, 1, 2], [2, 2, 0, 2, 0]], dtype=torch.float64)
HOLES = torch.tensor([[3.25, float("nan"), 1.5, 2.75], [0.5, 1.25, -1.5, float("nan")]], dtype=torch.float64)


def strided(*shape):
    return small(*reversed(shape)).detach().t().requires_grad_()


def rows(name, params="dim", first=(), opinfo=None, **more):
    """An operation that orders the elements along a dimension; `first` are the arguments before it."""
    def extra():
        yield small(2, 5), [*first, 1]
        yield strided(3, 4), [*first, 0]
        yield small(3, 2, 4), [*first, -1]
        yield HOLES, [*first, 1]
        yield torch.randperm(8).reshape(2, 4).int(), [*first, 1]
    return Operation(name, params, opinfo, extra=extra, most=5, **more)


def one_of(name, params="dim keepdim", ties=True):
    """An operation that chooses an element of each row, or of all."""
    def extra():
        yield strided(3, 5),
        yield HOLES,
        yield small(2, 3, 4), [1]
        yield small(2, 5), [1, True]
        yield strided(3, 4), [0]
        yield HOLES, [1]
        yield torch.randint(0, 9, (2, 3)), [1]
        if ties:
            yield TIES.clone().requires_grad_(),
    return Operation(name, params, extra=extra, most=3)


def parts(name, wanted):
    """unique and uniqueConsecutive with one choice of results."""
    def extra():
        x = torch.tensor([[3.5, 1, 3.5], [1, 2.25, 2.25]], dtype=torch.float64)
        for y in [x, x.t(), x[:, 1:].int(), x[0, :0], x.bool()]:
            yield y, [], wanted
    suffix = "_".join(w.removeprefix("return_") for w in wanted)
    return Operation(f"{name}_{suffix}" if suffix else name, opinfo="", call=getattr(torch, name), extra=extra)


def quantile(name):
    q = torch.tensor([0.1, 0.5, 0.85], dtype=torch.float64)

    def extra():
        for kind in ["linear", "lower", "higher", "midpoint", "nearest"]:
            yield strided(3, 5), [0.35], dict(dim=1, interpolation=kind)
        yield small(2, 5), [q.clone()], dict(dim=1)
        yield small(2, 5), [q.clone()], dict(dim=0, keepdim=True)
        yield HOLES, [0.25], dict(dim=1)
        yield HOLES, [0.25]
        yield small(2, 3, 2), [0.25], dict(dim=1, keepdim=True)
    return Operation(name, "q dim keepdim", extra=extra, most=3)


def histogram_samples():
    yield small(3, 4, grad=False), [5]
    yield small(10, grad=False), [4, -1, 1]
    yield strided(3, 4).detach(), [3, -2, 2]
    yield torch.tensor([1.0, 2, 3, 3], dtype=torch.float32), [2, 1, 3]


SORTED = torch.tensor([[-1.5, 0, 0, 1.25], [-1, -0.5, 0.75, 2]], dtype=torch.float64)


def places():
    for right in [False, True]:
        yield SORTED, [torch.tensor([[-2.0, 0, 3], [-0.5, 2, 0.8]], dtype=torch.float64)], dict(right=right)
        yield SORTED[0], [strided(2, 3).detach()], dict(right=right)
        yield torch.tensor([1, 4, 4, 6]), [torch.tensor([4, 0, 7])], dict(right=right)


def buckets():
    for right in [False, True]:
        yield strided(2, 3).detach(), [SORTED[0].clone()], dict(right=right)
        yield torch.tensor([[4, 0, 7]]), [torch.tensor([1, 4, 4, 6])], dict(right=right)
        yield small(grad=False), [SORTED[1].clone()], dict(right=right)
    yield small(2, grad=False), [SORTED]


def members():
    yield strided(2, 3).detach().round(), [torch.tensor([1.0, -1], dtype=torch.float64)]
    yield torch.tensor([[4, 0, 7], [0, 1, 2]]), [torch.tensor([1, 4])], dict(invert=True)
    yield torch.tensor([1.0, float("nan")]), [torch.tensor([float("nan"), 1.0])]
    yield torch.tensor([1, 2]), [torch.tensor([], dtype=torch.int64)]


def counts():
    yield torch.tensor([3, 1, 1, 0]),
    yield torch.tensor([3, 1, 1, 0]), [], dict(minlength=6)
    yield torch.tensor([3, 1, 1, 0]), [], dict(weights=torch.tensor([0.5, 1, 2, 4], dtype=torch.float64))
    yield torch.tensor([3, 1, 1, 0]), [], dict(weights=torch.tensor([0.5, 1, 2, 4]))
    yield torch.tensor([], dtype=torch.int64),
    yield torch.tensor([2, 2]).byte(),


FAMILIES = {
    "sort": [
        rows("sort", "dim descending"), rows("argsort", "dim descending"),
        Operation("msort", extra=lambda: [(strided(3, 4),), (small(3, 2, 2),)]),
        rows("topk", "k dim largest sorted", first=[2], skip=lambda n: n.get("sorted") is False),
        rows("kthvalue", "k dim keepdim", first=[2], opinfo="", call=torch.kthvalue),
        one_of("median"), one_of("nanmedian"), one_of("mode", ties=False),
        quantile("quantile"), quantile("nanquantile"),
    ],
    "search": [
        parts("unique", {}), parts("unique", dict(return_inverse=True)), parts("unique", dict(return_counts=True)),
        parts("unique", dict(return_inverse=True, return_counts=True)), parts("unique_consecutive", {}),
        parts("unique_consecutive", dict(return_inverse=True, return_counts=True)),
        Operation("searchsorted", "values", opinfo="", call=torch.searchsorted, extra=places),
        Operation("bucketize", "boundaries", opinfo="", call=torch.bucketize, extra=buckets),
        Operation("isin", "test_elements", extra=members),
        Operation("bincount", "", extra=counts), Operation("histc", "bins min max", extra=histogram_samples, only64=True),
    ],
}
