"""Entries of TOML data, checked as they are read: what is wrong with one is told with its path (``ratio[3].formula[0].name``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lint.errors import UsageError, nearest
from lint.text import fold


def table_of(data: object, where: str, known: Sequence[str]) -> dict[str, Any]:
    """A table with no other keys than the `known` ones. Raises UsageError."""
    if not isinstance(data, dict):
        raise UsageError(f"{where} 应为表")
    for key in data:
        if key not in known:
            raise UsageError(f"{where}.{key} 不认识，可以写的有 {'、'.join(known)}{nearest(key, known)}")
    return data


def tables_of(data: Mapping[str, Any], key: str, where: str) -> list[Any]:
    """The tables `[[key]]` of one, none where it has none. Raises UsageError for anything else under this key."""
    entries = data.get(key, [])
    if not isinstance(entries, list):
        raise UsageError(f"{where}.{key} 应写成 [[{key}]] 表".lstrip("."))
    return entries


def name_of(data: Mapping[str, Any], key: str, where: str) -> str:
    """A text that is not empty. Raises UsageError."""
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"{where}.{key} 应为一个名称")
    return value


def names_of(value: object, where: str, *, empty: bool = False) -> tuple[str, ...]:
    """A list of names as `plain` has them. Raises UsageError for anything else, and for none unless they may be `empty`."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise UsageError(f'{where} 应为名称的列表，如 ["甲", "乙"]')
    if not (value or empty):
        raise UsageError(f"{where} 不能是空的，至少写一个名称")
    return tuple(map(plain, value))


def plain(text: str) -> str:
    """A name as reports are searched for it: folded, without blanks, quotes and colons."""
    return fold(text).translate(_DROPPED)


_DROPPED = str.maketrans("", "", ' “”"：:、\n\t')
