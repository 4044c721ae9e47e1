"""Shapes and results of a convolution and of max pooling."""

import torch
from torch import nn

from common import options

options()
images = torch.randn(1, 5, 100, 100)
layer = nn.Conv2d(5, 10, 3)
print(list(images.shape))
print(list(layer(images).shape))
print(list(layer.weight.shape))
numbers = [3, 4, 6, 5, 7, 2, 4, 6, 8, 2, 1, 6, 7, 8, 4, 9, 7, 4, 6, 2, 3, 7, 5, 4, 1]
image = torch.tensor(numbers, dtype=torch.float32).view(1, 1, 5, 5)
kernel = torch.tensor([1.0, 2, 3, 4, 5, 6, 7, 8, 9]).view(1, 1, 3, 3)
for stride in (1, 2):
    layer = nn.Conv2d(1, 1, 3, stride=stride, padding=1, bias=False)
    layer.weight.data = kernel
    print(layer(image))
square = torch.tensor([3.0, 4, 6, 5, 2, 4, 6, 8, 1, 6, 7, 8, 9, 7, 4, 6]).view(1, 1, 4, 4)
print(nn.MaxPool2d(2)(square))
