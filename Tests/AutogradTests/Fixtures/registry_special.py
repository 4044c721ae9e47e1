"""Special functions, parts of numbers, and operations made of others, for make_registry.py."""
import torch

from registry_samples import Operation, small, unary


def strided(*shape):
    return small(*reversed(shape)).detach().t().requires_grad_()


def special(name, params="", low=0.2, high=6.0, **more):
    """A function without short kernels: few samples, away from its poles."""
    return unary(name, params, low=low, high=high, only64=True, **more)


def pair(name, params="other", opinfo=None, **more):
    def extra():
        yield small(2, 1, 3), [small(2, 1)]
        yield strided(2, 3), [small(2, 3)]
        yield small(0, 3), [small(1)]
    return Operation(name, params, opinfo, extra=extra, most=4, only64=True, **more)


def fixed(*shape):
    return small(*shape, grad=False)


nextafter = Operation("nextafter", "other", opinfo="", call=torch.nextafter, extra=lambda: [
    (fixed(2, 1, 3), [fixed(2, 1)]), (fixed(3), [fixed(3)]), (fixed(3).float(), [fixed(3).float()])], only64=True)


def integers(name):
    def extra():
        yield torch.tensor([12, -18, 0, 7]), [torch.tensor([[18], [-4]])]
        yield torch.tensor([[12, 5]]).int().t(), [torch.tensor([8, 0]).int()]
    return Operation(name, "other", extra=extra, most=3)


def lu_solve_samples():
    for left in [True, False]:
        for adjoint in [False, True]:
            x = (small(3, 3).detach() + 3 * torch.eye(3)[[1, 0, 2]])
            factors, pivots = torch.linalg.lu_factor(x)
            b = small(3, 2) if left else small(2, 3)
            yield factors.requires_grad_(), [pivots, b], dict(left=left, adjoint=adjoint)


SLICES = torch.tensor([[2.5, 1, 2.5, 1], [0, 3, 0, 1], [2.5, 1, 2.5, 1]], dtype=torch.float64)


def slices(name):
    options = dict(sorted=True) if name == "unique" else {}

    def call(x, dim):
        return getattr(torch, name)(x, dim=dim, return_inverse=True, return_counts=True, **options)
    return Operation(f"{name}_dim", "dim", "", call=call, extra=lambda: [
        (SLICES, [0]), (SLICES, [1]), (SLICES.t(), [-1]), (SLICES.int(), [0]), (SLICES[0], [0]), (SLICES.reshape(3, 2, 2), [2])])


def histogram_samples():
    x = torch.tensor([[0.5, 1.25, 3.0], [2.0, 1.0, 7.5]], dtype=torch.float64)
    yield x, [4]
    yield x, [3], dict(range=(1.0, 3.0))
    yield x.t(), [3], dict(density=True)
    yield x, [2], dict(weight=x + 1)
    yield x, [torch.tensor([0.5, 1.0, 2.0, 4.0], dtype=torch.float64)]
    yield x.float(), [torch.tensor([0.5, 1.0, 2.0, 4.0])], dict(density=True)


FAMILIES = {
    "special": [
        special("lgamma"), special("digamma"), special("i0", low=-4), special("erfinv", low=-0.9, high=0.9),
        *[special(f"polygamma_{n}", opinfo="", call=lambda x, n=n: torch.polygamma(n, x)) for n in [1, 2, 3]],
        unary("positive"), special("sinc", low=-2), unary("deg2rad"), unary("rad2deg"), unary("signbit", plain=True),
        unary("nan_to_num", "nan posinf neginf", also=[dict(nan=1.5, posinf=2.0, neginf=-3.0)]),
        pair("heaviside", "values"), pair("float_power", "exponent", opinfo="", call=torch.float_power),
        pair("ldexp"), nextafter, integers("gcd"), integers("lcm"),
    ],
    "composed": [
        Operation("select_scatter", "src dim index", extra=lambda: [(strided(3, 4), [small(4), 0, 1])]),
        Operation("slice_scatter", "src dim start end step", opinfo="", call=torch.slice_scatter, extra=lambda: [
            (small(5, 2), [small(2, 2), 0, 1, -1, 2]), (strided(3, 4), [small(3, 2), 1, 2]), (small(3), [small(3)])]),
        Operation("diagonal_scatter", "src offset dim1 dim2", extra=lambda: [(strided(3, 4), [small(3)])]),
        *[Operation(f"index_reduce_{kind}", "dim index source reduce", opinfo=f"index_reduce.{kind}", most=5,
                    skip=lambda named: False) for kind in ["mean", "prod", "amin", "amax"]],
        Operation("linalg.lu_factor", extra=lambda: [(small(3, 3),), (small(2, 3, 2),), (small(2, 3),)],
                  opinfo="", call=torch.linalg.lu_factor),
        Operation("linalg.lu_solve", "pivots B", opinfo="", call=torch.linalg.lu_solve, extra=lu_solve_samples),
        Operation("trapezoid", "x"), Operation("cumulative_trapezoid", "x"),
        Operation("cov", skip=lambda named: False, most=5), Operation("corrcoef", only64=True),
        Operation("cdist", "x2 p", opinfo="", call=torch.cdist, extra=lambda: [
            (small(3, 2), [small(4, 2)]), (small(2, 1, 2), [small(3, 2), 1.0]), (small(2, 3), [small(2, 3), 3.0]),
            (small(2, 3), [small(2, 3), float("inf")])], only64=True),
        slices("unique"), slices("unique_consecutive"),
        Operation("histogram", "bins", opinfo="", call=torch.histogram, extra=histogram_samples),
        Operation("cartesian_prod", opinfo="", call=lambda x: torch.cartesian_prod(*x), extra=lambda: [
            ([small(2), small(3)],), ([small(2)],), ([small(2), small(1), small(2)],)]),
        Operation("block_diag", opinfo="", call=lambda x: torch.block_diag(*x), extra=lambda: [
            ([small(2, 3), small(2), small()],), ([strided(2, 3), small(1, 1)],)]),
        Operation("combinations", "r with_replacement"), Operation("diagflat", "offset"),
        Operation("vander", "N", opinfo="", call=torch.vander, extra=lambda: [
            # Without gradients: PyTorch's own fail.
            (small(3, grad=False),), (small(3, grad=False), [4]),
            (small(2, grad=False), [3], dict(increasing=True))]),
    ],
}
