"""Diabetes from eight measurements, in batches of a DataLoader."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from common import DIABETES, options, read_numbers

args = options(epochs=100, data=DIABETES)
rows = read_numbers(args.data)
loader = DataLoader(TensorDataset(rows[:, :8], rows[:, 8:]), batch_size=32, shuffle=True)
model = nn.Sequential(nn.Linear(8, 6), nn.Sigmoid(), nn.Linear(6, 4), nn.Sigmoid(), nn.Linear(4, 1), nn.Sigmoid())
criterion = nn.BCELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
for epoch in range(args.epochs):
    for i, (inputs, labels) in enumerate(loader):
        loss = criterion(model(inputs), labels)
        print(epoch, i, loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
