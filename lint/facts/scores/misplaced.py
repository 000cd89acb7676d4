"""Full marks and scores typed into the columns of targets and results (指标值, 完成值), instead of their own or a second time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from lint.document import Document
from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.facts.scores import marks
from lint.facts.scores.cells import Cells, Index
from lint.figure import Figure
from lint.pattern import pattern
from lint.place import Span

_TARGET = pattern(r"(?:年度|预期|计划|设定|全年)?(?:指标值|目标值)")
_RESULT = pattern(r"(?:全年|年度)?(?:实际)?完成(?:值|情况)|实际值")
_HEADS = pattern(rf"(?:{_TARGET.pattern})[\s|，、]*(?:{_RESULT.pattern})[：:]?")
_SCORED = pattern(r"分值|得分|权重")
_UNIT = pattern(r"(?:度量|计量)单位|^单位$")
_PAIR = pattern(r"(?<![\d.])(\d+(?:\.\d+)?) (\d+(?:\.\d+)?)(?=[；。]|$)")
_FEWEST = 4
"""From this many rows on, round sums are no accident."""


@dataclass(frozen=True)
class Misplaced:
    """Targets and results that look like full marks and scores: every target a bare number, all of them 100 together.

    `again` where full marks and scores stand in their own columns, too, row by row the same.
    """

    span: Span
    targets: tuple[Figure, ...]
    results: tuple[Figure, ...]
    again: bool = False


def misplaced(document: Document, passages: Sequence[Passage], tokens: Sequence[Token], index: Index) -> tuple[Misplaced, ...]:
    """Every table, or line of flattened rows, whose target and result columns hold full marks and scores."""
    if _RESULT.search(document.text) is None:
        return ()
    found = [_table(Cells(table, index)) for table in document.tables]
    for passage in passages:
        if passage.cell is None and (heads := _HEADS.search(passage.text)) and not _SCORED.search(passage.text):
            by_start = {token.start: token for token in tokens if token.passage is passage and marks.is_score(token)}
            pairs = [(by_start.get(pair.start(1)), by_start.get(pair.start(2))) for pair in _PAIR.finditer(passage.text, heads.end())]
            segments = sum(1 for segment in passage.text[heads.end() :].split("；") if segment)
            whole = [(first.figure, second.figure) for first, second in pairs if first and second]
            found.append(_judged(passage.span(*heads.span()), whole) if len(whole) == segments else None)
    return tuple(item for item in found if item is not None)


def _table(cells: Cells) -> Misplaced | None:
    for row, found in cells.rows():
        heads = {cell.column: cells.text(cell) for cell in found}
        target = next((column for column, text in heads.items() if _TARGET.fullmatch(text)), None)
        result = next((column for column, text in heads.items() if _RESULT.fullmatch(text)), None)
        if target is None or result is None:
            continue
        units = [column for column, text in heads.items() if _UNIT.search(text)]
        if any(cells.text(cells.at(below, column)) for below in range(row + 1, cells.table.height) for column in units):
            return None  # 12 | 次: real targets
        scored = [column for column, text in heads.items() if _SCORED.search(text)]
        body = range(row + 1, cells.table.height)
        pairs = {below: (cells.number(cells.at(below, target)), cells.number(cells.at(below, result))) for below in body}
        whole = {below: (first, second) for below, (first, second) in pairs.items() if first and second}
        if len(whole) * 2 <= len(body):
            continue
        scores = {below: [number.value for column in scored if (number := cells.number(cells.at(below, column)))] for below in body}
        again = any(scores.values())
        if again and any(scores[below] != [first.value, second.value] for below, (first, second) in whole.items()):
            return None
        head = next(cell for cell in found if cell.column == target)
        return _judged(head.span, list(whole.values()), again)
    return None


def _judged(span: Span, pairs: Sequence[tuple[Figure, Figure]], again: bool = False) -> Misplaced | None:
    """Bare numbers, results never above targets, targets adding to exactly 100: full marks and scores."""
    targets, results = tuple(first for first, _ in pairs), tuple(second for _, second in pairs)
    fewest = _FEWEST - 1 if again else _FEWEST
    if len(pairs) < fewest or any(first.value <= 0 or second.value > first.value for first, second in pairs):
        return None
    return Misplaced(span, targets, results, again) if sum((figure.value for figure in targets), Fraction(0)) == 100 else None
