"""Score tables of plain text whose rows are shorter than their header: merged cells leave nothing behind in them.

A row is moved to the right until its numbers stand under 分值 and 得分. Only where one way alone does that is
the table read with its header; the levels stay inferred.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lint.document import Cell
from lint.facts.scores.cells import Cells
from lint.facts.scores.heads import Columns, columns_in, is_total
from lint.figure import Figure
from lint.pattern import pattern

_RATE = pattern(r"率|比例|完成度")
_RATED = pattern(r"-?[\d.]+%?|[-—–/]*")


@dataclass(frozen=True)
class Header:
    """A header row: how many columns, what `Columns` says of them, and which ones hold rates."""

    width: int
    columns: Columns
    rates: tuple[int, ...]


def header_of(heads: Mapping[int, str]) -> Header | None:
    """What a row of words by column announces; None if it is no header of scores with both sides."""
    columns = columns_in(heads)
    if columns is None or not columns.full or not columns.awarded:
        return None
    rates = tuple(column for column, text in heads.items() if _RATE.search(text) and column > min(columns.keys))
    return Header(max(heads) + 1, columns, rates)


def is_ragged(cells: Cells, header: int) -> bool:
    """Whether rows and header of a table without ruled cells do not line up."""
    table = cells.table
    counts = {row: sum(cell.columns for cell in found) for row, found in cells.rows()}
    merged = any(cell.rows > 1 or cell.columns > 1 for cell in table.cells)
    return not merged and any(count != counts[header] for row, count in counts.items() if row > header and count > 1)


def justified(cells: Cells, header: Header | None = None) -> Cells | None:
    """The table with every row under its header; None where a row fits nowhere or in two ways.

    `header` is one that stands above the table as a line of words.
    """
    placed: list[Cell] = []
    for _, found in cells.rows():
        announced = header_of({cell.column: cells.text(cell) for cell in found}) if len(found) > 2 else None
        header = announced or header
        if header is None or announced is not None or len(found) < 2:
            placed.extend(found)
            continue
        moved = _placed(cells, found, header)
        if moved is None:
            return None
        placed.extend(moved)
    return cells.arranged(placed, max(cells.table.width, header.width)) if header is not None else None


def _placed(cells: Cells, found: list[Cell], header: Header) -> list[Cell] | None:
    texts = [cells.text(cell) for cell in found]
    numbers = [cells.number(cell) for cell in found]
    values = header.columns.values
    if is_total(texts[0]):
        return _total(found, numbers, header)
    ways = list(_ways(texts, numbers, header))
    if not ways:
        scored = any(column < len(numbers) and numbers[column] is not None for column in values)
        return None if scored or len(found) > header.width else found
    if len(ways) > 1:
        return None
    capped = ways[0] > 0 and cells.cap(found[0]) is not None
    return [replace(cell, column=index if capped and not index else index + ways[0]) for index, cell in enumerate(found)]


def _total(found: list[Cell], numbers: list[Figure | None], header: Header) -> list[Cell]:
    """A row of totals: full mark, if printed, and scores in the order of the header."""
    scores = [cell for cell, number in zip(found, numbers, strict=True) if number is not None]
    if len(found) >= header.width:
        return found
    if len(scores) != len(header.columns.values):
        return found[:1]
    return [found[0], *(replace(cell, column=column) for cell, column in zip(scores, header.columns.values, strict=True))]


def _ways(texts: list[str], numbers: list[Figure | None], header: Header) -> Iterator[int]:
    """By how many columns a row may be moved so that its cells suit the header.

    Values of outer levels, left of the innermost key, may be missing with their merged cells.
    """
    inner = [column for column in header.columns.values if column > header.columns.keys[-1]]
    for shift in range(header.width - len(texts) + 1):
        places = [column - shift for column in inner]
        outer = [column - shift for column in header.columns.values if column not in inner and column > shift]
        if not places or places[0] < 1 or places[-1] >= len(texts) or any(numbers[place] is None for place in (*outer, *places)):
            continue
        rates = [column - shift for column in header.rates if places[0] < column - shift < len(texts)]
        behind = [index for index in range(places[-1] + 1, len(texts)) if index not in rates]
        if all(numbers[index] is None for index in behind) and all(_RATED.fullmatch(texts[index]) for index in rates):
            yield shift
