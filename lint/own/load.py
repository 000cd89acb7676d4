"""A user's own rules as a settings file holds them: each table made a rule, and all of them refused where they cannot hold together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from lint.errors import UsageError
from lint.own.clashes import refuse_clashes
from lint.own.read import READERS, Entry
from lint.own.records import Own, OwnComparison, OwnRatio, OwnRequired, OwnSum, OwnYears, Ruled

KEYS = tuple(READERS)
"""The keys of `gouji.toml` that hold rules of the user."""
KINDS = (OwnSum, OwnRatio, OwnComparison, OwnRequired, OwnYears)
"""What each of them gives, in the order of `Own`."""


def rule_of(key: str, table: object, path: str, file: str, line: Callable[[str], int]) -> Ruled:
    """The rule in a table of this key and path of a settings file; `line` gives the line of a path. Raises UsageError that begins with a path."""
    if not isinstance(table, dict):
        raise UsageError(f"{path} 应为表")
    rule: Ruled = READERS[key](Entry(table, path, os.path.basename(file), line(path)))
    return rule


def own_of(rules: Iterable[Ruled]) -> Own:
    """Rules of any kind sorted by kind. Of those of one kind and name, the first stands for all."""
    first: dict[tuple[type, str], Ruled] = {}
    for rule in rules:
        first.setdefault((type(rule), rule.head.name), rule)
    sorted_: list[Any] = [tuple(rule for rule in first.values() if isinstance(rule, kind)) for kind in KINDS]
    return Own(*sorted_)


def refuse(rules: Mapping[str, Sequence[Ruled]]) -> None:
    """Raises UsageError, which begins with a path, where the rules of one file, by key, cannot all hold."""
    paths = {rule.head: f"{key}[{index}]" for key, each in rules.items() for index, rule in enumerate(each)}
    whole: list[Any] = [tuple(rules.get(key, ())) for key in KEYS]
    refuse_clashes(Own(*whole), paths.__getitem__)
