"""Writes elementwise_unary.txt and elementwise_binary.txt: PyTorch's values and gradients in float64.

A case is a line `op first second` followed by its elements; the gradient of element i of the result is 1, -2 or 0.5
in turn. Lines of a unary case hold `x y gx`, of a binary case `a b y ga gb`. Inputs are exact in float32.
"""

import math
import pathlib
from functools import partial

import numpy
import torch

inf, nan = math.inf, math.nan
here = pathlib.Path(__file__).parent
torch.manual_seed(0)


def narrow(values):
    return [float(numpy.float32(v)) for v in values]


wide = narrow(
    [0.0, -0.0, inf, -inf, nan, 0.5, -0.5, 1, -1, 2, -2, 3, -3, 6, -6, 1.5, -1.5, 2.5, -2.5, 20, -20, 21, 100, -100]
    + [1e-40, -1e-40, 1e-10, -1e-10, 0.1, -0.1, 0.25, -0.25, 30, -30, 1e10, -1e10]
    + (torch.randn(24) * 3).tolist()
)
positive = narrow([abs(v) for v in wide if v == v] + [nan, -1.0])
unit = narrow([0.0, -0.0, 1, -1, 2, nan, 0.5, -0.5, 0.25, 0.75, 1e-10] + (torch.rand(24) * 2 - 1).tolist())
above = narrow([1.0, 0.5, nan, inf, 1e10, 1 + 2**-20] + (1 + torch.rand(16) * 9).tolist())
# Where PyTorch differentiates a quotient of infinities.
finite = [v for v in wide if not math.isinf(v)]
F = torch.nn.functional

unary = [
    ("neg", 0, 0, torch.neg, wide),
    ("abs", 0, 0, torch.abs, wide),
    ("sign", 0, 0, torch.sign, wide),
    ("square", 0, 0, torch.square, wide),
    ("reciprocal", 0, 0, torch.reciprocal, wide),
    ("sqrt", 0, 0, torch.sqrt, positive),
    ("rsqrt", 0, 0, torch.rsqrt, positive),
    ("clamp", -1.5, 2, lambda x: torch.clamp(x, -1.5, 2), wide),
    ("clamp", 2, -1.5, lambda x: torch.clamp(x, 2, -1.5), wide),
    ("clamp", nan, 2, lambda x: torch.clamp(x, nan, 2), [1.0, -3.0, nan, inf]),
    ("clamp", -inf, 2, lambda x: torch.clamp(x, max=2), wide),
    ("exp", 0, 0, torch.exp, wide),
    ("exp2", 0, 0, torch.exp2, wide),
    ("expm1", 0, 0, torch.expm1, wide),
    ("log", 0, 0, torch.log, positive),
    ("log2", 0, 0, torch.log2, positive),
    ("log10", 0, 0, torch.log10, positive),
    ("log1p", 0, 0, torch.log1p, positive + narrow([-0.5, -0.99, -2.0])),
    ("logit", -1, 0, torch.logit, unit),
    ("logit", 0.125, 0, lambda x: torch.logit(x, 0.125), unit + [0.125, 0.875]),
    ("sin", 0, 0, torch.sin, wide),
    ("cos", 0, 0, torch.cos, wide),
    ("tan", 0, 0, torch.tan, wide),
    ("asin", 0, 0, torch.asin, unit),
    ("acos", 0, 0, torch.acos, unit),
    ("atan", 0, 0, torch.atan, wide),
    ("sinh", 0, 0, torch.sinh, wide),
    ("cosh", 0, 0, torch.cosh, wide),
    ("tanh", 0, 0, torch.tanh, wide),
    ("asinh", 0, 0, torch.asinh, wide),
    ("acosh", 0, 0, torch.acosh, above),
    ("atanh", 0, 0, torch.atanh, unit),
    ("erf", 0, 0, torch.erf, wide),
    ("erfc", 0, 0, torch.erfc, wide),
    ("floor", 0, 0, torch.floor, wide),
    ("ceil", 0, 0, torch.ceil, wide),
    ("round", 0, 0, torch.round, wide),
    ("trunc", 0, 0, torch.trunc, wide),
    ("frac", 0, 0, torch.frac, wide),
    ("sigmoid", 0, 0, torch.sigmoid, wide),
    ("logSigmoid", 0, 0, F.logsigmoid, wide),
    ("relu", 0, 0, torch.relu, wide),
    ("relu6", 0, 0, F.relu6, wide),
    ("leakyReLU", 0.125, 0, lambda x: F.leaky_relu(x, 0.125), wide),
    ("elu", 1.5, 0, lambda x: F.elu(x, 1.5), wide),
    ("selu", 0, 0, F.selu, wide),
    ("celu", 0.5, 0, lambda x: F.celu(x, 0.5), wide),
    ("gelu", 0, 0, F.gelu, wide),
    ("geluTanh", 0, 0, lambda x: F.gelu(x, approximate="tanh"), wide),
    ("silu", 0, 0, F.silu, wide),
    ("mish", 0, 0, F.mish, wide),
    ("hardsigmoid", 0, 0, F.hardsigmoid, wide),
    ("hardswish", 0, 0, F.hardswish, wide),
    ("hardtanh", -1.5, 2, lambda x: F.hardtanh(x, -1.5, 2), wide),
    ("softplus", 1, 20, F.softplus, wide),
    ("softplus", 2, 5, lambda x: F.softplus(x, 2, 5), wide + [2.5]),
    ("softsign", 0, 0, F.softsign, finite),
    ("threshold", 0.5, 20, lambda x: F.threshold(x, 0.5, 20), wide),
    ("hardshrink", 0.5, 0, F.hardshrink, wide),
    ("softshrink", 0.5, 0, F.softshrink, wide),
    ("tanhshrink", 0, 0, F.tanhshrink, wide),
]

