"""Arrays as NumPy and safetensors write them. Needs numpy, torch and safetensors."""
import io
import pathlib

import numpy as np
import torch
from numpy.lib import format as npy
from safetensors.torch import save_file

here = pathlib.Path(__file__).parent
values = np.arange(6).reshape(2, 3)

tensors = {
    name: torch.tensor(values, dtype=getattr(torch, name))
    for name in "float64 int64 float32 int32 float16 bfloat16 int16 int8 uint8 bool".split()
}
tensors["scalar"] = torch.tensor(2.5)
tensors["empty"] = torch.zeros(0, 3)
tensors["quote\"ü\n"] = torch.tensor([7], dtype=torch.int8)
save_file(tensors, here / "all.safetensors", metadata={"format": "pt", "note": "a \"b\" ü"})

arrays = {d: values.astype(d) for d in "<f8 >f8 <f4 >f4 <f2 >f2 <i8 >i8 <i4 >i4 <i2 >i2 i1 u1 ?".split()}
arrays = {"a" + a.dtype.str.replace("<", "l").replace(">", "b").replace("|", "n"): a for a in arrays.values()}
arrays["fortran"] = np.asfortranarray(values.astype("<f4"))
arrays["scalar"] = np.float32(2.5)
arrays["vector"] = np.arange(4, dtype="<i4")
arrays["empty"] = np.zeros((0, 3), "<f4")
np.savez(here / "stored.npz", **arrays)
np.savez_compressed(here / "compressed.npz", **arrays)

for version in [(1, 0), (2, 0), (3, 0)]:
    buffer = io.BytesIO()
    npy.write_array(buffer, values.astype("<f4"), version)
    (here / f"v{version[0]}.npy").write_bytes(buffer.getvalue())
np.save(here / "structured.npy", np.zeros(2, [("x", "<f4"), ("y", "<i4")]))
np.save(here / "complex.npy", np.zeros(2, "<c8"))
