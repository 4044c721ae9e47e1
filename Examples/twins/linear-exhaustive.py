"""w of y = w x by trying values."""

from common import options

options()
xs, ys = [1.0, 2.0, 3.0], [2.0, 4.0, 6.0]
for i in range(41):
    w = i * 0.1
    print("w = ", w)
    total = 0
    for x, y in zip(xs, ys):
        prediction = x * w
        loss = (y - prediction) * (y - prediction)
        total += loss
        print("\t", x, y, prediction, loss)
    print("MSE=", total / len(xs))
