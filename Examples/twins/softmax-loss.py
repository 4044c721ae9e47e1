"""The cross entropy of three scores, by its formula and by CrossEntropyLoss."""

import torch
from torch import nn

from common import options

options()
y = torch.tensor([1.0, 0.0, 0.0])
z = torch.tensor([0.2, 0.1, -0.1])
probabilities = z.exp() / z.exp().sum()
print((-y * probabilities.log()).sum())
print(nn.CrossEntropyLoss()(z.unsqueeze(0), torch.tensor([0])))
