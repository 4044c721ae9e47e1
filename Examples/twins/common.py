"""What the twins share: options as the Swift programs have them, and readers."""

import argparse
import base64
import gzip
from pathlib import Path

import numpy as np
import torch

ROOT = Path(__file__).resolve().parent.parent.parent
DIABETES = str(ROOT / "Examples/data/diabetes.csv.gz")


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


def read_digits(path):
    """The digits that are part of Pinion, or those of a file: rows of 64 numbers from 0 to 16 and the class."""
    if path:
        return read_numbers(path)
    text = (ROOT / "Sources/Data/Images/DigitsImages.swift").read_text().split('"""')[1]
    data = np.frombuffer(gzip.decompress(base64.b64decode(text)), np.uint8)
    count = len(data) // 65
    rows = np.concatenate([data[: count * 64].reshape(count, 64), data[count * 64 :, None]], axis=1)
    return torch.from_numpy(rows.astype(np.float32))


def read_idx(folder, name):
    """The bytes of an IDX file, .gz or not."""
    path = next(p for p in (Path(folder) / name, Path(folder) / (name + ".gz")) if p.exists())
    data = (gzip.open if path.suffix == ".gz" else open)(path, "rb").read()
    sizes = np.frombuffer(data, ">i4", data[3], 4)
    return torch.from_numpy(np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]).reshape(sizes).copy())
