"""Tables read into sheets, panels and lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lint.document import Block, Document
from lint.facts.figures import Token
from lint.facts.grid import Row, Slot
from lint.facts.ragged import Grids
from lint.facts.tables.columns import Column, roles
from lint.facts.tables.flattened import Flattened
from lint.facts.tables.sheets import Entry, Line, Panel, Sheet
from lint.facts.units import code_columns
from lint.figure import QUANTITIES, Figure
from lint.pattern import pattern
from lint.text import fold

_CAPTION_LINES = 4
_BLANKS = pattern(r"\s+")
_NUMBERING = pattern(r"序号|行次")
_ASIDE = pattern(r"(?:项目)?(?:实施|主管|责任|承办|建设)(?:单位|部门)(?:名称)?|备注|建设地点|实施地点")
"""Columns of words that do not name their line, where another one does."""
_FELL = pattern(r"下降|减少|降低|下跌|压减|[降减↓]")
_NOTE_LABELS = ("备注", "说明", "原因", "措施", "依据", "来源")


def sheets(document: Document, tokens: Sequence[Token], grids: Grids, flattened: Sequence[Flattened]) -> tuple[Sheet, ...]:
    """Every sheet of a document, in reading order."""
    figures: dict[int, list[Token]] = {}
    for token in tokens:
        if token.figure.kind in QUANTITIES:
            start = token.figure.span.start if token.passage.cell is None else token.passage.cell.span.start
            figures.setdefault(start, []).append(token)
    starts = [block.span.start for block in document.blocks]
    found: list[Sheet] = []
    floor = 0
    for table in document.tables:
        above = document.blocks[bisect_left(starts, floor) : bisect_left(starts, table.span.start)]
        if table.height > 1 or not any(flat.start in range(table.span.start, table.span.end) for flat in flattened):
            found.extend(_of_rows(grids[table.span], _caption(document, above), figures))
        floor = table.span.end
    found.extend(_sheet(flat.caption, [flat.header], list(flat.body), figures) for flat in flattened)
    return tuple(sorted(found, key=lambda sheet: sheet.span.start))


def _of_rows(rows: Sequence[Row], caption: str, figures: dict[int, list[Token]]) -> Iterator[Sheet]:
    for header, body in _sections(rows):
        if (header or len(body) > 1) and any(slot.is_number for row in body for slot in row.slots):
            yield _sheet(caption, header, body, figures)


def _sections(rows: Sequence[Row]) -> Iterator[tuple[list[Row], list[Row]]]:
    header: list[Row] = []
    body: list[Row] = []
    for row in rows:
        if row.header and body and any(_texts(row) == _texts(other) for other in header):
            continue
        if (row.header or row.fresh) and body:
            yield header, body
            header, body = [], []
        (header if row.header else body).append(row)
    if body:
        yield header, body


def _texts(row: Row) -> list[str]:
    return [slot.text for slot in row.slots]


def _caption(document: Document, above: Sequence[Block]) -> str:
    """The last few lines above a table, back to the end of a sentence, folded."""
    lines: list[str] = []
    for block in reversed([block for block in above[-2 * _CAPTION_LINES :] if block.kind != "aside"]):
        text = _BLANKS.sub(" ", fold(document.quote(block.span)))
        if len(lines) == _CAPTION_LINES or text.endswith(("。", "；")) or len(text) > 160:
            break
        lines.append(text)
    return "\n".join(reversed(lines))


def _sheet(caption: str, header: list[Row], body: list[Row], figures: dict[int, list[Token]]) -> Sheet:
    title = [slot.text for row in header if len(row.slots) == 1 for slot in row.slots if slot.columns > 1]
    heads = [row for row in header if len([slot for slot in row.slots if slot.text]) > 1] or header
    codes = code_columns([*heads, *body])
    numbers = _number_columns(heads, body, codes)
    subjects = codes - {slot.column for row in heads for slot in row.slots if _NUMBERING.search(slot.text)}
    columns = {column.index: column for column in roles(heads, body, numbers)}
    span = (header or body)[0].slots[0].cell.span.to(body[-1].slots[-1].cell.span) if body[-1].slots else body[0].slots[0].cell.span
    aside = {slot.column for row in heads for slot in row.slots if _ASIDE.fullmatch(slot.text)}
    panels = tuple(
        _panel([label for label in labels if label not in aside] or labels, [columns[index] for index in values], body, subjects, figures)
        for labels, values in _split(body, numbers, codes)
    )
    return Sheet("\n".join([caption, *title]).strip(), span, panels)


def _number_columns(heads: list[Row], body: list[Row], codes: frozenset[int]) -> list[int]:
    """Columns in which numbers outweigh words; a column without either counts where a header names it, unless it is for notes."""
    width = 1 + max((slot.column for row in (*heads, *body) for slot in row.slots), default=0)
    named: dict[int, str] = {}
    for head in (slot for row in heads for slot in row.slots):
        for column in range(head.column, min(head.column + head.columns, width)):
            named[column] = named.get(column, "") + head.text
    found: list[int] = []
    for column in range(width):
        slots = [slot for row in body if not row.loose and (slot := row.at(column))]
        numbers = sum(slot.is_number for slot in slots)
        words = sum(slot.is_words for slot in slots)
        name = named.get(column, "")
        if column in codes or any(word in name for word in _NOTE_LABELS):
            continue
        if numbers > words or (not words and not numbers and name and slots and column):
            found.append(column)
    return found


def _split(body: list[Row], numbers: list[int], codes: frozenset[int]) -> Iterator[tuple[list[int], list[int]]]:
    """Label columns (codes among them) with the number columns to their right."""
    width = 1 + max((slot.column for row in body for slot in row.slots), default=0)
    labels: list[int] = []
    values: list[int] = []
    for column in range(width):
        if column in numbers:
            values.append(column)
        elif column in codes or any(slot.is_words for row in body if (slot := row.at(column))):
            if values:
                yield labels, values
                labels, values = [], []
            labels.append(column)
    if values:
        yield labels, values


def _panel(labels: list[int], columns: list[Column], body: list[Row], codes: frozenset[int], figures: dict[int, list[Token]]) -> Panel:
    lines: list[Line] = []
    hanging: dict[int, tuple[int, str]] = {}
    numbers = {column.index for column in columns}
    for number, row in enumerate(body):
        named = [slot for slot in row.slots if slot.column in labels and slot.text]
        words = [slot for slot in named if slot.is_words]
        code = tuple(slot.text for slot in named if slot.column in codes and slot.is_number)
        entries = {slot.column: Entry(slot, _figure(slot, figures)) for slot in row.slots if slot.column in numbers}
        if not any(entry.figure for entry in entries.values()) and (
            not words or not entries or any(entry.slot.is_words for entry in entries.values())
        ):
            continue
        label = words[-1].text if words else next((text for _, (end, text) in sorted(hanging.items(), reverse=True) if number < end), "")
        span = words[-1].cell.span if words else next(iter(entries.values())).span
        falls = any(_FELL.fullmatch(slot.text) for slot in row.slots if slot.is_words)
        lines.append(Line(label, span, code, entries, row.loose or _is_shifted(entries, columns), falls))
        hanging.update({slot.column: (number + slot.cell.rows, slot.text) for slot in words if slot.cell.rows > 1})
    return Panel(tuple(columns), tuple(lines))


def _is_shifted(entries: dict[int, Entry], columns: list[Column]) -> bool:
    """Whether a percentage stands under amounts, or a plain number under printed percentages: cells that slipped sideways."""
    for column in columns:
        entry = entries.get(column.index)
        if (
            entry
            and entry.slot.is_number
            and column.percent is not None
            and column.percent != entry.slot.text.rstrip(")-").endswith(("%", "‰"))
        ):
            return True
    return False


def _figure(slot: Slot, figures: dict[int, list[Token]]) -> Figure | None:
    """The figure that a cell is; None for words, dashes and several numbers."""
    if not slot.is_number:
        return None
    found = figures.get(slot.cell.span.start, [])
    return found[0].figure if len(found) == 1 else None
