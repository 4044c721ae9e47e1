"""A line with a module, a loss and an optimizer."""

import torch
from torch import nn

from common import options

args = options(epochs=300)
x = torch.tensor([[1.0], [2.0], [3.0]])
y = torch.tensor([[2.0], [4.0], [6.0]])
model = nn.Linear(1, 1)
criterion = nn.MSELoss(reduction="sum")
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
for epoch in range(args.epochs):
    loss = criterion(model(x), y)
    print(epoch, loss.item())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print("w = ", model.weight.item())
print("b = ", model.bias.item())
test = torch.tensor([[4.0]])
print("x_test = ", test.item())
print("y_pred = ", model(test).data)
