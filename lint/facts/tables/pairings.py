"""What a column of changes compares: 增减额 and 增减率 with the later and the earlier column, by the words of the header."""

from __future__ import annotations

from collections.abc import Sequence

from lint.facts.tables.columns import Column
from lint.facts.tables.sheets import Panel
from lint.pattern import pattern

Pair = tuple[Column, Column]

_AGAINST_PRIOR = pattern(r"上年|去年|上一年|同期|上期|同比|(?:比|较|与|同).{0,4}(?:19|20)\d\d年?(?!年?预算)")
_AGAINST_PLAN = pattern(r"(?:比|较|与|同|占|和).{0,6}预算|预算.{0,4}(?:差异|对比|差额)|预决算")
_OPENING = pattern(r"期初|年初数|年初余额|上期")
_CLOSING = pattern(r"期末|年末|本期")


def compared(panel: Panel, amounts: Sequence[Column], column: Column) -> list[Pair]:
    """The pairs of columns, later one first, that a change may be between, the likeliest first.

    The base is read from the column's header, or from that of the change beside it; where neither says it, the
    year before outranks the plan, and both are given.
    """
    left = [other for other in amounts if other.index < column.index] or list(amounts)
    base = _base(panel, column)
    years = [pair for pair in (_years(left),) if pair]
    if base == "prior":
        return years
    plans = _plans(left)
    if base == "plan":
        return plans
    opened = [other for other in left if _OPENING.search(other.name)], [other for other in left if _CLOSING.search(other.name)]
    if not years and [len(found) for found in opened] == [1, 1]:
        return [(opened[1][0], opened[0][0])]
    return [*years, *(plans if len(plans) == 1 else ())]


def _base(panel: Panel, column: Column) -> str:
    """``"prior"`` or ``"plan"`` where the header of the column, or of the change to its left, says so."""
    beside = next((other for other in panel.columns if other.index == column.index - 1 and other.role == "change"), None)
    for header in (column.full, beside.full if beside and column.role == "rate" else ""):
        if _AGAINST_PRIOR.search(header):
            return "prior"
        if _AGAINST_PLAN.search(header):
            return "plan"
    return ""


def _years(columns: Sequence[Column]) -> Pair | None:
    """This year and the year before, of the same side where several columns are about a year; None unless one of each is left."""
    latest = max((column.year for column in columns if column.year), default=None)
    prior = [column for column in columns if column.period == "prior" or (column.year and column.year + 1 == latest)]
    current = [column for column in columns if column not in prior and (column.year is None or column.year == latest)]
    for side in ("actual", "plan"):
        ours, theirs = ([column for column in group if column.side == side] for group in (current, prior))
        if len(ours) == 1 and len(theirs) == 1 and len(current) + len(prior) > 2:
            return ours[0], theirs[0]
    if len(prior) != 1 or not current:
        return None
    if len(current) > 1:
        current = [column for column in current if column.side == (prior[0].side or "actual")]
    return (current[0], prior[0]) if len(current) == 1 else None


def _plans(columns: Sequence[Column]) -> list[Pair]:
    """The outcome against each plan of its year."""
    actual = [column for column in columns if column.side == "actual" and column.period != "prior"]
    latest = max((column.year for column in columns if column.year), default=None)
    actual = [column for column in actual if column.year == latest]
    if len(actual) != 1:
        return []
    return [(actual[0], column) for column in columns if column.side == "plan" and column.year == latest and column.period != "prior"]
