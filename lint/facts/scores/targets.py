"""Indicator rows of a form: the target, what came of it, the full mark, the score, and whether a reason is given for points off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint.document import Cell, Document
from lint.facts.scores.cells import Cells, Index
from lint.facts.scores.heads import Columns, columns_of, is_full
from lint.facts.scores.target import Executed, Sense, Target
from lint.figure import Figure
from lint.pattern import pattern
from lint.place import Span
from lint.template import PARTS, Part, Template, plain, templates

_LEAST = pattern(r"^(?:≥|≧|>|＞|不低于|不少于|不小于|大于|高于|超过|达到|至少)|(?:以上|及以上)$")
_MOST = pattern(r"^(?:≤|≦|<|＜|不高于|不超过|不多于|不大于|小于|低于|控制在|少于)|(?:以内|以下|及以下|之内)$")
_EQUAL = pattern(r"^[=＝═]")
_SIGNED = pattern(r"[≥≤≧≦><]|不低于|不少于|不高于|不超过|以上|以内|以下")
_RATE = pattern(r"(?:预算|资金)?(?:执行|支出|支付|完成)(?:率|进度)(?:\([A-Z]/[A-Z]\))?(?:\(%\))?$")
_SAYS_NOTHING = pattern(r"[无—\-/\\]*")
_LONGEST = 24
"""A longer cell tells more than one value."""
_TIMES = frozenset(("月", "日", "天", "年", "小时", "周", "季度", "元", "工作日", "个工作日", "个月"))
"""Units of which less is often better."""
_LESS = pattern(
    r"成本|费用|造价|单价|投资|预算|支出|时间|时限|时长|周期|天数|投诉|事故|死亡|伤亡|违[规纪法]|差错|误差|偏差|能耗|排放|延误|不合格|流失|发病|失业|超"
)
"""Names of that of which less is better."""
_KINDS = frozenset(("money", "percent", "count", "bare", "score", "date"))


def targets(document: Document, index: Index, given: Sequence[Template], scores: frozenset[Span]) -> tuple[Target | Executed, ...]:
    """The indicators of every table that has a column of targets and one of results, and the scored execution rates.

    Not those whose targets are `scores` in the wrong column.
    """
    if not document.tables:
        return ()
    words = _words(given)
    rows = (found for table in document.tables for found in _of_table(Cells(table, index), words))
    return tuple(found for found in rows if isinstance(found, Executed) or found.target.span not in scores)


def _words(given: Sequence[Template]) -> Mapping[Part, frozenset[str]]:
    """What the columns of indicator rows are called in all templates."""
    return {part: frozenset(word for template in (*given, *templates()) for word in template.columns.get(part, ())) for part in PARTS}


def _of_table(cells: Cells, words: Mapping[Part, frozenset[str]]) -> Iterator[Target | Executed]:
    scores: Columns | None = None
    columns: dict[Part, int] = {}
    titles: dict[int, str] = {}
    rate: int | None = None
    for row, found in cells.rows():
        heads = {cell.column: plain(cells.text(cell)) for cell in found if cells.text(cell)}
        named = {part: column for column, text in heads.items() for part in PARTS if text in words[part]}
        scored = columns_of(cells, row)
        if ("target" in named and "done" in named) or (scored is not None and any(map(is_full, heads.values()))):
            scores, columns, titles = scored, named, heads
            rate = next((column for column, text in heads.items() if _RATE.fullmatch(text)), None)
            continue
        full, awarded = (_score(cells, row, side) for side in ((scores.full, scores.awarded) if scores else ({}, {})))
        if rate is not None and full and awarded and (printed := _only(cells, cells.at(row, rate))) and printed.kind == "percent":
            yield Executed(_name(cells, row, rate), printed, full, awarded)
        elif "target" in columns and "done" in columns and (made := _target(cells, row, columns, titles, full, awarded)):
            yield _executed(made) or made


def _executed(row: Target) -> Executed | None:
    """An indicator that is the execution rate itself, all of the budget its target (预算执行率 | 100% | 94.20% | 10 | 9.42)."""
    whole = row.target.kind == row.done.kind == "percent" and row.target.value == 1
    if not whole or row.full is None or row.awarded is None or not _RATE.fullmatch(plain(row.name)):
        return None
    return Executed(row.name, row.done, row.full, row.awarded)


def _target(
    cells: Cells, row: int, columns: Mapping[Part, int], titles: Mapping[int, str], full: Figure | None, awarded: Figure | None
) -> Target | None:
    wanted, came = cells.at(row, columns["target"]), cells.at(row, columns["done"])
    target, done = _only(cells, wanted), _only(cells, came)
    if target is None or done is None or wanted is came:
        return None
    sign = cells.text(cells.at(row, columns["sign"])) if "sign" in columns else ""
    unit = cells.text(cells.at(row, columns["unit"])) if "unit" in columns else ""
    reason = cells.text(cells.at(row, columns["reason"])) if "reason" in columns else ""
    kinds = {target.kind, done.kind}
    if (target.kind, target.unit) != (done.kind, done.unit) and ("bare" not in kinds or "date" in kinds):
        return None
    text, result = cells.text(wanted), cells.text(came)
    before = min(columns["target"], columns.get("sign", columns["target"]))
    unit = unit or target.unit or done.unit
    return Target(
        _name(cells, row, before),
        sign + text,
        result,
        _sense(sign or text),
        unit in _TIMES or any(_LESS.search(cells.text(cells.at(row, column))) for column in range(before)),
        unit,
        target,
        done,
        full,
        awarded,
        bool(_SIGNED.search(text)) and text == result,
        titles[columns["reason"]] if "reason" in columns else "",
        not _SAYS_NOTHING.fullmatch(reason),
        (titles[columns["target"]], titles[columns["done"]]),
    )


def _sense(text: str) -> Sense:
    if _LEAST.search(text):
        return "least"
    if _MOST.search(text):
        return "most"
    return "equal" if _EQUAL.search(text) else ""


def _only(cells: Cells, cell: Cell | None) -> Figure | None:
    """The one quantity of a cell, whatever words stand around it."""
    if cell is None:
        return None
    found = [token.figure for token in cells.tokens(cell) if token.figure.kind in _KINDS]
    return found[0] if len(found) == 1 and len(cells.text(cell)) <= _LONGEST else None


def _score(cells: Cells, row: int, columns: Mapping[int, int]) -> Figure | None:
    """The score of a row, in the innermost of these columns."""
    for position in sorted(columns, reverse=True):
        cell = cells.at(row, columns[position])
        if cell is not None and cell.row == row and cell.rows == 1 and (figure := cells.number(cell)):
            return figure
    return None


def _name(cells: Cells, row: int, before: int) -> str:
    """The words nearest to the left of a column."""
    for column in range(before - 1, -1, -1):
        cell = cells.at(row, column)
        if cell is not None and cells.text(cell) and cells.number(cell) is None:
            return cells.text(cell)
    return ""
