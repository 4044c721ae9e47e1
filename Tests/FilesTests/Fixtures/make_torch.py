"""Files as torch.save writes them, in all their forms."""
import collections
import io
import pathlib
import zipfile

import numpy as np
import torch

here = pathlib.Path(__file__).parent
torch.manual_seed(0)
values = torch.arange(6).reshape(2, 3)
state = collections.OrderedDict()
for name in "float64 int64 float32 int32 float16 bfloat16 int16 int8 uint8 bool".split():
    state[name] = values.to(getattr(torch, name))
shared = torch.arange(12, dtype=torch.float32)
state["shared.rows"] = shared[2:8].view(2, 3)
state["shared.all"] = shared
state["shared.columns"] = shared.view(3, 4).t()
state["parameter"] = torch.nn.Parameter(torch.tensor([1.5]))
state["scalar"] = torch.tensor(2.5)
state["empty"] = torch.zeros(0, 3)
torch.save(state, here / "state.pth")
for protocol in [2, 4]:
    torch.save(state, here / f"legacy{protocol}.pth", _use_new_zipfile_serialization=False, pickle_protocol=protocol)
torch.save({"epoch": 3, "model": state, "note": "ü", "list": [1, 2.5, None, True, (1, 2)]}, here / "checkpoint.pth")


def rewrite(source, target, compression, change=lambda name, data: data):
    with zipfile.ZipFile(here / source) as old, zipfile.ZipFile(here / target, "w", compression) as new:
        for entry in old.infolist():
            # A date of its own would change the file from run to run.
            info = zipfile.ZipInfo(entry.filename)
            info.compress_type = compression
            new.writestr(info, change(entry.filename, old.read(entry)))


# The storages in the order of the pickle: ten dtypes, the shared one, the parameter, the scalar, the empty one.
types = ["f8", "i8", "f4", "i4", "u2", "u2", "i2", "i1", "u1", "u1", "f4", "f4", "f4", "f4"]


def big_endian(name, data):
    if name.endswith("/byteorder"):
        return b"big"
    if "/data/" in name:
        return np.frombuffer(data, types[int(name.split("/")[-1])]).byteswap().tobytes()
    return data


rewrite("state.pth", "big.pth", zipfile.ZIP_STORED, big_endian)
rewrite("state.pth", "deflated.pth", zipfile.ZIP_DEFLATED)
torch.serialization.set_crc32_options(False)
torch.save(state, here / "sums.pth")
torch.serialization.set_crc32_options(True)

# Everything that torch.load(weights_only=True) understands besides tensors.
torch.save(
    {
        "none": None, "true": True, "int": 7, "large": 2**40, "negative": -(2**62), "float": -0.1, "text": "ü\n",
        "list": [1, [2, [3]]], "tuple": (), "pair": (1, "a"), "set": {5}, "bytes": b"\x00\xff", "array": bytearray(b"ab"),
        "size": torch.Size([2, 3]), "dtype": torch.bfloat16, "device": torch.device("cuda:1"), 3: "number",
        "ordered": collections.OrderedDict([("b", 1), ("a", 2)]), "counter": collections.Counter([30, 30, 80]),
        "float32": 1e300, "requires": torch.ones(2, requires_grad=True), "frozen": torch.nn.Parameter(torch.ones(2), False),
        "expanded": torch.ones(1).expand(4), "storage": torch.arange(3.).untyped_storage(),
    },
    here / "structures.pth",
)
with_attribute = torch.ones(3)
with_attribute.note = "named"
torch.save({"attribute": with_attribute}, here / "attribute.pth")

# Each of these is refused by its name.
torch.save({"f": torch.nn.functional.relu}, here / "function.pth")
torch.save(torch.nn.Linear(2, 3), here / "module.pth")
torch.save({"a": torch.zeros(2, dtype=torch.uint16)}, here / "uint16.pth")
torch.save({"a": torch.zeros(2, dtype=torch.complex64)}, here / "complex.pth")
torch.jit.script(torch.nn.ReLU()).save(here / "script.pth")

# A run of training, with what the next losses are.
model = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.BatchNorm1d(8), torch.nn.Tanh(), torch.nn.Linear(8, 2))
optimizer = torch.optim.Adam(model.parameters(), lr=0.05, weight_decay=0.01, amsgrad=True)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5)
x, y = torch.randn(16, 4), torch.randn(16, 2)


def train(steps):
    losses = []
    for _ in range(steps):
        loss = torch.nn.functional.mse_loss(model(x), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
        losses.append(loss.item())
    return losses


train(3)
buffer = io.BytesIO()
torch.save(
    {
        "epoch": 3, "model_state_dict": model.state_dict(), "optimizer_state_dict": optimizer.state_dict(),
        "scheduler_state_dict": scheduler.state_dict(), "loss": 0.25, "x": x, "y": y,
    },
    buffer,
)
checkpoint = torch.load(io.BytesIO(buffer.getvalue()))
checkpoint["next"] = train(4)
torch.save(checkpoint, here / "training.pth")
