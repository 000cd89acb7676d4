"""Drafts made from the reports of the corpus by edits that are known: what was changed, taken out and put in, figure by figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from lint.compare.figures import LISTED
from lint.facts import Facts
from lint.figure import QUANTITIES
from tests.support import document_of

FRESH = (
    "本年另行开展专项培训{a}期，培训学员{b}人，人均费用{c}元，经费由县财政另行安排。",
    "经补充核实，沿线新增管护路段{a}公里，聘用管护员{b}人，全年发放补助{c}万元。",
    "上述事项已向社会公示，收到群众来信{a}件，办结{b}件，走访住户{c}户。",
)


_PARAGRAPH = 30
"""Longer lines are paragraphs, not titles."""


_WORDS = 8
"""So many characters between two figures may be reworded."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a draft: a figure of the old one (by its number), or words around figures; `text` as it stands in the new draft."""

    text: str
    figure: int | None = None
    changed: bool = False


@dataclass(frozen=True)
class Edited:
    """The new draft, and for every listed figure of it that of the old one (by their starts); None where it is new. `removed` are starts in the old."""

    old: str
    new: str
    truth: dict[int, int | None]
    changed: set[int]
    removed: set[int]


@dataclass(frozen=True)
class Plan:
    """How many numbers are changed, paragraphs put in, taken out, moved and reworded, and table rows taken out."""

    changes: int = 0
    inserts: int = 0
    deletions: int = 0
    moves: int = 0
    words: int = 0
    rows: int = 0


def edited(text: str, random: Random, plan: Plan) -> Edited:
    """A report with the edits of a plan, at random places."""
    figures = [figure for figure in Facts(document_of(text)).figures if figure.kind in LISTED]
    lines = _cut(text, [(figure.span.start, figure.span.end) for figure in figures])
    quantities = [index for index, figure in enumerate(figures) if figure.kind in QUANTITIES and any(map(str.isdigit, str(figure)))]
    for index in random.sample(quantities, min(plan.changes, len(quantities))):
        _change(lines, index, random)
    prose = [line for line in lines if "|" not in _told(line) and len(_told(line)) > _PARAGRAPH]
    for line in random.sample(prose, min(plan.deletions, max(len(prose) - 3, 0))):
        lines.remove(line)
        prose.remove(line)
    for line in random.sample(prose, min(plan.moves, len(prose))):
        lines.remove(line)
        lines.insert(_gap(lines, random), line)
    for line in random.sample(prose, min(plan.words, len(prose))):
        lines[lines.index(line)] = [_reworded(piece, random) for piece in line]
    rows = [
        line
        for line, above in zip(lines[1:], lines, strict=False)
        if "|" in _told(above) and sum(piece.figure is not None for piece in line) > 1
    ]
    for line in random.sample(rows, min(plan.rows, len(rows))):
        lines.remove(line)
    for _ in range(plan.inserts):
        told = random.choice(FRESH).format(a=random.randint(2, 9), b=random.randint(11, 99), c=random.randint(101, 999))
        lines.insert(_gap(lines, random), [Piece(told + "\n", -1)])
    return _written(text, lines, [figure.span.start for figure in figures])


def _told(line: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in line)


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> list[list[Piece]]:
    """The lines of a text as pieces; a figure is a piece of its own."""
    lines: list[list[Piece]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        end, pieces = at + len(line), []
        for index, (start, stop) in enumerate(spans):
            if at <= start < end:
                pieces += [Piece(text[at:start]), Piece(text[start:stop], index)]
                at = stop
        pieces.append(Piece(text[at:end]))
        lines.append(pieces)
        at = end
    return lines


def _change(lines: list[list[Piece]], index: int, random: Random) -> None:
    """Another number of as many digits in place of a figure's."""
    for line in lines:
        for at, piece in enumerate(line):
            if piece.figure == index:
                place = next(place for place, char in enumerate(piece.text) if char.isdigit())
                digit = random.choice([other for other in "123456789" if other != piece.text[place]])
                line[at] = replace(piece, text=piece.text[:place] + digit + piece.text[place + 1 :], changed=True)


def _reworded(piece: Piece, random: Random) -> Piece:
    """Words with some left out and some put in; figures stay as they are."""
    if piece.figure is not None or len(piece.text) < _WORDS or any(map(str.isdigit, piece.text)):
        return piece
    at = random.randrange(2, len(piece.text) - 4)
    return replace(piece, text=piece.text[:at] + random.choice(("进一步", "按照有关规定", "切实")) + piece.text[at + random.randrange(3) :])


def _gap(lines: list[list[Piece]], random: Random) -> int:
    """Somewhere between two lines, not within a table."""
    gaps = [index for index in range(1, len(lines) + 1) if not all("|" in _told(line) for line in lines[index - 1 : index + 1])]
    return random.choice(gaps)


def _written(old: str, lines: list[list[Piece]], starts: list[int]) -> Edited:
    truth: dict[int, int | None] = {}
    changed: set[int] = set()
    at = 0
    fresh: list[tuple[int, int]] = []
    for piece in (piece for line in lines for piece in line):
        if piece.figure == -1:
            fresh.append((at, at + len(piece.text)))
        elif piece.figure is not None:
            truth[at] = starts[piece.figure]
            if piece.changed:
                changed.add(at)
        at += len(piece.text)
    new = "".join(map(_told, lines))
    for figure in Facts(document_of(new)).figures:
        if any(start <= figure.span.start < end for start, end in fresh):
            truth[figure.span.start] = None
    return Edited(old, new, truth, changed, set(starts) - set(truth.values()))
