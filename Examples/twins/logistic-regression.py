"""Whether a student passes, from the hours of study."""

import torch
from torch import nn

from common import options

args = options(epochs=1000)
x = torch.tensor([[1.0], [2.0], [3.0]])
y = torch.tensor([[0.0], [0.0], [1.0]])
linear = nn.Linear(1, 1)
criterion = nn.BCELoss(reduction="sum")
optimizer = torch.optim.SGD(linear.parameters(), lr=0.01)
for epoch in range(args.epochs):
    loss = criterion(torch.sigmoid(linear(x)), y)
    print(epoch, loss.item())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print("w = ", linear.weight.item())
print("b = ", linear.bias.item())
