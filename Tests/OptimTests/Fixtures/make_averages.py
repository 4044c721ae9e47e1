"""Writes averages.txt: averaged models of PyTorch after some updates, one case a line.

name;elements of the parameters and buffers. The models and their values are those of AveragedModelTests.swift.
"""

import pathlib

import torch
from torch import nn
from torch.optim import swa_utils as u


def model():
    return nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2)).double()


def fill(module, step):
    with torch.no_grad():
        for index, value in enumerate(module.state_dict().values()):
            places = torch.arange(value.numel()).double().reshape(value.shape)
            value.copy_(((places + index * 3 + step * 7) * 0.37).sin() * 3 + 3)


CASES = {
    "mean": {},
    "meanOfAll": {"multi_avg_fn": u.get_swa_multi_avg_fn()},
    "moving": {"multi_avg_fn": u.get_ema_multi_avg_fn(0.9)},
    "movingEach": {"avg_fn": u.get_ema_avg_fn(0.8)},
    "own": {"avg_fn": lambda a, b, n: a + (b - a) / (n + 3)},
    "buffers": {"use_buffers": True, "avg_fn": u.get_ema_avg_fn(0.7)},
}


def values(module):
    return " ".join(repr(v) for value in module.state_dict().values() for v in value.double().flatten().tolist())


lines = []
for name, arguments in CASES.items():
    source = model()
    averaged = u.AveragedModel(source, **arguments)
    for step in range(5):
        fill(source, step)
        averaged.update_parameters(source)
    lines.append(f"{name};{values(averaged)}")
batches = [(torch.arange(12).double() * 0.9 + i).cos().reshape(4, 3) for i in range(3)]
u.update_bn([(batch, 0) for batch in batches], source)
lines.append(f"statistics;{values(source)}")
lines.append(f"names;{' '.join(averaged.state_dict())}")
pathlib.Path(__file__).with_name("averages.txt").write_text("\n".join(lines) + "\n")
