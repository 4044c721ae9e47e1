#!/usr/bin/env python3
"""weak_symbols.py BUILD_DIR...: nothing that the linker merges may carry a wider variant's instructions.

The kernels are compiled once for each instruction set. Where several objects define a weak symbol of one name, the
linker keeps any of them, so the AVX-512 one could reach an old processor, from the baseline kernels or from a user's
own module. Weak code and what points to code in the AVX2 and AVX-512 objects must therefore be one of
  - its own variant's: the demangled name mentions the variant's module, so no other object has it;
  - overridden: PinionKernelLinkage has a strong definition, which beats all weak ones;
  - the same bytes and relocations in every variant, the baseline included, so that it does not matter which is kept.
"""

import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from elf import Object

BASELINE, WIDER, LINKAGE = "PinionKernelsBaseline", ["PinionKernelsAVX2", "PinionKernelsAVX512"], "PinionKernelLinkage"


def objects(build, module):
    found = sorted((build / f"{module}.build").glob("*.o"))
    if not found:
        sys.exit(f"weak_symbols: no objects of {module} in {build}")
    return [Object(path) for path in found]


def contents(build, module):
    """Name of each weak symbol that is code or points to code -> every content it has in the module's objects."""
    files = objects(build, module)
    code = {s.name for o in files for s in o.symbols if s.name and s.section and o.is_code(s)}
    weak = {}
    for obj in files:
        for symbol in obj.symbols:
            if not symbol.is_weak or not symbol.section:
                continue
            targets = obj.relocations_of(symbol)
            if obj.is_code(symbol) or any(t.name in code or obj.is_code(t) for _, _, t, _ in targets):
                targets = tuple((offset, kind, t.name, t.binding, addend) for offset, kind, t, addend in targets)
                weak.setdefault(symbol.name, set()).add((obj.bytes_of(symbol), targets))
    return weak


def strong_names(build):
    return {s.name for o in objects(build, LINKAGE) for s in o.symbols if s.section and s.binding == 1}


def demangled(names):
    result = subprocess.run(
        ["swift", "demangle", "--compact"], input="\n".join(names), text=True, capture_output=True, check=True
    )
    return dict(zip(names, result.stdout.split("\n")))


def is_same(found, baseline):
    """Whether the contents are the baseline's alone and refer to nothing private to an object."""
    return found == baseline and len(found) == 1 and all(r[3] != 0 for r in next(iter(found))[1])


def check(build):
    baseline, strong = contents(build, BASELINE), strong_names(build)
    faults, merged, overridden = [], set(), set()
    for module in WIDER:
        weak = contents(build, module)
        names = sorted(name for name in weak if "\n" not in name)
        plain = demangled(names)
        for name in names:
            if module in plain[name]:
                continue
            if name in strong:
                overridden.add(name)
            elif name in baseline and is_same(weak[name], baseline[name]):
                merged.add(name)
            else:
                why = "differs from the baseline's" if name in baseline else "is not in the baseline's objects"
                faults.append(f"{build}: {module}: weak {name} ({plain[name]}) {why}")
    return faults, len(merged), len(overridden)


def main():
    faults = []
    for argument in sys.argv[1:]:
        found, merged, overridden = check(Path(argument))
        faults += found
        print(f"{argument}: {merged} weak symbols the same everywhere, {overridden} overridden by strong ones")
    if faults:
        print(*faults, sep="\n")
        print("Avoid the symbol at its source, or define a __swift_memcpy in Sources/SIMDKernels/Linkage.")
    sys.exit(1 if faults or len(sys.argv) < 2 else 0)


main()
