"""The elementwise operations of registry_operations.py."""
import torch
import torch.nn.functional as F

from registry_samples import Operation, SPECIALS, binary, small, unary


def points(*values):
    return torch.tensor(values, dtype=torch.float64).requires_grad_()


def at(values, operation, *arguments):
    """Adds samples at points where the derivative is special: one for each list of arguments."""
    former = operation.extra

    def extra():
        yield from former()
        for args in arguments or [()]:
            yield points(*values), list(args)

    operation.extra = extra
    return operation


def analytic(name, low=-2.0, high=2.0, values=(0.0, -0.0, 1.0, -1.0)):
    return at(values, unary(name, low=low, high=high))


def activation(name, params="", arguments=None, values=(0.0, -0.0, 1.0, -1.0, 3.0, -3.0, 6.0, 0.5, -0.5, 25.0, -25.0, 800.0),
               opinfo=None):
    operation = unary(name, params, low=-4, high=4, opinfo=opinfo or "nn.functional." + name, skip=lambda n: n.get("inplace"))
    return at(values, operation, *(arguments or [()]))


def threshold_operation():
    x = (0.0, -0.0, 1.0, -1.0, 0.5, 25.0)
    operation = Operation("threshold", "threshold value", opinfo="nn.functional.threshold",
                          extra=lambda: iter([(integers(-1, 2, 5), [2, 9])]))
    return at(x, operation, (0.5, 7.0), (0.0, -1.0))


def pairs(name, first, second, **more):
    """A binary operation of tensors only, with special pairs of points."""
    operation = binary(name, "other", numbers=(), **more)
    former = operation.extra

    def extra():
        yield from former()
        yield points(*first), [points(*second)]

    operation.extra = extra
    return operation


def integers(*values, dtype=torch.int64):
    return torch.tensor(values, dtype=dtype)


def called(name, call, *samples, params="", **more):
    """An operation without an entry in OpInfo, or with other samples than its own."""
    return Operation(name, params, opinfo="", call=call, extra=lambda: iter(samples), **more)


def ternary_extra():
    f = small
    yield f(2, 1, 3), [f(2, 1), f(2, 1, 1)]
    yield f(), [f(3), f()]
    yield f(0, 3), [f(3), f(1)]
    yield f(3, 2).detach().t().requires_grad_(), [f(2, 3), f(4, 6).detach()[::2, 1::2].requires_grad_()]


def bounded():
    x = points(-2.0, -1.0, 0.0, 0.5, 1.0, 2.0, float("inf"), float("nan"))
    for bounds in [(0, 1), (-1, None), (None, 0.5), (2.0, -1.0), (None, float("nan")), (True, 2)]:
        yield x, list(bounds)
    yield integers(-3, 0, 7), [0, 5]
    yield integers(-3, 0, 7), [-0.5, None]
    yield integers(-3, 0, 7, dtype=torch.int32), [None, 2]
    yield integers(3, 0, 200, dtype=torch.uint8), [1, 100]
    yield torch.tensor([True, False]), [0, 1]
    yield integers(-3, 2**62 + 1), [None, 2**62 + 3]
    yield small(2, 3), [points(-1.0), points(1.0)]
    yield points(0.0, 1.0, 2.0, 0.5), [points(0.0, 2.0, 0.0, 1.0), points(1.0, 1.0, 2.0, 0.5)]
    yield small(2, 3).float(), [None, torch.tensor(0.25, dtype=torch.float64)]
    yield integers(1, 2, 3), [integers(2), torch.tensor([2.5])]


def one_bound():
    x = points(-1.0, 0.0, 1.0)
    yield x, [0]
    yield x, [points(0.0, 0.0, 2.0)]
    yield x, [points(0.5)]
    yield integers(-3, 0, 7), [2]
    yield integers(-3, 0, 7), [2.5]
    yield integers(-3, 0, 7), [integers(1)]


