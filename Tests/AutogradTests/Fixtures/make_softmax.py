"""Softmax by PyTorch. Run with PyTorch 2.13.0 to rewrite softmax.txt; operation_rows.py says what a row is."""
import torch

from operation_rows import row, write

inf, nan = float("inf"), float("nan")
torch.manual_seed(7)
CUBE = (torch.randn(2, 3, 4) * 100).round() / 64
LONG = (torch.randn(3, 41) * 20).round() / 8
SPECIAL = torch.tensor([[1.0, nan, -2.0], [-inf, 1.0, 0.5], [-inf, -inf, -inf], [1000.0, -1000.0, 999.0]])
HUGE = torch.tensor([[inf, 1.0], [1e4, 1e4 + 1]])
SCALAR = torch.tensor(-1.75)
EMPTY = torch.empty(0, 3)

CASES = {}
for name, f in {"softmax": torch.softmax, "logSoftmax": torch.log_softmax}.items():
    CASES[f"{name}(dim: 0)"] = (lambda x, f=f: f(x, 0), [CUBE, LONG, SCALAR, EMPTY])
    CASES[f"{name}(dim: 1)"] = (lambda x, f=f: f(x, 1), [CUBE, LONG, HUGE, EMPTY])
    CASES[f"{name}(dim: -1)"] = (lambda x, f=f: f(x, -1), [CUBE, SCALAR])
    CASES[f"{name}(dim: 1) without gradient"] = (lambda x, f=f: f(x.detach(), 1), [SPECIAL])
CASES["softmin(dim: 1)"] = (lambda x: torch.nn.functional.softmin(x, 1), [CUBE])

write(__file__.replace("make_softmax", "softmax"), [
    row(name, operation, x) for name, (operation, inputs) in CASES.items() for x in inputs])
