"""Integer arithmetic on special values by PyTorch, one case a line: operation; dtype; number of operands; values; results.

Every value meets every value, the last operand's changing fastest; divisors are not zero. Run with PyTorch 2.13.0 to rewrite integers.txt.
"""
import pathlib

import torch

DTYPES = ["int64", "int32", "int16", "int8", "uint8"]
UNARY = {
    "neg": torch.neg, "abs": torch.abs, "sign": torch.sign, "square": torch.square, "relu": torch.relu,
    "bitwiseNot": torch.bitwise_not, "clamp": lambda x: torch.clamp(x, 2, 100), "floor": torch.floor,
}
BINARY = {
    "add": torch.add, "sub": torch.sub, "mul": torch.mul, "floorDivide": torch.floor_divide,
    "remainder": torch.remainder, "fmod": torch.fmod, "pow": torch.pow, "minimum": torch.minimum,
    "maximum": torch.maximum, "fmin": torch.fmin, "fmax": torch.fmax, "bitwiseAnd": torch.bitwise_and,
    "bitwiseOr": torch.bitwise_or, "bitwiseXor": torch.bitwise_xor, "shiftLeft": torch.bitwise_left_shift,
    "shiftRight": torch.bitwise_right_shift,
}
TERNARY = {"clamp": torch.clamp, "addcmul": lambda a, b, c: torch.addcmul(a, b, c, value=3)}
DIVISIONS = {"floorDivide", "remainder", "fmod"}


def values(dtype):
    if dtype == "bool":
        return torch.tensor([False, True])
    kind = getattr(torch, dtype)
    info = torch.iinfo(kind)
    numbers = [0, 1, 2, 3, 7, 100, info.max, info.max - 1, info.bits - 1, info.bits, info.bits + 1]
    if info.min < 0:
        numbers += [-1, -2, -7, -100, info.min, info.min + 1]
    return torch.tensor(numbers, dtype=kind)


def text(x):
    return " ".join(str(int(v)) for v in x)


lines = []
for dtype in DTYPES + ["bool"]:
    x = values(dtype)
    for name, f in UNARY.items():
        if dtype != "bool" or name == "bitwiseNot":
            lines.append(f"{name};{dtype};1;{text(x)};{text(f(x))}")
    for name, f in BINARY.items():
        if dtype == "bool" and name not in ("add", "mul", "minimum", "maximum", "bitwiseAnd", "bitwiseOr", "bitwiseXor"):
            continue
        a, b = (t.flatten() for t in torch.meshgrid(x, x[x != 0] if name in DIVISIONS else x, indexing="ij"))
        lines.append(f"{name};{dtype};2;{text(x)};{text(f(a, b))}")
    if dtype != "bool":
        few = x[::3]
        a, b, c = (t.flatten() for t in torch.meshgrid(few, few, few, indexing="ij"))
        for name, f in TERNARY.items():
            lines.append(f"{name};{dtype};3;{text(few)};{text(f(a, b, c))}")
pathlib.Path(__file__).with_name("integers.txt").write_text("\n".join(lines) + "\n")
