"""The program of Examples/mnist in PyTorch."""

import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset, random_split

from common import options, read_idx

args = options(
    model="cnn", dataset="mnist", data="data", part=60_000, validation=5000, epochs=10, patience=3, print_every=300
)


class MLP(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear1 = nn.Linear(784, 512)
        self.linear2 = nn.Linear(512, 256)
        self.linear3 = nn.Linear(256, 128)
        self.linear4 = nn.Linear(128, 64)
        self.linear5 = nn.Linear(64, 10)

    def forward(self, x):
        x = x.view(-1, 784)
        x = F.relu(self.linear1(x))
        x = F.relu(self.linear2(x))
        x = F.relu(self.linear3(x))
        x = F.relu(self.linear4(x))
        return self.linear5(x)


class CNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 10, kernel_size=5)
        self.conv2 = nn.Conv2d(10, 20, kernel_size=5)
        self.pooling = nn.MaxPool2d(2)
        self.fc = nn.Linear(320, 10)

    def forward(self, x):
        y = F.relu(self.pooling(self.conv1(x)))
        y = F.relu(self.pooling(self.conv2(y)))
        return self.fc(y.view(x.size(0), -1))


class DeepCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 10, kernel_size=5)
        self.conv2 = nn.Conv2d(10, 20, kernel_size=3, padding=1)
        self.conv3 = nn.Conv2d(20, 20, kernel_size=3, padding=1)
        self.pooling = nn.MaxPool2d(2)
        self.l1 = nn.Linear(180, 16)
        self.l2 = nn.Linear(16, 10)

    def forward(self, x):
        y = self.pooling(F.relu(self.conv1(x)))
        y = self.pooling(F.relu(self.conv2(y)))
        y = self.pooling(F.relu(self.conv3(y)))
        return self.l2(self.l1(y.view(x.size(0), -1)))


class InceptionA(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.branch1x1 = nn.Conv2d(channels, 16, kernel_size=1)
        self.branch5x5_1 = nn.Conv2d(channels, 16, kernel_size=1)
        self.branch5x5_2 = nn.Conv2d(16, 24, kernel_size=5, padding=2)
        self.branch3x3_1 = nn.Conv2d(channels, 16, kernel_size=1)
        self.branch3x3_2 = nn.Conv2d(16, 24, kernel_size=3, padding=1)
        self.branch3x3_3 = nn.Conv2d(24, 24, kernel_size=3, padding=1)
        self.branch_pool = nn.Conv2d(channels, 24, kernel_size=1)

    def forward(self, x):
        branches = [
            self.branch1x1(x),
            self.branch5x5_2(self.branch5x5_1(x)),
            self.branch3x3_3(self.branch3x3_2(self.branch3x3_1(x))),
            self.branch_pool(F.avg_pool2d(x, 3, stride=1, padding=1)),
        ]
        return torch.cat(branches, dim=1)


class Inception(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 10, kernel_size=5)
        self.conv2 = nn.Conv2d(88, 20, kernel_size=5)
        self.incep1 = InceptionA(10)
        self.incep2 = InceptionA(20)
        self.mp = nn.MaxPool2d(2)
        self.fc = nn.Linear(1408, 10)

    def forward(self, x):
        y = self.incep1(F.relu(self.mp(self.conv1(x))))
        y = self.incep2(F.relu(self.mp(self.conv2(y))))
        return self.fc(y.view(x.size(0), -1))


class ResidualBlock(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, kernel_size=3, padding=1)
        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, padding=1)

    def forward(self, x):
        return F.relu(x + self.conv2(F.relu(self.conv1(x))))


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, kernel_size=5)
        self.conv2 = nn.Conv2d(16, 32, kernel_size=5)
        self.mp = nn.MaxPool2d(2)
        self.rblock1 = ResidualBlock(16)
        self.rblock2 = ResidualBlock(32)
        self.fc = nn.Linear(512, 10)

    def forward(self, x):
        y = self.rblock1(self.mp(F.relu(self.conv1(x))))
        y = self.rblock2(self.mp(F.relu(self.conv2(y))))
        return self.fc(y.view(x.size(0), -1))


def read(kind, part):
    """Normalized images and labels."""
    images = read_idx(args.data, f"{kind}-images-idx3-ubyte")[:part]
    labels = read_idx(args.data, f"{kind}-labels-idx1-ubyte")[:part]
    return TensorDataset((images.unsqueeze(1).float() / 255 - 0.1307) / 0.3081, labels.long())


def accuracy(model, dataset):
    model.eval()
    with torch.no_grad():
        right = sum((model(x).argmax(1) == y).sum().item() for x, y in DataLoader(dataset, batch_size=500))
    model.train()
    return 100 * right / len(dataset)


train, test = read("train", args.part), read("t10k", args.part // 6)
validating = min(args.validation, len(train) // 2)
train, validation = random_split(train, [len(train) - validating, validating])
loader = DataLoader(train, batch_size=64, shuffle=True)
model = {"mlp": MLP, "cnn": CNN, "deep-cnn": DeepCNN, "inception": Inception, "residual": Residual}[args.model]()
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0 if args.model == "deep-cnn" else 0.5)
best, best_state, since = -1, None, 0
for epoch in range(1, args.epochs + 1):
    running = 0.0
    for step, (images, labels) in enumerate(loader, 1):
        loss = criterion(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        running += loss.item()
        if step % args.print_every == 0:
            print(f"[{epoch},{step:5}] loss: {running / args.print_every:.6f}")
            running = 0.0
    if validating == 0:
        continue
    now = accuracy(model, validation)
    print(f"Accuracy on validation set: {now:.2f} %")
    since += 1
    if now > best:
        best, since = now, 0
        best_state = {name: value.clone() for name, value in model.state_dict().items()}
    if since >= args.patience:
        print(f"No better model for {args.patience} epochs")
        break
if best_state:
    model.load_state_dict(best_state)
print(f"Accuracy on test set: {accuracy(model, test):.2f} %")
