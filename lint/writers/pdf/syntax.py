"""Objects of a PDF as they are written: names and references are given as text, strings and numbers are made here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date


def dictionary(entries: Mapping[str, str]) -> str:
    """Keys without their slash, values as written."""
    return "<< " + " ".join(f"/{key} {value}" for key, value in entries.items()) + " >>"


def array(values: Iterable[str]) -> str:
    return f"[{' '.join(values)}]"


def numbers(values: Iterable[float]) -> str:
    """Numbers to a thousandth of a unit, which is less than anyone sees."""
    return " ".join(f"{round(value, 3) + 0.0:.3f}".rstrip("0").rstrip(".") for value in values)  # + 0.0: no minus before a nought


def string(text: str) -> str:
    """A string of any characters; what cannot be written is a question mark."""
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"


def day_of(day: date) -> str:
    return f"(D:{day:%Y%m%d}000000)"


def reference(number: int, generation: int = 0) -> str:
    return f"{number} {generation} R"


def stream(entries: Mapping[str, str], content: bytes) -> bytes:
    return dictionary({**entries, "Length": str(len(content))}).encode("ascii") + b"\nstream\n" + content + b"\nendstream"
