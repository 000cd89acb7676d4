"""Cells printed as #### because their column was too narrow: the number is in the workbook, not in what was handed in."""

from __future__ import annotations

from lint.document import Document, Notice

_SIGN = "#"
_FEWEST = 2
"""A lone # is a mark."""


def hashes(document: Document) -> tuple[Notice, ...]:
    """The notice that cells of a document show nothing but ####; none where they show numbers."""
    found = [cell.span for table in document.tables for cell in table.cells if _is_hashes(document.quote(cell.span).strip())]
    return (Notice("too-narrow", span=found[0], count=len(found)),) if found else ()


def _is_hashes(text: str) -> bool:
    return len(text) >= _FEWEST and not text.strip(_SIGN)
