"""The matrix products and the linear algebra of registry_operations.py."""
import torch

from registry_operations import Operation, small


def transposed(*shape):
    """Matrices whose columns are contiguous."""
    return small(*shape[:-2], shape[-1], shape[-2]).detach().mT.requires_grad_()


def product(name, params, *shapes, **more):
    """A product of two operands, also transposed in memory."""
    def extra():
        for a, b in shapes:
            yield small(*a), [small(*b)]
            if len(a) > 1 and len(b) > 1:
                yield transposed(*a), [transposed(*b)]
    return Operation(name, params, extra=extra, most=5, **more)


def added(name, params, c, a, b):
    """`beta * c + alpha * a @ b`."""
    def extra():
        yield small(*c), [small(*a), small(*b)]
        yield small(*c), [small(*a), small(*b)], dict(beta=0.5, alpha=-2)
        yield small(*c), [small(*a), small(*b)], dict(beta=0)
        yield small(c[-1]), [transposed(*a), small(*b)], dict(alpha=2)
    return Operation(name, params, extra=extra, most=3)


def regular(*shape):
    """Matrices far from singular."""
    return (small(*shape).detach() + 5 * torch.eye(shape[-1])).requires_grad_()


def signless(call):
    """`call` with the absolute values of its results: the signs of eigenvectors are free."""
    def results(*args, **kwargs):
        return [x.abs() for x in call(*args, **kwargs)]
    return results


def square(name, params="", arguments=((),), signless=False, **more):
    """An operation on square matrices far from singular."""
    call = eval(f"torch.{name}")

    def extra():
        for arguments_ in arguments:
            for shape in [(3, 3), (2, 2, 2), (1, 1)] if arguments_ == arguments[0] else [(3, 3)]:
                yield regular(*shape), arguments_
        yield regular(3, 3).detach().mT.requires_grad_(), arguments[0]
    return Operation(name, params, opinfo="", call=globals()["signless"](call) if signless else call, extra=extra, **more)


def oblong(name, call, params="", arguments=()):
    """A factorisation or an inverse of matrices of any shape, but for the factors' signs."""
    def extra():
        yield small(3, 2), arguments
        yield small(2, 3), arguments
        yield small(2, 3, 3), arguments
        yield transposed(4, 2), arguments
    several = name not in ("linalg.pinv_oblong",)
    return Operation(name, params, opinfo="", call=signless(call) if several else call, extra=extra)


def positive(name, params, arguments, call=None):
    """An operation on symmetric positive definite matrices, or their lower triangles."""
    call = call or eval(f"torch.{name}")

    def extra():
        for shape in [(3, 3), (2, 2, 2), (1, 1)]:
            x = small(*shape).detach()
            yield (x @ x.mT + 2 * torch.eye(shape[-1])).requires_grad_(),
        yield (x @ x.mT + 2 * torch.eye(1)).requires_grad_(), arguments
        yield torch.tensor([[2.5, 0.75], [0.75, 1.5]], dtype=torch.float64, requires_grad=True), arguments
    return Operation(name, params, opinfo="", call=call, extra=extra)


def triangle(x, upper):
    return x.triu() if upper else x.tril()


# PyTorch's gradients by a factor do not heed that one triangle of it is not read.
def cholesky_solve(b, factor, upper=False):
    return torch.cholesky_solve(b, triangle(factor, upper), upper)


def cholesky_inverse(factor, upper=False):
    return torch.cholesky_inverse(triangle(factor, upper), upper)


def factors():
    lower = torch.tensor([[1.625, 0, 0], [0.375, 2.125, 0], [-1.25, 0.625, 1.875]], dtype=torch.float64)
    yield small(3, 2), [lower.clone().requires_grad_()]
    yield small(3, 2), [lower.mT.clone().requires_grad_(), True]
    yield transposed(3, 2), [lower.clone()]


def systems():
    yield regular(3, 3), [small(3, 2)]
    yield regular(3, 3), [small(3)]
    yield regular(2, 3, 3), [small(3, 2)]
    yield regular(3, 3), [transposed(2, 3)], dict(left=False)
    yield regular(3, 3).detach().mT.requires_grad_(), [small(2, 3, 2)]
    yield regular(2, 3, 3), [small(2, 3)]


def triangles():
    for upper in [False, True]:
        yield regular(3, 3), [small(3, 2)], dict(upper=upper)
        yield regular(2, 3, 3), [small(2, 3)], dict(upper=upper, left=False)
        yield regular(3, 3), [transposed(3, 2)], dict(upper=upper, unitriangular=True)


def misfits():
    yield small(4, 2), [small(4, 3)]
    yield small(3, 3), [small(3, 2)]
    yield small(2, 4, 2), [small(2, 4, 1)]


def chain(name, call):
    many = name == "chain_matmul"
    return Operation(name, opinfo="", call=(lambda x: call(*x)) if many else call, extra=lambda: [
        ([small(2, 3), small(3, 4), small(4, 2)],), ([transposed(2, 3), transposed(3, 2)],),
        ([small(2, 3), small(3, 1), small(1, 4), small(4, 2)],), ([small(2, 3), small(2, 3)],)])


