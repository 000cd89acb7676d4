"""Which stretches of the files take part in checks, how these came out, and by which name the page knows each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lint.check import Outcome
from lint.figure import QUANTITIES, Figure
from lint.place import Span
from lint.report import FileReport, Report, Result
from lint.writers.html.words import STATES
from lint.writers.json import WORST
from lint.writers.listing import flat

State = Outcome | Literal["unchecked"]
LONGEST = 120
"""Characters of a message that are shown beside the pointer."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a file; `first` is the card of the check to be shown when it is chosen, none for a finding that is not listed, `told` what is said beside the pointer."""

    file: int
    span: Span
    state: State
    figure: bool
    first: str = ""
    told: str = ""

    @property
    def id(self) -> str:
        return mark_id(self.file, self.span)

    @property
    def leads(self) -> bool:
        """Whether a reviewer must look at its check: it can be reached by the keyboard, too."""
        return bool(self.first) and self.state in ("broken", "undecided")


def mark_id(file: int, span: Span) -> str:
    return f"m{file}-{span.start}-{span.end}"


def card_id(file: FileReport, index: int) -> str:
    """What the page calls a result by its index in its file."""
    return f"c{file.number}-{index}"


def parts(file: FileReport, result: Result) -> list[str]:
    """The marks of a check, the claimed figure first."""
    own = [mark_id(file.number, result.check.span)] if result.check.span is not None else []
    return list(dict.fromkeys([*own, *(mark_id(item.figure.file, item.figure.span) for item in result.check.related)]))


class Marks:
    """All marks of a report, by file in reading order."""

    def __init__(self, report: Report, language: Literal["zh", "en"]) -> None:
        self._report, self._language = report, language

    def of(self, file: FileReport) -> list[Mark]:
        """The marks of a file: its quantities, and whatever else its checks are about."""
        return sorted(self._made.get(file.number, ()), key=lambda mark: (mark.span.start, -mark.span.end))

    @cached_property
    def _made(self) -> dict[int, list[Mark]]:
        found: dict[tuple[int, Span], list[tuple[Result, str]]] = defaultdict(list)
        figures: set[tuple[int, Span]] = set()
        for file in self._report.files:
            for figure in file.figures:
                if figure.kind in QUANTITIES:
                    found[file.number, figure.span] = []
                    figures.add((file.number, figure.span))
        for file in self._report.files:
            for index, result in enumerate(file.results):
                for number, span, printed in _touched(file, result):
                    found[number, span].append((result, card_id(file, index) if result.listed or not result.is_finding else ""))
                    if printed:
                        figures.add((number, span))
        made: dict[int, list[Mark]] = defaultdict(list)
        for (number, span), results in found.items():
            if len(span):
                made[number].append(self._mark(number, span, results, (number, span) in figures))
        return made

    def _mark(self, file: int, span: Span, results: list[tuple[Result, str]], figure: bool) -> Mark:
        if not results:
            return Mark(file, span, "unchecked", figure, told=STATES["unchecked"].text(self._language))
        result, card = min(results, key=lambda item: (WORST.index(item[0].outcome), mark_id(file, span) != _own(file, item[0])))
        said = f"{STATES[result.outcome].text(self._language)}　{result.code}"
        if result.outcome in ("broken", "undecided"):
            said = f"{said} {flat(result.message.text(self._language))}"
        return Mark(file, span, result.outcome, figure, card, said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…")


def _own(file: int, result: Result) -> str:
    return mark_id(file, result.check.span) if result.check.span is not None else ""


def _touched(file: FileReport, result: Result) -> Iterator[tuple[int, Span, bool]]:
    """File and span of all that a check is about, and whether it is a figure."""
    check = result.check
    if check.span is not None:
        yield file.number, check.span, isinstance(check.primary, Figure)
    for item in check.related:
        yield item.figure.file, item.figure.span, True
