"""Reads what Pinion wrote and compares it with what NumPy and safetensors wrote from the same values.

PINION_INTEROP=FOLDER swift test --filter InteropTests
python3 Tests/Interop/check_arrays.py FOLDER
Needs numpy, torch and safetensors.
"""
import pathlib
import sys
import zipfile

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file

written = pathlib.Path(sys.argv[1])
fixtures = pathlib.Path(__file__).parent.parent / "FilesTests" / "Fixtures"

for name in ["stored.npz", "compressed.npz"]:
    assert zipfile.ZipFile(written / name).testzip() is None
    ours, theirs = np.load(written / name), np.load(fixtures / name)
    assert ours.files == theirs.files, (ours.files, theirs.files)
    for key in theirs.files:
        assert ours[key].dtype == theirs[key].dtype.newbyteorder("="), key
        np.testing.assert_array_equal(ours[key], theirs[key], key)

name = "all.safetensors"
ours, theirs = load_file(written / name), load_file(fixtures / name)
assert ours.keys() == theirs.keys()
for key in theirs:
    assert ours[key].dtype == theirs[key].dtype and torch.equal(ours[key], theirs[key]), key
with safe_open(written / name, "pt") as a, safe_open(fixtures / name, "pt") as b:
    assert a.metadata() == b.metadata()
print("arrays: all equal")
