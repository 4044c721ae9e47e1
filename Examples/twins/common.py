"""What the twins share: options as the Swift programs have them, and readers."""

import argparse
import gzip
from pathlib import Path

import numpy as np
import torch

EXAMPLES = Path(__file__).resolve().parent.parent


def options(**standards):
    """The command line's options with these standard values, after `torch.manual_seed(args.seed)`."""
    parser = argparse.ArgumentParser()
    for name, value in {**standards, "seed": 42, "threads": torch.get_num_threads()}.items():
        parser.add_argument("--" + name.replace("_", "-"), type=type(value), default=value)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    return args


def read_numbers(path):
    """The rows of a file of comma-separated numbers, .gz or not."""
    return torch.from_numpy(np.loadtxt(path, delimiter=",", dtype=np.float32))


def read_idx(folder, name):
    """The bytes of an IDX file, .gz or not."""
    path = next(p for p in (Path(folder) / name, Path(folder) / (name + ".gz")) if p.exists())
    data = (gzip.open if path.suffix == ".gz" else open)(path, "rb").read()
    sizes = np.frombuffer(data, ">i4", data[3], 4)
    return torch.from_numpy(np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]).reshape(sizes).copy())
