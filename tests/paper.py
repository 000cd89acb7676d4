"""Small PDFs drawn for the tests: text and rulings at given places, top left corner at 0, 0, in points."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT, SIZE = 595.0, 842.0, 12.0
LEFT, RIGHT = 72.0, 72.0 + 36 * SIZE
FONT = "STSong-Light"


def width(text: str) -> float:
    """Points that a line takes."""
    return float(_metrics().stringWidth(text, FONT, SIZE))


def _metrics() -> Any:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    return pdfmetrics


class Paper:
    """A PDF under construction; the fonts that reportlab brings know Chinese."""

    def __init__(self, width: float = WIDTH, height: float = HEIGHT, **options: Any) -> None:
        _metrics()
        self._bytes = io.BytesIO()
        self.height = height
        self.canvas = Canvas(self._bytes, pagesize=(width, height), invariant=1, **options)

    def text(self, x: float, top: float, text: str, size: float = SIZE) -> Paper:
        """One line of text, its upper left corner at x, top."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, self.height - top - 0.88 * size, text)
        return self

    def lines(self, top: float, texts: Sequence[str], pitch: float = 20, left: float = LEFT) -> Paper:
        """Lines one under the other; two leading full-width blanks are an indent."""
        for number, text in enumerate(texts):
            bare = text.lstrip("\u3000")
            self.text(left + SIZE * (len(text) - len(bare)), top + number * pitch, bare)
        return self

    def rule(self, x0: float, top: float, x1: float, bottom: float) -> Paper:
        self.canvas.line(x0, self.height - top, x1, self.height - bottom)
        return self

    def box(self, x0: float, top: float, x1: float, bottom: float) -> Paper:
        self.canvas.rect(x0, self.height - bottom, x1 - x0, bottom - top)
        return self

    def table(self, top: float, columns: Sequence[float], rows: Sequence[Sequence[str | None]], height: float = 20) -> Paper:
        """A ruled table; a cell of None belongs to the cell above it. Line feeds in a cell are its line ends."""
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text is None:
                    continue
                end = row + 1
                while end < len(rows) and rows[end][column] is None:
                    end += 1
                x0, y0 = columns[column], top + row * height
                self.box(x0, y0, columns[column + 1], top + end * height)
                for number, line in enumerate(text.split("\n")):
                    self.text(x0 + 2, y0 + 2 + 9 * number, line, 8)
        return self

    def page(self) -> Paper:
        self.canvas.showPage()
        return self

    def data(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self._bytes.getvalue()
