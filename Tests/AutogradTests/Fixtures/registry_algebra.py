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


def square(name, params="", **more):
    """An operation on square matrices far from singular."""
    def extra():
        for shape in [(3, 3), (2, 2, 2), (1, 1)]:
            yield (small(*shape).detach() + 5 * torch.eye(shape[-1])).requires_grad_(),
    return Operation(name, params, opinfo="", call=eval(f"torch.{name}"), extra=extra, **more)


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
    ],
    "linalg": [
        square("inverse"), square("det"), square("logdet"), square("linalg.inv"), square("linalg.det"),
        square("linalg.pinv"),
        square("linalg.svdvals"), square("linalg.eigvalsh"),
    ],
}
