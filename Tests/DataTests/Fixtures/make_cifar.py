"""Batches in the form of CIFAR-10's python version, three images each, for CIFARTests: cifar_py2.pkl.gz as Python 2
wrote the published ones, cifar_py3.pkl.gz as Python 3 and NumPy write such a dictionary, and cifar.tar.gz with both."""

import gzip
import io
import pickle
import struct
import tarfile
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
DATA = (np.arange(3 * 3072) // 64 * 5 % 256).astype(np.uint8).reshape(3, 3072)
LABELS = [6, 9, 0]


def text(value):
    """A `str` of Python 2."""
    value = value.encode("latin1") if isinstance(value, str) else value
    return b"U" + bytes([len(value)]) + value if len(value) < 256 else b"T" + struct.pack("<I", len(value)) + value


def python2():
    number = lambda n: b"K" + bytes([n]) if n < 256 else b"M" + struct.pack("<H", n)
    array = b"cnumpy.core.multiarray\n_reconstruct\nq\x05(cnumpy\nndarray\nq\x06K\x00\x85U\x01btRq\x07"
    dtype = b"cnumpy\ndtype\nq\x08(U\x02u1K\x00K\x01tRq\x09(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb"
    state = b"(K\x01" + number(3) + number(3072) + b"\x86" + dtype + b"\x89" + text(DATA.tobytes()) + b"tb"
    entries = text("batch_label") + text("training batch 1 of 5")
    entries += text("labels") + b"]q\x03(" + b"".join(number(n) for n in LABELS) + b"e"
    entries += text("data") + array + state
    entries += text("filenames") + b"](" + text("a.png") + text("b.png") + text("c.png") + b"e"
    return b"\x80\x02}q\x01(" + entries + b"u."


def packed(data):
    return gzip.compress(data, mtime=0)


second = pickle.dumps({"labels": LABELS, "data": DATA[::-1].copy()}, protocol=4)
assert (pickle.loads(python2(), encoding="latin1")["data"] == DATA).all()
(HERE / "cifar_py2.pkl.gz").write_bytes(packed(python2()))
(HERE / "cifar_py3.pkl.gz").write_bytes(packed(second))
archive = io.BytesIO()
with tarfile.open(fileobj=archive, mode="w", format=tarfile.USTAR_FORMAT) as tar:
    folder = tarfile.TarInfo("cifar-10-batches-py")
    folder.type = tarfile.DIRTYPE
    tar.addfile(folder)
    for name, data in ("data_batch_1", python2()), ("test_batch", second), ("readme.html", b"<p>"):
        info = tarfile.TarInfo("cifar-10-batches-py/" + name)
        info.size = len(data)
        tar.addfile(info, io.BytesIO(data))
(HERE / "cifar.tar.gz").write_bytes(packed(archive.getvalue()))
