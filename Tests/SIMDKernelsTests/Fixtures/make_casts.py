"""Conversions of special values among dtypes by PyTorch, one pair a line: from; to; bit patterns; bit patterns.

Run with PyTorch 2.13.0 on x86-64 to rewrite casts.txt.
"""
import pathlib

import numpy as np
import torch

FLOATS = ["float32", "float64", "float16", "bfloat16"]
INTEGERS = ["int64", "int32", "int16", "int8", "uint8"]
inf, nan = float("inf"), float("nan")
NUMBERS = [
    0.0, 0.4, 0.9, 1.0, 1.5, 2.5, 127.0, 127.9, 128.0, 255.0, 255.9, 256.0, 300.7, 2049.0, 32767.0, 32768.0, 65504.0,
    65519.99, 65520.0, 65535.9, 65536.0, 70000.0, 2.0**24 + 1, 2147483520.0, 2147483647.0, 2147483647.9, 2147483648.0,
    2147483649.0, 4294967300.0, 1e10, 2.0**53 - 1, 9.2e18, 2.0**63, 1e19, 1e30, 3e38, 1e300, inf, nan,
    6e-8, 3e-8, 2.0**-25, 2.0**-25 * 1.001, 6.1e-5, 1e-40, 1e-45, 1e-320, 1 + 2.0**-11 + 2.0**-40, 1 + 2.0**-8,
    1 + 3 * 2.0**-8, 0.1, 1 / 3,
]
WHOLE = [
    0, 1, 2, 3, 77, 127, 128, 129, 255, 256, 300, 2049, 2051, 32767, 32768, 65519, 65520, 65535, 65536, 2**24 + 1,
    2**24 + 3, 2**31 - 1, 2**31, 2**32 + 5, 2**38 + 1, 2**40 + 2**16 + 1, 2**53 + 1, 2**53 + 3, 2**62 + 2**38 + 1,
    2**63 - 1, 2**63 - 513,
]


def elements(dtype):
    kind = getattr(torch, dtype)
    if dtype == "bool":
        return torch.tensor([False, True, True, False])
    if dtype in FLOATS:
        return torch.tensor(NUMBERS + [-x for x in NUMBERS], dtype=torch.float64).to(kind)
    values = WHOLE + [-x for x in WHOLE] + [-(2**63)]
    return torch.tensor(values, dtype=torch.int64).to(kind)


def patterns(x):
    size = x.element_size()
    bits = x.contiguous().view(torch.uint8).numpy().view(f"<u{size}")
    return " ".join(f"{int(b):x}" for b in bits)


lines = []
for source in FLOATS + INTEGERS + ["bool"]:
    x = elements(source)
    for target in FLOATS + INTEGERS + ["bool"]:
        y = x.to(getattr(torch, target))
        lines.append(f"{source};{target};{patterns(x)};{patterns(y)}")
pathlib.Path(__file__).with_name("casts.txt").write_text("\n".join(lines) + "\n")
