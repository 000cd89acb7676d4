"""Documents and pages as pdfium holds them, closed when they are done with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lint.errors import Unreadable
from lint.say import Say


@contextmanager
def opened(raw: Any, data: bytes) -> Iterator[Any]:
    """A document, closed again. Raises Unreadable: ``password``, ``broken``, ``empty`` (no pages)."""
    raw.FPDF_InitLibrary()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        error = raw.FPDF_GetLastError()
        if error in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise Unreadable("password")
        raise Unreadable(
            "broken",
            Say("格式错误", "data format error")
            if error == raw.FPDF_ERR_FORMAT
            else Say("错误号{code}", "pdfium error {code}", {"code": error}),
        )
    try:
        if raw.FPDF_GetPageCount(document) < 1:
            raise Unreadable("empty")
        yield document
    finally:
        raw.FPDF_CloseDocument(document)


@contextmanager
def page_of(raw: Any, document: Any, index: int) -> Iterator[Any]:
    """A page, closed again. Raises ValueError if it cannot be loaded."""
    page = raw.FPDF_LoadPage(document, index)
    if not page:
        raise ValueError("it cannot be loaded")
    try:
        yield page
    finally:
        raw.FPDF_ClosePage(page)
