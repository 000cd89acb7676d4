"""For reviewers: one page that opens by itself, the documents on the left, the findings on the right; nothing in it comes from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.report import Report
from lint.settings import Settings
from lint.writers.html.page import page

if TYPE_CHECKING:
    from lint.compare.record import Versions


def write(report: Report, settings: Settings) -> bytes:
    """The page; what is decided in it is exported by it, and read back by ``gouji decide import``."""
    return page(report, settings).encode()


def beside(report: Report, settings: Settings, versions: Versions) -> bytes:
    """The same page with what became of an earlier draft; the new side of `versions` are files of the report."""
    return page(report, settings, versions).encode()
