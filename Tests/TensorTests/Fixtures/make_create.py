"""Writes create.txt: what torch 2.13.0+cpu makes with its creation functions; CreateTests.swift has the same names.

PyTorch's floating-point arange depends on the width of its registers: this is what it does with AVX2, on one thread.
"""
import pathlib

import torch
from tensor_lines import line

torch.set_num_threads(1)
if torch.backends.cpu.get_cpu_capability() != "AVX2": raise SystemExit("set ATEN_CPU_CAPABILITY=avx2")
FLOATS = [torch.float32, torch.float64, torch.float16, torch.bfloat16]
INTEGERS = [torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool]


def short(dtype): return str(dtype).removeprefix("torch.")


ARANGES = [
    (0, 10, 0.1), (0.3, 100.7, 0.1), (-5.0, 5.0, 1 / 3), (1000.0, 1007.0, 0.013), (5, -3, -0.01), (0, 1, 1 / 3),
    (0, 0, 1), (2, 2, -1), (0, 33, 1), (0, 6.4, 0.2), (1e-3, 1e3, 7.7),
]
INTEGER_ARANGES = [(0, 10, 1), (-3, 17, 4), (9, -4, -3), (5, 5, 1), (0, 100, 7)]
LINSPACES = [(0, 1, 11), (0.3, 100.7, 1000), (-5, 5, 33), (1000, 1007, 539), (3, -10, 100), (2, 3, 1), (2, 3, 0), (0, 1, 2)]
LOGSPACES = [(-3, 3, 100, 10), (0.5, 7.3, 200, 2), (-1.1, 2.2, 77, 2.718), (2.3, 3, 1, 10), (2, 3, 0, 10)]

with open(pathlib.Path(__file__).with_name("create.txt"), "w") as out:
    def case(name, tensor): line(out, name, tensor)

    for start, end, step in ARANGES:
        for dtype in FLOATS:
            case(f"arange {start} {end} {step} {short(dtype)}", torch.arange(start, end, step, dtype=dtype))
    for start, end, step in INTEGER_ARANGES:
        for dtype in INTEGERS[:5]:
            if dtype == torch.uint8 and min(start, end) < 0: continue
            case(f"arange {start} {end} {step} {short(dtype)}", torch.arange(start, end, step, dtype=dtype))
    for start, end, steps in LINSPACES:
        for dtype in FLOATS + [torch.int64, torch.int32]:
            case(f"linspace {start} {end} {steps} {short(dtype)}", torch.linspace(start, end, steps, dtype=dtype))
    for start, end, steps, base in LOGSPACES:
        for dtype in FLOATS:
            case(f"logspace {start} {end} {steps} {base} {short(dtype)}",
                 torch.logspace(start, end, steps, base, dtype=dtype))
    case("logspace 0 5 6 10 int64", torch.logspace(0, 5, 6, dtype=torch.int64))
    case("logspace 0 5 4 3 int64", torch.logspace(0, 5, 4, 3, dtype=torch.int64))

    case("arange of an integer", torch.arange(5))
    case("arange of a number", torch.arange(5.0))
    case("arange with an end on the way", torch.arange(1, 2.5, 0.5))
    case("arange of large integers", torch.arange(2**60, 2**60 + 9, 2))
    case("arange of integers from numbers", torch.arange(0.7, 5.2, 1.9, dtype=torch.int32))
    case("zeros", torch.zeros(2, 3))
    case("zeros int8", torch.zeros([2, 0], dtype=torch.int8))
    case("zeros of no dimensions", torch.zeros([]))
    case("ones bfloat16", torch.ones(3, dtype=torch.bfloat16))
    case("ones bool", torch.ones(1, 2, 3, dtype=torch.bool))
    case("full of an integer", torch.full([2], 3))
    case("full of a number", torch.full([2, 2], 3.7))
    case("full of a truth", torch.full([2], True))
    case("full to integers", torch.full([2], 3.7, dtype=torch.int32))
    case("full float16", torch.full([1, 4], 0.1, dtype=torch.float16))
    case("eye", torch.eye(3))
    case("eye 2 4", torch.eye(2, 4, dtype=torch.int64))
    case("eye 4 2", torch.eye(4, 2, dtype=torch.bool))
    case("eye 0", torch.eye(0))
    case("tril 3 4", torch.tril_indices(3, 4))
    case("tril 4 3 1", torch.tril_indices(4, 3, 1))
    case("tril 4 3 -2", torch.tril_indices(4, 3, -2))
    case("tril 2 3 -5", torch.tril_indices(2, 3, -5))
    case("triu 3 4", torch.triu_indices(3, 4))
    case("triu 4 3 2", torch.triu_indices(4, 3, 2))
    case("triu 4 3 -1", torch.triu_indices(4, 3, -1))
    case("triu 3 3 9", torch.triu_indices(3, 3, 9))
    base = torch.zeros(2, 3, 4, 5)
    case("like permuted", torch.ones_like(base.permute(2, 0, 3, 1)))
    case("like a part", torch.zeros_like(base[:, 1:, ::2, 1]))
    case("like a permuted part", torch.full_like(base.permute(3, 1, 0, 2)[1:, :, :, ::3], 7, dtype=torch.int16))
    case("like expanded", torch.ones_like(torch.zeros(3, 1).expand(2, 3, 4)))
    case("like expanded and transposed", torch.ones_like(torch.zeros(1, 3).expand(5, 3).t()))
    case("new zeros", base.int().new_zeros(2, 2))
    case("new ones", base.double().new_ones([3]))
    case("new full", base.int().new_full([2], 2.9))
    case("new tensor", base.half().new_tensor([[1, 2], [3, 4]]))
    case("tensor of integers", torch.tensor([1, 2]))
    case("tensor of numbers", torch.tensor([1, 2.5]))
    case("tensor of truths", torch.tensor([[True], [False]]))
    case("tensor of a number", torch.tensor(2.5, dtype=torch.float64))
    case("tensor of nothing", torch.tensor([]))
    case("tensor of empty rows", torch.zeros(2, 0))
    case("tensor of bytes", torch.tensor([1, 255], dtype=torch.uint8))
    case("tensor in a shape", torch.arange(1.0, 7).view(2, 3))
