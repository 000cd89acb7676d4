"""Tables that go on over a page end, joined into one.

Joined are the last thing on a page and the first thing on the next, if both are tables with the same column
edges. Repeated header rows are dropped; a merged cell that the page end cut in two becomes one again; a row
that it cut in two is joined cell by cell.
"""

from __future__ import annotations

from dataclasses import replace

from lint.outline import mark_of
from lint.pattern import pattern
from lint.readers.pdf.broken import goes_on
from lint.readers.pdf.margins import Item, Page
from lint.readers.pdf.ruled import Grid, Slot
from lint.readers.pdf.wrap import lead

_NEAR = 3.0
_NUMBER = pattern(r"[-—+]?[\d,]*\.?\d+[%％]?$|[—-]$")
_BEGINS = pattern(r"[≥≤><＞＜+-]?[\d.,]")
_ENDS = pattern(r"[\d%％.,]$")
"""How a number, or a piece of one, begins and ends."""
_HEADER_ROWS = 6


def stitched(pages: list[Page]) -> list[Item]:
    """All lines and tables in order, tables joined over page ends."""
    items: list[Item] = []
    last: Page | None = None
    for page in pages:
        following = list(page.items)
        if following and items and last is not None and abs(last.width - page.width) < _NEAR:
            above, below = items[-1], following[0]
            if isinstance(above, Grid) and isinstance(below, Grid) and (edges := _common(above.edges, below.edges)):
                items[-1] = _joined(_on(above, edges), _on(below, edges))
                del following[0]
        items.extend(following)
        last = page if page.items else last
    return items


def _common(above: tuple[float, ...], below: tuple[float, ...]) -> tuple[float, ...] | None:
    """The column edges of both, if one set contains the other: merged cells may hide some on one page."""
    wide, narrow = (above, below) if len(above) >= len(below) else (below, above)
    if abs(wide[0] - narrow[0]) > _NEAR or abs(wide[-1] - narrow[-1]) > _NEAR or 2 * len(narrow) <= len(wide):
        return None
    return wide if all(min(abs(x - y) for y in wide) <= _NEAR for x in narrow) else None


def _on(grid: Grid, edges: tuple[float, ...]) -> Grid:
    """The grid with its cells counted on other column edges, which contain its own."""
    if len(edges) == len(grid.edges):
        return replace(grid, edges=edges)
    at = [min(range(len(edges)), key=lambda index: abs(edges[index] - x)) for x in grid.edges]
    slots = (replace(slot, column=at[slot.column], columns=at[slot.column + slot.columns] - at[slot.column]) for slot in grid.slots)
    return replace(grid, edges=edges, slots=tuple(slots))


def _joined(above: Grid, below: Grid) -> Grid:
    below = _unspilt(above, below)
    header = _repeated(above, below)
    slots = list(above.slots)
    incoming = [slot for slot in below.slots if slot.row >= header]
    shift = above.height - header
    ends = {slot.column: index for index, slot in enumerate(slots) if slot.row + slot.rows == above.height}
    first = [slot for slot in incoming if slot.row == header]
    cut = _row_was_cut(first, {column: slots[index] for column, index in ends.items()}, above.edges)
    merging = {slot.column for slot in above.slots if slot.rows > 1 and slot.row >= max(header, above.header, 1)}
    leading = True
    rest: list[Slot] = []
    for slot in first:
        owner = ends.get(slot.column)
        fits = owner is not None and slots[owner].columns == slot.columns
        grouped = slot.column in merging or slot.rows > 1
        leading = leading and not slot.text
        if owner is not None and fits and (cut or (leading and grouped)):
            height = slots[owner].rows + slot.rows - (1 if cut else 0)
            slots[owner] = replace(slots[owner], rows=height, lines=slots[owner].lines + slot.lines)
        elif not cut or slot.text or slot.rows > 1:
            rest.append(slot)
    shift -= cut
    slots += [replace(slot, row=slot.row + shift) for slot in rest]
    slots += [replace(slot, row=slot.row + shift) for slot in incoming if slot.row > header]
    return replace(above, bottom=below.bottom, height=below.height + shift, slots=tuple(slots), header=max(above.header, header))