def powers():
    base = points(0.0, 1.0, 0.3, 2.0, 4.5)
    for exponent in [0, 1, 2, 3, -1, -2, 0.5, -0.5, 1.5, 2.0, -3]:
        yield base, [exponent]
    yield points(-2.0, -0.5, -0.0), [2]
    yield points(-2.0, -0.5, -0.0), [3]
    zero = points(0.0, 0.0, 0.0, 2.0, 0.5).detach().float().requires_grad_()
    yield zero, [points(0.0, 1.0, 0.5, 0.0, -1.0).detach().float().requires_grad_()]
    yield integers(-2, 0, 3), [2]
    yield integers(-2, 0, 3), [0.5]
    yield integers(-2, 0, 3), [integers(3, 0, 2)]
    yield integers(1, -1, 3), [integers(-1)]
    yield integers(1, 4, 9), [torch.tensor(0.5)]
    yield torch.tensor(2), [small(3)]


def divisions():
    a, b = points(7.0, -7.0, 7.0, -7.0, 0.5, 6.0), points(2.0, 2.0, -2.0, -2.0, 0.25, -3.0)
    yield a, [b]
    yield a, [2.0]
    yield a, [-3]
    yield integers(7, -7, 7, -7), [integers(2, 2, -2, -2)]
    yield integers(7, -7), [3]
    yield integers(7, -7), [2.5]
    yield integers(7, 200, dtype=torch.uint8), [integers(3, 7, dtype=torch.uint8)]
    yield small(2, 1, 3), [small(2, 1)]
    yield torch.tensor([1.0, -1.0, 0.0, float("inf")], dtype=torch.float64), [0.0]


def division(mode):
    return lambda a, b: torch.div(a, b, rounding_mode=mode)


def reflected(name, call):
    def extra():
        for number in [2, 2.5, -3]:
            yield points(0.5, 2.0, -1.5), [number]
        yield integers(1, 2, 3), [2]
        yield integers(1, 2, 3), [2.5]
        yield small(2, 3), [True]
        # One order only at 0: PyTorch's second gradient of 0ˣ is NaN, ours 0.
        yield points(0.5, 2.0, -1.5).detach().float().requires_grad_(), [0]
    return Operation(name, "other", opinfo="", call=call, extra=extra)


def comparison(name):
    return binary(name, "other", plain=True)


def masks(name, params="other"):
    def extra():
        yield torch.tensor([True, False, True, False]), [torch.tensor([True, True, False, False])]
        yield torch.tensor([True, False]), [integers(1, 2)]
        yield integers(12, -5, 7), [integers(10, 3, 1)]
        yield integers(12, 5, dtype=torch.uint8), [integers(10, 300)]
        yield integers(12, 5).reshape(2, 1), [integers(10, 3)]
        yield integers(12, -5, 7), [3]
    return Operation(name, params, extra=extra, plain=True)


def shifts(name):
    def extra():
        yield integers(1, -5, 7), [integers(2, 1, 63)]
        yield integers(1, -5, 7), [3]
        yield integers(1, -5, 7, dtype=torch.int32), [integers(31, 32, -1, dtype=torch.int32)]
    return Operation(name, "other", opinfo="", call=getattr(torch, name), extra=extra, plain=True)


def choices():
    mask = torch.tensor([[True, False, True], [False, True, False]])
    yield mask, [small(2, 3), small(2, 3)]
    yield mask, [small(3), small(2, 1)]
    yield mask, [small(2, 3), 0.5]
    yield mask, [2, small(3)]
    yield mask, [1, 2]
    yield mask, [1.0, 2]
    yield mask, [True, False]
    yield mask, [integers(1, 2, 3), small(3).float()]
    yield mask, [integers(1, 2, 3), 2.5]
    yield mask.byte(), [small(2, 3), small()]
    yield mask.t(), [small(3, 1), small(3, 2)]
    yield mask[:0], [small(3), small(1)]


def closeness():
    nan, inf = float("nan"), float("inf")
    a = torch.tensor([1.0, 1.0, 0.0, nan, inf, inf, -inf, 1e-9], dtype=torch.float64)
    b = torch.tensor([1.0, 1.00002, 1e-9, nan, inf, 1.0, inf, -1e-9], dtype=torch.float64)
    for kwargs in [{}, {"equal_nan": True}, {"rtol": 1e-4}, {"rtol": 0.0, "atol": 0.0}, {"atol": 1.0}]:
        yield a, [b], kwargs
    yield integers(100, 1), [integers(101, 1)], {"rtol": 0.02}
    yield torch.tensor([True, False]), [torch.tensor([True, True])], {"atol": 0.5}
    yield a[:2].reshape(2, 1), [b[:2]], {}


