"""Score tables of plain text whose rows are shorter than their header: merged cells leave nothing behind in them.

A row is moved to the right until its numbers stand under 分值 and 得分. Only where one way alone does that is
the table read with its header; the levels stay inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lint.document import Cell
from lint.facts import boards
from lint.facts.cells import Cells
from lint.figure import Figure

_EMPTY = re.compile(r"[-—–/\s]*")
_RATE = re.compile(r"率|比例|完成度")
_RATED = re.compile(r"-?[\d.]+%?|[-—–/]*")


@dataclass(frozen=True)
class _Header:
    """The columns of a header row: how many, where full mark and score stand, and which ones hold rates or words."""

    width: int
    full: int
    awarded: int
    keys: tuple[int, ...]
    rates: frozenset[int]


def justified(cells: Cells) -> Cells | None:
    """The table with every row under its header; None where a row fits nowhere or in two ways."""
    header: _Header | None = None
    placed: list[Cell] = []
    for row, found in cells.rows():
        announced = _header(cells, row, found)
        if announced is not None:
            header = announced
        if header is None or announced is not None or len(found) < 2:
            placed.extend(found)
            continue
        moved = _placed(cells, found, header)
        if moved is None:
            return None
        placed.extend(moved)
    return cells.arranged(placed, cells.table.width) if header is not None else None


def _header(cells: Cells, row: int, found: list[Cell]) -> _Header | None:
    columns = boards.columns_of(cells, row)
    if columns is None or len(columns.full) != 1 or len(columns.awarded) != 1 or columns.more:
        return None
    (full,), (awarded,) = columns.full.values(), columns.awarded.values()
    rates = frozenset(cell.column for cell in found if _RATE.search(cells.text(cell)) and cell.column > min(columns.keys))
    return _Header(len(found), full, awarded, columns.keys, rates)


def _placed(cells: Cells, found: list[Cell], header: _Header) -> list[Cell] | None:
    texts = [cells.text(cell) for cell in found]
    numbers = [cells.number(cell) for cell in found]
    if boards.is_total(texts[0]):
        return _total(found, numbers, header)
    ways = list(_ways(texts, numbers, header))
    if not ways:
        scored = any(index < len(numbers) and numbers[index] is not None for index in (header.full, header.awarded))
        return None if scored or len(found) > header.width else found
    if len(ways) > 1:
        return None
    capped = ways[0] > 0 and cells.cap(found[0]) is not None
    return [replace(cell, column=index if capped and not index else index + ways[0]) for index, cell in enumerate(found)]


def _total(found: list[Cell], numbers: list[Figure | None], header: _Header) -> list[Cell] | None:
    """A row of totals: the full mark, if printed, before the score."""
    scores = [cell for cell, number in zip(found, numbers, strict=True) if number is not None]
    if len(found) >= header.width:
        return found
    if len(scores) != 2 or header.full > header.awarded:
        return found[:1]
    return [found[0], replace(scores[0], column=header.full), replace(scores[1], column=header.awarded)]


def _ways(texts: list[str], numbers: list[Figure | None], header: _Header) -> Iterator[int]:
    """By how many columns a row may be moved so that its cells suit the header."""
    for shift in range(header.width - len(texts) + 1):
        full, awarded = header.full - shift, header.awarded - shift
        if min(full, awarded) < 1 or max(full, awarded) >= len(texts) or numbers[full] is None or numbers[awarded] is None:
            continue
        behind = range(max(full, awarded) + 1, len(texts))
        rates = [column - shift for column in header.rates if 0 < column - shift < len(texts)]
        if all(numbers[index] is None for index in behind if index not in rates) and all(
            _RATED.fullmatch(texts[index]) for index in rates if index > min(full, awarded)
        ):
            yield shift
