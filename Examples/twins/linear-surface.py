"""w and b of y = w x + b by trying a grid of values."""

import torch

from common import options

options()
x = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64)
y = torch.tensor([9.0, 11.0, 13.0], dtype=torch.float64)
ws = torch.arange(0.0, 4.1, 0.1, dtype=torch.float64)
bs = torch.arange(5.0, 9.0, 0.1, dtype=torch.float64)
mse = (y - (x * ws.view(1, -1, 1) + bs.view(-1, 1, 1))).square().mean(dim=2)
place = mse.argmin().item()
print(f"Minimum MSE: {mse.min().item()}")
print(f"Optimal w: {ws[place % ws.numel()].item()}")
print(f"Optimal b: {bs[place // ws.numel()].item()}")
