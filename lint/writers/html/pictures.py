"""Pages of a PDF as small pictures: few colours for what is printed, and for photographs whatever makes them small enough."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from lint.errors import Unreadable
from lint.guard import Guard
from lint.paths import load
from lint.report import FileReport
from lint.settings import Settings

SMALL, LARGE = 18_000, 90_000
"""Bytes of a picture that are never too many, and beyond which it would not be clearer."""
MOST = 60
"""Pages of a file that are drawn."""
PIXELS = 4_000_000
"""Pixels of a picture at most."""


class Way(NamedTuple):
    """How a picture is made: dots per inch, and the number of its colours or, where it has all of them, its quality."""

    dpi: int
    colours: int = 0
    quality: int = 0


WAYS = (
    Way(120, 8),
    Way(110, 6),
    Way(96, 6),
    Way(96, 4),
    Way(84, 4),
    Way(84, quality=35),
    Way(84, quality=12),
    Way(60, quality=8),
    Way(36, quality=5),
)
"""From the best to the smallest; letters keep their shape in few colours, photographs do not."""
PHOTOGRAPHS = 6
"""The first way that is for photographs."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as shown, its width and height in points, and its picture as WebP."""

    width: float
    height: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Album:
    """The pictures of a file by the numbers of their pages, from 1, and how many pages it has."""

    pages: int
    pictures: dict[int, Picture]


def album_of(file: FileReport, told: Sequence[int], room: int, settings: Settings) -> Album | None:
    """The pages of a file, in about `room` bytes; of a long one those that are `told`. None where it is no longer the file that was read.

    Raises Unreadable where it cannot be drawn.
    """
    source = load(file.document.path)
    if source.sha256 != file.document.sha256:
        return None
    with Guard(settings.timeout, settings.memory) as guard:
        return guard.call(drawn, source.data, tuple(told), room)


def drawn(data: bytes, told: Sequence[int], room: int) -> Album:
    """The pictures; runs in a process of its own, for the file may be hostile."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        raise Unreadable("broken", str(error)) from None
    try:
        count = len(document)
        wanted = list(range(1, count + 1)) if count <= MOST else [number for number in told if number <= count][:MOST]
        return Album(count, _pictures(document, wanted, max(SMALL, min(LARGE, room // max(len(wanted), 1)))))
    finally:
        document.close()


def _pictures(document: Any, wanted: Sequence[int], room: int) -> dict[int, Picture]:
    """The pages with these numbers, each in that many bytes; a damaged one has no picture."""
    from pypdfium2 import PdfiumError

    found: dict[int, Picture] = {}
    first = 0
    for number in wanted:
        try:
            page = document[number - 1]
            width, height = page.get_size()
            if width > 0 and height > 0:
                way, made = _small(page, width * height / 72**2, room, first)
                found[number] = Picture(round(width, 2), round(height, 2), made)
                first = min(way, PHOTOGRAPHS - 1)  # the next page is probably as full
            page.close()
        except (PdfiumError, ValueError, OSError):
            continue
    return found


def _small(page: Any, inches: float, room: int, first: int) -> tuple[int, bytes]:
    """The first way to fit into the room, and the picture; `inches` is the area of the page in square inches."""
    made = b""
    for number, way in enumerate(WAYS[first:], first):
        dpi = min(float(way.dpi), (PIXELS / inches) ** 0.5)
        made = _encoded(page.render(scale=dpi / 72).to_pil(), way)
        if len(made) <= room:
            return number, made
    return len(WAYS) - 1, made


def _encoded(image: Any, way: Way) -> bytes:
    stream = io.BytesIO()
    if way.colours:
        _coloured(image.convert("RGB"), way.colours).save(stream, "WEBP", lossless=True, quality=60, method=2)
    else:
        image.convert("RGB").save(stream, "WEBP", quality=way.quality, method=2)
    return stream.getvalue()


def _coloured(image: Any, colours: int) -> Any:
    """The picture in its commonest colours, which a third of its rows and columns tell."""
    from PIL import Image

    few = image.resize((max(image.width // 3, 1), max(image.height // 3, 1)), Image.Resampling.NEAREST).quantize(colours)
    return image.quantize(palette=few, dither=Image.Dither.NONE).convert("RGB")
