"""The samples of make_algebra.py: (name, function, inputs) by family."""
import torch

F64 = torch.float64


def t(*shape, dtype=F64, order=None, step=1):
    """Random elements with three digits. `order` permutes the dimensions in memory, `step` leaves gaps in the last."""
    if not dtype.is_floating_point:
        high = {torch.uint8: 20}.get(dtype, 9)
        x = torch.randint(0 if dtype == torch.uint8 else -8, high, shape).to(dtype)
    else:
        x = torch.round(torch.rand(shape, dtype=F64) * 4 - 2, decimals=3).to(dtype)
    if order:
        inverse = sorted(range(len(order)), key=lambda d: order[d])
        x = x.permute(order).contiguous().permute(inverse)
    if step > 1:
        wide = torch.zeros(*shape[:-1], shape[-1] * step, dtype=dtype)
        wide[..., ::step] = x
        x = wide[..., ::step]
    return x.detach().requires_grad_(dtype.is_floating_point)


def repeated(*shape, to):
    return t(*shape).detach().expand(to).requires_grad_()


def products():
    two = [
        ("dot", torch.dot, [(5,), (5,)], [(0,), (0,)]),
        ("vdot", torch.vdot, [(4,), (4,)]),
        ("mv", torch.mv, [(3, 4), (4,)], [(3, 0), (0,)], [(0, 2), (2,)]),
        ("mm", torch.mm, [(2, 3), (3, 4)], [(1, 3), (3, 1)], [(4, 1), (1, 5)], [(2, 0), (0, 3)], [(0, 3), (3, 2)]),
        ("bmm", torch.bmm, [(3, 2, 4), (3, 4, 5)], [(0, 2, 4), (0, 4, 5)], [(2, 3, 0), (2, 0, 2)], [(1, 2, 2), (1, 2, 1)]),
        ("matmul", torch.matmul,
         [(4,), (4,)], [(4,), (4, 3)], [(3, 4), (4,)], [(2, 3), (3, 4)], [(2, 3, 4), (4,)], [(4,), (2, 4, 3)],
         [(2, 3, 4), (4, 5)], [(2, 3), (2, 3, 4)], [(2, 3, 4), (2, 4, 2)], [(2, 3, 4), (1, 4, 2)], [(1, 3, 4), (2, 4, 2)],
         [(2, 1, 2, 3), (3, 3, 2)], [(2, 3, 2, 3), (2, 3, 3, 1)], [(2, 2, 2, 3), (3, 2)], [(2, 2, 3), (3,)],
         [(3,), (2, 2, 3, 2)], [(2, 3), (2, 2, 3, 2)], [(2, 0, 3), (3, 2)], [(2, 2, 0), (0, 2)], [(0, 2, 3), (3, 2)],
         [(0, 2, 3), (3,)], [(2, 1, 2, 2), (1, 0, 2, 3)], [(5, 1, 4), (4, 3)], [(5, 1, 4), (5, 4, 1)]),
        ("outer", torch.outer, [(3,), (2,)], [(0,), (2,)]),
        ("inner", torch.inner, [(3,), (3,)], [(2, 3), (4, 3)], [(2, 2, 3), (3,)], [(), (2, 3)]),
        ("kron", torch.kron, [(2, 3), (2, 2)], [(3,), (2, 2)], [(2, 1, 2), (3,)], [(), (2,)]),
        ("tensordot 1", lambda a, b: torch.tensordot(a, b, 1), [(2, 3), (3, 4)], [(2, 2, 3), (3, 2)]),
        ("tensordot 0", lambda a, b: torch.tensordot(a, b, 0), [(2, 3), (2,)]),
        ("tensordot 2", lambda a, b: torch.tensordot(a, b, 2), [(2, 3, 4), (3, 4, 2)], [(3, 4), (3, 4)]),
        ("tensordot pairs", lambda a, b: torch.tensordot(a, b, ([0, 2], [1, 0])), [(3, 2, 4), (4, 3, 2)]),
        ("cross", lambda a, b: torch.linalg.cross(a, b), [(3,), (3,)], [(2, 3), (2, 3)], [(2, 1, 3), (1, 4, 3)]),
        ("cross dim 0", lambda a, b: torch.linalg.cross(a, b, dim=0), [(3, 2), (3, 2)]),
        ("linear", torch.nn.functional.linear, [(3,), (2, 3)], [(4, 3), (2, 3)], [(2, 4, 3), (2, 3)], [(2, 3), (3,)]),
    ]
    for name, function, *shapes in two:
        for a, b in shapes:
            yield name, function, [t(*a), t(*b)]
    mm, matmul, bmm = torch.mm, torch.matmul, torch.bmm
    yield "mm", mm, [t(3, 4, order=(1, 0)), t(4, 2, order=(1, 0))]
    yield "mm", mm, [t(3, 4, step=2), t(4, 2, step=3)]
    yield "mm", mm, [repeated(1, 4, to=(3, 4)), repeated(4, 1, to=(4, 2))]
    yield "mm", mm, [repeated(1, 1, to=(3, 4)), t(4, 2)]
    yield "mv", torch.mv, [t(3, 4, order=(1, 0)), t(4, step=2)]
    yield "dot", torch.dot, [t(4, step=2), t(4, step=3)]
    yield "bmm", bmm, [t(2, 3, 4, order=(0, 2, 1)), t(2, 4, 3, order=(2, 0, 1))]
    yield "bmm", bmm, [t(2, 3, 4, order=(1, 0, 2)), t(2, 4, 3, order=(1, 2, 0))]
    yield "bmm", bmm, [repeated(1, 2, 3, to=(4, 2, 3)), t(4, 3, 2, step=2)]
    yield "matmul", matmul, [t(2, 3, 2, 4, order=(0, 2, 1, 3)), t(2, 3, 4, 2, order=(0, 2, 1, 3))]
    yield "matmul", matmul, [t(2, 3, 4, order=(1, 0, 2)), t(4, 2)]
    yield "matmul", matmul, [t(2, 3, 4, order=(2, 1, 0)), t(4, 2, order=(1, 0))]
    for dtype in [torch.float32, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8]:
        yield "matmul", matmul, [t(3, 4, dtype=dtype), t(4, 2, dtype=dtype)]
        if dtype not in (torch.float16, torch.bfloat16):
            yield "matmul", matmul, [t(2, 2, 3, dtype=dtype), t(2, 3, 2, dtype=dtype)]
        yield "matmul", matmul, [t(3, dtype=dtype), t(3, dtype=dtype)]
    yield "outer", torch.outer, [t(2, dtype=torch.int64), t(3, dtype=torch.float32)]

    linear = torch.nn.functional.linear
    for x, w, b in [((3,), (2, 3), (2,)), ((4, 3), (2, 3), (2,)), ((2, 4, 3), (2, 3), (2,)), ((2, 2, 2, 3), (1, 3), (1,)),
                    ((0, 3), (2, 3), (2,)), ((2, 0), (3, 0), (3,))]:
        yield "linear bias", linear, [t(*x), t(*w), t(*b)]
    yield "linear bias", linear, [t(2, 2, 3, order=(1, 0, 2)), t(4, 3, order=(1, 0)), t(4, step=2)]
    yield "linear bias", linear, [t(2, 3, dtype=torch.float32), t(2, 3, dtype=torch.float32), t(2, dtype=torch.float32)]

    for c, a, b in [((2, 4), (2, 3), (3, 4)), ((4,), (2, 3), (3, 4)), ((2, 1), (2, 3), (3, 4)), ((), (2, 3), (3, 4)),
                    ((2, 4), (2, 0), (0, 4)), ((1, 4), (3, 1), (1, 4))]:
        yield "addmm", torch.addmm, [t(*c), t(*a), t(*b)]
        yield "addmm scaled", lambda c, a, b: torch.addmm(c, a, b, beta=0.5, alpha=-2), [t(*c), t(*a), t(*b)]
        yield "addmm no input", lambda c, a, b: torch.addmm(c, a, b, beta=0), [t(*c), t(*a), t(*b)]
        yield "addmm beta", lambda c, a, b: torch.addmm(c, a, b, beta=3), [t(*c), t(*a), t(*b)]
    for dtype in [torch.int64, torch.int32, torch.int8, torch.float32]:
        yield "addmm", torch.addmm, [t(4, dtype=dtype), t(2, 3, dtype=dtype), t(3, 4, dtype=dtype)]
        yield "addmm integers", lambda c, a, b: torch.addmm(c, a, b, beta=2, alpha=3), [
            t(2, 4, dtype=dtype), t(2, 3, dtype=dtype), t(3, 4, dtype=dtype)]
    for c in [(3,), (1,), ()]:
        yield "addmv", lambda c, a, b: torch.addmv(c, a, b, beta=2, alpha=0.5), [t(*c), t(3, 4), t(4)]
    for c in [(2, 4), (4,), (1,)]:
        yield "addbmm", lambda c, a, b: torch.addbmm(c, a, b, beta=2, alpha=0.5), [t(*c), t(3, 2, 3), t(3, 3, 4)]
    yield "addbmm", lambda c, a, b: torch.addbmm(c, a, b, beta=2, alpha=0.5), [
        t(2, 4), t(3, 2, 3, order=(1, 2, 0)), t(3, 3, 4, order=(0, 2, 1))]
    for c in [(3, 2, 4), (4,), (3, 1, 1)]:
        yield "baddbmm", lambda c, a, b: torch.baddbmm(c, a, b, beta=2, alpha=0.5), [t(*c), t(3, 2, 3), t(3, 3, 4)]
        yield "baddbmm plain", torch.baddbmm, [t(*c), t(3, 2, 3), t(3, 3, 4)]
    for c in [(2, 3), (3,), ()]:
        yield "addr", lambda c, a, b: torch.addr(c, a, b, beta=2, alpha=0.5), [t(*c), t(2), t(3)]
    yield "addr", lambda c, a, b: torch.addr(c, a, b, beta=2, alpha=0.5), [t(2, 3), t(2, step=2), t(3)]
    yield "multiDot", lambda *x: torch.linalg.multi_dot(x), [t(2, 5), t(5, 3), t(3, 4), t(4, 2)]
    yield "multiDot", lambda *x: torch.linalg.multi_dot(x), [t(5), t(5, 3), t(3)]
    yield "multiDot", lambda *x: torch.linalg.multi_dot(x), [t(2, 3), t(3, 4)]
    for equation, *shapes in [
        ("ij,jk->ik", (2, 3), (3, 4)), ("ij,jk", (2, 3), (3, 4)), ("bij,bjk->bik", (2, 2, 3), (2, 3, 2)),
        (" i j , k j -> i k ", (2, 3), (4, 3)), ("ii->i", (3, 3)), ("ii", (3, 3)), ("iij->ij", (2, 2, 3)),
        ("ij->ji", (2, 3)), ("ij->j", (2, 3)), ("ij->", (2, 3)), ("...ij,...jk->...ik", (2, 1, 2, 3), (3, 3, 2)),
        ("...", (2, 3)), ("i...->...", (2, 3)), ("b...i,i->b...", (2, 2, 3), (3,)), ("i,j->ij", (2,), (3,)),
        ("i,i->", (3,), (3,)), ("i,i", (3,), (3,)), ("bhqd,bhkd->bhqk", (2, 2, 3, 2), (2, 2, 3, 2)),
        ("ij,jk,kl->il", (2, 3), (3, 2), (2, 4)), ("ij,ij,ij->i", (2, 3), (2, 3), (2, 3)),
        ("bn,anm,bm->ba", (2, 3), (4, 3, 2), (2, 2)), ("ij,jk->ik", (2, 1), (3, 4)), ("ij,ij->ij", (1, 3), (2, 1)),
        ("ijk,jil->kl", (2, 3, 2), (3, 2, 2)), ("iji,ji->j", (2, 3, 2), (3, 2)), ("aBc,cB", (2, 3, 2), (2, 3)),
        (",ij->ij", (), (2, 3)), ("ij,jk->ik", (2, 0), (0, 3)), ("...i,...i", (2, 3), (3,)), ("i...,j...->ij...", (2, 3), (2, 3)),
    ]:
        yield f"einsum {equation}", lambda *x, e=equation: torch.einsum(e, *x), [t(*shape) for shape in shapes]


