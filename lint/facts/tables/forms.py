"""Printed forms recognised by their titles, and the sums that the form itself prescribes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lint.document import Table
from lint.entries import plain
from lint.facts.grid import is_total_label
from lint.facts.ragged import Grids
from lint.facts.tables.columns import Column
from lint.facts.tables.labels import plain_label
from lint.facts.tables.sheets import Panel, Sheet
from lint.figure import Figure
from lint.pattern import pattern
from lint.place import Span
from lint.template import FormSum, Template

_TOP = 4
"""The title of a form may stand in one of its first rows."""
_BRACKET = pattern(r"\([^()]*[元人个户%A-Z][^()]*\)$|[A-Z]$|\(?\d+分\)?$")
"""The unit, letter or full mark behind a name."""
_YEAR = pattern(r"(?:19|20)\d\d(?:年度?)?")


@dataclass(frozen=True, eq=False, slots=True)
class Form:
    """A table that is a printed form, with the sheets read from it."""

    template: Template
    span: Span
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Prescribed:
    """A sum that a form prescribes: the claimed figure, and its parts with their labels; `form` is what the form is called."""

    form: str
    name: str
    total: Figure
    parts: tuple[tuple[Figure, str], ...]


def forms(tables: Sequence[Table], grids: Grids, sheets: Sequence[Sheet], templates: Sequence[Template]) -> tuple[Form, ...]:
    """Every table that is a form of one of these templates."""
    found: list[Form] = []
    for table in tables:
        own = tuple(sheet for sheet in sheets if sheet.is_of(table))
        if own:
            texts = [plain(slot.text) for row in grids[table.span] for slot in row.slots]
            top = [plain(slot.text) for row in grids[table.span][:_TOP] for slot in row.slots]
            titles = [_YEAR.sub("", line) for line in (*map(plain, own[0].caption.split("\n")), *top)]
            template = _recognised(titles, set(texts), templates)
            if template is not None:
                found.append(Form(template, table.span, own))
    return tuple(found)


def _recognised(titles: Sequence[str], labels: set[str], templates: Sequence[Template]) -> Template | None:
    """The template with the longest title that stands in one of these lines."""
    fitting = [
        (max(len(title) for title in template.titles if any(title in line for line in titles)), template)
        for template in templates
        if any(title in line for title in template.titles for line in titles)
        and (not template.labels or any(label in labels for label in template.labels))
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def prescribed(forms: Sequence[Form]) -> tuple[Prescribed, ...]:
    """Every sum that the forms prescribe and whose figures they show."""
    return tuple(
        found
        for form in forms
        for sheet in form.sheets
        for panel in sheet.panels
        for rule in form.template.sums
        for found in (_lines(form, panel, rule) if rule.along == "lines" else _columns(form, panel, rule))
    )


def _lines(form: Form, panel: Panel, rule: FormSum) -> Iterator[Prescribed]:
    lines = {key_of(plain_label(line.label)): line for line in reversed(panel.lines) if not line.loose}
    for column in panel.columns:
        if column.role in ("amount", "count"):
            found = {key: (line.label, line.figure(column)) for key, line in lines.items()}
            yield from _made(form, rule, found, f"（{column.name}）" if column.name else "")


def _columns(form: Form, panel: Panel, rule: FormSum) -> Iterator[Prescribed]:
    for group in dict.fromkeys(column.path[:-1] for column in panel.columns):
        columns = [column for column in panel.columns if column.path[: len(group)] == group]
        for line in panel.lines:
            found = {_called(column, group): (column.name, line.figure(column)) for column in reversed(columns)}
            yield from _made(form, rule, found, f"（{plain_label(line.label)}）" if line.label else "")


def _called(column: Column, group: tuple[str, ...]) -> str:
    """What a column is called in its group: 小计 of an inner group by the name of that group."""
    inner = len(column.path) > len(group) + 1 and is_total_label(column.name)
    return key_of(column.path[-2] if inner else column.name)


def _made(form: Form, rule: FormSum, found: dict[str, tuple[str, Figure | None]], beside: str) -> Iterator[Prescribed]:
    """The sum of one column or line; parts that the form does not show count as not there, blank ones as nothing."""
    whole = next((found[name] for name in rule.whole if name in found), None)
    shown = [entry for names in rule.parts if (entry := next((found[name] for name in names if name in found), None))]
    parts = tuple((figure, plain_label(label)) for label, figure in shown if figure is not None)
    if whole is None or whole[1] is None or len(shown) < rule.needs or not parts:
        return
    total = whole[1]
    if all((part.kind, part.unit) == (total.kind, total.unit) for part, _ in parts):
        yield Prescribed(form.template.name, plain_label(whole[0]) + beside, total, parts)


@cache
def key_of(label: str) -> str:
    """A label as templates name it: without numbering, 其中, unit and colons."""
    text = plain(label)
    return re.sub(r"^其中", "", _BRACKET.sub("", text)) or text
