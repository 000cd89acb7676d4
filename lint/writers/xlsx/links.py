"""Where a cell leads when it is clicked: the file as it was named, from the folder in which the command ran; in a workbook, the cell."""

from __future__ import annotations

import os

from lint.document import Document
from lint.pattern import pattern
from lint.place import Span
from lint.writers.xlsx.sheet import Link

_UNSAFE = pattern(r'[%"<>\[\]`^{}|# \x00-\x1f\x7f\ud800-\udfff]')
"""What a target may not hold as it is; Chinese words may stand."""
_DRIVE = pattern(r"[A-Za-z]:/")
MOST = 2_000
"""The longest target that Excel opens; a workbook with a longer one would be called damaged."""


def link(document: Document, span: Span | None) -> Link | None:
    """The way to a place of a document; None for standard input."""
    if document.path == "-":
        return None
    path = document.path.replace(os.sep, "/")
    if path.startswith("//"):
        target = "file:" + _safe(path)
    elif path.startswith("/"):
        target = "file://" + _safe(path)
    elif _DRIVE.match(path):
        target = "file:///" + _safe(path)
    else:
        target = _safe(path)
    if len(target) > MOST:
        return None
    place = document.place(span) if span is not None else None
    if place is None or not place.sheet or not place.address:
        return Link(target)
    sheet = place.sheet.replace("'", "''")
    return Link(target, f"'{sheet}'!{place.address}")


def _safe(path: str) -> str:
    return _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace")), path)
