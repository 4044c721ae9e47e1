"""pack.py FOLDER: keeps the small inputs of a fuzzer's corpus as a fixture, which the tests read every time.

Minimise the corpus first: FOLDER of `fuzz-fuzzer -merge=1 -max_len=800 FOLDER corpus`.
"""
import gzip
import pathlib
import struct
import sys

inputs = sorted(path.read_bytes() for path in pathlib.Path(sys.argv[1]).iterdir())
packed = b"".join(struct.pack("<I", len(data)) + data for data in inputs)
target = pathlib.Path(__file__).parent.parent / "FilesTests" / "Fixtures" / "corpus.gz"
target.write_bytes(gzip.compress(packed, 9, mtime=0))
print(len(inputs), "inputs,", target.stat().st_size, "bytes")