specials = [0.0, -0.0, 1, -1, 2, -2, 0.5, -1.5, 3, inf, -inf, nan]
pairs = [(a, b) for a in specials for b in specials]
draws = narrow((torch.randn(80) * 3).tolist())
pairs += list(zip(draws[:40], draws[40:])) + [(7.5, 2.5), (-7.5, 2.5), (7.5, -2.5), (1e10, 3.0), (-1e10, 0.375)]

binary = [
    ("add", torch.add),
    ("sub", torch.sub),
    ("mul", torch.mul),
    ("div", torch.div),
    ("floorDivide", lambda a, b: torch.div(a, b, rounding_mode="floor")),
    ("remainder", torch.remainder),
    ("fmod", torch.fmod),
    ("pow", torch.pow),
    ("minimum", torch.minimum),
    ("maximum", torch.maximum),
    ("fmin", torch.fmin),
    ("fmax", torch.fmax),
    ("atan2", torch.atan2),
    ("hypot", torch.hypot),
    ("copysign", torch.copysign),
    ("prelu", None),
]

# Losses; the first argument of the binary cross entropy is a probability.
shares = narrow([0.0, 1.0, 0.5, 0.25, 1e-10, 1 - 2**-20, 1e-40] + torch.rand(16).tolist())
losses = [
    ("squaredError", F.mse_loss, pairs),
    ("binaryCrossEntropy", F.binary_cross_entropy, [(a, b) for a in shares for b in shares[:6] + [0.3]]),
    ("logisticLoss", F.binary_cross_entropy_with_logits, pairs),
]


def gradient(y):
    return torch.tensor([1, -2, 0.5], dtype=torch.float64).repeat(len(y) // 3 + 1)[: len(y)]


def text(*values):
    return " ".join(repr(float(v)).removesuffix(".0") for v in values) + "\n"


with open(here / "elementwise_unary.txt", "w") as file:
    for name, first, second, function, values in unary:
        x = torch.tensor(values, dtype=torch.float64, requires_grad=True)
        y = function(x)
        y.backward(gradient(y))
        file.write(name + " " + text(first, second))
        for row in zip(x.tolist(), y.tolist(), x.grad.tolist()):
            file.write(text(*row))

with open(here / "elementwise_binary.txt", "w") as file:
    rows = [(name, function, pairs) for name, function in binary]
    rows += [(name, partial(function, reduction="none"), pairs) for name, function, pairs in losses]
    for name, function, pairs in rows:
        a = torch.tensor([p[0] for p in pairs], dtype=torch.float64, requires_grad=True)
        b = torch.tensor([p[1] for p in pairs], dtype=torch.float64, requires_grad=True)
        if function is None:
            y = F.prelu(a.reshape(1, -1), b).reshape(-1)
        else:
            y = function(a, b)
        y.backward(gradient(y))
        file.write(name + " 0 0\n")
        gb = b.grad if b.grad is not None else torch.zeros_like(b)
        for row in zip(*(t.tolist() for t in (a, b, y, a.grad, gb))):
            file.write(text(*row))
