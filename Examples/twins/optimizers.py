"""A line with seven optimizers."""

import torch
from torch import nn, optim

from common import options

args = options(epochs=100)
x = torch.tensor([[1.0], [2.0], [3.0]])
y = torch.tensor([[2.0], [4.0], [6.0]])
criterion = nn.MSELoss(reduction="sum")
kinds = [optim.SGD, optim.Adagrad, optim.Adam, optim.Adamax, optim.ASGD, optim.RMSprop, optim.Rprop]
models = [nn.Linear(1, 1) for _ in kinds]
for kind, model in zip(kinds, models):
    optimizer = kind(model.parameters(), lr=0.01)
    for epoch in range(args.epochs):
        loss = criterion(model(x), y)
        print(epoch, loss)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print("w = ", model.weight.item())
    print("b = ", model.bias.item())
    print("y_pred = ", model(torch.tensor([[4.0]])).data)
