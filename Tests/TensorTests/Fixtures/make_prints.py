"""Writes prints.txt: what torch 2.13.0+cpu prints. A name in a line that begins with #, then the text.

PrintTests.swift makes the same tensors under the same names.
"""
import pathlib

import torch

DTYPES = [torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8,
          torch.uint8, torch.bool]
inf, nan = float("inf"), float("nan")


def ramp(*shape):
    """(i * 7919 % 2003 - 1001) / 7, whose values are the same in every language."""
    count = 1
    for size in shape: count *= size
    return ((torch.arange(count, dtype=torch.float64) * 7919 % 2003 - 1001) / 7).view(shape)


def small(*shape): return ramp(*shape).fmod(100).abs()


LISTS = {
    "ones": [1.0, 2.0, 3.0],
    "fractions": [1.5, -2.25, 1000.125],
    "ties": [0.00005, 0.00015, 0.12345, 2.00005, 0.5, 1.03125],
    "tiny": [1e-5, 2.5e-5],
    "tiny and zero": [0.0, 1e-12, -3e-12],
    "large": [1e9, 2.0, -3.0],
    "large whole": [123456789.0, 987654321.0],
    "hundred million": [1e8, 1.0],
    "wide range": [1.0, 1001.0, 0.5],
    "at the limit": [1.0, 1000.0, 0.5 + 0.5],
    "negative": [-1.0, -22.0, 333.0],
    "not finite": [inf, -inf, nan, 1.0],
    "not finite with fractions": [inf, -inf, nan, 1.5],
    "not finite with exponents": [inf, -inf, nan, 1e-7],
    "only not finite": [inf, nan],
    "zeros": [0.0, -0.0],
    "negative zero": [-0.0, 5.5],
    "rounds up": [9.99995, 99.99999, 0.99999],
    "rounds up with exponents": [9.99996e10, 9.99994e-10],
    "denormal": [5e-324, 1e-320],
    "greatest": [1.7976931348623157e308, -1e-308],
    "smallest float": [1e-38, 1.4e-45],
    "three digits of exponent": [1e100, 1e-100],
    "empty": [],
}
INTEGERS = {
    "integers": [1, -20, 300],
    "one integer": [7],
    "extreme integers": [-(2**63), 2**63 - 1],
    "long row": list(range(-30, 70)),
}
OPTIONS = [
    dict(precision=2), dict(precision=0), dict(precision=7), dict(threshold=5), dict(edgeitems=1, threshold=5),
    dict(edgeitems=0, threshold=5), dict(linewidth=40), dict(sci_mode=True), dict(sci_mode=False),
    dict(profile="short"), dict(profile="full"), dict(linewidth=1),
]

with open(pathlib.Path(__file__).with_name("prints.txt"), "w") as out:
    def case(name, tensor):
        print(f"#{name}\n{tensor!r}", file=out)

    for name, values in LISTS.items():
        case(f"float32 {name}", torch.tensor(values, dtype=torch.float32))
        case(f"float64 {name}", torch.tensor(values, dtype=torch.float64))
    for name, values in INTEGERS.items(): case(name, torch.tensor(values))
    for dtype in DTYPES:
        short = str(dtype).removeprefix("torch.")
        case(f"scalar {short}", (ramp(1) * 0 + 1).to(dtype)[0])
        case(f"fraction {short}", torch.tensor(3.14159265).to(dtype))
        case(f"vector {short}", small(20).to(dtype))
        case(f"matrix {short}", small(3, 4).to(dtype))
        case(f"cube {short}", small(2, 3, 4).to(dtype))
        if dtype not in (torch.uint8, torch.bool):
            case(f"signed {short}", ramp(20).fmod(100).to(dtype))
        case(f"empty {short}", torch.empty(0, dtype=dtype))
        case(f"empty matrix {short}", torch.empty(2, 0, dtype=dtype))
        case(f"summary {short}", small(1001).to(dtype))
    for shape in [(1000,), (1001,), (40, 26), (7, 300), (300, 7), (6, 400), (2, 3, 4, 2), (11, 7, 20), (3, 4, 10, 11),
                  (1, 1, 1, 1), (1, 0, 3), (2000, 1), (1, 2000)]:
        case(f"shape {' '.join(map(str, shape))}", ramp(*shape))
        case(f"float shape {' '.join(map(str, shape))}", ramp(*shape).float() / 7)
    case("transposed", ramp(3, 4).t())
    case("transposed summary", ramp(30, 40).t())
    case("part", ramp(4, 6)[1:, ::2])
    case("expanded", torch.tensor([1.5]).expand(2, 3))
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    case("leaf", x)
    case("product", x * x)
    case("sum", x.sum())
    case("broad leaf", torch.arange(12.0).div(7).add(1000).requires_grad_())
    case("broad product", torch.arange(13.0, dtype=torch.float64).div(7).add(1000).requires_grad_() * 3)
    for options in OPTIONS:
        torch.set_printoptions(**options)
        text = " ".join(f"{key}={value}" for key, value in options.items())
        for shape in [(4,), (20,), (3, 9), (2, 3, 8)]:
            case(f"options {text} shape {' '.join(map(str, shape))}", ramp(*shape))
        case(f"options {text} whole", torch.arange(30.0))
        case(f"options {text} integers", torch.arange(30))
        torch.set_printoptions(profile="default")
