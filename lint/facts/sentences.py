"""Sentences: the stretches between full stops and semicolons, with the figures that stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.pattern import pattern
from lint.place import Span

_END = pattern(r"[。；！？]")


@dataclass(frozen=True, eq=False)
class Sentence:
    """A part `start`..`end` of a passage's folded text, its closing mark left out, and the tokens in it."""

    passage: Passage
    start: int
    end: int
    tokens: tuple[Token, ...]

    @cached_property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @cached_property
    def beside(self) -> tuple[str, str]:
        """What stands before and behind it up to the next full stop: a semicolon ends a sentence, but not always the thought."""
        text = self.passage.text
        end = text.find("。", self.end)
        return text[text.rfind("。", 0, self.start) + 1 : self.start], text[self.end : end if end >= 0 else len(text)]

    def span(self, start: int, end: int) -> Span:
        """The span, in the document, of a part of this sentence's text."""
        return self.passage.span(self.start + start, self.start + end)

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that stand wholly in a part of this sentence's text."""
        return [token for token in self.tokens if self.start + start <= token.start and token.end <= self.start + end]


def sentences(passages: tuple[Passage, ...], tokens: tuple[Token, ...]) -> tuple[Sentence, ...]:
    """The sentences of every passage, in reading order; a table cell is at least one."""
    return tuple(sentence for passage, inside in by_passage(passages, tokens) for sentence in _split(passage, inside))


def by_passage(passages: tuple[Passage, ...], tokens: tuple[Token, ...]) -> Iterator[tuple[Passage, list[Token]]]:
    """Every passage with its own tokens."""
    at = 0
    for passage in passages:
        first = at
        while at < len(tokens) and tokens[at].passage is passage:
            at += 1
        yield passage, list(tokens[first:at])


def _split(passage: Passage, tokens: list[Token]) -> Iterator[Sentence]:
    text = passage.text
    start = at = 0
    for match in [*_END.finditer(text), None]:
        end = match.start() if match else len(text)
        first = at
        while at < len(tokens) and tokens[at].start < end:
            at += 1
        if end > start:
            yield Sentence(passage, start, end, tuple(tokens[first:at]))
        start = end + 1
