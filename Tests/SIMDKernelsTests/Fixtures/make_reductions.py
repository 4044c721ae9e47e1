"""Reductions of special values by PyTorch, one a line: operation; values; result.

Run with PyTorch 2.13.0 to rewrite reductions.txt.
"""
import itertools
import pathlib

import torch

inf, nan = float("inf"), float("nan")
OPS = {
    "sum": torch.sum,
    "mean": torch.mean,
    "prod": torch.prod,
    "min": torch.min,
    "max": torch.max,
    "sumOfSquares": lambda x: (x * x).sum(),
    "logSumExp": lambda x: torch.logsumexp(x, 0),
    "argMin": torch.argmin,
    "argMax": torch.argmax,
    "any": torch.any,
    "all": torch.all,
}
ROWS = [
    [],
    [0.0],
    [-0.0],
    [nan],
    [inf],
    [-inf],
    [inf, inf],
    [-inf, -inf, -inf],
    [1.0, inf],
    [-inf, 2.0],
    [0.0, -0.0],
    [1.0, nan, 2.0],
    [nan, 1.0, nan],
    [3.0, 3.0, 1.0, 1.0],
    [0.0, 0.0, 5.0],
    [inf, -inf],
    [1.0, inf, -inf, nan],
    [1.0, 1.0, 1.0],
    [1000.0, 1000.0],
    [-1000.0, -1000.0],
]
# The same values far apart, in front of and behind whole registers.
ROWS += [[1.0] * k + row + [1.0] * (37 - k) for k in (3, 36) for row in ROWS[3:17]]
ROWS += [list(p) for p in itertools.permutations([nan, inf, -inf, 0.0])]

lines = []
for row in ROWS:
    x = torch.tensor(row, dtype=torch.float64)
    for name, op in OPS.items():
        if not row and name in ("min", "max", "argMin", "argMax"):
            continue
        lines.append(f"{name};{' '.join(map(str, row))};{float(op(x))}")
pathlib.Path(__file__).with_name("reductions.txt").write_text("\n".join(lines) + "\n")
