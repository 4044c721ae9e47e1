"""Rarer operations for make_registry.py: gamma functions of two arguments, tensors as matrices, grids, histograms."""
import torch

from registry_samples import Operation, small, unary


def strided(*shape):
    return small(*reversed(shape)).detach().t().requires_grad_()


def above(low, *shape, grad=True):
    return small(*shape, low=low, high=low + 5, grad=grad)


def incomplete(name):
    def extra():
        yield above(0.2, 2, 1, 3, grad=False), [above(0.1, 2, 1)]
        yield above(4.5, 3, grad=False), [above(0.3, 3)]
        yield torch.tensor([0, 1, 0, 2, float("inf"), 3], dtype=torch.float64), [
            torch.tensor([1, 0, 0, float("inf"), 2, -1], dtype=torch.float64)]
    return Operation(name, "other", opinfo="", call=getattr(torch, name), extra=extra, only64=True)


def matrices():
    yield small(3, 3),
    yield strided(2, 2),
    yield (small(2, 3, 3).detach() * 4).requires_grad_(),
    yield torch.tensor([[0.0, 1], [0, 0]], dtype=torch.float64, requires_grad=True),
    yield small(2, 2).float(),


def regular(*shape):
    n = int(torch.tensor(shape).prod() ** 0.5 + 0.5)
    return (small(n, n).detach() + 3 * torch.eye(n)).reshape(shape).requires_grad_()


def norms():
    yield small(3),
    yield strided(2, 3), [], dict(dim=1)
    yield small(2, 3), [1]
    yield small(2, 3), ["fro"], dict(keepdim=True)
    yield small(2, 3), ["nuc"]
    yield small(2, 3), [3], dict(dim=0)
    yield small(2, 3, 2), [float("inf")], dict(dim=[0, 2])
    yield small(2, 3, 2), [1], dict(dim=[2, 0], keepdim=True)
    yield small(3), [float("-inf")]
    yield small(2, 2, 2), [], dict(dim=[0, 1])


def differences():
    yield small(5),
    yield strided(3, 4),
    yield small(3, 4), [], dict(spacing=2.0, dim=1)
    yield small(3, 4), [], dict(spacing=[0.5, 2.0], edge_order=2)
    yield small(4), [], dict(spacing=[torch.tensor([0.0, 1, 3, 3.5], dtype=torch.float64)], edge_order=2)
    yield small(3, 2), [], dict(spacing=[torch.tensor([0.0, 1, 3]).double(), torch.tensor([1.0, 3]).double()])
    yield torch.tensor([1, 4, 9, 16]),


def points(x, bins, weight=None, density=False):
    hist, edges = torch.histogramdd(x, bins, weight=weight, density=density)
    return [hist, *edges]


CLOUD = torch.tensor([[0, 1], [1, 0], [2, 1], [2, 2], [0.5, 1.75]], dtype=torch.float64)


def clouds():
    yield CLOUD, [[3, 2]]
    yield CLOUD.reshape(1, 5, 2), [[2, 3]], dict(weight=torch.tensor([[1.0, 2, 4, 8, 16]]).double(), density=True)
    yield CLOUD, [[torch.tensor([0, 0.75, 1.5, 2]).double(), torch.tensor([1.0, 2]).double()]]


def scattered(x, src, size, stride, storage_offset=0):
    """torch.as_strided_scatter: the gradient of that by x fails PyTorch's own gradcheck."""
    y = x.clone()
    y.as_strided(size, stride, storage_offset).copy_(src)
    if list(src.shape) != list(size):
        raise RuntimeError(f"expected src to have the size {size}")
    return y


def unraveled(x, shape):
    return list(torch.unravel_index(x, shape))


