"""Tables that stand one below the other without a gap: taken apart at the title or the repeated header between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lint.document import Block, Cell, Document, Table
from lint.facts.grid import Row, Slot, is_last, rows_of
from lint.outline import mark_of
from lint.pattern import pattern
from lint.place import Span

_BRACKETS = r"(?:[(\[][^()\[\]]{1,20}[)\]]){0,2}"
_TITLE = pattern(rf"(?!其中)[^。，；：]{{1,50}}?(?P<kind>表|情况)[一二三四五六七八九十\d]{{0,3}}{_BRACKETS}")
"""The title of a table: 支出决算表, 二、下属单位整体支出表（单位：万元）, 自评表（2023年度）."""
_BESIDE = pattern(r"(?:附?表|附件)[一二三四五六七八九十\d-]{0,4}：?$|公开.{1,3}表$|[(\[]?(?:19|20)\d\d年度?[)\]]?$|(?!其中).{2,7}：|.*。")
"""What stands around a title on lines of its own: 表一, （2023年度）, 单位：万元, notes, sentences."""
_NOTE = pattern(r".{0,4}(?:单位|部门|日期)(?:名称)?：|公开.{1,3}表$")
"""A cell of the line between title and header."""
_KEY = pattern(r"(?:名称|单位|部门)(?:\(.*\))?$")
"""The first label of a form."""
_INNER = pattern(r"[一二三]级指标|绩效(?:指标|目标)|(?:年度|总体|预期)目标|实际完成")
"""The first words of headers inside a form, where they begin no table of their own."""
_LONGEST = 40
"""Characters that a header cell may have; longer ones are text."""
_LABELS = 2
"""Rows at the beginning of a form whose labels, come again, begin another one; also the fewest of a table."""
_FAR = 8
"""Rows below the lines that are looked at."""
_NEAR = 4
"""Rows from a header on of which one holds numbers."""
_TOP = 4
"""Rows in which a table has its header."""
_HEADING = 60
"""Characters that a numbered line may have as a heading."""


def unstacked(document: Document) -> Document:
    """The document with every one of such tables for itself, what stands between them as paragraphs; spans stay."""
    tables: list[Table] = []
    blocks: list[Block] = []
    for table in document.tables:
        parts, lines = _apart(document, table) if _may_be(document, table) else ([table], [])
        tables += parts
        blocks += lines
    if len(tables) == len(document.tables):
        return document
    ordered = sorted((*document.blocks, *blocks), key=lambda block: block.span.start)
    return replace(document, tables=tuple(tables), blocks=tuple(ordered))


def _may_be(document: Document, table: Table) -> bool:
    """Whether a row of one cell stands inside a table, or a row that begins as one of the first does: told quickly."""
    begins: set[str] = set()
    for index, row in enumerate(table.rows()):
        texts = [text for cell in row if (text := document.quote(cell.span).strip())]
        if index and (len(texts) == 1 or (texts and texts[0] in begins)):
            return True
        if index < _TOP and texts:
            begins.add(texts[0])
    return False


def _apart(document: Document, table: Table) -> tuple[list[Table], list[Block]]:
    rows = rows_of(document, table)
    held = {cell.row + down for cell in table.cells for down in range(1, cell.rows)}
    parts: list[Table] = []
    blocks: list[Block] = []
    first = 0
    for last, begin in _gaps(rows, held):
        if last == begin and not any(_label(row) == _label(rows[begin]) for row in rows[first : min(first + _TOP, begin)]):
            continue
        if _begins(rows[first:last], rows[last:begin], rows[begin:]):
            parts.append(_part(table, rows[first:last]))
            blocks += (block for row in rows[last:begin] for slot in _filled(row) for block in _lines(document, slot.cell))
            first = begin
    return ([*parts, _part(table, rows[first:])], blocks) if parts else ([table], [])


def _gaps(rows: Sequence[Row], held: set[int]) -> Iterator[tuple[int, int]]:
    """Where one table may end and the next begin, lines of one cell between them; no cell reaches (`held`) over such a place."""
    index = 1
    while index < len(rows):
        begin = index
        while begin < len(rows) and begin not in held and len(_filled(rows[begin])) < _LABELS:
            begin += 1
        while index < begin and not _is_line(rows[index]):
            index += 1
        if begin < len(rows) and not held & set(range(index, begin + 1)):
            yield index, begin
        index = begin + 1


def _begins(above: Sequence[Row], between: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether the rows below are a table of their own: by its title, or as the one above begins."""
    table = [row for row in above if _is_row(row)]
    following = [row for row in below[:_FAR] if _is_row(row)]
    if len(table) < _LABELS or not following or not any(slot.is_number for row in table for slot in row.slots):
        return False
    texts = [slot.text for row in between for slot in _filled(row)]
    titles = [match["kind"] for text in texts if (match := _TITLE.fullmatch(text))]
    form = bool(_KEY.search(_label(table[0])))
    if _is_header(following) and any(_texts(row) == _texts(following[0]) for row in table[:_TOP]):
        return bool(titles) or _is_closed(table, below)
    if [_label(row) for row in table[:_LABELS]] == [_label(row) for row in following[:_LABELS]]:
        return bool(titles) or form
    if not texts or not _is_header(following) or (form and _INNER.match(_label(following[0]))):
        return False
    return "表" in titles or (is_last(table[-1]) and (bool(titles) or any("。" in text for text in texts)))


