"""Values separated by commas, semicolons or tabs (.csv, .tsv, and the same saved as .xls): one sheet of cells."""

from __future__ import annotations

import csv
import io
import re

from lint.document import Document, Notice
from lint.errors import Unreadable
from lint.pattern import pattern
from lint.readers import Source
from lint.readers.sheets.book import Book, Sheet
from lint.readers.sheets.cell import Shown
from lint.readers.sheets.linear import document_of
from lint.readers.txt import decode
from lint.say import Say

_FORCED = pattern(r'="(.*)"', re.DOTALL)
"""How a program keeps Excel from reading digits as a number: ="0012"."""
_SIGNS = "\t,;"
_HEAD = 20
"""Lines that tell the separator."""


def read(source: Source) -> Document:
    """Read a file of separated values. Raises Unreadable for one without any."""
    text, encoding, replaced = decode(source.data, source.encoding)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator(text) or ","))
    except csv.Error as error:
        raise Unreadable("broken", Say("{error}", "{error}", {"error": str(error)})) from error
    cells = [
        Shown(row, column, match[1] if (match := _FORCED.fullmatch(value)) else value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value.strip()
    ]
    notices = (Notice("encoding", encoding, count=replaced),) if replaced else ()
    return document_of(source, "csv", Book((Sheet("", tuple(cells)),)), encoding, notices)


def separator(text: str) -> str:
    """The sign that stands in the most of the first lines; empty where none stands in two of them."""
    lines = [line for line in text[: 1 << 16].splitlines()[:_HEAD] if line.strip()]
    counts = {sign: sum(sign in line for line in lines) for sign in _SIGNS}
    best = max(_SIGNS, key=lambda sign: (counts[sign], -_SIGNS.index(sign)))
    return best if counts[best] > min(1, len(lines) - 1) else ""
