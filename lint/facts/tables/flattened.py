"""Tables that plain text has flattened: on one line, or one cell on each line.

Two orders are read. Row by row: as many header words as the numbers that follow the first label (年初预算数 全年执行数
执行率 年度资金总额 100 90 90%), then label and numbers in turn. Column by column: each header word with its
numbers (合计 309 执行数 309 执行率 100%).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lint.document import Cell, Document
from lint.facts.grid import Row, slot_of
from lint.pattern import pattern
from lint.place import Span
from lint.text import fold

_WORD = pattern(r"\S+")
_VALUE = pattern(r"(?:(?P<label>.*[)：:])?(?P<value>-?\d[\d,]*(?:\.\d+)?%?)|(?P<dash>[-—–/]+))[。；，]?")
_HEAD = pattern(r"预算|决算|执行|率(?:[(\[]|$)|分值|得分|权重|合计|小计|金额|到位|[增减]|占比|计划|[(\[](?:[万亿]?元|[A-Z](?:=.*)?)[)\]]$")
_RATE = pattern(r"率(?:[(\[]|$)|占比|%")
_CLAUSE = pattern(r"[，。；、]")
_INDICATOR = pattern(r"指标|总分")
_WIDEST = 12
"""How many columns are looked for."""
_SHORT = 24
"""Characters of a line that may be a single cell."""
_LONGEST = 20
"""Characters of a header word."""


@dataclass(frozen=True, slots=True)
class Flattened:
    """A table found in flattened text: the words before it, its header and its rows."""

    caption: str
    header: Row
    body: tuple[Row, ...]

    @property
    def start(self) -> int:
        return self.header.slots[0].cell.span.start


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word or a number; `start` is its place in the document."""

    text: str
    start: int
    kind: Literal["word", "value", "dash"]

    @property
    def is_head(self) -> bool:
        return self.kind == "word" and len(self.text) <= _LONGEST and bool(_HEAD.search(self.text)) and not _CLAUSE.search(self.text)

    @property
    def is_rate(self) -> bool:
        return bool(_RATE.search(self.text))

    def cell(self, row: int, column: int) -> Cell:
        return Cell(Span(self.start, self.start + len(self.text)), row, column)


def flattened(document: Document) -> Iterator[Flattened]:
    """Every flattened table of a document."""
    for spans in _streams(document):
        text = " ".join(fold(document.quote(span)) for span in spans)
        if "率" not in text and "合计" not in text:
            continue
        pieces = [piece for span in spans for piece in _pieces(fold(document.quote(span)), span.start)]
        if sum(piece.kind == "value" for piece in pieces) < 2:
            continue
        found = list(_by_rows(pieces)) or list(_by_columns(pieces))
        for header, body, first in found:
            yield Flattened(" ".join(piece.text for piece in pieces[:first])[-_WIDEST * _LONGEST :], header, body)


def _streams(document: Document) -> Iterator[list[Span]]:
    """Paragraphs and tables of a single row; short paragraphs that follow one another together, as cells of one table."""
    single = [table.span for table in document.tables if table.height == 1 and "|" not in document.quote(table.span)]
    run: list[Span] = []
    for span in sorted([block.span for block in document.blocks if block.kind != "aside"] + single, key=lambda span: span.start):
        short = len(span) <= _SHORT
        if run and not short:
            yield run
            run = []
        if short:
            run.append(span)
        else:
            yield [span]
    if run:
        yield run


def _pieces(text: str, base: int) -> Iterator[_Piece]:
    for match in _WORD.finditer(text):
        value = _VALUE.fullmatch(match[0])
        start = base + match.start()
        if value is None or (value["value"] is None and value["dash"] is None):
            yield _Piece(match[0], start, "word")
        elif value["dash"]:
            yield _Piece(value["dash"], start, "dash")
        else:
            if value["label"]:
                yield _Piece(value["label"], start, "word")
            yield _Piece(value["value"], start + value.start("value"), "value")


def _run(pieces: Sequence[_Piece], start: int) -> int:
    """Where the numbers and dashes that begin at `start` end."""
    end = start
    while end < len(pieces) and pieces[end].kind != "word":
        end += 1
    return end


def _by_rows(pieces: Sequence[_Piece]) -> Iterator[tuple[Row, tuple[Row, ...], int]]:
    """Header words, then labels with as many numbers each."""
    at = 0
    while at < len(pieces):
        if pieces[at].kind != "value":
            at += 1
            continue
        end = _run(pieces, at)
        width = end - at
        labelled = at > 0 and not pieces[at - 1].is_head
        first = at - width - labelled
        heads = pieces[first : first + width] if first >= 0 else []
        if not (2 <= width <= _WIDEST and heads and _fit(heads, pieces[at:end])):
            at = end
            continue
        label = pieces[at - 1] if labelled else pieces[first - 1] if first else heads[0]
        rows = [_row(label if label.kind == "word" and not label.is_head else None, pieces[at:end], 0)]
        at = end
        while (record := _record(pieces, at, width)) is not None:
            label, at = record
            rows.append(_row(label, pieces[at : at + width], len(rows)))
            at += width
        yield _header(heads), tuple(rows), first


def _record(pieces: Sequence[_Piece], at: int, width: int) -> tuple[_Piece, int] | None:
    """The label at a place and where its numbers begin; None where no label with `width` numbers stands."""
    for start in (at + 1, at + 2):
        words = pieces[at:start]
        if start >= len(pieces) or any(word.kind != "word" or word.is_head or _INDICATOR.search(word.text) for word in words):
            return None
        if pieces[start].kind != "word" and _run(pieces, start) - start == width:
            return words[-1], start
    return None


def _by_columns(pieces: Sequence[_Piece]) -> Iterator[tuple[Row, tuple[Row, ...], int]]:
    """Header words, each with its numbers; the first has the most."""
    at = 0
    while at < len(pieces):
        first = at
        columns: list[Sequence[_Piece]] = []
        while at + 1 < len(pieces) and pieces[at].is_head and pieces[at + 1].kind != "word":
            end = _run(pieces, at + 1)
            if columns and end - at - 1 > len(columns[0]) - 1:
                break
            columns.append(pieces[at:end])
            at = end
        heads, values = [column[0] for column in columns], [column[1] for column in columns]
        if 2 < len(columns) <= _WIDEST and _fit(heads, values):
            height = len(columns[0]) - 1
            before = pieces[first - 1] if first and height == 1 and pieces[first - 1].kind == "word" else None
            body = tuple(
                _row(before, [column[line + 1] if line + 1 < len(column) else None for column in columns], line) for line in range(height)
            )
            yield _header(heads), body, first
        at = max(at, first + 1)


def _fit(heads: Sequence[_Piece], values: Sequence[_Piece]) -> bool:
    """Whether all are header words and percentages stand under rates, and nowhere else."""
    return all(head.is_head for head in heads) and all(
        value.kind == "dash" or head.is_rate == value.text.endswith("%") for head, value in zip(heads, values, strict=True)
    )


def _header(heads: Sequence[_Piece]) -> Row:
    return Row(-1, tuple(slot_of(head.cell(-1, column), head.text, column) for column, head in enumerate(heads, 1)), header=True)


def _row(label: _Piece | None, values: Sequence[_Piece | None], index: int) -> Row:
    cells = [(0, label), *((column, value) for column, value in enumerate(values, 1))]
    return Row(index, tuple(slot_of(piece.cell(index, column), piece.text, column) for column, piece in cells if piece is not None))