def _is_closed(table: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether a table ends in its total, or both have one: the same header again is not that of the next page."""
    return is_last(table[-1]) or all(any(map(is_last, rows)) for rows in (table, below))


def _is_header(rows: Sequence[Row]) -> bool:
    """Whether the first row is one of short words above numbers, or begins a form."""
    cells = _filled(rows[0])
    if not all(slot.is_words and len(slot.text) <= _LONGEST and "。" not in slot.text for slot in cells):
        return False
    return bool(_KEY.search(cells[0].text)) or any(slot.is_number for row in rows[1:_NEAR] for slot in row.slots)


def _is_row(row: Row) -> bool:
    """Whether a row belongs to a table, and is no line of one cell nor one of notes."""
    cells = _filled(row)
    return len(cells) >= _LABELS and not all(_NOTE.match(slot.text) for slot in cells)


def _is_line(row: Row) -> bool:
    """Whether what stands alone in a row is a title, a heading, a sentence or a note, and no label."""
    return any(_TITLE.fullmatch(slot.text) or _BESIDE.match(slot.text) or mark_of(slot.text) for slot in _filled(row))


def _filled(row: Row) -> list[Slot]:
    return [slot for slot in row.slots if slot.text]


def _texts(row: Row) -> list[str]:
    return [slot.text for slot in _filled(row)]


def _label(row: Row) -> str:
    return next((slot.text for slot in row.slots if slot.text), "")


def _part(table: Table, rows: Sequence[Row]) -> Table:
    """The table of these rows and of the columns in which one of their cells holds something."""
    columns = sorted({slot.cell.column for row in rows for slot in _filled(row)})
    cells: list[Cell] = []
    for down, row in enumerate(rows):
        for cell in (slot.cell for slot in row.slots):
            at = bisect_left(columns, cell.column)
            if at < len(columns) and columns[at] == cell.column:
                cells.append(replace(cell, row=down, column=at, columns=bisect_left(columns, cell.column + cell.columns) - at))
    span = Span(min(cell.span.start for cell in cells), max(cell.span.end for cell in cells))
    return Table(span, tuple(cells), len(columns), len(rows), table.header if rows[0].index == 0 else 0)


def _lines(document: Document, cell: Cell) -> Iterator[Block]:
    """The lines of a cell as paragraphs, or headings where short ones are numbered."""
    start = cell.span.start
    for line in document.quote(cell.span).split("\n"):
        if text := line.strip():
            begin = start + line.index(text)
            mark = mark_of(text)
            heads = mark is not None and len(text) <= _HEADING and "。" not in text
            yield Block(
                Span(begin, begin + len(text)), "heading" if heads else "paragraph", mark.text if mark else "", mark.depth if mark else 0
            )
        start += len(line) + 1
