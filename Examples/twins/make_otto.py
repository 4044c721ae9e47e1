"""A made-up table in the form of Kaggle's "Otto Group" train.csv, for the run of `course otto`: otto.csv.gz."""

import gzip
from pathlib import Path

import numpy as np

random = np.random.default_rng(0)
lines = ["id," + ",".join(f"feat_{i}" for i in range(1, 94)) + ",target"]
means = random.gamma(0.3, 2, (9, 93))
for row in range(320):
    kind = random.integers(9)
    features = random.poisson(means[kind])
    lines.append(f"{row + 1}," + ",".join(map(str, features)) + f",Class_{kind + 1}")
data = gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0)
Path(__file__).with_name("otto.csv.gz").write_bytes(data)