FAMILIES = {
    "further": [
        *[unary(f"mvlgamma_{p}", opinfo="", call=lambda x, p=p: torch.mvlgamma(x, p), low=1.5, high=6, only64=True)
          for p in [1, 3]],
        incomplete("igamma"), incomplete("igammac"),
        Operation("frexp", opinfo="", call=lambda x: list(torch.frexp(x)), extra=lambda: [
            (small(2, 3),), (torch.tensor([0, 1, -4, 1e300, 1e-310], dtype=torch.float64),), (small(3).half(),)]),
        Operation("matrix_exp", opinfo="", call=torch.matrix_exp, extra=matrices, only64=True),
        Operation("linalg.tensorinv", "ind", opinfo="", call=torch.linalg.tensorinv, extra=lambda: [
            (regular(4, 2, 2), [1]), (regular(2, 3, 6),), (small(2, 3, 4), [2])]),
        Operation("linalg.tensorsolve", "B dims", opinfo="", call=torch.linalg.tensorsolve, extra=lambda: [
            (regular(2, 2, 4), [small(2, 2)]), (regular(4, 2, 2), [small(4)]),
            (regular(2, 4, 2).detach().permute(1, 0, 2).requires_grad_(), [small(4)]),
            (regular(2, 2, 4).detach().permute(2, 0, 1).contiguous().requires_grad_(), [small(2, 2), [0]])]),
        Operation("linalg.vecdot", "y dim", opinfo="", call=lambda x, y, dim=-1: torch.linalg.vecdot(x, y, dim=dim),
                  extra=lambda: [(small(2, 3), [small(3)]), (strided(3, 2), [small(3, 2), 0]), (small(0, 3), [small(0, 3)])]),
        Operation("linalg.vander", opinfo="", call=torch.linalg.vander, extra=lambda: [
            (small(3),), (small(2, 2), [], dict(N=3)), (torch.tensor([1, 2, 3]),)]),
        Operation("linalg.norm", "ord", opinfo="", call=torch.linalg.norm, extra=norms),
        Operation("linalg.vector_norm", "ord", opinfo="", call=torch.linalg.vector_norm, extra=lambda: [
            (small(2, 3),), (strided(2, 3), [3], dict(dim=1)), (small(2, 3), [0.5], dict(dim=[0, 1], keepdim=True))]),
        *[Operation(f"atleast_{n}d", opinfo="", call=getattr(torch, f"atleast_{n}d"), extra=lambda: [
            (small(),), (small(3),), (strided(2, 3),), (small(2, 1, 2),)]) for n in [1, 2, 3]],
        Operation("sum_to_size", "size", opinfo="", call=lambda x, size: x.sum_to_size(size), extra=lambda: [
            (small(2, 3), [[1, 3]]), (small(2, 3, 2), [[3, 1]]), (strided(2, 3), [[2, 3]]), (small(2), [[3]])]),
        Operation("as_strided_scatter", "src size stride storage_offset", opinfo="", call=scattered,
                  extra=lambda: [(small(3, 3), [small(3), [3], [4]]), (small(6), [small(2, 2), [2, 2], [2, 1], 1]),
                                 (small(2), [small(3), [2], [1]])]),
        Operation("pdist", "p", opinfo="", call=torch.pdist, extra=lambda: [
            (small(4, 2),), (small(3, 2), [1.0]), (small(3, 2), [3.0]), (small(1, 2),), (strided(3, 3),)], only64=True),
        Operation("renorm", "p dim maxnorm", opinfo="", call=torch.renorm, extra=lambda: [
            (small(3, 4), [2, 0, 1.5]), (strided(3, 2), [1, 1, 2.0]), (small(2, 2, 2), [2, -1, 0.5])]),
        Operation("gradient", opinfo="", call=lambda x, **named: list(torch.gradient(x, **named)), extra=differences,
                  only64=True),
        Operation("histogramdd", "bins", opinfo="", call=points, extra=clouds, plain=True),
        Operation("unravel_index", "shape", opinfo="", call=unraveled, extra=lambda: [
            (torch.tensor([0, 5, 11]), [[3, 4]]), (torch.tensor([[7], [3]]), [[2, 2, 2]])]),
        Operation("trapz", "x", opinfo="", call=torch.trapz, extra=lambda: [
            (small(2, 4), [small(4, grad=False).sort().values]), (small(3),)]),
    ],
}


def zetas():
    yield above(1.5, 2, 1, grad=False), [above(0.5, 2, 3)]
    yield torch.tensor([1, 0.5, 2, 3], dtype=torch.float64), [torch.tensor([2, 2, -1.5, 0], dtype=torch.float64)]


def pairs():
    yield small(2, 1, 3), [above(0.2, 2, 1)]
    yield torch.tensor([0, 0, 2], dtype=torch.float64), [torch.tensor([-1, float("nan"), -1], dtype=torch.float64)]


def special(name, low=-4.0, high=4.0):
    return unary(f"special.{name}", opinfo="", call=getattr(torch.special, name), low=low, high=high, only64=True)


FAMILIES["torch_special"] = [
    *[special(name) for name in ["i0e", "i1", "i1e", "erfcx", "ndtr", "log_ndtr"]], special("entr", 0.1, 4),
    special("ndtri", 0.01, 0.99),
    Operation("special.zeta", "other", opinfo="", call=torch.special.zeta, extra=zetas, only64=True),
    Operation("special.xlog1py", "other", opinfo="", call=torch.special.xlog1py, extra=pairs, only64=True),
]
