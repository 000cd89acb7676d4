"""`gouji config`: every setting, its value, and who set it."""

from __future__ import annotations

import json
import os
from argparse import Namespace
from collections.abc import Iterator

from lint.commands.asking import asked_aloud
from lint.commands.output import emit
from lint.config.asked import Asked, folder_of
from lint.config.keys import KEYS, Key, by_name
from lint.config.kinds import known
from lint.config.setting import Origin, Setting, Values
from lint.config.theirs import called
from lint.errors import UsageError
from lint.paths import missing
from lint.text import width

SCOPES = {"run": "管整个运行", "folder": "管设置文件所在文件夹", "file": "可按文件另设（[[per-file]]）"}
NAME, VALUE = 16, 12
"""Columns of a terminal for the name of a setting and for its value."""


def run(options: Namespace) -> int:
    if options.schema:
        from lint.config.schema import schema  # late: shown to editors, not to people

        emit(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n", machine=True)
        return 0
    name, path = _meant(options.key, options.path)
    name, _, inner = (name or "").partition(".")
    keys = (by_name(name),) if name else KEYS
    if inner and name != "severity":
        raise UsageError(f"{name} 下面没有 {inner}，请写 gouji config {name}")
    asked = asked_aloud(options, [] if path is None else [path])
    values = asked.run() if path is None else asked.of(path)
    if inner:
        codes = known(inner)
        values = {**values, name: tuple(entry for entry in values[name] if entry.value[0] in codes)}
    chain = _chain(asked, path)
    if options.format == "json":
        emit(_data(keys, values, chain, path), machine=True)
    else:
        emit("\n".join(_told(keys, values, chain)) + "\n")
    return 0


def _meant(name: str | None, path: str | None) -> tuple[str | None, str | None]:
    """Key and path of the two words; one word alone that is no key but is or looks like a path is a path. Raises UsageError."""
    if name is not None and path is None and all(key.name != name.partition(".")[0] for key in KEYS) and _is_path(name):
        name, path = None, name
    if path is not None and missing([path]):
        raise UsageError(f"找不到文件或文件夹：{path}")
    return name, path


def _is_path(word: str) -> bool:
    """Whether a word is a path, or looks like one."""
    return os.path.exists(word) or os.path.basename(word) != word or bool(os.path.splitext(word)[1])


def _chain(asked: Asked, path: str | None) -> list[str]:
    """The settings files that count, the nearest first."""
    file = asked.file(os.getcwd() if path is None else folder_of(path))
    return list(file.chain()) if file else []


def _rows(key: Key, values: Values) -> Iterator[tuple[str, Setting]]:
    """The name and setting of each line: one for a key, one for each entry of a key that adds up."""
    entries = values[key.name]
    if not key.adds or not entries:
        yield key.name, entries[0] if entries else Setting((), Origin())
    elif key.name == "severity":
        strongest = {entry.value[0]: entry for entry in reversed(entries)}
        for code, entry in sorted(strongest.items()):
            yield f"{key.name}.{code}", Setting(entry.value[1], entry.origin)
    else:
        for index, entry in enumerate(entries):
            yield f"{key.name}[{index}]", entry


def _told(keys: tuple[Key, ...], values: Values, chain: list[str]) -> Iterator[str]:
    yield "设置文件：" + (" ← ".join(chain) or "没有")
    for key in keys:
        for name, entry in _rows(key, values):
            yield f"{_wide(name, NAME)}  {_wide(_shown(entry.value), VALUE)}  {_source(entry.origin)}"
    if len(keys) == 1:
        yield f"{keys[0].help}（{SCOPES[keys[0].scope]}）"


def _wide(text: str, columns: int) -> str:
    """The text, filled with blanks where it takes fewer columns of a terminal."""
    return text + " " * (columns - width(text))


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return "、".join(map(_shown, value)) or "（无）"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "（未设置）" if value is None else called(value) or str(value)


def _source(origin: Origin) -> str:
    match origin.kind:
        case "file":
            return f"{origin.name}:{origin.line}"
        case "environment":
            return f"环境变量 {origin.name}"
        case "option":
            return f"选项 {origin.name}"
        case "profile":
            return f"由 profile = {origin.name} 决定"
        case "built-in":
            return "默认"


def _data(keys: tuple[Key, ...], values: Values, chain: list[str], path: str | None) -> str:
    rows = [
        {
            "key": name,
            "value": _plain(entry.value),
            "scope": key.scope,
            "source": {"kind": entry.origin.kind, "name": entry.origin.name or None, "line": entry.origin.line or None},
        }
        for key in keys
        for name, entry in _rows(key, values)
    ]
    return json.dumps({"version": 1, "path": path, "files": chain, "settings": rows}, ensure_ascii=False, indent=1) + "\n"


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else called(value) or value
