#!/usr/bin/env python3
"""no_foundation.py ROOT [BUILD_DIR...]: the engine imports no Foundation, in any form.

Looks at the sources (attributes, access levels, submodules, `import struct Foundation.Data`, FoundationEssentials),
and at what the objects ask the linker for, which also finds Foundation behind another module's re-export.
"""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from tree import files, without_comments

ENGINE = ["SIMDKernels", "Tensor", "Autograd", "NN", "Optim"]
KINDS = "typealias|struct|class|enum|protocol|let|var|func|actor|macro"
IMPORT = re.compile(rf"\bimport\s+(?:(?:{KINDS})\s+)?`?(_?(?:Core)?Foundation\w*)")
LINKED = re.compile(rb"-l(_?(?:Core)?Foundation\w*)")


def main():
    root, builds = Path(sys.argv[1]), [Path(b) for b in sys.argv[2:]]
    faults = []
    for module in ENGINE:
        for path in files(root / "Sources" / module):
            if path.suffix == ".swift":
                for match in IMPORT.finditer(without_comments(path.read_text())):
                    faults.append(f"{path}: imports {match[1]}")
    names = [f"Pinion{m}" for m in ENGINE] + ["PinionKernel*"]
    for build in builds:
        for path in sorted(p for name in names for p in build.glob(f"{name}.build/*.o")):
            for found in sorted(set(LINKED.findall(path.read_bytes()))):
                faults.append(f"{path}: links {found.decode()}")
    print(*faults, sep="\n", end="\n" if faults else "")
    sys.exit(1 if faults else 0)


main()
