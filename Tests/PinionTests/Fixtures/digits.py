"""The program of DigitsProgramTests in PyTorch: prints the losses of its steps and the accuracy.

python3 digits.py DIGITS.csv.gz; the file has a digit a line, 64 numbers from 0 to 16 and the class.
"""
import gzip
import sys

import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset, random_split

with gzip.open(sys.argv[1], "rt") as file:
    rows = torch.tensor([[float(v) for v in line.split(",")] for line in file])


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, 3, padding=1)
        self.conv2 = nn.Conv2d(16, 32, 3, padding=1)
        self.fc = nn.Linear(128, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc(x.flatten(1))


torch.manual_seed(42)
digits = TensorDataset(rows[:, :64].reshape(-1, 1, 8, 8) / 16, rows[:, 64].long())
train, test = random_split(digits, [1437, 360])
model = Net()
loader = DataLoader(train, batch_size=64, shuffle=True)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
losses = []
for epoch in range(8):
    for images, labels in loader:
        loss = criterion(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
model.eval()
with torch.no_grad():
    images, labels = next(iter(DataLoader(test, batch_size=360)))
    accuracy = (model(images).argmax(1) == labels).float().mean().item()
print({step: round(losses[step], 7) for step in (0, 1, 2, 5, 10, 22, 45, 99)}, losses[-1], accuracy)
