"""The form in which fixtures keep whole tensors: one a line.

    name;dtype;shape;strides;hash;index:bits ...

`hash` covers every element's bit pattern in row-major order; the elements given in full help to find a difference.
"""
import numpy as np
import torch


def patterns(tensor):
    tensor = tensor.detach().contiguous().reshape(-1)
    kind = {1: (torch.uint8, np.uint8), 2: (torch.int16, np.uint16), 4: (torch.int32, np.uint32),
            8: (torch.int64, np.uint64)}[tensor.element_size()]
    return tensor.view(kind[0]).numpy().view(kind[1]).astype(np.uint64)


def checksum(pattern):
    with np.errstate(over="ignore"):
        places = np.arange(len(pattern), dtype=np.uint64)
        weights = (places * np.uint64(2) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        return int(((pattern + np.uint64(1)) * weights).sum(dtype=np.uint64))


def line(out, name, tensor):
    pattern = patterns(tensor)
    places = range(len(pattern)) if len(pattern) <= 17 else [0, len(pattern) // 2, len(pattern) - 1]
    shown = " ".join(f"{i}:{int(pattern[i]):x}" for i in places)
    dtype = str(tensor.dtype).removeprefix("torch.")
    sizes = " ".join(map(str, tensor.shape))
    strides = " ".join(map(str, tensor.stride()))
    print(name, dtype, sizes, strides, f"{checksum(pattern):x}", shown, sep=";", file=out)
