"""Operations for make_registry.py and the samples they get beside those of PyTorch's OpInfo database."""
import torch


def small(*shape, low=-2.0, high=2.0, dtype=torch.float64, grad=True):
    """Random numbers; a tensor that requires a gradient where it can."""
    if not dtype.is_floating_point:
        high = 2 if dtype == torch.bool else 9
        return torch.randint(0, high, shape).to(dtype)
    return (torch.rand(shape, dtype=torch.float64) * (high - low) + low).to(dtype).requires_grad_(grad)


class Operation:
    """One operation: its name in the registry and how samples are made.

    params: names of the arguments after the first, which OpInfo gives by position.
    rest: the name for all arguments after the first together, where their number varies.
    opinfo: the name in OpInfo's database; "" for none. call: the function, where OpInfo has none or another.
    extra: a function that gives more samples: tuples (first, args, kwargs).
    skip: arguments we do not have: a function of the named arguments. plain: no gradients. clones: works in place.
    only64: no samples in shorter floating-point numbers, for values beyond them.
    """

    def __init__(self, name, params="", opinfo=None, call=None, extra=None, skip=None, rest=None, plain=False,
                 clones=False, forgives=False, most=None, only64=False):
        self.name, self.params, self.call, self.rest = name, params, call, rest
        self.opinfo = name if opinfo is None else opinfo
        self.extra = extra or (lambda: [])
        self.skips = skip or (lambda named: False)
        self.plain, self.clones, self.forgives, self.most, self.info = plain, clones, forgives, most, None
        self.only64 = only64

    @staticmethod
    def of(entry):
        return entry if isinstance(entry, Operation) else Operation(entry)


def unary_shapes():
    yield small(2, 1, 3),
    yield small(0),
    yield small(3, 2).detach().t().requires_grad_(),
    yield small(4, 4).detach()[::2, 1:3].requires_grad_(),


SPECIALS = torch.tensor(
    [float("inf"), -float("inf"), float("nan"), 0.0, -0.0, 1.0, -1.0, 2.5, 1e300, -1e300, 1e-300], dtype=torch.float64)


def unary(name, params="", low=-2.0, high=2.0, args=(), also=(), **more):
    """A unary elementwise operation: also 0-d, empty, strided inputs, special values, and further arguments `also`."""
    def extra():
        for (x,) in unary_shapes():
            y = torch.empty_strided(x.shape, x.stride(), dtype=x.dtype).copy_(x.detach())
            yield ((y + 2) / 4 * (high - low) + low).requires_grad_(), args
        yield SPECIALS, args
        for kwargs in also:
            yield small(2, 3), [], kwargs
    return Operation(name, params, extra=extra, **more)


def binary(name, params="other alpha", low=-2.0, high=2.0, numbers=(2.5, 3, -1), **more):
    """A binary elementwise operation: also broadcast, 0-d, strided inputs, numbers, special values, mixed dtypes."""
    def extra():
        f = lambda *shape: small(*shape, low=low, high=high)
        yield f(2, 1, 3), [f(2, 1)]
        yield f(), [f(3)]
        yield f(3), [f()]
        yield f(3, 2).detach().t().requires_grad_(), [f(2, 3)]
        yield f(2, 3), [f(4, 6).detach()[::2, 1::2].requires_grad_()]
        yield f(0, 3), [f(1)]
        for value in numbers:
            yield f(3), [value]
        yield small(4, dtype=torch.int64) + 1, [f(4).float()]
        yield small(4, dtype=torch.uint8) + 1, [small(4, dtype=torch.int64) + 1]
        yield f(3).float(), [small(3, dtype=torch.int64) + 1]
        yield SPECIALS, [SPECIALS.flip(0)]
    return Operation(name, params, extra=extra, most=5, **more)


def reduction(name, params="dim keepdim", **more):
    def extra():
        yield small(3, 2).detach().t().requires_grad_(),
        yield small(2, 3, 4).detach()[:, 1:, ::2].requires_grad_(), [], dict(dim=1)
    return Operation(name, params, extra=extra, **more)


def along(name, params="dim", opinfo=None, **more):
    """An operation along one dimension."""
    def extra():
        yield small(3, 2).detach().t().requires_grad_(), [], dict(dim=0)
        yield small(2, 3, 4).detach()[:, 1:, ::2].requires_grad_(), [], dict(dim=1)
        yield small(), [], dict(dim=0)
        yield small(2, 0, 3), [], dict(dim=1)
    return Operation(name, params, opinfo, extra=extra, **more)
