"""The numbered headings above every passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.facts.passages import Passage
from lint.outline import mark_of
from lint.pattern import pattern

_TITLE = pattern(r"[。：；，]")
_LONGEST = 60
"""More characters than this are no heading, but the first sentence of a paragraph may still be one."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading: its level in the outline, 1 outermost, its words without the mark, and where they begin in its passage."""

    depth: int
    title: str
    passage: Passage
    start: int


def headings(passages: Sequence[Passage]) -> tuple[tuple[Heading, ...], ...]:
    """For every passage the headings above it, outermost first, its own among them."""
    return tuple(_stacks(passages))


def _stacks(passages: Sequence[Passage]) -> Iterator[tuple[Heading, ...]]:
    stack: tuple[Heading, ...] = ()
    for passage in passages:
        mark = mark_of(passage.text) if passage.cell is None else None
        if mark is not None:
            title = _TITLE.split(passage.text[mark.end : mark.end + _LONGEST], maxsplit=1)[0]
            stack = (*(heading for heading in stack if heading.depth < mark.depth), Heading(mark.depth, title, passage, mark.end))
        yield stack
