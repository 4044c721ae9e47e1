#!/usr/bin/env python3
"""file_length.py ROOT: no source file is over 400 lines: Swift, Python, and scripts known by their first line."""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
from tree import files

LIMIT = 400


def is_source(path):
    if path.suffix in {".swift", ".py", ".sh"}:
        return True
    with path.open("rb") as file:
        return not path.suffix and file.read(2) == b"#!"


def main():
    faults = []
    for path in files(Path(sys.argv[1])):
        if path.is_file() and is_source(path):
            lines = path.read_bytes().count(b"\n")
            if lines > LIMIT:
                faults.append(f"{path}: {lines} lines, the limit is {LIMIT}")
    print(*faults, sep="\n", end="\n" if faults else "")
    sys.exit(1 if faults else 0)


main()
