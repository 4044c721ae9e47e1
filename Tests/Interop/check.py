"""check.py THEIRS OURS: compares what Pinion wrote into OURS with the files in THEIRS that it had read."""
import pathlib
import sys
import zipfile

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file

from samples import OPTIMIZERS, assert_same, plain, run, train

theirs, ours = (pathlib.Path(path) for path in sys.argv[1:3])
checked = 0


def from_numpy(array):
    return torch.from_numpy(np.array(array.astype(array.dtype.newbyteorder("=")), copy=True))


def read(path):
    """A file of anybody as PyTorch's tensors."""
    if path.suffix == ".safetensors":
        return load_file(path)
    if path.suffix == ".npy":
        return from_numpy(np.load(path))
    if path.suffix == ".npz":
        assert zipfile.ZipFile(path).testzip() is None
        return {name: from_numpy(array) for name, array in np.load(path).items()}
    return torch.load(path, map_location="cpu", weights_only=False)


def check(expected, path, ordered=True):
    global checked
    if path.suffix in (".pth", ".pt"):
        assert zipfile.ZipFile(path).testzip() is None
        found = [torch.load(path, weights_only=True), torch.load(path, weights_only=True, mmap=True)]
    else:
        found = [read(path)]
    for value in found:
        if not ordered:
            value = {key: value[key] for key in expected} | value
        assert_same(expected, value, path.name)
    checked += 1


for path in sorted(theirs.iterdir()):
    if path.name.startswith("train_"):
        continue
    value = plain(read(path))
    check(value, ours / (path.name + ".pth"))
    if isinstance(value, dict) and all(isinstance(inner, torch.Tensor) for inner in value.values()):
        value = {name: tensor.detach() for name, tensor in value.items()}
        check(value, ours / (path.name + ".safetensors"), ordered=False)
        check({k: t for k, t in value.items() if t.dtype != torch.bfloat16}, ours / (path.name + ".npz"))

state = torch.load(ours / "tensors.pth.pth")
parts = [state[f"shared.{name}"] for name in ("all", "part", "columns")]
assert len({part.untyped_storage().data_ptr() for part in parts}) == 1, "the storage is shared no longer"
with safe_open(ours / "metadata.safetensors", "pt") as file:
    assert file.metadata() == {"format": "pt", "note": "ü"}

worst = 0
for name in OPTIMIZERS:
    checkpoint = torch.load(ours / f"train_{name}.pth")
    model, optimizer, scheduler = run(name)
    model.load_state_dict(checkpoint["model_state_dict"])
    optimizer.load_state_dict(checkpoint["optimizer_state_dict"])
    if scheduler:
        scheduler.load_state_dict(checkpoint["scheduler_state_dict"])
    assert checkpoint["epoch"] == 9
    losses = train(model, optimizer, scheduler, checkpoint["x"], checkpoint["y"], 5)
    for a, b in zip(losses, checkpoint["next"], strict=True):
        worst = max(worst, abs(a - b) / max(abs(b), 1e-3))
    assert worst < 2e-5, (name, losses, checkpoint["next"])
print(f"{checked} files equal; {len(OPTIMIZERS)} runs go on, losses within {worst:.1e}")
