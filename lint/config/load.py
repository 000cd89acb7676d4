"""One settings file: read, every key checked, what it extends read before it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lint.config import globs
from lint.config.clash import clash
from lint.config.keys import EXTEND, KEYS, PER_FILE, by_name, unknown
from lint.config.kinds import GLOBS
from lint.config.setting import Setting, Values
from lint.config.text import Text, dotted
from lint.errors import UsageError
from lint.lines import Path

FILES = "files"
NAMES = [*(key.name for key in KEYS), EXTEND, PER_FILE]
OWN_NAMES = [FILES, *(key.name for key in KEYS if key.scope == "file")]


@dataclass(frozen=True)
class Override:
    """An entry `[[per-file]]`: what it sets for the files that one of its globs means."""

    files: tuple[str, ...]
    values: Values


@dataclass(frozen=True)
class File:
    """A settings file: what it sets, and the file that it extends."""

    path: str
    values: Values
    overrides: tuple[Override, ...]
    base: File | None

    def layers(self, path: str | None) -> Iterator[Values]:
        """What this file and those it extends say of a report, or of no certain one, the weakest first."""
        if self.base:
            yield from self.base.layers(path)
        yield self.values
        folder = os.path.dirname(self.path)
        for override in self.overrides:
            if path is not None and any(globs.matches(glob, folder, path) for glob in override.files):
                yield override.values

    def chain(self) -> Iterator[str]:
        """The paths of this file and those it extends."""
        yield self.path
        if self.base:
            yield from self.base.chain()


def load(path: str, extending: tuple[str, ...] = ()) -> File:
    """The settings file of this absolute path, and those that it extends. Raises UsageError with file, line and path of a fault."""
    return parse(Text(path), extending)


def parse(text: Text, extending: tuple[str, ...] = ()) -> File:
    """What the text of a settings file sets."""
    data, path = text.data, text.path
    for name in data:
        if name not in NAMES:
            raise text.fault(unknown(name, NAMES), (name,))
    base = _base(text, data[EXTEND], (*extending, path)) if EXTEND in data else None
    values = _values(text, {name: raw for name, raw in data.items() if name not in (EXTEND, PER_FILE)}, ())
    entries = data.get(PER_FILE, [])
    if not isinstance(entries, list):
        raise text.fault(f"{PER_FILE} 应写成 [[{PER_FILE}]]", (PER_FILE,))
    return File(path, values, tuple(_override(text, entry, (PER_FILE, index)) for index, entry in enumerate(entries)), base)


def _base(text: Text, raw: object, extending: tuple[str, ...]) -> File:
    """The file that another one extends, named relative to that one."""
    if not isinstance(raw, str) or not raw:
        raise text.fault(f'{EXTEND} 应为一个设置文件的路径，如 "../gouji.toml"', (EXTEND,))
    path = os.path.normpath(os.path.join(os.path.dirname(text.path), raw))
    if path in extending:
        raise text.fault(f"{EXTEND} 绕成了圈：{' → '.join((*extending[extending.index(path) :], path))}", (EXTEND,))
    if not os.path.isfile(path):
        raise text.fault(f"{EXTEND} 指的文件“{path}”不存在", (EXTEND,))
    return load(path, extending)


def _override(text: Text, entry: object, path: Path) -> Override:
    where = dotted(path)
    if not isinstance(entry, dict):
        raise text.fault(f"{where} 应为表，写成 [[{PER_FILE}]]", path)
    for name in entry:
        if name in NAMES and name not in OWN_NAMES:
            raise text.fault(f"{where}.{name} 不能只对部分文件写，请写在 [[{PER_FILE}]] 之前", (*path, name))
        if name not in OWN_NAMES:
            raise text.fault(unknown(f"{where}.{name}", OWN_NAMES), (*path, name))
    if not entry.get(FILES):
        raise text.fault(f'{where}.{FILES} 没有写：管哪些文件，如 {FILES} = ["2022/**"]', (*path, FILES))
    try:
        files = tuple(glob for _, glob in GLOBS.read(entry[FILES], text.at((*path, FILES))))
    except UsageError as error:
        raise text.fault(str(error), (*path, FILES)) from None
    return Override(files, _values(text, {name: raw for name, raw in entry.items() if name != FILES}, path))


def _values(text: Text, data: Mapping[str, Any], path: Path) -> Values:
    """What a table sets."""
    values: dict[str, tuple[Setting, ...]] = {}
    for name, raw in data.items():
        key, at = by_name(name), (*path, name)
        try:
            entries = [(step, value) for step, value in key.kind.read(raw, text.at(at))]
        except UsageError as error:
            raise text.fault(str(error), at) from None
        if key.adds:
            values[name] = tuple(Setting(value, text.origin(at if step is None else (*at, step))) for step, value in entries)
        else:
            whole = tuple(value for _, value in entries) if key.kind.listed else entries[0][1]
            values[name] = (Setting(whole, text.origin(at)),)
    if fault := clash(values):
        raise text.fault(*fault)
    return values
