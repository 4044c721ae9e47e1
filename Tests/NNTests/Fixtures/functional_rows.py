"""Rows for the tests of functional forms: PyTorch 2.13's results, gradients and gradients of gradients.

A line of a file is what the operation registry's files have (see Tests/AutogradTests/Fixtures/make_registry.py):

    {"name": …, "samples": [SAMPLE…], "mistakes": [SAMPLE…]}
    SAMPLE = {"in": [TENSOR…], "args": {NAME: VALUE…}, "out": [TENSOR…], "grad": [TENSOR|null…], "second": […]}

Tensors among the arguments are {"tensor": i}, one of "in".
"""
import json
import math
import pathlib

import torch


def weight(x, index):
    k = torch.arange(x.numel(), dtype=torch.float64)
    return (((37 * k + 11 * index) % 17 - 8) / 8).to(x.dtype).reshape(x.shape)


def number(value, dtype):
    if not dtype.is_floating_point:
        return int(value)
    return str(value) if math.isnan(value) or math.isinf(value) else value


def tensor(x):
    if x is None:
        return None
    x = torch.zeros_like(x) if x._is_zerotensor() else x
    result = {"d": str(x.dtype).removeprefix("torch."), "s": list(x.shape)}
    result["v"] = [number(v, x.dtype) for v in x.detach().reshape(-1).tolist()]
    if x.requires_grad:
        result["g"] = 1
    return result


def sample(f, inputs, kwargs, second=True, raises=False):
    """`f(*inputs, **kwargs)`, where tensors among `kwargs` count as inputs."""
    tensors, arguments = list(inputs), {}
    for key, value in kwargs.items():
        if isinstance(value, torch.Tensor):
            arguments[key] = {"tensor": len(tensors)}
            tensors.append(value)
        else:
            arguments[key] = value
    line = {"in": [tensor(x) for x in tensors], "args": arguments}
    try:
        out = f(*inputs, **kwargs)
    except Exception as error:
        if not raises:
            raise
        return line | {"raises": str(error).split("\n")[0]}
    assert not raises, (inputs, kwargs)
    out = list(out) if isinstance(out, (tuple, list)) else [out]
    line["out"] = [tensor(y) for y in out]
    leaves = [x for x in tensors if x.requires_grad]
    used = [(i, y) for i, y in enumerate(out) if y.requires_grad]
    if not leaves or not used:
        return line
    first = torch.autograd.grad(
        [y for _, y in used], leaves, [weight(y, i) for i, y in used], create_graph=second, allow_unused=True)
    by = iter(first)
    gradients = [next(by) if x.requires_grad else None for x in tensors]
    line["grad"] = [tensor(g.detach()) if g is not None else None for g in gradients]
    scalars = [(weight(g, i + 100) * g).sum() for i, g in enumerate(first) if g is not None and g.requires_grad]
    if second and scalars:
        try:
            by = iter(torch.autograd.grad(sum(scalars), leaves, allow_unused=True))
        except RuntimeError as error:  # of a batch norm with a bias alone PyTorch has none
            assert "undefined Tensor" in str(error), error
            return line
        line["second"] = [tensor(next(by)) if x.requires_grad else None for x in tensors]
    return line


class File:
    def __init__(self, name):
        self.name, self.lines = name, []

    def row(self, name, f, samples, mistakes=(), second=True):
        """`samples` and `mistakes` are pairs of inputs and keyword arguments."""
        self.lines.append({
            "name": name,
            "samples": [sample(f, inputs, kwargs, second) for inputs, kwargs in samples],
            "mistakes": [sample(f, inputs, kwargs, raises=True) for inputs, kwargs in mistakes],
        })

    def write(self):
        path = pathlib.Path(__file__).parent / f"{self.name}.txt"
        path.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in self.lines))
