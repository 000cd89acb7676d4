"""Documents and facts made from a few lines of text."""

from __future__ import annotations

from lint import readers
from lint.document import Document
from lint.facts import Facts
from lint.readers import Source


def document_of(text: str) -> Document:
    """The document that a text file with this text gives."""
    return readers.read(Source("x.txt", text.encode()))


def facts_of(text: str, year: int | None = None) -> Facts:
    """The facts of a text file with this text."""
    return Facts(document_of(text), year)
