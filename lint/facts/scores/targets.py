"""Indicator rows of a form: the target, what came of it, the full mark, the score, and whether a reason is given for points off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from lint.document import Cell, Document
from lint.entries import plain
from lint.facts.scores.cells import Cells, Index
from lint.facts.scores.indicators import Header, Words, header_of, words_of
from lint.facts.scores.target import Executed, Sense, Target
from lint.figure import Figure
from lint.pattern import pattern
from lint.place import Span
from lint.template import Template

_LEAST = pattern(r"^(?:≥|≧|>|＞|不低于|不少于|不小于|大于|高于|超过|达到|至少)|(?:以上|及以上)$")
_MOST = pattern(r"^(?:≤|≦|<|＜|不高于|不超过|不多于|不大于|小于|低于|控制在|少于)|(?:以内|以下|及以下|之内)$")
_EQUAL = pattern(r"^[=＝═]")
_SIGNED = pattern(r"[≥≤≧≦><]|不低于|不少于|不高于|不超过|以上|以内|以下")
_RATE = pattern(r"(?:部门|项目)?(?:预算|资金|预算资金)(?:执行|支出|支付|使用)(?:率|进度)|预算完成率|执行率")
_NOTED = pattern(r"每[低少增高超差减].{0,12}扣|分档|评分办法|得分办法")
_SCHEME = pattern(r"执行率[^。\n]{0,40}(?:得\d|分档|扣\d|不得分|得满分)")
"""A report that tells its own way of scoring the execution rate."""
_SAYS_NOTHING = pattern(r"[无—\-/\\]*")
_LONGEST = 24
"""A longer cell tells more than one value."""
_TIMES = frozenset(("分钟", "秒", "分", "时", "工时", "月", "日", "天", "年", "小时", "周", "季度", "元", "工作日", "个工作日", "个月"))
"""Units of which less is often better."""
_LESS = pattern(
    r"成本|费用|造价|单价|投资|预算|支出|时间|时限|时长|周期|天数|投诉|事故|死亡|伤亡|违[规纪法]|差错|误差|偏差|能耗|排放|延误|不合格|流失|发病|失业|超"
)
"""Names of that of which less is better."""
_MORE = pattern(
    r"满意|合格|达标|覆盖|(?<!未)完成|及时|到位|知晓|达产|利用率|执行率|验收|使用率|参与率|支持|优良|入学|巩固|准确|正常|通过|兑现|公开"
    r"|培训|建设|修建|新建|改造|维修|维护|购置|采购|检查|巡查|巡检|检测|监测|宣传|开展|举办|受益|服务|救助|资助|补助|发放|养护|清淤|治理|绿化|种植|培育|更换|安装"
)
"""Names of that of which more is surely better: what the work itself brings forth, and rates of success."""
_KINDS = frozenset(("money", "percent", "count", "bare", "score", "date"))


def targets(document: Document, index: Index, given: Sequence[Template], scores: frozenset[Span]) -> tuple[Target | Executed, ...]:
    """The indicators of every table that has a column of targets and one of results, and the scored execution rates.

    Not those whose targets are `scores` in the wrong column.
    """
    if not document.tables:
        return ()
    words = words_of(given)
    noted = _SCHEME.search(document.text) is not None
    rows = (found for table in document.tables for found in _of_table(Cells(table, index), words, noted))
    return tuple(found for found in rows if isinstance(found, Executed) or found.target.span not in scores)


def _of_table(cells: Cells, words: Words, noted: bool) -> Iterator[Target | Executed]:
    header: Header | None = None
    for row, found in cells.rows():
        if made := header_of(cells, row, found, words):
            header = made
        elif header is not None:
            yield from _of_row(cells, row, header, noted or any(_NOTED.search(cells.text(cell)) for cell in found))


def _of_row(cells: Cells, row: int, header: Header, noted: bool) -> Iterator[Target | Executed]:
    """What a row tells; it is `noted` where it says itself how it was scored: 每低1个百分点扣0.25分."""
    scores = header.scores
    full, awarded = (_score(cells, row, side) for side in ((scores.full, scores.awarded) if scores else ({}, {})))
    rate = _only(cells, cells.at(row, header.rate)) if header.rate is not None else None
    if rate is not None and full and awarded and rate.kind == "percent" and header.rate is not None:
        yield Executed(_name(cells, row, header.rate), rate, full, awarded, noted)
    elif header.has_targets and (made := _target(cells, row, header, full, awarded)):
        yield _executed(made, noted) or made


def _executed(row: Target, noted: bool) -> Executed | None:
    """An indicator that is the execution rate itself, all of the budget its target (预算执行率 | 100% | 94.20% | 10 | 9.42)."""
    whole = row.target.kind == row.done.kind == "percent" and row.target.value == 1
    if not whole or row.full is None or row.awarded is None or not _RATE.fullmatch(plain(row.name)):
        return None
    return Executed(row.name, row.done, row.full, row.awarded, noted)


def _target(cells: Cells, row: int, header: Header, full: Figure | None, awarded: Figure | None) -> Target | None:
    parts, titles = header.parts, header.titles
    wanted, came = cells.at(row, parts["target"]), cells.at(row, parts["done"])
    target, done = _only(cells, wanted), _only(cells, came)
    if target is None or done is None or wanted is came:
        return None
    sign, unit = (cells.text(cells.at(row, parts[part])) if part in parts else "" for part in ("sign", "unit"))
    kinds = {target.kind, done.kind}
    if (target.kind, target.unit) != (done.kind, done.unit) and ("bare" not in kinds or "date" in kinds):
        return None
    text, result = cells.text(wanted), cells.text(came)
    unit = unit or target.unit or done.unit
    named = cells.text(cells.at(row, header.name)) if header.name is not None else ""
    keys = [cells.text(cells.at(row, column)) for column in range(header.before)]
    return Target(
        named or _name(cells, row, header.before),
        sign + text,
        result,
        _sense(sign or text),
        _better(named or "".join(keys), keys, unit),
        unit,
        target,
        done,
        full,
        awarded,
        bool(_SIGNED.search(text)) and text == result,
        header.asked,
        any(not _SAYS_NOTHING.fullmatch(cells.text(cells.at(row, column))) for column in header.reasons),
        (titles[parts["target"]], titles[parts["done"]]),
    )


def _better(name: str, keys: Sequence[str], unit: str) -> Literal["more", "less", ""]:
    """Whether more or less of an indicator is better; empty where its name leaves it open."""
    if unit in _TIMES or any(map(_LESS.search, keys)):
        return "less"
    return "more" if _MORE.search(name) else ""


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
