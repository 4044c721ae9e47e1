"""The program of Examples/digits in PyTorch."""

import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset, random_split

from common import options, read_digits

args = options(epochs=10, data="", print_every=0)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(32)
        self.conv2 = nn.Conv2d(32, 64, 3, padding=1)
        self.bn2 = nn.BatchNorm2d(64)
        self.dropout = nn.Dropout(0.5)
        self.fc = nn.Linear(256, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.bn1(self.conv1(x))), 2)
        x = F.max_pool2d(F.relu(self.bn2(self.conv2(x))), 2)
        return self.fc(self.dropout(x.flatten(1)))


def accuracy(model, test):
    model.eval()
    with torch.no_grad():
        right = sum((model(x).argmax(1) == y).sum().item() for x, y in DataLoader(test, batch_size=500))
    model.train()
    return 100 * right / len(test)


rows = read_digits(args.data)
digits = TensorDataset(rows[:, :64].reshape(-1, 1, 8, 8) / 16, rows[:, 64].long())
train, test = random_split(digits, [0.8, 0.2])
loader = DataLoader(train, batch_size=32, shuffle=True)
print(f"{len(train)} digits to learn from, {len(test)} held out")

model = Net()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.003)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, args.epochs)
step = 0
for epoch in range(1, args.epochs + 1):
    total = 0.0
    for images, labels in loader:
        loss = criterion(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item()
        step += 1
        if args.print_every and step % args.print_every == 0:
            print(f"step {step}: loss {loss.item():.7f}")
    scheduler.step()
    print(f"epoch {epoch:2}: loss {total / len(loader):.4f}, accuracy {accuracy(model, test):.2f} %")
print(f"\naccuracy on digits never seen: {accuracy(model, test):.2f} %")
