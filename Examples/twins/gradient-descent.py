"""w of y = w x by following the gradient of the whole cost."""

from common import options

args = options(epochs=100)
xs, ys = [1.0, 2.0, 3.0], [2.0, 4.0, 6.0]
w = 1.0
print("Predict (before training)", 4, 4 * w)
for epoch in range(args.epochs):
    cost = sum((x * w - y) ** 2 for x, y in zip(xs, ys)) / 3
    w -= 0.01 * sum(2 * x * (x * w - y) for x, y in zip(xs, ys)) / 3
    print("Epoch:", epoch, "w=", round(w, 2), "loss=", round(cost, 2))
print("Predict (after training)", 4, round(4 * w, 2))
