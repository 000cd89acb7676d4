"""All tables of a settings file made rules, and refused where they cannot all hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from lint.errors import UsageError
from lint.own.clashes import refuse_clashes
from lint.own.read import READERS, Entry
from lint.own.records import Head, Own

KEYS = tuple(READERS)
"""The keys of `gouji.toml` that hold rules of the user."""


def own_of(data: Mapping[str, object], file: str, line: Callable[[str], int]) -> Own:
    """The rules in the tables of a settings file called `file`; other keys are passed over.

    `line` gives the line of a path (``sum[0]``). Raises UsageError that begins with the path of what is wrong.
    """
    found: dict[str, list[Any]] = defaultdict(list)
    paths: dict[Head, str] = {}
    for key in KEYS:
        for index, table in enumerate(_tables(data, key)):
            path = f"{key}[{index}]"
            if not isinstance(table, dict):
                raise UsageError(f"{path} 应为表")
            rule = READERS[key](Entry(table, path, file, line(path)))
            paths[rule.head] = path
            found[key].append(rule)
    own = Own(*(tuple(found[key]) for key in KEYS))
    refuse_clashes(own, paths.__getitem__)
    return own


def _tables(data: Mapping[str, object], key: str) -> list[Any]:
    tables = data.get(key, [])
    if not isinstance(tables, list):
        raise UsageError(f"{key} 应写成 [[{key}]] 表")
    return tables