def _unspilt(above: Grid, below: Grid) -> Grid:
    """The second table with its header whole: a merged cell of which only some rows are repeated spills into the row below."""
    for row in range(min(_HEADER_ROWS, above.height, below.height - 1)):
        heads = {(slot.column, slot.columns): slot for slot in above.row(row)}
        pairs = [(slot, heads.get((slot.column, slot.columns))) for slot in below.row(row)]
        if not all(head is not None and head.text.startswith(slot.text) for slot, head in pairs):
            break
        for slot, head in pairs:
            if head is not None and head.rows > slot.rows and slot.text != head.text:
                below = _gathered(below, slot, head)
    return below


def _gathered(grid: Grid, slot: Slot, head: Slot) -> Grid:
    """The table with the text of a header cell that is `head` in whole taken out of the cells below it."""
    rest = head.text.removeprefix(slot.text)
    slots = []
    for under in grid.slots:
        if under.row == slot.row + slot.rows and slot.column <= under.column < slot.column + slot.columns:
            spilt = next((at for at, line in enumerate(under.lines) if "".join(line.text.split()) not in rest), len(under.lines))
            under = replace(under, lines=under.lines[spilt:])
        slots.append(replace(slot, lines=head.lines) if under is slot else under)
    return replace(grid, slots=tuple(slots))


def _repeated(above: Grid, below: Grid) -> int:
    """How many leading rows of the second table repeat the header of the first."""
    for row in range(min(_HEADER_ROWS, above.height, below.height - 1)):
        mine, theirs = ([(slot.column, slot.columns, slot.text) for slot in grid.row(row)] for grid in (above, below))
        if mine != theirs or not mine or (row > 0 and _holds_data([text for _, _, text in mine])):
            return row if _whole(below, row) else 0
    row = min(_HEADER_ROWS, above.height, below.height - 1)
    return row if _whole(below, row) else 0


def _whole(grid: Grid, row: int) -> bool:
    """Whether no cell reaches over the start of a row."""
    return all(slot.row >= row or slot.row + slot.rows <= row for slot in grid.slots)


def _holds_data(texts: list[str]) -> bool:
    """Whether a row holds numbers other than the count of its columns (栏次 1 2 3 …)."""
    numbers = [text for text in texts if _NUMBER.match(text)]
    counting = all(text.isdecimal() for text in numbers) and [int(text) for text in numbers] == list(
        range(int(numbers[0]), int(numbers[0]) + len(numbers)) if numbers else ()
    )
    return bool(numbers) and not counting


def _row_was_cut(first: list[Slot], ends: dict[int, Slot], edges: tuple[float, ...]) -> bool:
    """Whether a page's first row is the rest of the row before it.

    Then it has text only where that row has text that goes on, and nothing beside a number of that row.
    """
    filled = [slot for slot in first if slot.text]
    if not filled or len(filled) == len(first) or len(ends) < 2:
        return False
    for slot in filled:
        above = ends.get(slot.column)
        if above is None or above.columns != slot.columns or not _goes_on(above, slot, edges[slot.column]):
            return False
    return any(not slot.text and slot.column in ends and _NUMBER.match(ends[slot.column].text) for slot in first)


def _goes_on(above: Slot, below: Slot, left: float) -> bool:
    """Whether the text of a cell goes on in another: words whose line was full, digits that make one number."""
    if not above.lines or mark_of(below.lines[0].text):
        return False
    if _BEGINS.match(below.text) and _ENDS.search(above.text):
        return goes_on(above, below, left)
    line = above.lines[-1]
    return (above.right - line.right) / line.size < lead(below.lines[0]) + 1.2
