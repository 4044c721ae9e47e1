#!/usr/bin/env python3
"""no_c.py ROOT: the tree holds Swift and scripts only: no C, no assembly, no module maps, no compiled code."""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from tree import files, without_comments

SUFFIXES = set(
    ".c .h .cc .hh .cpp .hpp .cxx .hxx .c++ .inc .def .m .mm .s .asm .modulemap .o .a .so .dylib .ll .bc".split()
)
MANIFEST = re.compile(
    r"\.?\b(cSettings|cxxSettings|systemLibrary|binaryTarget|interoperabilityMode|publicHeadersPath|pkgConfig"
    r"|cLanguageStandard|cxxLanguageStandard|linkedLibrary)\b|-import-objc-header|-import-bridging-header"
    r"|-fmodule-map-file"
)


def main():
    root = Path(sys.argv[1])
    faults = []
    for path in files(root):
        if path.suffix.lower() in SUFFIXES:
            faults.append(f"{path}: not Swift")
        elif path.name.startswith("Package") and path.suffix == ".swift":
            for match in MANIFEST.finditer(without_comments(path.read_text(), keep_strings=True)):
                faults.append(f"{path}: {match[0]}")
    print(*faults, sep="\n", end="\n" if faults else "")
    sys.exit(1 if faults else 0)


main()
