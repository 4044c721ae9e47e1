"""Writes norms.txt.

    pip install torch==2.13.0
    python3 make_norms.py
"""
import warnings

import torch
import torch.nn.functional as F

from functional_rows import File

warnings.filterwarnings("ignore")
assert torch.__version__.startswith("2.13"), torch.__version__
torch.manual_seed(0)
file = File("norms")


def x(*shape, grad=True, low=-2.0, high=2.0, dtype=torch.float64):
    values = (torch.rand(shape, dtype=torch.float64) * (high - low) + low).mul(1000).round().div(1000)
    return values.to(dtype).requires_grad_(grad)


def running(f):
    """`f` on copies of the running statistics, which are results too."""
    def call(input, mean, var, **kwargs):
        mean, var = mean.clone(), var.clone()
        return f(input, mean, var, **kwargs), mean, var
    return call


def stats(c):
    return x(c, grad=False), x(c, grad=False, low=0.5)


SHAPES = [(4, 2), (2, 2, 3), (2, 3, 2, 2), (1, 2, 2, 1, 2)]
samples = []
for shape in SHAPES:
    c = shape[1]
    samples += [
        ((x(*shape), *stats(c)), {"training": True, "weight": x(c), "bias": x(c)}),
        ((x(*shape), *stats(c)), {"training": True, "momentum": 0.3}),
        ((x(*shape), *stats(c)), {"training": False, "weight": x(c), "bias": x(c), "eps": 0.1}),
    ]
samples += [((x(2, 2, 3), *stats(2)), {"weight": x(2)}), ((x(2, 2, 3), *stats(2)), {"training": True, "bias": x(2)})]
samples += [((x(2, 2, 3, dtype=torch.float32), *(s.float() for s in stats(2))), {"training": True})]
mistakes = [((x(1, 2), *stats(2)), {"training": True}), ((x(3, 2), *stats(3)), {"training": True}),
            ((x(3, 2), *stats(2)), {"weight": x(3)})]
file.row("batch_norm", running(F.batch_norm), samples, mistakes)

samples = []
for shape in SHAPES[1:3]:
    c = shape[1]
    samples += [
        ((x(*shape), *stats(c)), {"weight": x(c), "bias": x(c)}),
        ((x(*shape), *stats(c)), {"momentum": 0.3}),
        ((x(*shape), *stats(c)), {"use_input_stats": False, "weight": x(c), "bias": x(c)}),
    ]
file.row("instance_norm", running(F.instance_norm), samples, [((x(2, 3, 1), *stats(3)), {})])

samples = []
for shape, normalized in [((4, 5), [5]), ((2, 3, 4), [3, 4]), ((3,), [3]), ((2, 3, 4), [4])]:
    samples += [
        ((x(*shape),), {"normalized_shape": normalized}),
        ((x(*shape),), {"normalized_shape": normalized, "weight": x(*normalized), "bias": x(*normalized), "eps": 0.1}),
        ((x(*shape),), {"normalized_shape": normalized, "weight": x(*normalized)}),
    ]
file.row("layer_norm", F.layer_norm, samples, [
    ((x(3, 4),), {"normalized_shape": [3]}), ((x(3, 4),), {"normalized_shape": [4], "weight": x(3)})])
samples = [(i, {k: v for k, v in a.items() if k != "bias"}) for i, a in samples]
file.row("rms_norm", F.rms_norm, samples, [((x(3, 4),), {"normalized_shape": [3]})])

samples = []
for shape, groups in [((2, 4), 2), ((2, 4, 3), 2), ((2, 4, 2, 2), 1), ((1, 3, 2, 2), 3)]:
    samples += [((x(*shape),), {"num_groups": groups}),
                ((x(*shape),), {"num_groups": groups, "weight": x(shape[1]), "bias": x(shape[1]), "eps": 0.1})]
file.row("group_norm", F.group_norm, samples, [
    ((x(2, 4, 3),), {"num_groups": 3}), ((x(2, 4, 3),), {"num_groups": 2, "weight": x(3)})])

file.row("local_response_norm", F.local_response_norm, [
    ((x(2, 4, 3),), {"size": 2}), ((x(1, 5, 2, 2),), {"size": 3, "alpha": 0.5, "beta": 0.6, "k": 2.0}),
    ((x(2, 2, 3),), {"size": 5, "alpha": 1.0})], [((x(2, 3),), {"size": 2})])
file.row("normalize", F.normalize, [
    ((x(3, 4),), {}), ((x(2, 3, 4),), {"dim": -1, "p": 1.0}), ((x(4),), {"dim": 0, "p": 3.0}),
    ((torch.zeros(2, 3, dtype=torch.float64),), {})])
file.write()
