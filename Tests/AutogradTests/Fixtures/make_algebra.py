"""Writes algebra_products.json and algebra_linalg.json: PyTorch 2.13's results for matrix products and linear algebra.

    pip install torch==2.13.0 numpy
    python3 make_algebra.py

A line of a file is a sample:

    {"name": …, "in": [TENSOR…], "out": [TENSOR…], "grad": [TENSOR|null…], "second": [TENSOR|null…]}
    TENSOR = {"d": dtype, "s": shape, "t": strides (only if not contiguous), "v": elements in row-major order}

Floating-point inputs require gradients. The gradients that come down to the outputs are not stored: element k of output
i is ((37 k + 11 i) mod 17 - 8) / 8. "grad" has the gradients of the inputs; with h, by the same formula with i + 100,
"second" has the gradients of sum_i <h_i, grad_i>, in float64 only. Results with free signs are stored as what they are
free of: the case's function says how. The Swift tests have a function of the same name for each.
"""
import json
import pathlib

import torch

import algebra_cases

assert torch.__version__.startswith("2.13"), torch.__version__


def weight(x, index):
    """What comes down to output `index`, and the direction of the second order."""
    k = torch.arange(x.numel(), dtype=torch.float64)
    return (((37 * k + 11 * index) % 17 - 8) / 8).to(x.dtype).reshape(x.shape)


def tensor(x):
    if x is None:
        return None
    plain = torch.zeros(x.shape, dtype=x.dtype) if x._is_zerotensor() else x.detach()
    result = {"d": str(x.dtype).removeprefix("torch."), "s": list(x.shape)}
    if not plain.is_contiguous():
        result["t"] = list(plain.stride())
    digits = 9 if x.dtype == torch.float32 else 17
    result["v"] = [
        float(f"{v:.{digits}g}") if x.dtype.is_floating_point else int(v) for v in plain.reshape(-1).tolist()]
    return result


def sample(name, function, inputs):
    outputs = function(*inputs)
    outputs = list(outputs) if isinstance(outputs, (list, tuple)) else [outputs]
    result = {"name": name, "in": [tensor(x) for x in inputs], "out": [tensor(y) for y in outputs]}
    wanted = [x for x in inputs if x.requires_grad]
    results = [(i, y) for i, y in enumerate(outputs) if y.requires_grad]
    if not wanted or not results:
        return result
    weights = [weight(y, i) for i, y in results]
    gradients = torch.autograd.grad([y for _, y in results], wanted, weights, create_graph=True, allow_unused=True)
    spread = lambda values: [tensor(next(values)) if x.requires_grad else None for x in inputs]
    result["grad"] = spread(iter(gradients))
    if all(x.dtype == torch.float64 for x in wanted) and "first order" not in name:
        values = [(g * weight(g, 100 + i)).sum() for i, g in enumerate(gradients) if g is not None and g.requires_grad]
        if values:
            try:
                second = torch.autograd.grad(sum(values), wanted, allow_unused=True)
                if all(g is None or g.isfinite().all() for g in second):
                    result["second"] = spread(iter(second))
            except RuntimeError as error:
                print(f"{name}: no second gradient: {str(error)[:100]}")
    return result


for family, cases in algebra_cases.FAMILIES.items():
    torch.manual_seed(2)
    lines = [sample(*case) for case in cases()]
    path = pathlib.Path(__file__).parent / f"algebra_{family}.json"
    path.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines))
    print(path.name, len(lines), path.stat().st_size)
