"""Numbers that a line end in their cell tears: 420.0⏎0 in a column of 290.00 and 70.00."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.document import Cell, Document, Table
from lint.pattern import pattern
from lint.text import fold

_NUMBER = pattern(r"[(+-]?[¥￥]?(?!0[\d,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<places>\d+))?(?P<unit>[%‰]|[万亿]?元)?\)?")
_BREAK = pattern(r"\s*[\r\n]\s*")
_NOTHING = "-—"
"""Signs of which a line of its own means that there is no number."""
_LONGEST = 40
"""Characters that a cell of one number may have."""
_FEW = 2
"""Numbers that tell how those of a table are printed where the column holds no other."""

_Form = tuple[int, str]
"""How a number is printed: its decimal places and what stands behind it."""


def torn(document: Document, table: Table) -> Iterator[Cell]:
    """The cells whose lines are one number together, where a line alone is none, or is printed as no number around it is."""
    texts = {cell: fold(document.quote(cell.span)).strip() for cell in table.cells if len(cell.span) and len(cell.span) <= _LONGEST}
    broken = {cell: _BREAK.split(text) for cell, text in texts.items() if "\n" in text or "\r" in text}
    if not broken:
        return
    forms = [(cell.column, form) for cell, text in texts.items() if (form := _form(text))]
    for cell, lines in broken.items():
        form = _form("".join(lines))
        if form is None or any(not line.strip(_NOTHING) for line in lines):
            continue
        alone = [_form(line) for line in lines]
        if None in alone or (form not in alone and _is_printed(form, cell.column, forms)):
            yield cell


def _form(text: str) -> _Form | None:
    """How a text that is a number as a whole is printed."""
    match = _NUMBER.fullmatch(text)
    return (len(match["places"] or ""), match["unit"] or "") if match else None


def _is_printed(form: _Form, column: int, forms: Sequence[tuple[int, _Form]]) -> bool:
    """Whether all numbers of a column, or of the table, are printed with the same decimal places."""
    if not form[0]:
        return False
    alike = [(at, other) for at, other in forms if other[1] == form[1]]
    beside = [other for at, other in alike if at == column]
    return set(beside) == {form} if beside else len(alike) >= _FEW and {other for _, other in alike} == {form}
