"""Forms as data: what a printed form is called, what its columns are called, and which of its lines or columns add up.

The forms that ship with the program stand in `rules/templates/`; a user adds tables `[[template]]` to `gouji.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast, get_args

from lint.entries import name_of, names_of, table_of, tables_of
from lint.errors import UsageError
from lint.shipped import files_of, text_of

Part = Literal["sign", "target", "unit", "done", "reason"]
PARTS: tuple[Part, ...] = ("sign", "target", "unit", "done", "reason")
"""The columns of indicator rows that a form names: the sign of comparison, the target, its unit, the result, the reason for points off."""
Along = Literal["lines", "columns"]
Schema = dict[str, Any]


_TEXT: Schema = {"type": "string", "minLength": 1}
_SOME: Schema = {"type": "array", "items": _TEXT, "minItems": 1}


def _object(required: Schema, optional: Schema) -> Schema:
    return {"type": "object", "properties": required | optional, "required": list(required), "additionalProperties": False}


SCHEMA = _object(
    {"name": _TEXT, "titles": _SOME},
    {
        "labels": _SOME,
        "columns": _object({}, dict.fromkeys(PARTS, _SOME)),
        "sum": {
            "type": "array",
            "items": _object(
                {"whole": _SOME, "parts": {"type": "array", "items": _SOME, "minItems": 2}},
                {"along": {"enum": list(get_args(Along))}, "needs": {"type": "integer", "minimum": 2}},
            ),
        },
        "same": {"type": "array", "items": _object({"line": _SOME, "form": _TEXT, "column": _SOME}, {"under": _SOME})},
    },
)
"""What editors are told of the tables that `template_of` reads."""


@dataclass(frozen=True, slots=True)
class FormSum:
    """A line (or column) that is the sum of others, each given by all its names. At least `needs` parts must be there."""

    whole: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    along: Along
    needs: int


@dataclass(frozen=True, slots=True)
class Same:
    """A line of this form that another form shows as the total of a column; `under` are the columns here, none for the only one."""

    line: tuple[str, ...]
    under: tuple[str, ...]
    form: str
    column: tuple[str, ...]


@dataclass(frozen=True)
class Template:
    """A printed form. It is recognised by one of its titles and, where `labels` are given, by one of them among its cells."""

    name: str
    titles: tuple[str, ...]
    labels: tuple[str, ...]
    columns: Mapping[Part, tuple[str, ...]]
    sums: tuple[FormSum, ...]
    same: tuple[Same, ...] = ()


@cache
def templates() -> tuple[Template, ...]:
    """The forms that ship with the program."""
    return tuple(template_of(tomllib.loads(text_of(path)), path) for path in files_of("templates/*.toml"))


def template_of(data: object, where: str) -> Template:
    """The form that a TOML table describes. Raises UsageError with the path of what is wrong with it."""
    table = table_of(data, where, ("name", "titles", "labels", "columns", "sum", "same"))
    columns = table_of(table.get("columns", {}), f"{where}.columns", PARTS)
    sums, same = (tables_of(table, key, where) for key in ("sum", "same"))
    return Template(
        name_of(table, "name", where),
        names_of(table.get("titles"), f"{where}.titles"),
        names_of(table.get("labels", []), f"{where}.labels", empty=True),
        {cast(Part, part): names_of(words, f"{where}.columns.{part}") for part, words in columns.items()},
        tuple(_sum(entry, f"{where}.sum[{index}]") for index, entry in enumerate(sums)),
        tuple(_same(entry, f"{where}.same[{index}]") for index, entry in enumerate(same)),
    )


def _same(data: object, where: str) -> Same:
    table = table_of(data, where, ("line", "under", "form", "column"))
    line, column = (names_of(table.get(key), f"{where}.{key}") for key in ("line", "column"))
    return Same(line, names_of(table.get("under", []), f"{where}.under", empty=True), name_of(table, "form", where), column)


def _sum(data: object, where: str) -> FormSum:
    table = table_of(data, where, ("whole", "parts", "along", "needs"))
    along = table.get("along", "lines")
    if along not in ("lines", "columns"):
        raise UsageError(f"{where}.along 只能是 lines（各行相加）或 columns（各列相加），不能是 {along!r}")
    listed = table.get("parts")
    if not isinstance(listed, list) or len(listed) < 2:
        raise UsageError(f"{where}.parts 至少要有两项，每项是同一行的各种名称")
    parts = tuple(names_of(names, f"{where}.parts[{index}]") for index, names in enumerate(listed))
    needs = table.get("needs", len(parts))
    if not isinstance(needs, int) or not 1 < needs <= len(parts):
        raise UsageError(f"{where}.needs 应为 2 到 {len(parts)} 的整数")
    whole = names_of(table.get("whole"), f"{where}.whole")
    if doubled := [name for names in parts for name in names if name in whole or sum(name in other for other in parts) > 1]:
        raise UsageError(f"{where}：“{doubled[0]}”既是合计又是分项，或者出现在两个分项里")
    return FormSum(whole, parts, cast(Along, along), needs)
