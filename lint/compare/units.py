"""The stretches by which two drafts are laid side by side: sentences of running text and of long cells, and rows of tables.

What they say is told with every number masked, so that a sentence whose numbers were changed is still the same sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lint.facts.figures import Token
from lint.facts.grid import Row
from lint.facts.ground import Ground
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.outline import mark_of
from lint.pattern import pattern
from lint.place import Span

Form = Literal["text", "cell", "row"]
"""A sentence of running text, one of a long cell, the short cells of a table row: only units of one form are held against each other."""
MASK = "#"
_BLANKS = pattern(r"\s+")
_DIGITS = pattern(r"[\d.,]+%?")
_CODE = pattern(r"\d{3,}")
"""A number without a point before the words of a row is the code of its subject: 2080505."""
TELLING = 3
"""A number of so many digits is hardly the same as another one by accident."""


@dataclass(frozen=True, eq=False, slots=True)
class Item:
    """A figure in its unit: the masked words before it, nearest last (in a row: label, column header, words in its cell), and those behind it.

    `label` is what people call it: the words that name it, or 培训费（决算数）.
    """

    figure: Figure
    before: str
    after: str
    label: str


@dataclass(frozen=True, eq=False)
class Unit:
    """A stretch of a draft. `text` is what it says with its numbers masked and without the numbering mark it begins with; `items` its figures in order."""

    form: Form
    span: Span
    text: str
    items: tuple[Item, ...]

    @property
    def key(self) -> tuple[Form, str]:
        return self.form, self.text

    @cached_property
    def letters(self) -> int:
        """How many characters it has beside numbers."""
        return sum(char.isalpha() for char in self.text)

    @cached_property
    def features(self) -> frozenset[str]:
        """What two stretches are likened by: pairs of neighbouring characters, and telling numbers."""
        return self.numbers.union(self.text[at : at + 2] for at in range(len(self.text) - 1))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers of enough digits to tell the stretch apart."""
        figures = (item.figure for item in self.items if item.figure.kind not in ("year", "date"))
        return frozenset(f"={figure.value}" for figure in figures if sum(map(str.isdigit, figure.number.printed)) >= TELLING)


def units(ground: Ground) -> tuple[Unit, ...]:
    """All units of a document in reading order; a line of a mere number counts pages."""
    found = [*_sentences(ground.sentences), *_rows(ground)]
    return tuple(sorted((unit for unit in found if not _is_folio(unit)), key=lambda unit: unit.span.start))


def _is_folio(unit: Unit) -> bool:
    return unit.form == "text" and not unit.letters and all(item.figure.kind in ("bare", "identifier") for item in unit.items)


def _sentences(sentences: Sequence[Sentence]) -> Iterator[Unit]:
    for sentence in sentences:
        passage = sentence.passage
        if passage.is_prose:
            mark = mark_of(sentence.text)
            start = mark.end if mark else 0
            figures = [token for token in sentence.tokens if token.start >= sentence.start + start]
            yield _told("text" if passage.cell is None else "cell", sentence, start, figures)


def _told(form: Form, sentence: Sentence, start: int, tokens: Sequence[Token]) -> Unit:
    """The unit of a sentence from an offset in it on."""
    whole = sentence.passage.text
    stops = [*(token.start for token in tokens), sentence.end]
    starts = [sentence.start + start, *(token.end for token in tokens)]
    between = [_BLANKS.sub("", whole[begin : max(begin, stop)]) for begin, stop in zip(starts, stops, strict=True)]
    items = tuple(
        Item(token.figure, MASK.join(between[: index + 1]), MASK.join(between[index + 1 :]), token.figure.name)
        for index, token in enumerate(tokens)
    )
    return Unit(form, sentence.span(0, len(sentence.text)), MASK.join(between), items)


def _rows(ground: Ground) -> Iterator[Unit]:
    """The rows of every table, long cells left out: they are read as sentences."""
    tokens: dict[int, list[Token]] = defaultdict(list)
    prose: set[int] = set()
    for token in ground.tokens:
        if token.passage.cell is not None:
            tokens[token.passage.source.start].append(token)
    for passage in ground.passages:
        if passage.cell is not None and passage.is_prose:
            prose.add(passage.source.start)
    for rows in ground.grids.values():
        heads: dict[int, str] = {}
        before: Row | None = None
        for row in rows:
            if row.index < 0:
                continue
            if row.header:
                heads = _headed(row, heads if before is not None and before.header else {})
            before = row
            if unit := _row(row, heads, tokens, prose):
                yield unit


def _headed(row: Row, above: dict[int, str]) -> dict[int, str]:
    """What stands over each column, with the header row above."""
    found = dict(above)
    for slot in row.slots:
        for column in range(slot.column, slot.column + slot.columns):
            found[column] = above.get(column, "") + slot.text
    return found


def _row(row: Row, heads: dict[int, str], tokens: dict[int, list[Token]], prose: set[int]) -> Unit | None:
    words: list[str] = []
    items: list[Item] = []
    for index, slot in enumerate(row.slots):
        start = slot.cell.span.start
        if start in prose:
            continue
        own = tokens.get(start, [])
        if own:
            items += _items(own, words[-1] if words else "", heads.get(slot.column, ""))
        if slot.is_words:
            words.append(_masked(slot.text))
        elif not words and _CODE.fullmatch(slot.text) and any(following.is_words for following in row.slots[index + 1 : index + 2]):
            words.append(slot.text)
    if not words and not items:
        return None
    first, last = row.slots[0].cell.span, row.slots[-1].cell.span
    return Unit("row", first.to(last), "|".join(words), tuple(items))


def _items(tokens: Sequence[Token], label: str, head: str) -> Iterator[Item]:
    """The figures of a cell under a column header, behind the last words of its row."""
    whole = tokens[0].passage.text
    name = f"{label}（{head}）" if label and head else label or head
    for token in tokens:
        yield Item(token.figure, _masked(f"{label}|{head}|{whole[: token.start]}"), _masked(whole[token.end :]), token.figure.name or name)


def _masked(text: str) -> str:
    return _DIGITS.sub(MASK, _BLANKS.sub("", text))
