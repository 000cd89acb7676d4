"""Where comments hang in the XML of a Word file: runs are cut at the ends of a quote, and nothing else is changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from lint.document import Document
from lint.place import Span
from lint.readers.docx.flow import Piece, RunOrigin, paragraphs, runs
from lint.readers.docx.inline import ALTERNATIVES, FIELD, PROPERTIES, RUN, SIGNS, TEXT
from lint.readers.joined import JoinedOrigin
from lint.readers.package import M, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARAGRAPH, _SYMBOL, _CONTROL = W + "p", W + "sym", W + "sdt"
_WHOLE = frozenset({ALTERNATIVES, FIELD, W + "instrText", W + "ruby"})
"""What makes a run one that is not cut: its characters are not counted one after the other."""
_CLOSED = frozenset({RUN, ALTERNATIVES, M + "oMath", M + "oMathPara", W + "fldSimple"})
"""What a comment stands around and never in: formulas, and what Word makes anew."""
_FILLED = tuple(W + name for name in ("text", "date", "dataBinding", "dropDownList", "comboBox"))
"""Properties of a control that holds plain or chosen text."""


class Anchor(NamedTuple):
    """The elements that a comment begins before and ends after."""

    first: _Element
    last: _Element


class _Stretch(NamedTuple):
    """Characters from `start` in one run to before `end` in another; None for the whole run."""

    first: _Element
    start: int | None
    last: _Element
    end: int | None


def anchors(body: _Element, part: str, document: Document, spans: Sequence[Span | None]) -> list[tuple[Anchor, bool]] | None:
    """The anchor of each span in the body, and whether it is where the span stands; None where the body shows no text.

    What stands in a part that takes no comments (headers, embedded workbooks), and what is about the whole file,
    hangs on the first paragraph with text; what Word generates (automatic numbers) on its paragraph or row.
    """
    own = paragraphs(body)
    found: list[tuple[_Stretch, bool]] = []
    for span in spans:
        nearest = next(filter(None, (_pieces(document, near, part) for near in _near(document, span))), None)
        if nearest is None:
            return None
        pieces, near = nearest
        within = runs(own[pieces[0].paragraph])
        ends = [(within[piece.run], piece) for piece in (pieces[0], pieces[-1])]
        start, end = (None if piece.length == 0 or not _can_cut(run) else piece for run, piece in ends)
        stretch = _Stretch(ends[0][0], start and start.offset, ends[1][0], end and end.offset + end.length)
        found.append((stretch, span is not None and span in near and len(near) < len(document.text)))
    cut = _Cut()
    for stretch, _ in found:
        cut.note(stretch.first, stretch.start)
        cut.note(stretch.last, stretch.end)
    cut.make()
    return [(Anchor(_outer(cut.at(s.first, s.start)), _outer(cut.until(s.last, s.end))), exact) for s, exact in found]


def _near(document: Document, span: Span | None) -> Iterator[Span]:
    """Where to look for text to hang a comment on, nearest first."""
    if span is not None:
        yield span
        yield from (block.span for block in document.blocks if span in block.span)
        for table in document.tables:
            home = next((cell for cell in table.cells if span in cell.span), None)
            if home is not None:
                row = [cell.span for cell in table.cells if cell.row == home.row]
                yield home.span
                yield row[0].to(row[-1])
    yield from (block.span for block in document.blocks)
    yield Span(0, len(document.text))


def _pieces(document: Document, span: Span, part: str) -> tuple[list[Piece], Span] | None:
    """The pieces of a span in a part, as far as they are in one paragraph; None where it has none there."""
    origin, own = document.origin, span
    if isinstance(origin, JoinedOrigin):
        origin, own = origin.home(span)
    found = [piece for piece in origin.pieces(own) if piece.part == part] if isinstance(origin, RunOrigin) else []
    return ([piece for piece in found if piece.paragraph == found[0].paragraph], span) if found else None


class _Cut:
    """Runs that are cut: first every place is noted, then all cuts are made, so that none moves another."""

    def __init__(self) -> None:
        self._cuts: dict[_Element, set[int]] = {}
        self._made: dict[_Element, list[tuple[int, _Element]]] = {}

    def note(self, run: _Element, at: int | None) -> None:
        own = self._cuts.setdefault(run, set())
        if at is not None:
            own.add(at)

    def make(self) -> None:
        for run, cuts in self._cuts.items():
            length = sum(map(_shown, run))
            made = [(0, run)]
            for cut in sorted(cuts):
                if 0 < cut < length:
                    made.append((cut, _split(made[-1][1], cut - made[-1][0])))
            self._made[run] = made

    def at(self, run: _Element, start: int | None) -> _Element:
        """What begins at a character of a run."""
        return next((part for begin, part in self._made[run] if begin == start), run)

    def until(self, run: _Element, end: int | None) -> _Element:
        """What ends before a character of a run."""
        made = self._made[run]
        return next((made[at - 1][1] for at, (begin, _) in enumerate(made) if at and begin == end), made[-1][1])


def _can_cut(run: _Element) -> bool:
    return run.tag == RUN and not any(child.tag in _WHOLE for child in run)


def _shown(child: _Element) -> int:
    """How many characters of the text a child of a run gives."""
    if child.tag == TEXT:
        return len(child.text or "")
    return int(child.tag in SIGNS or (child.tag == _SYMBOL and bool(child.get(W + "char"))))


def _split(run: _Element, offset: int) -> _Element:
    """Cut a run before a character; the new one, with the same format, holds what follows."""
    after = deepcopy(run)
    for child in list(after):
        if child.tag != PROPERTIES:
            after.remove(child)
    at = 0
    for child in list(run):
        length = _shown(child)
        if child.tag != PROPERTIES and at >= offset:
            after.append(child)
        elif at + length > offset:  # a text: all else is one character
            rest = deepcopy(child)
            text = child.text or ""
            child.text, rest.text = text[: offset - at], text[offset - at :]
            child.set(_SPACE, "preserve")
            rest.set(_SPACE, "preserve")
            after.append(rest)
        at += length
    run.addnext(after)
    return after


def _outer(run: _Element) -> _Element:
    """The run, or the outermost element around it that a comment must not stand in."""
    found = run
    for above in run.iterancestors():
        if above.tag == _PARAGRAPH:
            break
        if above.tag in _CLOSED or (above.tag == _CONTROL and _is_filled(above)):
            found = above
    return found


def _is_filled(control: _Element) -> bool:
    properties = control.find(W + "sdtPr")
    return properties is not None and any(child.tag in _FILLED for child in properties)
