"""What both sides of the interop tests know: every dtype and structure, and the runs of training."""
import collections

import torch
from torch import nn, optim

DTYPES = "float64 int64 float32 int32 float16 bfloat16 int16 int8 uint8 bool".split()


def random_bits(dtype, *shape):
    """Every bit pattern is a value; a bool is 0 or 1."""
    size = torch.empty(0, dtype=dtype).element_size()
    bits = torch.randint(0, 2 if dtype == torch.bool else 256, (*shape, size), dtype=torch.uint8)
    return bits.view(dtype).reshape(shape) if size > 1 else bits.to(torch.uint8).view(dtype).reshape(shape)


def tensors():
    """Tensors by name: every dtype, rank and layout, and memory that several share."""
    result = collections.OrderedDict()
    for name in DTYPES:
        dtype = getattr(torch, name)
        result[name] = random_bits(dtype, 3, 5)
        result[f"{name}.scalar"] = random_bits(dtype)
        result[f"{name}.empty"] = torch.zeros(2, 0, 3, dtype=dtype)
        result[f"{name}.large"] = random_bits(dtype, 300, 70)
        result[f"{name}.transposed"] = random_bits(dtype, 4, 6).t()
        result[f"{name}.slice"] = random_bits(dtype, 8, 9)[1::3, 2:7:2]
        result[f"{name}.expanded"] = random_bits(dtype, 4, 1).expand(4, 5)
    for rank in range(1, 9):
        result[f"rank{rank}"] = torch.randn([2] * rank)
    result["special"] = torch.tensor([float("nan"), float("inf"), -float("inf"), -0.0, 1e-45, 3.4e38])
    shared = torch.randn(100)
    result["shared.all"] = shared
    result["shared.part"] = shared[20:60].view(4, 10)
    result["shared.columns"] = shared.view(10, 10).t()
    result["naïve \"key\"\n"] = torch.ones(1)
    return result


def structures():
    return {
        "none": None, "flags": [True, False], "ints": [0, 255, 256, 65536, -1, 2**31, -(2**31) - 1, 2**63 - 1, -(2**63)],
        "floats": [0.1, -0.0, 1e300, float("inf")], "text": "ü\n\0\U0001f600", "long": "x" * 70000, "empty": [[], (), {}],
        "tuple": (1, (2, (3, "a", None))), "set": {5}, "bytes": bytes(range(256)), "bytearray": bytearray(b"abc"),
        "size": torch.Size([2, 3]), "dtype": torch.float16, "device": torch.device("cpu"), 7: {8: {9: torch.ones(2)}},
        "ordered": collections.OrderedDict(b=1, a=2), "counter": collections.Counter("hello"),
        "parameter": nn.Parameter(torch.randn(3)), "frozen": nn.Parameter(torch.randn(3), requires_grad=False),
        "leaf": torch.randn(2, requires_grad=True), "many": [torch.full((2,), float(i)) for i in range(300)],
        "names": [f"name{i}" for i in range(300)] * 2,
    }


def model():
    return nn.Sequential(
        nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Linear(144, 16), nn.LayerNorm(16), nn.Tanh(),
        nn.Linear(16, 3),
    )


OPTIMIZERS = {
    "SGD": lambda p: optim.SGD(p, lr=0.05),
    "momentum": lambda p: optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True, weight_decay=0.01),
    "Adam": lambda p: optim.Adam(p, lr=0.01),
    "amsgrad": lambda p: optim.Adam(p, lr=0.01, amsgrad=True, weight_decay=0.01),
    "AdamW": lambda p: optim.AdamW(p, lr=0.01),
    "RMSprop": lambda p: optim.RMSprop(p, lr=0.005, momentum=0.5, centered=True),
    "Adagrad": lambda p: optim.Adagrad(p, lr=0.02),
    "Adadelta": lambda p: optim.Adadelta(p, lr=0.5),
    "Adamax": lambda p: optim.Adamax(p, lr=0.01),
    "NAdam": lambda p: optim.NAdam(p, lr=0.01),
    "RAdam": lambda p: optim.RAdam(p, lr=0.01),
    "ASGD": lambda p: optim.ASGD(p, lr=0.02),
    "Rprop": lambda p: optim.Rprop(p, lr=0.01),
}
SCHEDULERS = {
    "SGD": lambda o: optim.lr_scheduler.StepLR(o, 2, 0.5),
    "momentum": lambda o: optim.lr_scheduler.MultiStepLR(o, [2, 7], 0.3),
    "Adam": lambda o: optim.lr_scheduler.CosineAnnealingLR(o, 12),
    "amsgrad": lambda o: optim.lr_scheduler.ExponentialLR(o, 0.9),
    "AdamW": lambda o: optim.lr_scheduler.LinearLR(o, 0.3, 1.0, 8),
}


def train(model, optimizer, scheduler, x, y, steps):
    losses = []
    for _ in range(steps):
        loss = nn.functional.cross_entropy(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if scheduler:
            scheduler.step()
        losses.append(loss.item())
    return losses


def run(name):
    """A model, its optimizer, and its scheduler or None."""
    net = model()
    optimizer = OPTIMIZERS[name](net.parameters())
    return net, optimizer, SCHEDULERS[name](optimizer) if name in SCHEDULERS else None


def plain(value):
    """A value as it comes back from a file of Pinion, which has fewer kinds."""
    if isinstance(value, torch.Tensor) or value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, set)):
        return [plain(inner) for inner in value]
    if isinstance(value, tuple):
        return tuple(plain(inner) for inner in value)
    if isinstance(value, (bytes, bytearray)):
        return torch.tensor(list(value), dtype=torch.uint8)
    return str(value)


def assert_same(a, b, path=""):
    """Equal in kind, order and every bit."""
    assert type(a) is type(b) or isinstance(a, torch.Tensor), f"{path}: {type(a)} {type(b)}"
    if isinstance(a, torch.Tensor):
        assert a.dtype == b.dtype and a.shape == b.shape, f"{path}: {a.dtype} {a.shape}, {b.dtype} {b.shape}"
        assert a.requires_grad == b.requires_grad, path
        a, b = (t.detach().contiguous().reshape(-1).view(torch.uint8) for t in (a, b))
        assert torch.equal(a, b), f"{path}: elements differ"
    elif isinstance(a, dict):
        assert list(a) == list(b), f"{path}: {list(a)} {list(b)}"
        for key in a:
            assert_same(a[key], b[key], f"{path}.{key}")
    elif isinstance(a, (list, tuple)):
        assert len(a) == len(b), path
        for i, (x, y) in enumerate(zip(a, b)):
            assert_same(x, y, f"{path}.{i}")
    else:
        assert repr(a) == repr(b), f"{path}: {a!r} {b!r}"
