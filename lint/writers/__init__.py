"""Writers: one module per output format, each with a pure `write(report, settings) -> str`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from lint.report import Report
    from lint.settings import Settings

FORMATS = {"text": ".txt", "json": ".json"}
"""The formats and the file name suffix by which `-o` knows each."""


class Writer(Protocol):
    """What every writer module offers."""

    def write(self, report: Report, settings: Settings) -> str: ...


def write(format: str, report: Report, settings: Settings) -> str:
    """The report in one of the formats; always the same for the same report and settings."""
    return cast(Writer, import_module(f"lint.writers.{format}")).write(report, settings)
