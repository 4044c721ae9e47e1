"""Products in nine classes."""

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from common import options

args = options(epochs=10, data="data/otto/train.csv", print_every=500)
x = torch.from_numpy(
    np.loadtxt(args.data, delimiter=",", skiprows=1, usecols=range(1, 94), dtype=np.float32)
)
y = torch.from_numpy(
    np.unique(np.loadtxt(args.data, delimiter=",", dtype=str, skiprows=1, usecols=94), return_inverse=True)[1]
)
print(y[:10])
loader = DataLoader(TensorDataset(x, y), batch_size=32, shuffle=True)
model = nn.Sequential(nn.Linear(93, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 9))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.5)
for epoch in range(1, args.epochs + 1):
    running = 0.0
    for step, (inputs, target) in enumerate(loader, 1):
        optimizer.zero_grad()
        loss = criterion(model(inputs), target)
        loss.backward()
        optimizer.step()
        running += loss.item()
        if step % args.print_every == 0:
            print(f"[{epoch},{step:5}] loss: {running / args.print_every:.6f}")
            running = 0.0
