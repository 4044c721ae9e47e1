"""Writes schedules.txt: the learning rates of 200 epochs under each scheduler of PyTorch, one case a line.

name;the first group's rates;the second group's last rate;the first group's last momentum.
The settings are those of ScheduleFixtureTests.swift.
"""

import pathlib
import warnings

import torch
from torch.optim import lr_scheduler as s
from torch.optim.swa_utils import SWALR

warnings.simplefilter("ignore")

CASES = {
    "step": lambda o: s.StepLR(o, 30, gamma=0.5),
    "multistep": lambda o: s.MultiStepLR(o, [20, 20, 90, 150], gamma=0.4),
    "constant": lambda o: s.ConstantLR(o, factor=0.25, total_iters=17),
    "linear": lambda o: s.LinearLR(o, start_factor=0.1, end_factor=0.8, total_iters=60),
    "exponential": lambda o: s.ExponentialLR(o, 0.97),
    "polynomial": lambda o: s.PolynomialLR(o, total_iters=120, power=1.7),
    "cosine": lambda o: s.CosineAnnealingLR(o, 35, eta_min=0.003),
    "restarts": lambda o: s.CosineAnnealingWarmRestarts(o, 9, T_mult=2, eta_min=0.001),
    "restarts-even": lambda o: s.CosineAnnealingWarmRestarts(o, 13),
    "cyclic": lambda o: s.CyclicLR(o, 0.01, 0.3, step_size_up=11, step_size_down=23),
    "cyclic-halved": lambda o: s.CyclicLR(o, 0.01, 0.3, step_size_up=14, mode="triangular2"),
    "cyclic-exponential": lambda o: s.CyclicLR(o, 0.01, 0.3, 14, mode="exp_range", gamma=0.98, cycle_momentum=False),
    "cyclic-own": lambda o: s.CyclicLR(o, 0.01, 0.3, 9, scale_fn=lambda x: 1 / x, cycle_momentum=False),
    "cyclic-own-steps": lambda o: s.CyclicLR(
        o, 0.01, 0.3, 9, scale_fn=lambda x: 1 / (1 + 0.1 * x), scale_mode="iterations", base_momentum=0.5),
    "swa": lambda o: SWALR(o, 0.05, anneal_epochs=30),
    "swa-linear": lambda o: SWALR(o, [0.4, 0.001], anneal_epochs=7, anneal_strategy="linear"),
    "swa-at-once": lambda o: SWALR(o, 0.03, anneal_epochs=0),
    "onecycle": lambda o: s.OneCycleLR(o, 0.4, total_steps=220),
    "onecycle-linear": lambda o: s.OneCycleLR(o, 0.4, epochs=50, steps_per_epoch=4, anneal_strategy="linear"),
    "onecycle-three": lambda o: s.OneCycleLR(o, 0.4, total_steps=210, three_phase=True, pct_start=0.2),
    "lambda": lambda o: s.LambdaLR(o, lambda e: 0.95**e),
    "multiplicative": lambda o: s.MultiplicativeLR(o, lambda e: 0.9 if e % 7 == 0 else 1.0),
    "plateau": lambda o: s.ReduceLROnPlateau(o, factor=0.5, patience=6, cooldown=3, threshold=0.01, min_lr=1e-3),
    "plateau-max": lambda o: s.ReduceLROnPlateau(o, mode="max", patience=8, threshold=0.05, threshold_mode="abs"),
    "sequential": lambda o: s.SequentialLR(
        o, [s.ConstantLR(o, 0.1, 10), s.ExponentialLR(o, 0.98), s.CosineAnnealingLR(o, 40)], [15, 80]
    ),
    "warmup-cosine": lambda o: s.SequentialLR(
        o, [s.LinearLR(o, 0.05, total_iters=20), s.CosineAnnealingLR(o, 180)], [20]
    ),
    "chained": lambda o: s.ChainedScheduler([s.ConstantLR(o, 0.1, 25), s.ExponentialLR(o, 0.99), s.StepLR(o, 50, 0.5)]),
    "two": lambda o: (s.ExponentialLR(o, 0.99), s.MultiStepLR(o, [30, 80])),
}


def main():
    lines = []
    for name, make in CASES.items():
        p, q = (torch.ones(1, requires_grad=True) for _ in range(2))
        optimizer = torch.optim.SGD([{"params": [p]}, {"params": [q], "lr": 0.02}], lr=0.1, momentum=0.6)
        made = make(optimizer)
        schedulers = made if isinstance(made, tuple) else (made,)
        rates = []
        for epoch in range(200):
            rates.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            for scheduler in schedulers:
                if isinstance(scheduler, s.ReduceLROnPlateau):
                    scheduler.step(((epoch * 37) % 101) / 50)
                else:
                    scheduler.step()
        groups = optimizer.param_groups
        ends = [repr(groups[1]["lr"]), repr(groups[0]["momentum"])]
        lines.append(";".join([name, " ".join(map(repr, rates)), *ends]))
    pathlib.Path(__file__).with_name("schedules.txt").write_text("\n".join(lines) + "\n")


main()
