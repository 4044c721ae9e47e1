"""Compressed data as zlib and gzip write it, beside what it stands for."""
import base64
import gzip
import json
import pathlib
import random
import zlib

random.seed(1)
words = ["pinion", "wing", "feather", "gear", "tensor"]
samples = {
    "empty": b"",
    "one": b"x",
    "text": " ".join(random.choice(words) for _ in range(600)).encode(),
    "zeros": bytes(5000),
    "random": random.randbytes(300),
    "skewed": bytes(min(int(random.expovariate(0.05)), 255) for _ in range(1500)),
}


def text(data):
    return base64.b64encode(data).decode()


def raw(data, level, strategy=zlib.Z_DEFAULT_STRATEGY):
    c = zlib.compressobj(level, zlib.DEFLATED, -15, 9, strategy)
    return c.compress(data) + c.flush()


rows = []
for name, data in samples.items():
    rows.append(
        {
            "name": name,
            "data": text(data),
            "raw": [text(raw(data, 0)), text(raw(data, 9)), text(raw(data, 9, zlib.Z_FIXED)), text(raw(data, 6, zlib.Z_HUFFMAN_ONLY))],
            "zlib": text(zlib.compress(data)),
            "gzip": text(gzip.compress(data[: len(data) // 2], mtime=0) + gzip.compress(data[len(data) // 2 :], mtime=0)),
            "crc": zlib.crc32(data),
        }
    )
pathlib.Path(__file__).with_name("deflate.json").write_text(json.dumps(rows, indent=0))
