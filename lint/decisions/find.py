"""Where decisions lie: the nearest `校核意见.toml`, and what to call it. Loads nothing, for every run asks and few have some."""

from __future__ import annotations

import os

from lint.decisions.keys import NAME


def nearest(folder: str) -> str | None:
    """The `校核意见.toml` of a folder or of the nearest one above it; None where there is none."""
    at = os.path.abspath(folder)
    while True:
        path = os.path.join(at, NAME)
        if os.path.isfile(path):
            return brief(path)
        above = os.path.dirname(at)
        if above == at:
            return None
        at = above


def brief(path: str) -> str:
    """The path from the current folder on, where it leads into it."""
    try:
        inside = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return path if inside.split(os.sep)[0] == os.pardir else inside
