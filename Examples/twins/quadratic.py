"""y = w1 x² + w2 x + b by the gradients of autograd."""

import torch

from common import options

args = options(epochs=10_000)
xs, ys = [1.0, 2.0, 3.0], [2.0, 4.0, 6.0]
w1, w2, b = weights = [torch.tensor([1.0], requires_grad=True) for _ in range(3)]


def forward(x):
    return x**2 * w1 + x * w2 + b


print("Predict (before training)", 4, round(forward(4).item(), 2))
for epoch in range(args.epochs):
    for x, y in zip(xs, ys):
        loss = (y - forward(x)) ** 2
        loss.backward()
        print("\tgrad：", x, y, *(round(w.grad.item(), 2) for w in weights))
        for w in weights:
            w.data -= 0.01 * w.grad.item()
            w.grad.data.zero_()
    print("progress:", epoch, loss.item())
print("Predict (after training)", 4, round(forward(4).item(), 2))
print(f"y = {w1.item()}x^2 + {w2.item()}x + {b.item()}")
