"""write.py FOLDER [FILE...]: files of PyTorch, NumPy and safetensors for Pinion to read, and the files given."""
import pathlib
import shutil
import sys

import numpy as np
import safetensors.torch
import torch

from samples import OPTIMIZERS, run, structures, tensors, train

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
torch.manual_seed(0)

state = tensors()
torch.save(state, folder / "tensors.pth")
torch.save(state, folder / "tensors_legacy.pth", _use_new_zipfile_serialization=False)
torch.save(structures(), folder / "structures.pth")
torch.save(structures(), folder / "structures_legacy.pth", _use_new_zipfile_serialization=False)
torch.save([state["rank3"], state["rank3"][1]], folder / "list.pt")
torch.save(state["rank3"], folder / "tensor.pt")

contiguous = {name: tensor.detach().clone(memory_format=torch.contiguous_format) for name, tensor in state.items()}
safetensors.torch.save_file(contiguous, folder / "tensors.safetensors", {"format": "pt", "note": "ü"})
# NumPy keeps the order of transposed arrays, and has no bfloat16.
arrays = {name.replace("\n", ""): t.numpy() for name, t in state.items() if t.dtype != torch.bfloat16}
np.savez(folder / "arrays.npz", **arrays)
np.savez_compressed(folder / "arrays_compressed.npz", **arrays)
np.savez(folder / "arrays_big.npz", **{k: a.astype(a.dtype.newbyteorder(">")) for k, a in arrays.items()})
np.save(folder / "array.npy", state["rank3"].numpy())

for name in OPTIMIZERS:
    model, optimizer, scheduler = run(name)
    x, y = torch.randn(12, 1, 8, 8), torch.randint(0, 3, (12,))
    before = train(model, optimizer, scheduler, x, y, 4)
    checkpoint = {
        "epoch": 4, "model_state_dict": model.state_dict(), "optimizer_state_dict": optimizer.state_dict(),
        "x": x, "y": y, "loss": before[-1],
    }
    if scheduler:
        checkpoint["scheduler_state_dict"] = scheduler.state_dict()
    path = folder / f"train_{name}.pth"
    torch.save(checkpoint, path)
    checkpoint = torch.load(path)
    checkpoint["next"] = train(model, optimizer, scheduler, x, y, 5)
    torch.save(checkpoint, path)

for number, path in enumerate(sys.argv[2:]):
    shutil.copy(path, folder / f"weights{number}_{pathlib.Path(path).name}")
print(len(list(folder.iterdir())), "files")
