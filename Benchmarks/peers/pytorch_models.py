"""The benchmarks of layers, models, optimizers and files in PyTorch."""

import os
import pathlib
import tempfile

import torch
from torch import nn

from models import MODELS, SHAPES

OPTIMIZERS = {
    "sigmoids": lambda parameters: torch.optim.SGD(parameters, lr=0.1),
    "mlp": lambda parameters: torch.optim.SGD(parameters, lr=0.01, momentum=0.5),
    "cnn": lambda parameters: torch.optim.SGD(parameters, lr=0.01, momentum=0.5),
    "resnet18": lambda parameters: torch.optim.SGD(parameters, lr=0.01, momentum=0.9),
    "cifar": torch.optim.Adam, "lstm": torch.optim.Adam, "transformer": torch.optim.Adam}


def train(dtype, operation, size):
    if operation not in MODELS:
        return None
    torch.set_grad_enabled(True)
    model, batch = MODELS[operation](), size[0]
    optimizer = OPTIMIZERS[operation](model.parameters())
    criterion = nn.BCELoss() if operation == "sigmoids" else nn.CrossEntropyLoss()
    if operation == "lstm":
        x, target = torch.randint(0, 128, (64, batch)), torch.randint(0, 128, (64 * batch,))
    else:
        x = torch.randn(batch, *SHAPES[operation])
        classes = 1000 if operation == "resnet18" else 10
        target = torch.rand(batch, 1) if operation == "sigmoids" else torch.randint(0, classes, (batch,))

    def step():
        loss = criterion(model(x), target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

    return step


def warm_up():
    """A step of one weight: the first imports Python modules of 70 MB."""
    with torch.enable_grad():
        weight = torch.zeros(1, requires_grad=True)
        weight.sum().backward()
        for make in OPTIMIZERS.values():
            optimizer = make([weight])
            optimizer.step()
            optimizer.zero_grad()


def infer(dtype, operation, size):
    if operation not in MODELS:
        return None
    model, x = MODELS[operation]().eval(), torch.randn(size[0], *SHAPES[operation])

    def call():
        with torch.no_grad():
            model(x)

    return call


class Classification(nn.Module):
    """A loss as a layer of logits."""

    def __init__(self):
        super().__init__()
        self.criterion, self.labels = nn.CrossEntropyLoss(), torch.randint(0, 1000, (64,))

    def forward(self, x):
        return self.criterion(x, self.labels)


class SelfAttention(nn.Module):
    """Attention of a sequence to itself, as in an encoder."""

    def __init__(self):
        super().__init__()
        self.attention = nn.MultiheadAttention(256, 8, batch_first=True)

    def forward(self, x):
        return self.attention(x, x, x, need_weights=False)[0]


LAYERS = {
    "Linear": lambda: nn.Linear(784, 512), "Conv2d": lambda: nn.Conv2d(64, 64, 3, padding=1),
    "BatchNorm2d": lambda: nn.BatchNorm2d(64), "LayerNorm": lambda: nn.LayerNorm(256),
    "GroupNorm": lambda: nn.GroupNorm(8, 64), "MaxPool2d": lambda: nn.MaxPool2d(2),
    "AvgPool2d": lambda: nn.AvgPool2d(2), "AdaptiveAvgPool2d": lambda: nn.AdaptiveAvgPool2d(1),
    "Dropout": lambda: nn.Dropout(0.5), "ReLU": nn.ReLU, "GELU": nn.GELU, "Softmax": lambda: nn.Softmax(dim=-1),
    "CrossEntropyLoss": Classification, "Embedding": lambda: nn.Embedding(10_000, 256),
    "LSTM": lambda: nn.LSTM(256, 256), "MultiheadAttention": SelfAttention,
    "Upsample": lambda: nn.Upsample(scale_factor=2, mode="bilinear")}


def layers(dtype, operation, size):
    name, _, direction = operation.partition("-")
    if name not in LAYERS:
        return None
    layer = LAYERS[name]()
    x = torch.randint(0, 10_000, size) if name == "Embedding" else torch.randn(size)

    def output():
        y = layer(x)
        return y[0] if name == "LSTM" else y

    if direction == "forward":
        layer.eval()
        return output
    gradient = torch.ones_like(output())
    torch.set_grad_enabled(True)
    x.requires_grad_(name != "Embedding")
    parameters = list(layer.parameters())

    def train():
        output().backward(gradient)
        x.grad = None
        for p in parameters:
            p.grad = None

    return train


def optim(dtype, operation, size):
    name, _, model = operation.partition("-")
    parameters = list(MODELS[model]().parameters())
    if sum(p.numel() for p in parameters) != size[0]:
        raise ValueError(f"{model} has {sum(p.numel() for p in parameters)} parameters, not {size[0]}")
    for p in parameters:
        p.grad = torch.randn_like(p)
    arguments = {"lr": 0.01, "momentum": 0.9} if name == "SGD" else {}
    return getattr(torch.optim, name)(parameters, **arguments).step


def files(dtype, operation, size):
    from safetensors.torch import load_file, save_file

    count, *shape = size
    state = {f"layers.{i}.weight": torch.ones(shape) for i in range(count)}
    folder = tempfile.TemporaryDirectory(
        dir=os.environ.get("TMPDIR") or ("/dev/shm" if os.access("/dev/shm", os.W_OK) else None))
    is_torch = operation.endswith("Pth")
    path = pathlib.Path(folder.name) / ("state.pth" if is_torch else "state.safetensors")
    save = torch.save if is_torch else save_file
    save(state, path)
    calls = {
        "savePth": lambda: save(state, path), "saveSafetensors": lambda: save(state, path),
        "loadPth": lambda: torch.load(path), "mapPth": lambda: torch.load(path, mmap=True),
        "loadSafetensors": lambda: load_file(path, backend="pread"), "mapSafetensors": lambda: load_file(path)}
    call = calls.get(operation)

    def owner(folder=folder):  # the folder goes with the call
        call()

    return call and owner


GROUPS = {"train": train, "infer": infer, "layers": layers, "optim": optim, "files": files}
