#!/usr/bin/env python3
"""selftest.py ROOT BUILD_DIR: each check passes on what is right and fails on what is broken on purpose.

Works on copies in a temporary folder. Prints what was broken and the line the check said.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
failures = 0


def expect(passes, what, check, *arguments, mentions=""):
    """Runs a check and compares its verdict with the expected one."""
    global failures
    run = subprocess.run([sys.executable, HERE / check, *arguments], text=True, capture_output=True)
    lines = [line for line in run.stdout.splitlines() if mentions in line]
    right = (run.returncode == 0) == passes and run.returncode in (0, 1) and (passes or bool(lines))
    failures += not right
    said = "passes" if run.returncode == 0 else lines[0] if lines else (run.stderr or run.stdout).strip()
    print(f"{'ok   ' if right else 'WRONG'} {check}: {what}: {said}")


def written(root, path, text=""):
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def check_foundation(root, temporary):
    for text in [
        "import Foundation",
        "@preconcurrency import Foundation",
        "@_exported public import Foundation",
        "private import FoundationEssentials",
        "import struct Foundation.Data",
        "import FoundationNetworking",
        "import Dispatch; import Foundation",
        "import /* here */\n    Foundation",
    ]:
        tree = temporary / "tree"
        file = written(tree, "Sources/Autograd/Broken.swift", f"// why\n{text}\n")
        expect(False, repr(text), "no_foundation.py", tree, mentions="Foundation")
        file.unlink()
    fine = '// import Foundation\n/* import\n/**/ Foundation */ let s = "import Foundation"\n'
    written(tree, "Sources/NN/Fine.swift", fine)
    written(tree, "Sources/Data/Fine.swift", "import Foundation\n")
    expect(True, "comments, strings, and a module that may", "no_foundation.py", tree)

    build = temporary / "linked"
    source = written(build, "PinionNN.build/Shim.swift", "import Foundation\npublic func now() -> Date { Date() }\n")
    compile_swift([source], "Shim", build / "PinionNN.build/Shim.o")
    expect(False, "an object that links Foundation", "no_foundation.py", tree, build, mentions="links")


def check_c(root, temporary):
    tree = temporary / "c"
    manifest = (root / "Package.swift").read_text()
    written(tree, "Package.swift", manifest)
    written(tree, "Sources/NN/Fine.swift")
    expect(True, "the manifest and Swift files", "no_c.py", tree)
    for name in "a.c a.h a.cpp a.cc a.m a.mm a.s a.S module.modulemap".split():
        file = written(tree, f"Sources/NN/{name}")
        expect(False, name, "no_c.py", tree, mentions=name)
        file.unlink()
    for text in ["cSettings: []", '.systemLibrary(name: "x")', '.binaryTarget(name: "x")']:
        written(tree, "Package.swift", manifest + text)
        expect(False, f"{text} in the manifest", "no_c.py", tree, mentions="Package.swift")


def check_length(root, temporary):
    tree = temporary / "length"
    for name, start in [("Sources/NN/Long.swift", ""), ("Benchmarks/long", "#!/bin/sh\n"), (".ci/long.py", "")]:
        file = written(tree, name, start + "\n" * (400 - start.count("\n")))
        expect(True, f"400 lines in {name}", "file_length.py", tree)
        file.write_text(file.read_text() + "\n")
        expect(False, f"401 lines in {name}", "file_length.py", tree, mentions=name)
        file.unlink()
    written(tree, "Tests/Fixtures/long.txt", "\n" * 1000)
    expect(True, "a fixture of 1000 lines", "file_length.py", tree)


VARIANTS = {
    "PinionKernelsBaseline": [],
    "PinionKernelsAVX2": ["-Xcc", "-march=x86-64-v3"],
    "PinionKernelsAVX512": ["-Xcc", "-march=x86-64-v4"],
}


def compile_swift(sources, module, target, *flags):
    options = ["-O", "-wmo", "-parse-as-library", "-module-name", module, *flags]
    subprocess.run(["swiftc", *options, "-c", *sources, "-o", target], check=True)


def check_weak_symbols(build, temporary):
    clean = temporary / "objects"
    for module in [*VARIANTS, "PinionKernelLinkage"]:
        (clean / f"{module}.build").mkdir(parents=True)
        for path in (build / f"{module}.build").glob("*.o"):
            shutil.copy(path, clean / f"{module}.build")
    expect(True, "the objects as built", "weak_symbols.py", clean)

    def broken(what, source, mentions, modules=VARIANTS):
        copy = temporary / "broken"
        shutil.copytree(clean, copy)
        file = written(temporary, "Broken.swift", source)
        for module in modules:
            compile_swift([file], module, copy / f"{module}.build/Broken.o", *VARIANTS[module])
        expect(False, what, "weak_symbols.py", copy, mentions=mentions)
        shutil.rmtree(copy)

    floats = "public func sort(_ a: inout [Float]) { a.sort() }\n"
    vectors = "public func add(_ a: inout [SIMD8<Int64>], _ b: SIMD8<Int64>) { a.append(b) }\n"
    struct = "public struct Odd { var a = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(0)) }\n"
    broken("arrays in all three variants", floats, "differs from the baseline's")
    broken("an array in one variant only", vectors, "is not in the baseline's", ["PinionKernelsAVX512"])
    broken("a struct of a size without a strong copy", struct, "__swift_memcpy89_8")
    for path in (clean / "PinionKernelLinkage.build").glob("*.o"):
        path.unlink()
    empty = written(temporary, "Empty.swift", "public func nothing() {}\n")
    compile_swift([empty], "PinionKernelLinkage", clean / "PinionKernelLinkage.build/Empty.o")
    expect(False, "no strong definitions", "weak_symbols.py", clean, mentions="__swift_memcpy")


def main():
    root, build = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        temporary = Path(folder)
        check_foundation(root, temporary)
        check_c(root, temporary)
        check_length(root, temporary)
        check_weak_symbols(build, temporary)
    sys.exit(1 if failures else 0)


main()
