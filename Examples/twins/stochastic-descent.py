"""w of y = w x by following the gradient of one sample at a time."""

import torch

from common import options

args = options(epochs=100)
xs, ys = [1.0, 2.0, 3.0], [2.0, 4.0, 6.0]
w = 1.0
print("Predict (before training)", 4, 4 * w)
for epoch in range(args.epochs):
    index = torch.randint(3, (1,)).item()
    x, y = xs[index], ys[index]
    gradient = 2 * x * (x * w - y)
    w -= 0.01 * gradient
    print("\tgrad：", x, y, round(gradient, 2))
    print("Epoch:", epoch, "w=", round(w, 2), "loss=", round((y - x * w) ** 2, 2))
print("Predict (after training)", 4, round(4 * w, 2))