def spread(*shape):
    """Matrices that are not near singular."""
    x = t(*shape).detach()
    return (x + 3 * torch.eye(shape[-2], shape[-1], dtype=F64)).requires_grad_()


def definite(x):
    return x @ x.mT + torch.eye(x.shape[-1], dtype=x.dtype)


def linalg():
    L = torch.linalg
    square = [(3, 3), (1, 1), (2, 3, 3), (2, 1, 2, 2), (0, 0), (0, 2, 2), (2, 0, 0)]
    for name, function in [
        ("inv", L.inv), ("det", L.det), ("slogdet", L.slogdet), ("logdet", lambda x: torch.logdet(x @ x.mT)),
        ("cholesky", lambda x: L.cholesky(definite(x))), ("cholesky upper", lambda x: L.cholesky(definite(x), upper=True)),
        ("choleskyInverse", lambda x: torch.cholesky_inverse(L.cholesky(definite(x)))),
        ("eigh", lambda x: [f(y) for f, y in zip((lambda v: v, torch.abs), L.eigh(x + x.mT))]),
        ("eigh U", lambda x: [f(y) for f, y in zip((lambda v: v, torch.abs), L.eigh(x, UPLO="U"))]),
        ("eigvalsh", L.eigvalsh), ("lu", lambda x: L.lu(x)),
    ]:
        for shape in square:
            if name == "logdet" and 0 in shape:
                continue
            if name == "choleskyInverse" and 0 in shape:
                continue
            yield name, function, [spread(*shape)]
        x = spread(2, 3, 3).detach().mT.requires_grad_()
        yield name, function, [x]
    yield "inv", L.inv, [t(3, 3, dtype=torch.float32)]
    yield "det", L.det, [t(3, 3, dtype=torch.float32)]
    singular = torch.tensor([[[1, 2], [2, 4]], [[1, 0], [0, 3]]], dtype=F64).requires_grad_()
    yield "det first order", lambda x: L.det(x), [singular]
    yield "det first order", lambda x: L.det(x), [torch.ones(3, 3, dtype=F64).requires_grad_()]

    for a, b in [((3, 3), (3, 2)), ((3, 3), (3,)), ((2, 3, 3), (2, 3, 2)), ((2, 3, 3), (3, 2)), ((3, 3), (2, 3, 2)),
                 ((2, 3, 3), (2, 3)), ((2, 1, 3, 3), (4, 3, 1)), ((0, 0), (0, 2)), ((3, 3), (3, 0))]:
        yield "solve", L.solve, [spread(*a), t(*b)]
        if b[-1] != 3:
            if len(a) == len(b):
                yield "solve right", lambda a, b: L.solve(a, b.mT, left=False), [spread(*a), t(*b)]
            yield "solveTriangular", lambda a, b: L.solve_triangular(a, b, upper=False), [spread(*a), t(*b)]
            yield "solveTriangular upper", lambda a, b: L.solve_triangular(a, b, upper=True), [spread(*a), t(*b)]
            yield "solveTriangular right", lambda a, b: L.solve_triangular(a, b.mT, upper=True, left=False), [
                spread(*a), t(*b)]
            yield "solveTriangular right lower", lambda a, b: L.solve_triangular(a, b.mT, upper=False, left=False), [
                spread(*a), t(*b)]
            yield "solveTriangular unit", lambda a, b: L.solve_triangular(a, b, upper=True, unitriangular=True), [
                t(*a), t(*b)]
    yield "solve", L.solve, [t(3, 3, order=(1, 0)), t(3, 2, order=(1, 0))]
    for a, b in [((3, 3), (3, 2)), ((2, 3, 3), (2, 3, 1))]:
        yield "choleskySolve", lambda a, b: torch.cholesky_solve(b, L.cholesky(definite(a))), [spread(*a), t(*b)]
        yield "choleskySolve upper", lambda a, b: torch.cholesky_solve(b, L.cholesky(definite(a), upper=True), upper=True), [
            spread(*a), t(*b)]

    for shape in [(3, 3), (4, 2), (2, 4), (1, 3), (3, 1), (2, 3, 2), (2, 2, 3), (0, 2), (3, 0), (0, 3, 2)]:
        yield "qr", L.qr, [t(*shape)]
        complete = lambda x: L.qr(x, mode="complete")
        if shape[-1] >= shape[-2]:
            yield "qr complete", complete, [t(*shape)]
        else:
            yield "qr complete", complete, [t(*shape).detach()]

        def svd(x, full=False):
            u, s, v = L.svd(x, full_matrices=full)
            k = s.shape[-1]
            return u[..., :k].abs(), s, v[..., :k, :].abs()
        if 0 not in shape:
            yield "svd", svd, [t(*shape)]
            yield "svd full", lambda x: svd(x, True), [t(*shape)]
        yield "svdvals", L.svdvals, [t(*shape)]
        yield "pinv", L.pinv, [t(*shape)]
        if 0 not in shape:
            yield "matrixRank", L.matrix_rank, [t(*shape)]
            for order in ["fro", "nuc", 1, -1, 2, -2, float("inf"), -float("inf")]:
                yield f"matrixNorm {order}", lambda x, o=order: L.matrix_norm(x, o), [t(*shape)]
            b = t(*shape[:-1], 2)
            yield "lstsq", lambda a, b: [y for y in L.lstsq(a, b, driver="gelsd")[:2]], [t(*shape), b]
            yield "cond", L.cond, [t(*shape)]
    for rank in [1, 2]:
        x = (t(4, rank) @ t(rank, 3)).detach()
        yield "pinv first order", L.pinv, [torch.round(x, decimals=12).requires_grad_()]
        yield "matrixRank", L.matrix_rank, [x]
    for order in ["fro", "nuc", 1, -1, float("inf"), -float("inf")]:
        # The definition, because PyTorch's own backward stops at a change in place.
        condition = lambda x, o=order: L.matrix_norm(x, o) * L.matrix_norm(L.inv(x), o)
        yield f"cond {order}", condition, [spread(2, 3, 3)]
    yield "matrixNorm fro", L.matrix_norm, [torch.zeros(2, 2, dtype=F64).requires_grad_()]
    for n in [0, 1, 2, 3, 5, 8, -1, -2]:
        yield f"matrixPower {n}", lambda x, n=n: torch.linalg.matrix_power(x, n), [spread(3, 3)]
    yield "matrixPower 3", lambda x: torch.linalg.matrix_power(x, 3), [t(2, 2, 2)]
    yield "matrixPower 2", lambda x: torch.linalg.matrix_power(x, 2), [t(2, 2, dtype=torch.int64)]


FAMILIES = {"products": products, "linalg": linalg}
