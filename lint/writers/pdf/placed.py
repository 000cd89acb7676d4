"""Notes on the pages of a PDF: highlights with their text, and a sign with what was looked at on the first page."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from lint.check import Severity
from lint.decisions.answers import OURS
from lint.errors import Unreadable
from lint.readers.pdf.frames import Frame
from lint.say import Say
from lint.writers.pdf.drawn import COLORS, NOTE, Quad, highlight, rect_of, sheet
from lint.writers.pdf.increment import LOST, appended, next_number
from lint.writers.pdf.marks import quad_of
from lint.writers.pdf.syntax import array, day_of, dictionary, numbers, reference, string

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import PdfObject

LOCKED = Say(
    "文件设了权限密码，不能加批注，请用没有加密的文件",
    "it is protected by a password for its owner and takes no comments; use a file that is not encrypted",
)
_SIGN, _EDGE = 20.0, 10.0
"""Points that the sign of a note is wide and high, and how far it stands from the corner of the page."""
_POPUP = (200.0, 140.0)
"""Points that the window of a note is wide and high."""
_PRINTED, _UPRIGHT, _WINDOW = "4", "20", "28"
"""Flags: shown on paper too; also not turned with the page; also not enlarged with it."""


class Placed(NamedTuple):
    """A note on a page (from 1): on text, or in its corner where there are no quads."""

    page: int
    quads: tuple[Quad, ...]
    lines: tuple[str, ...]
    severity: Severity = "info"
    name: str = "gouji"


def placed(data: bytes, said: Sequence[Placed], frames: Mapping[int, Frame], day: date) -> bytes:
    """The file with these notes. Raises Unreadable where it can hold none, and whatever pypdf stumbles over."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise Unreadable("password", LOCKED)
    pages = reader.pages
    free = count(next_number(reader))
    objects: dict[tuple[int, int], bytes] = {}
    added: dict[tuple[int, int], list[str]] = {}
    for note in said:
        home = pages[note.page - 1].indirect_reference
        if home is None:
            raise Unreadable("broken", LOST)
        own, drawn, window = (next(free) for _ in range(3))
        page = reference(home.idnum, home.generation)
        entries, objects[drawn, 0] = _shown(note, frames[note.page])
        entries |= {"P": page, "AP": dictionary({"N": reference(drawn)}), "Popup": reference(window), **_said(note, day)}
        objects[own, 0] = dictionary(entries).encode("ascii")
        objects[window, 0] = _window(note, frames[note.page], page, reference(own)).encode("ascii")
        added.setdefault((home.idnum, home.generation), []).extend((reference(own), reference(window)))
        objects[home.idnum, home.generation] = _with(pages[note.page - 1], added[home.idnum, home.generation])
    return appended(data, reader, objects)


def _shown(note: Placed, frame: Frame) -> tuple[dict[str, str], bytes]:
    """What a note looks like: its entries, and its picture."""
    if note.quads:
        corners = (value for quad in note.quads for point in quad for value in point)
        entries = {"Subtype": "/Highlight", "QuadPoints": array([numbers(corners)]), "Rect": array([numbers(rect_of(note.quads))])}
        return {"Type": "/Annot", "F": _PRINTED, **entries, "C": array([numbers(COLORS[note.severity])])}, highlight(
            note.quads, note.severity
        )
    size = min(_SIGN, frame.width / 20, frame.height / 20)
    edge = size * _EDGE / _SIGN
    left, top = frame.back(edge, edge)  # where its corner stays, however the page is turned
    entries = {"Subtype": "/Text", "Name": "/Note", "F": _UPRIGHT, "Rect": array([numbers((left, top - size, left + size, top))])}
    return {"Type": "/Annot", **entries, "C": array([numbers(NOTE)])}, sheet()


def _said(note: Placed, day: date) -> dict[str, str]:
    """What a note says. Paragraphs end with a carriage return, as the standard wants it."""
    text = "\r".join("".join(char if char.isprintable() else " " for char in line) for line in note.lines)
    moment = day_of(day)
    return {"T": string(OURS), "Contents": string(text), "NM": string(note.name), "M": moment, "CreationDate": moment}


def _window(note: Placed, frame: Frame, page: str, parent: str) -> str:
    """The window in which a note opens, at the right side of the page; some viewers show no note without one."""
    width, height = min(_POPUP[0], frame.width), min(_POPUP[1], frame.height)
    top = min(max(_top(note, frame), 0.0), frame.height - height)
    rect = rect_of([quad_of((frame.width - width, top, frame.width, top + height), frame)])
    return dictionary(
        {"Type": "/Annot", "Subtype": "/Popup", "Rect": array([numbers(rect)]), "F": _WINDOW, "Open": "false", "Parent": parent, "P": page}
    )


def _top(note: Placed, frame: Frame) -> float:
    return min((frame.point(*point)[1] for quad in note.quads for point in quad), default=_EDGE)


def _with(page: PageObject, references: Sequence[str]) -> bytes:
    """A page with more annotations, after those that it has."""
    from pypdf.generic import ArrayObject

    before = page.raw_get("/Annots").get_object() if "/Annots" in page else None
    own = [_written(each) for each in before] if isinstance(before, ArrayObject) else []
    entries = {_written(key)[1:]: _written(page.raw_get(key)) for key in page if key != "/Annots"}
    return dictionary({**entries, "Annots": array([*own, *references])}).encode("latin-1")


def _written(value: PdfObject) -> str:
    made = io.BytesIO()
    value.write_to_stream(made)
    return made.getvalue().decode("latin-1")
