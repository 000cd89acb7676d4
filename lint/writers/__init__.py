"""Writers: one module per output format, each with a pure `write(report, settings)` that gives text, or bytes where the format is binary."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from lint.report import Report
    from lint.settings import Settings


class Form(NamedTuple):
    """A format: the suffix by which `-o` knows it (none: by ``FORMAT:PATH`` alone).

    `people`: made for their eyes, so a terminal gets it in its own coding and without what could steer it. `binary`: only saved, never shown.
    `streamed`: its module also writes file by file what is checked (`line`), and what remains to be said at the end (`last`).
    """

    suffix: str = ""
    people: bool = False
    binary: bool = False
    streamed: bool = False


FORMS = {
    "text": Form(".txt", people=True),
    "json": Form(".json"),
}
"""Every format by its name, which is that of its module."""


class Writer(Protocol):
    """What every writer module offers."""

    def write(self, report: Report, settings: Settings) -> str | bytes: ...


def shown() -> list[str]:
    """The formats for standard output."""
    return [name for name, form in FORMS.items() if not form.binary]


def write(format: str, report: Report, settings: Settings) -> str | bytes:
    """The report in one of the formats; always the same for the same report and settings."""
    return cast(Writer, import_module(f"lint.writers.{format}")).write(report, settings)
