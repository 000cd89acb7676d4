"""Tables of a Word file: rows and cells with the spans they cover, deleted and hidden ones left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lint.pattern import pattern
from lint.readers.docx.flow import Grid, Slot
from lint.readers.docx.styles import integer, on
from lint.readers.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from lint.readers.docx.story import Story

_TR, _TC, _TRPR, _TCPR, _VAL = (W + name for name in ("tr", "tc", "trPr", "tcPr", "val"))
_DEL, _HIDDEN, _BEFORE, _HEADER = (W + name for name in ("del", "hidden", "gridBefore", "tblHeader"))
_GRIDSPAN, _VMERGE, _HMERGE, _CELLDEL = (W + name for name in ("gridSpan", "vMerge", "hMerge", "cellDel"))
_GRID, _COLUMN = W + "tblGrid", W + "gridCol"
_COLUMNS = 63
"""Word's limit of columns; a larger span is damage or an attack."""
_TWIPS = pattern(r"[0-9]{1,6}")


@dataclass(slots=True)
class _State:
    """A table being read. `above` and `below` hold, by column, the cells that the next row may continue:
    those of the row before, and those found so far in this one."""

    cells: list[Slot] = field(default_factory=list)
    above: dict[int, Slot] = field(default_factory=dict)
    below: dict[int, Slot] = field(default_factory=dict)
    row: int = 0
    begin: int = 0
    column: int = 0
    width: int = 0
    header: int = 0


def read(story: Story, element: _Element) -> None:
    """Write a w:tbl into the story's flow: cells separated by tabs, rows by line feeds."""
    first = len(story.flow.parts)
    state = _State()
    story.cells += 1
    for tag, row in story.elements(element):
        if tag == _TR:
            _row(story, row, state)
    story.cells -= 1
    if state.row:
        story.flow.grids.append(
            Grid(first, len(story.flow.parts) - 1, state.cells, state.width, state.row, state.header, _widths(element, state.width))
        )


def _widths(element: _Element, width: int) -> tuple[int, ...]:
    """The widths of the columns; none where the grid of the file is not that of its cells."""
    given = [column.get(W + "w", "") for column in element.iterfind(f"{_GRID}/{_COLUMN}")]
    return tuple(map(int, given)) if len(given) == width and all(_TWIPS.fullmatch(text) for text in given) else ()


def _row(story: Story, element: _Element, state: _State) -> None:
    state.column = 0
    header = False
    properties = element.find(_TRPR)
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag == _DEL:
            story.skip(element)
            return
        if tag == _HIDDEN and on(child):
            story.conceal(element)
            return
        if tag == _BEFORE:
            state.column = min(max(integer(child, 0) or 0, 0), _COLUMNS)
        elif tag == _HEADER:
            header = on(child)
    state.begin = state.column
    for tag, child in story.elements(element):
        if tag == _TC:
            _cell(story, child, state)
    story.flow.write("\n")
    state.above, state.below = state.below, {}
    state.header += header and state.header == state.row
    state.row += 1
    state.width = max(state.width, state.column)


def _cell(story: Story, element: _Element, state: _State) -> None:
    columns, down, across = 1, "", ""
    properties = next(iter(element), None)
    if properties is not None and properties.tag == _TCPR:
        for child in properties:
            tag = child.tag
            if tag == _GRIDSPAN:
                columns = min(max(integer(child) or 1, 1), _COLUMNS)
            elif tag == _VMERGE:
                down = child.get(_VAL, "continue")
            elif tag == _HMERGE:
                across = child.get(_VAL, "continue")
            elif tag == _CELLDEL:
                columns = 0
    column = state.column
    state.column += columns
    if not columns:
        story.skip(element)
        return
    if column > state.begin:
        story.flow.write("\t")
    upper = state.above.get(column) if down == "continue" else None
    left = state.cells[-1] if across == "continue" and state.cells else None
    if upper is not None and upper.columns == columns:
        # Word shows what the first of the merged cells holds, and nothing of those below
        story.conceal(element)
        upper.rows += 1
        state.below[column] = upper
    elif left is not None and left.row == state.row and left.column + left.columns == column:
        story.conceal(element)
        left.columns += columns
    else:
        parts = story.flow.parts
        first = len(parts)
        story.blocks(element)
        if len(parts) > first and parts[-1] == "\n" and not story.flow.runs[-1]:
            # the separator follows the last paragraph of a cell at once
            parts.pop()
            story.flow.runs.pop()
        cell = Slot(first, len(parts), state.row, column, 1, columns)
        state.cells.append(cell)
        if down:
            state.below[column] = cell
