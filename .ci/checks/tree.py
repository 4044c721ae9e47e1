"""The files of a source tree, for the checks: what git would carry, read from the folder itself."""

import os
from pathlib import Path

SKIPPED = {".git", ".swiftpm", "__pycache__"}


def files(root):
    """Every file under `root` except build outputs; symbolic links to folders are not followed."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIPPED and not f.startswith(".build"))
        for name in sorted(names):
            yield Path(folder, name)


def without_comments(swift, keep_strings=False):
    """Swift source with comments (nested ones too) and the text of string literals blanked out."""
    out, i, depth = [], 0, 0
    while i < len(swift):
        two = swift[i : i + 2]
        if two == "/*":
            depth, i = depth + 1, i + 2
        elif depth:
            depth, i = (depth - 1, i + 2) if two == "*/" else (depth, i + 1)
            if not depth:
                out.append(" ")
        elif two == "//":
            end = swift.find("\n", i)
            i = len(swift) if end < 0 else end
        elif swift[i] == '"':
            quote = '"""' if swift.startswith('"""', i) else '"'
            end = i + len(quote)
            while end < len(swift) and not swift.startswith(quote, end):
                end += 2 if swift[end] == "\\" else 1
            end = min(end + len(quote), len(swift))
            out.append(swift[i:end] if keep_strings else '""')
            i = end
        else:
            out.append(swift[i])
            i += 1
    return "".join(out)
