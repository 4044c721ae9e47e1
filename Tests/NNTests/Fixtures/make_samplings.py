"""Writes samplings.txt: rows of the fractional max poolings and of interpolate with antialias.

    pip install torch==2.13.0
    python3 make_samplings.py
"""
import torch
import torch.nn.functional as F

from functional_rows import File

assert torch.__version__.startswith("2.13"), torch.__version__
torch.manual_seed(0)
file = File("samplings")


def x(*shape, grad=True, dtype=torch.float64, low=-2.0):
    values = (torch.rand(shape, dtype=torch.float64) * (2 - low) + low).mul(1000).round().div(1000)
    return values.to(dtype).requires_grad_(grad)


def samples(*shape, dtype=torch.float64):
    return x(*shape, grad=False, dtype=dtype, low=0) / 2


def fractional(rank, *cases):
    function = getattr(F, f"fractional_max_pool{rank}d_with_indices")

    def call(input, numbers, **kwargs):
        return function(input, _random_samples=numbers, **kwargs)

    mistakes = [((x(*[2] * (rank + 2)), samples(2, 2, rank)), {"kernel_size": 2, "output_size": 2}),
                ((x(*[3] * rank), samples(1, 3, rank)), {"kernel_size": 2, "output_size": 2})]
    file.row(f"fractional_max_pool{rank}d_with_indices", call, cases, mistakes, second=False)


fractional(
    2, ((x(2, 3, 7, 8), samples(2, 3, 2)), {"kernel_size": 2, "output_size": (3, 5)}),
    ((x(3, 9, 6), samples(1, 3, 2)), {"kernel_size": (3, 2), "output_ratio": (0.5, 0.5)}),
    ((x(1, 2, 6, 6), samples(1, 2, 2)), {"kernel_size": 3, "output_size": 1}),
    ((x(1, 2, 11, 13, dtype=torch.float32), samples(1, 2, 2, dtype=torch.float32)), {
        "kernel_size": 2, "output_ratio": (0.7, 0.6)}))
fractional(
    3, ((x(2, 2, 4, 5, 6), samples(2, 2, 3)), {"kernel_size": 2, "output_size": (2, 3, 4)}),
    ((x(2, 4, 6, 5), samples(1, 2, 3)), {"kernel_size": (1, 2, 3), "output_ratio": (0.5, 0.5, 0.5)}))
file.row("interpolate", F.interpolate, [
    ((x(1, 2, *size),), {"mode": mode, "antialias": True, **arguments})
    for mode in ("bilinear", "bicubic")
    for size, arguments in [
        ((7, 9), {"size": (3, 4)}), ((5, 4), {"size": (8, 3)}), ((7, 6), {"size": (3, 5), "align_corners": True}),
        ((8, 10), {"scale_factor": 0.4}), ((3, 3), {"size": (1, 7)})]
] + [((x(1, 2, 9, 7),), {"mode": "lanczos", "antialias": True, "size": size}) for size in [(4, 5), (12, 2)]],
    [((x(1, 2, 4, 4),), {"size": (2, 2), "mode": "nearest", "antialias": True}),
     ((x(1, 2, 4, 4),), {"size": (2, 2), "mode": "lanczos"}),
     ((x(1, 2, 4, 4),), {"size": (2, 2), "mode": "lanczos", "antialias": True, "align_corners": True})])
file.write()
