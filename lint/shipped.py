"""The files of data that ship with the program, beside its rules."""

from __future__ import annotations

import os
from glob import glob
from importlib import import_module


def text_of(path: str) -> str:
    """The text of a file, by its path from `rules/` on: ``"templates/project.toml"``."""
    with open(os.path.join(_folder(), path), encoding="utf-8") as stream:
        return stream.read()


def files_of(pattern: str) -> list[str]:
    """The paths, from `rules/` on and with ``/``, of all files that a pattern such as ``"templates/*.toml"`` matches, in order."""
    return sorted((path.replace(os.sep, "/") for path in glob(pattern, root_dir=_folder())), key=lambda path: path.split("/"))


def _folder() -> str:
    """The folder of `lint.rules`, imported by name: it stands on a higher floor."""
    folder: str = import_module("lint.rules").__path__[0]
    return folder
