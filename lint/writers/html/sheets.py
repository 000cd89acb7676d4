"""The pages of a PDF as they look, with a box over every figure that was read from them."""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from lint.errors import Unreadable
from lint.place import Box
from lint.report import FileReport
from lint.say import Language
from lint.settings import Settings
from lint.writers.html.marks import Mark
from lint.writers.html.markup import Markup, join, tag
from lint.writers.html.pictures import Picture, album_of
from lint.writers.html.words import LEFT_OUT, NOT_DRAWN, PAGE

if TYPE_CHECKING:
    from lint.readers.pdf.linear import PageOrigin

MARGIN = 1.0
"""Points that a box is wider than its letters on every side."""


LIMIT = 1_900_000
"""Bytes of a page on a report of a common length: it can be sent by mail, and opens at once on an old computer."""


def sheets(file: FileReport, marks: Sequence[Mark], settings: Settings, spent: int) -> tuple[Markup | None, bool]:
    """The pages of a PDF and that there are pictures, or why there are none; nothing for other files.

    `spent` are the bytes of what else the page says of the file: the pictures take the room that is left.
    """
    if file.document.format != "pdf" or file.document.path == "-" or file.unread:
        return None, False
    boxes = _boxes(file, marks)
    told = sorted({page for page, found in boxes.items() if any(mark.leads for mark, _ in found)})
    drawn = {page: [_box(mark, box) for mark, box in found] for page, found in boxes.items()}
    left = LIMIT - spent - sum(len(box.encode()) for found in drawn.values() for box in found)
    try:
        album = album_of(file, told, left * 3 // 4, settings)  # base64 takes four characters for three bytes
    except Unreadable:
        album = None
    if album is None or not album.pictures:
        return tag("p", NOT_DRAWN.text(settings.language), class_="remark"), False
    missing = album.pages - len(album.pictures)
    remark = tag("p", LEFT_OUT.of(count=missing).text(settings.language), class_="remark") if missing else None
    made = [_sheet(file, number, picture, drawn.get(number, []), settings.language) for number, picture in album.pictures.items()]
    return join((remark, *made)), True


def _boxes(file: FileReport, marks: Sequence[Mark]) -> dict[int, list[tuple[Mark, Box]]]:
    """The boxes of all marks by page, narrow ones over wide ones."""
    origin = cast("PageOrigin", file.document.origin)
    found: dict[int, list[tuple[Mark, Box]]] = defaultdict(list)
    for mark in sorted(marks, key=lambda mark: (mark.figure, -len(mark.span))):
        for page, box in origin.boxes(mark.span):
            found[page].append((mark, box))
    return found


def _sheet(file: FileReport, number: int, picture: Picture, boxes: Sequence[Markup], language: Language) -> Markup:
    told = PAGE.of(number=number).text(language)
    image = f"data:image/webp;base64,{b64encode(picture.data).decode()}"
    over = tag(
        "svg",
        *boxes,
        viewBox=f"0 0 {picture.width:g} {picture.height:g}",
        preserveAspectRatio="none",
        role="group",
        aria_label=told,
    )
    return tag(
        "figure",
        tag("img", src=image, alt=told, width=str(round(picture.width * 96 / 72)), height=str(round(picture.height * 96 / 72))),
        over,
        tag("figcaption", told),
        class_="sheet",
        id=f"p{file.number}-{number}",
    )


def _box(mark: Mark, box: Box) -> Markup:
    x0, top, x1, bottom = box
    corner = {"x": f"{x0 - MARGIN:g}", "y": f"{top - MARGIN:g}"}
    size = {"width": f"{x1 - x0 + 2 * MARGIN:g}", "height": f"{bottom - top + 2 * MARGIN:g}"}
    kind = f"n {mark.state}" if mark.figure else f"n {mark.state} words"
    if mark.leads:
        return tag("a", tag("title", mark.told), tag("rect", **corner, **size), class_=kind, data_m=mark.id, href=f"#{mark.first}")
    title = tag("title", mark.told) if mark.first else None
    return tag("rect", title, class_=kind, data_m=mark.id, data_c=mark.first or None, **corner, **size)
