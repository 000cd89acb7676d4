"""Quantities that two forms of the accounts show by their own rules: 本年支出合计 of the summary and the total of 支出决算表."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.facts.tables.forms import Form, key_of
from lint.facts.tables.items import title_of
from lint.facts.tables.labels import plain_label, rank
from lint.figure import Figure
from lint.pattern import pattern
from lint.template import Same

_STAGE = pattern(r"预算(?!财政|拨款|支出决算|收入决算)|决算")


@dataclass(frozen=True, eq=False, slots=True)
class Linked:
    """A figure of one form and the one of another that must be the same; with what they are called where they stand."""

    name: str
    figure: Figure
    title: str
    other: Figure
    other_title: str


def linked(forms: Sequence[Form], others: Sequence[Form]) -> Iterator[Linked]:
    """What the first forms say of the others; nothing where a file holds several forms of one kind, as of several offices."""
    for form in _alone(forms):
        for rule in form.template.same:
            for other in _alone(others):
                if other.template.name != rule.form or _stage(form) != _stage(other):
                    continue
                ours, theirs = _line(form, rule), _total(other, rule)
                if ours is not None and theirs is not None and ours[1].kind == theirs.kind:
                    yield Linked(ours[0], ours[1], title_of(form.sheets[0]), theirs, title_of(other.sheets[0]))


def _alone(forms: Sequence[Form]) -> list[Form]:
    names = [form.template.name for form in forms]
    return [form for form in forms if names.count(form.template.name) == 1]


def _stage(form: Form) -> str:
    """Whether a form is of the budget or of the accounts."""
    found = _STAGE.findall(title_of(form.sheets[0]))
    return str(found[-1]) if found else ""


def _line(form: Form, rule: Same) -> tuple[str, Figure] | None:
    """The figure of the line under its column; None unless there is exactly one."""
    found = [
        (plain_label(line.label), figure)
        for sheet in form.sheets
        for panel in sheet.panels
        for line in panel.lines
        if key_of(plain_label(line.label)) in rule.line
        for column in panel.columns
        if column.role == "amount" and (not rule.under or key_of(column.name) in rule.under)
        if (figure := line.figure(column)) is not None
    ]
    return found[0] if len(found) == 1 else None


def _total(form: Form, rule: Same) -> Figure | None:
    """The figure of the total line under the column; None unless there is exactly one."""
    found = [
        figure
        for sheet in form.sheets
        for panel in sheet.panels
        for line in panel.lines
        if rank(line) > 1
        for column in panel.columns
        if column.role == "amount" and key_of(column.name) in rule.column and (figure := line.figure(column)) is not None
    ]
    return found[0] if len(found) == 1 else None