def equality():
    a = torch.arange(6.0, dtype=torch.float64).reshape(2, 3)
    yield a, [a.clone()]
    yield a, [a.reshape(3, 2)]
    yield a, [a + 1e-12]
    yield a[:0], [a[:0].clone()]
    yield torch.tensor([float("nan")]), [torch.tensor([float("nan")])]


def casts(name):
    x = torch.tensor([0.0, 1.7, -1.7, 200.5, 0.1], dtype=torch.float64)
    grown = points(0.0, 1.75, -1.5)
    return called(name, lambda x: getattr(x, name)(), (x.abs(),), (integers(0, 1, 3),), (torch.tensor([True, False]),),
                  (x[1:4].float(),) if name not in ("byte", "char") else (x[:2].float(),), (grown,) if name in (
                      "float", "double", "half", "bfloat16") else (points(0.0, 1.0).detach(),))


MIXED = [(integers(1, 2), [small(2)]), (small(2).float(), [small(2)]), (small(2), [small().float()])]

FAMILIES = {
    "functions": [
        at((0.0, -0.0), unary("abs")), unary("sign"), unary("sgn"), at((0.0,), unary("square")),
        analytic("reciprocal"), analytic("sqrt", 0.1, 4), analytic("rsqrt", 0.1, 4), unary("floor"), unary("ceil"),
        at((0.5, 1.5, -2.5), unary("round")), unary("trunc"), unary("frac"),
        called("round_decimals", lambda x, decimals: torch.round(x, decimals=decimals), (small(2, 3), [2]),
               (small(2, 3), [-1]), (small(3), [0]), (small(3).float(), [1]), params="decimals"),
        analytic("exp2"), analytic("expm1"), analytic("log", 0.1, 4), analytic("log2", 0.1, 4),
        analytic("log10", 0.1, 4), analytic("log1p", -0.9, 4), unary("erf"), unary("erfc"), analytic("sin"),
        analytic("cos"), analytic("tan", -1.4, 1.4), analytic("asin", -0.9, 0.9), analytic("acos", -0.9, 0.9),
        analytic("atan"), analytic("sinh"), analytic("cosh"), analytic("asinh"), analytic("acosh", 1.1, 4),
        analytic("atanh", -0.9, 0.9),
        at((0.0, 1.0, 0.25, 0.5, 0.75, -0.5, 2.0), unary("logit", "eps", low=0.1, high=0.9), [], [0.25], [0.0]),
    ],
    "activations": [
        activation("relu"), activation("relu6"), activation("sigmoid", opinfo="sigmoid"), activation("logsigmoid"),
        activation("leaky_relu", "negative_slope", [(), (0.2,), (-0.5,)]), activation("elu", "alpha", [(), (0.7,)]),
        activation("selu"), activation("celu", "alpha", [(), (0.7,)]), activation("gelu"), activation("silu"),
        activation("mish", values=(0.0, -0.0, 1.0, -3.0, 25.0, -25.0)), activation("hardsigmoid"), activation("hardswish"),
        activation("hardtanh", "min_val max_val", [(), (-0.5, 3.0)]),
        activation("softplus", "beta threshold", [(), (2.0, 2.0), (0.5, 1.0)]), activation("softsign"),
        threshold_operation(),
        activation("hardshrink", "lambd", [(), (1.0,)]), activation("softshrink", "lambd", [(), (1.0,)]),
        activation("tanhshrink"),
        Operation("prelu", "weight", opinfo="nn.functional.prelu", extra=lambda: iter([
            (points(-1.0, 0.0, 2.0), [points(0.25).detach()]), (points(-1.0, 0.5), [points(0.25)]), (small(2, 3, 2), [small(3)]), (small(2, 3), [small()]),
            (small(2, 3), [small(1)])])),
    ],
    "binary": [
        at((1.0, -2.0), Operation("rsub", "other"), (2,), (0.5,)),
        Operation("div_trunc", "other", opinfo="", call=division("trunc"), extra=divisions),
        Operation("div_floor", "other", opinfo="", call=division("floor"), extra=divisions),
        Operation("floor_divide", "other", opinfo="", call=torch.floor_divide, extra=divisions, plain=True),
        Operation("remainder", "other", extra=divisions), Operation("fmod", "other", extra=divisions),
        reflected("rdiv", lambda x, number: number / x), reflected("rpow", lambda x, number: torch.pow(number, x)),
        reflected("xlogy_number", lambda x, number: torch.xlogy(number, x)),
        Operation("pow", "exponent", extra=powers, most=5),
        pairs("minimum", (1.0, 2.0, 3.0, float("nan")), (1.0, 3.0, 2.0, 1.0)),
        pairs("maximum", (1.0, 2.0, 3.0, float("nan")), (1.0, 3.0, 2.0, 1.0)),
        pairs("fmin", (1.0, 2.0, 3.0, float("nan"), 1.0), (1.0, 3.0, 2.0, 1.0, float("nan"))),
        pairs("fmax", (1.0, 2.0, 3.0, float("nan"), 1.0), (1.0, 3.0, 2.0, 1.0, float("nan"))),
        pairs("atan2", (0.0, 1.0, -1.0, 0.0, 0.0), (1.0, 0.0, 0.0, -1.0, 0.0)),
        pairs("hypot", (3.0, 0.0, 1e200), (4.0, 2.0, 1e200)),
        at((1.5, -0.5, 0.0, -0.0), pairs("copysign", (1.0, -2.0, 0.0), (-0.0, 0.0, -1.0)), (-2,), (0.5,)),
        at((0.0, 0.5, 2.0), pairs("xlogy", (0.0, 0.0, 1.0, 2.0, 0.0), (0.0, 2.0, 0.0, 3.0, float("nan"))), (2.0,), (0,), (-1,)),
        pairs("logaddexp", (1000.0, 1.0, -1000.0, float("inf")), (1000.0, -50.0, 3.0, float("inf"))),
        pairs("logaddexp2", (1000.0, 1.0, -1000.0, float("inf")), (1000.0, -50.0, 3.0, float("inf"))),
    ],
    "ternary": [
        Operation("lerp", "end weight", extra=ternary_extra), Operation("addcmul", "tensor1 tensor2", extra=ternary_extra),
        Operation("addcdiv", "tensor1 tensor2", extra=ternary_extra),
        called("where", torch.where, *choices(), params="self other"),
        called("clamp", torch.clamp, *bounded(), params="min max"),
        called("clamp_min", torch.clamp_min, *one_bound(), params="bound"),
        called("clamp_max", torch.clamp_max, *one_bound(), params="bound"),
    ],
    "logic": [
        comparison(name) for name in ["eq", "ne", "lt", "le", "gt", "ge"]
    ] + [
        masks("bitwise_and"), masks("bitwise_or"), masks("bitwise_xor"), shifts("bitwise_left_shift"),
        shifts("bitwise_right_shift"),
        called("bitwise_not", torch.bitwise_not, (integers(0, 1, -7),), (integers(0, 7, dtype=torch.uint8),),
               (torch.tensor([True, False]),), plain=True),
        Operation("logical_and", "other", plain=True), Operation("logical_or", "other", plain=True),
        Operation("logical_xor", "other", plain=True), Operation("logical_not", plain=True),
    ] + [
        called(name, getattr(torch, name), (SPECIALS,), (SPECIALS.float(),), (SPECIALS.half(),), (integers(0, 1),),
               (torch.tensor([True]),), plain=True)
        for name in ["isnan", "isinf", "isfinite", "isposinf", "isneginf"]
    ] + [
        called("isclose", torch.isclose, *closeness(), params="other rtol atol equal_nan", plain=True),
        called("allclose", torch.allclose, *closeness(), params="other rtol atol equal_nan", plain=True),
        called("equal", torch.equal, *equality(), params="other", plain=True),
    ] + [
        casts(name) for name in [
            "float", "double", "half", "bfloat16", "long", "int", "short", "char", "byte", "bool"]
    ],
}
