"""Writes steps.txt: the parameters after 100 steps of each optimizer of PyTorch, one case a line.

name;dtype;elements of the parameters. The problem and the options are those of StepFixtureTests.swift.
"""

import pathlib

import torch
from torch import optim


def ramp(*shape, factor, dtype):
    count = torch.Size(shape).numel()
    values = [((i * factor) % 101) / 50 - 1 for i in range(1, count + 1)]
    return torch.tensor(values, dtype=torch.float64).reshape(shape).to(dtype)


def run(make, dtype, steps=100):
    x, y = ramp(8, 4, factor=37, dtype=dtype), ramp(8, 3, factor=53, dtype=dtype)
    w = ramp(4, 3, factor=29, dtype=dtype).requires_grad_()
    b = ramp(3, factor=17, dtype=dtype).requires_grad_()
    optimizer = make([w, b])

    def closure():
        optimizer.zero_grad()
        loss = ((x @ w + b).tanh() - y).pow(2).mean()
        if optimizer.param_groups[0].get("maximize"):
            loss = -loss
        loss.backward()
        return loss

    for _ in range(steps):
        optimizer.step(closure)
    return [v for p in (w, b) for v in p.detach().to(torch.float64).flatten().tolist()]


def of(kind, **options):
    return lambda params: kind(params, foreach=False, **options)


def groups(kind, options, **shared):
    return lambda params: kind([{"params": [params[0]]}, {"params": [params[1]], **options}], foreach=False, **shared)


def lbfgs(**options):
    return lambda params: optim.LBFGS(params, **options)


CASES = {
    "sgd": of(optim.SGD, lr=0.1),
    "sgd-momentum": of(optim.SGD, lr=0.1, momentum=0.5),
    "sgd-dampening": of(optim.SGD, lr=0.1, momentum=0.9, dampening=0.3, weight_decay=0.01),
    "sgd-nesterov": of(optim.SGD, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01),
    "sgd-maximize": of(optim.SGD, lr=0.1, momentum=0.9, weight_decay=0.01, maximize=True),
    "sgd-groups": groups(optim.SGD, {"lr": 0.02, "momentum": 0.8}, lr=0.1, weight_decay=0.02),
    "adam": of(optim.Adam, lr=0.01),
    "adam-amsgrad": of(optim.Adam, lr=0.02, amsgrad=True, weight_decay=0.01, betas=(0.8, 0.99)),
    "adam-maximize": of(optim.Adam, lr=0.02, maximize=True, weight_decay=0.01),
    "adam-beta": of(optim.Adam, lr=0.005, betas=(0.4, 0.99), eps=1e-2),
    "adam-groups": groups(optim.Adam, {"lr": 0.002, "betas": (0.5, 0.9)}, lr=0.01),
    "adamw": of(optim.AdamW, lr=0.01),
    "adamw-amsgrad": of(optim.AdamW, lr=0.02, amsgrad=True, weight_decay=0.1),
    "adamax": of(optim.Adamax, lr=0.01),
    "adamax-decay": of(optim.Adamax, betas=(0.8, 0.99), weight_decay=0.02, maximize=True),
    "nadam": of(optim.NAdam, lr=0.01),
    "nadam-decay": of(optim.NAdam, weight_decay=0.02, momentum_decay=0.01, maximize=True),
    "nadam-decoupled": of(optim.NAdam, weight_decay=0.05, decoupled_weight_decay=True),
    "radam": of(optim.RAdam, lr=0.01),
    "radam-decay": of(optim.RAdam, lr=0.02, weight_decay=0.02, betas=(0.8, 0.95), maximize=True),
    "radam-decoupled": of(optim.RAdam, lr=0.02, weight_decay=0.05, decoupled_weight_decay=True),
    "adagrad": of(optim.Adagrad),
    "adagrad-decay": of(
        optim.Adagrad, lr=0.1, lr_decay=0.01, weight_decay=0.02, initial_accumulator_value=0.1, maximize=True
    ),
    "adadelta": of(optim.Adadelta),
    "adadelta-decay": of(optim.Adadelta, lr=0.5, rho=0.8, eps=1e-5, weight_decay=0.02, maximize=True),
    "rmsprop": of(optim.RMSprop, lr=0.01),
    "rmsprop-momentum": of(optim.RMSprop, lr=0.002, momentum=0.8, weight_decay=0.02, maximize=True),
    "rmsprop-centered": of(optim.RMSprop, lr=0.005, alpha=0.9, centered=True, momentum=0.5, eps=1e-3),
    "rprop": of(optim.Rprop, step_sizes=(1e-6, 0.05)),
    "rprop-etas": of(optim.Rprop, lr=0.02, etas=(0.6, 1.1), step_sizes=(1e-3, 0.1), maximize=True),
    "asgd": of(optim.ASGD, lr=0.1),
    "asgd-average": of(optim.ASGD, lr=0.1, lambd=0.01, alpha=0.6, t0=10, weight_decay=0.02, maximize=True),
    "lbfgs": lbfgs(lr=0.1, max_iter=1, history_size=5),
    "lbfgs-wolfe": lbfgs(line_search_fn="strong_wolfe", max_iter=1, history_size=4),
    "lbfgs-long": lbfgs(line_search_fn="strong_wolfe", max_iter=2, max_eval=5),
}


def main():
    torch.set_num_threads(1)
    lines = []
    for name, make in CASES.items():
        for dtype in (torch.float64, torch.float32):
            values = run(make, dtype, steps=10 if "lbfgs" in name else 100)
            lines.append(";".join([name, str(dtype)[6:], " ".join(map(repr, values))]))
    pathlib.Path(__file__).with_name("steps.txt").write_text("\n".join(lines) + "\n")


main()