def sums():
    yield [small(3)], ["i->"]
    yield [small(2), small(3)], ["i,j->ij"]
    yield [small(2, 3)], ["ij->ji"]
    yield [small(3, 3)], ["ii->i"]
    yield [small(3, 3)], ["ii"]
    yield [small(2, 3), small(3, 4), small(4)], ["ij,jk,k->i"]
    yield [transposed(2, 3), small(4, 3)], ["ij,kj->ik"]
    yield [small(2, 2, 3), small(2, 3, 2)], ["bij,bjk->bik"]
    yield [small(2, 2, 3), small(3, 2)], ["...ij,jk->...ik"]
    yield [small(2, 3), small(3, 2)], ["ij,jk"]


FAMILIES = {
    "matmul": [
        product("dot", "other", ((3,), (3,)), ((0,), (0,))),
        product("vdot", "other", ((3,), (3,))),
        product("mv", "vec", ((2, 3), (3,)), ((2, 0), (0,))),
        product("mm", "mat2", ((2, 3), (3, 2)), ((0, 3), (3, 2)), ((2, 0), (0, 2))),
        product("bmm", "mat2", ((2, 2, 3), (2, 3, 2)), ((0, 2, 3), (0, 3, 2))),
        product("matmul", "other", ((2, 2, 3), (3, 2)), ((2, 3), (2, 3, 2)), ((2, 1, 2, 3), (2, 3, 2)), ((3,), (3, 2))),
        product("outer", "vec2", ((2,), (3,)), ((0,), (3,))),
        product("inner", "other", ((2, 3), (2, 3)), ((3,), (3,))),
        product("kron", "other", ((2, 2), (2,)), ((), (2,))),
        added("addmm", "mat1 mat2", (2, 3), (2, 2), (2, 3)), added("addmv", "mat vec", (2,), (2, 3), (3,)),
        added("addbmm", "batch1 batch2", (2, 3), (2, 2, 3), (2, 3, 3)),
        added("baddbmm", "batch1 batch2", (2, 2, 3), (2, 2, 3), (2, 3, 3)),
        Operation("addr", "vec1 vec2", most=4, extra=lambda: [
            (small(2, 3), [small(2), small(3)], dict(beta=0.5, alpha=-2)), (small(3), [small(2), small(3)])]),
        product("cross", "other dim", ((2, 3), (2, 3)), ((3, 2), (3, 2)), ((1, 3), (2, 3))),
        product("linalg.cross", "other", ((2, 3), (2, 3)), ((1, 3), (2, 3))),
        product("tensordot", "other dims", ((2, 3, 2), (3, 2, 2)),
                skip=lambda named: isinstance(named.get("dims"), list) and len(named["dims"]) != 2),
        Operation("linear", "weight bias", "nn.functional.linear", extra=lambda: [
            (transposed(2, 3), [transposed(4, 3), small(4)]), (small(2, 2, 3), [small(4, 3)]), (small(3), [small(3)])]),
        Operation("einsum", "equation", opinfo="", call=lambda x, equation: torch.einsum(equation, x), extra=sums),
        chain("multi_dot", torch.linalg.multi_dot), chain("chain_matmul", torch.chain_matmul),
    ],
    "linalg": [
        square("inverse"), square("det"), square("logdet"), square("slogdet"), square("linalg.inv"), square("linalg.det"),
        square("linalg.slogdet"), square("linalg.pinv"), square("pinverse"), oblong("linalg.pinv_oblong", torch.linalg.pinv),
        square("linalg.svdvals"), square("linalg.eigvalsh"),
        positive("linalg.cholesky", "upper", [True], call=lambda x, upper=False: torch.linalg.cholesky(x, upper=upper)), positive("cholesky", "upper", [True]),
        positive("cholesky_inverse", "upper", [True], call=cholesky_inverse),
        Operation("cholesky_solve", "input2 upper", opinfo="", call=cholesky_solve, extra=factors),
        square("linalg.eigh", signless=True), oblong("linalg.svd", torch.linalg.svd, "full_matrices", [False]),
        oblong("svd", torch.svd), oblong("linalg.qr", torch.linalg.qr), oblong("qr", torch.qr),
        oblong("linalg.lu", torch.linalg.lu),
        square("linalg.matrix_power", "n", arguments=[[3], [-2], [0], [1]]),
        square("matrix_power", "n", arguments=[[3], [-2], [0]]),
        square("linalg.matrix_norm", "ord", arguments=[["fro"], ["nuc"], [1], [-1], [2], [-2], [float("inf")]]),
        square("linalg.cond", "p", arguments=[[2], [-2], [1], [float("inf")], ["fro"]]),
        Operation("linalg.matrix_rank", extra=lambda: [
            (small(3, 2, grad=False),), (torch.ones(2, 2, 2).double(),), (regular(3, 3).detach(), [], dict(rtol=0.9))],
            opinfo="", call=torch.linalg.matrix_rank),
        Operation("linalg.solve", "B left", extra=systems, opinfo="", call=torch.linalg.solve),
        Operation("linalg.solve_triangular", "B", opinfo="", call=torch.linalg.solve_triangular, extra=triangles),
        Operation("linalg.lstsq", "B", opinfo="", call=lambda a, b: torch.linalg.lstsq(a, b).solution, extra=misfits),
    ],
}
