"""Writers of comparisons: one module per output format, each with a pure `write(versions, settings) -> str`; the formats are called as those of reports."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from lint.compare.record import Versions
    from lint.settings import Settings

COMPARED = ["text", "json"]
"""The formats."""


class Writer(Protocol):
    """What every writer module offers."""

    def write(self, versions: Versions, settings: Settings) -> str: ...


def write(format: str, versions: Versions, settings: Settings) -> str:
    """The comparison in one of the formats; always the same for the same reports and settings."""
    return cast(Writer, import_module(f"lint.writers.compare.{format}")).write(versions, settings)
