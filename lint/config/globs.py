"""Which files a glob means: `*` and `?` within a name, `**` over folders; a folder means all it holds."""

from __future__ import annotations

import os
import re
from functools import cache


def matches(glob: str, folder: str, path: str) -> bool:
    """Whether a glob, said in a folder, means a file or a folder above it.

    One without a slash means a name wherever it stands, one with a slash a path below the folder. Letters count alike, large or small.
    """
    plain = glob.replace("\\", "/").removeprefix("./").rstrip("/")
    relative = _relative(path, folder)
    if relative == "." or (relative.startswith("../") and "/" in plain):
        return False
    return bool(_pattern(plain).fullmatch(relative))


def _relative(path: str, folder: str) -> str:
    try:
        return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")
    except ValueError:  # on another drive
        return "../" + path.replace(os.sep, "/")


@cache
def _pattern(plain: str) -> re.Pattern[str]:
    start = "" if "/" in plain else "(?:.*/)?"
    return re.compile(start + _SIGN.sub(_meant, plain) + "(?:/.*)?", re.IGNORECASE | re.DOTALL)


_SIGN = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|[^*?]")
_MEANT = {"**/": "(?:.*/)?", "/**": "(?:/.*)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def _meant(sign: re.Match[str]) -> str:
    return _MEANT.get(sign[0]) or re.escape(sign[0])
