#!/usr/bin/env python3
"""swift package dump-package | module_flags.py MODULE: the compiler flags of a release build that the manifest sets."""

import json
import sys

flags = []
(target,) = [t for t in json.load(sys.stdin)["targets"] if t["name"] == sys.argv[1]]
for setting in target["settings"]:
    if setting["tool"] != "swift" or setting.get("condition", {}).get("config") == "debug":
        continue
    ((kind, value),) = setting["kind"].items()
    value = value["_0"]
    if kind == "unsafeFlags":
        flags += value
    elif kind == "define":
        flags += ["-D", value]
    elif kind == "enableExperimentalFeature":
        flags += ["-enable-experimental-feature", value]
    else:
        sys.exit(f"module_flags: {kind} of {sys.argv[1]} is not known here")
print(*flags)
