"""Where the settings of a file stand: in the nearest `gouji.toml`, or `pyproject.toml` with a table `[tool.gouji]`, from its folder upwards."""

from __future__ import annotations

import os

from lint.errors import UsageError
from lint.paths import SETTINGS

PROJECT = "pyproject.toml"


def found(folder: str) -> str | None:
    """The settings file that is nearest to a folder (absolute path); None where there is none. Raises UsageError where a folder has two."""
    while True:
        own, project = (os.path.join(folder, name) for name in (SETTINGS, PROJECT))
        named = _names_us(project)
        if os.path.isfile(own):
            if named:
                raise UsageError(f"“{folder}”中 {SETTINGS} 和 {PROJECT} 的 [tool.gouji] 都写了设置，请只留一处")
            return own
        if named:
            return project
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _names_us(path: str) -> bool:
    """Whether a project file has our table; one that is no TOML is left to those whose it is."""
    try:
        with open(path, "rb") as stream:
            data = stream.read()
    except OSError:
        return False
    if b"gouji" not in data:
        return False
    import tomllib  # late: few projects name us

    try:
        return "gouji" in tomllib.loads(data.decode()).get("tool", {})
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return b"[tool.gouji" in data
