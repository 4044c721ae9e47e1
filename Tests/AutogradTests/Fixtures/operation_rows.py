"""Rows of a fixture: an operation's name; the input's shape; its elements; results; gradient; gradient of the gradient.

Everything is computed in float64. The gradient is that of the sum of all floating-point results times weight(); the
second one is that of the sum of the first times direction(). A row of an operation without gradients ends in "-;-".
"""
import pathlib

import torch


def weight(count, result):
    return torch.tensor([0.5 + (k * 7 + result * 3) % 11 / 8 for k in range(count)], dtype=torch.float64)


def direction(count):
    return torch.tensor([-1 + k * 5 % 9 / 4 for k in range(count)], dtype=torch.float64)


def numbers(x):
    return " ".join(repr(float(v)).removesuffix(".0") for v in x.reshape(-1).tolist())


def shape(x):
    return ",".join(map(str, x.shape))


def row(name, operation, x):
    x = x.detach().clone().double().requires_grad_(True)
    results = operation(x)
    results = list(results) if isinstance(results, (tuple, list)) else [results]
    fields = [name, shape(x), numbers(x)]
    fields.append("|".join(f"{str(y.dtype)[6:]}:{shape(y)}:{numbers(y.detach())}" for y in results))
    recorded = [(i, y) for i, y in enumerate(results) if y.requires_grad]
    if not recorded:
        return ";".join(fields + ["-", "-"])
    total = sum((y.reshape(-1) * weight(y.numel(), i)).sum() for i, y in recorded)
    (first,) = torch.autograd.grad(total, x, create_graph=True)
    fields.append(numbers(first.detach() + torch.zeros_like(first)))
    second = torch.zeros_like(x)
    if first.requires_grad and x.numel():
        turned = (first.reshape(-1) * direction(x.numel())).sum()
        found = torch.autograd.grad(turned, x, allow_unused=True)[0]
        second = second if found is None else second + found
    return ";".join(fields + [numbers(second)])


def write(path, rows):
    pathlib.Path(path).with_suffix(".txt").write_text("\n".join(rows) + "\n")
