"""Diabetes from eight measurements, all patients in each step."""

import torch
from torch import nn

from common import DIABETES, options, read_numbers

args = options(epochs=1000, data=DIABETES)
rows = read_numbers(args.data)
x, y = rows[:, :8], rows[:, 8:]
model = nn.Sequential(nn.Linear(8, 6), nn.Sigmoid(), nn.Linear(6, 4), nn.Sigmoid(), nn.Linear(4, 1), nn.Sigmoid())
criterion = nn.BCELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
for epoch in range(args.epochs):
    loss = criterion(model(x), y)
    print(epoch, loss.item())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
