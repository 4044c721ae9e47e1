"""w of y = w x by the gradients of autograd."""

import torch

from common import options

args = options(epochs=100)
xs, ys = [1.0, 2.0, 3.0], [2.0, 4.0, 6.0]
w = torch.tensor([1.0], requires_grad=True)
print("Predict (before training)", 4, (4 * w).item())
for epoch in range(args.epochs):
    for x, y in zip(xs, ys):
        loss = (y - x * w) ** 2
        loss.backward()
        print("\tgrad：", x, y, round(w.grad.item(), 2))
        w.data -= 0.01 * w.grad.item()
        w.grad.data.zero_()
    print("progress:", epoch, loss.item())
print("Predict (after training)", 4, round((4 * w).item(), 2))
