"""The number that a report prints for an indicator: the result of an equation, of an indicator row, or what a sentence calls so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lint.facts.figures import Token
from lint.facts.phrases.equations import Equation
from lint.facts.rubrics.fit import Pair, key
from lint.facts.rubrics.stretch import Stretches
from lint.facts.scores import marks
from lint.facts.scores.target import Executed, Target
from lint.figure import Figure
from lint.pattern import pattern
from lint.place import Span
from lint.rubric.scoring import VALUE

_LINK = pattern(r"(?:\([^()]*\))?(?:实际|实为|合计)*(?:[是为：=]|达到?|仅|只有)*$")
"""Words between a name and its number."""
_OTHERS = pattern(r"(?<![较比])(?:上年|去年)|往年|半年|季度|\d月|目标|计划|要求|应|平均|全[县市省国区州]")
"""Words before a name that make it that of something else."""
_STOP = "。；"
_CLAUSE = "。；，："
_SHORTEST = 3
"""Characters that the end of a name must have to stand for the whole."""


@dataclass(frozen=True, eq=False)
class Printed:
    """Where to look: the text of each indicator, equations and numbers in reading order, indicator rows by the span of their score."""

    stretches: Stretches
    equations: Sequence[Equation]
    tokens: Sequence[Token]
    rows: Mapping[Span, Target | Executed]

    def value(self, pair: Pair, name: str, percent: bool | None) -> Figure | None:
        """The figure of that name in the text of an indicator; None where none is printed, or several that differ.

        `percent` tells whether a percentage is meant; None where any number may be.
        """
        names = (*pair.indicator.names, *pair.indicator.reads) if name == VALUE else (name,)
        keys = frozenset(map(key, names))
        spans = self.stretches.of(pair.node)
        found = self._calculated(keys, spans) or (self._tabled(pair) if name == VALUE else []) or self._said(keys, spans)
        if not found and name == VALUE:
            found = self._alone(spans)
        figures = [figure for figure in found if not figure.approximate and _is_of(figure, percent)]
        return figures[0] if len({(figure.kind, figure.value) for figure in figures}) == 1 else None

    def _calculated(self, keys: frozenset[str], spans: Sequence[Span]) -> list[Figure]:
        """The results of equations of that name, or of the only one, which has none."""
        inside = [equation for equation in self.equations if any(equation.span.overlaps(span) for span in spans)]
        nameless = len(inside) == 1 and not inside[0].name
        return [_signed(equation) for equation in inside if nameless or _is_named(equation.name, keys) or _is_short(equation.name, keys)]

    def _tabled(self, pair: Pair) -> list[Figure]:
        """The result, or the execution rate, of the indicator row with this score."""
        row = self.rows.get(pair.node.awarded.span) if pair.node.awarded else None
        return [] if row is None else [row.rate if isinstance(row, Executed) else row.done]

    def _said(self, keys: frozenset[str], spans: Sequence[Span]) -> list[Figure]:
        """The numbers that sentences call so."""
        return [token.figure for token in self.tokens if any(token.figure.span in span for span in spans) and _is_called(token, keys)]

    def _alone(self, spans: Sequence[Span]) -> list[Figure]:
        """The percentages that fill a cell of the row."""
        cells = [token for token in self.tokens if token.passage.cell is not None and token.passage.source in spans]
        whole = (token for token in cells if token.end - token.start == len(token.passage.text))
        return [token.figure for token in whole if token.figure.kind == "percent"]


def _signed(equation: Equation) -> Figure:
    """The result of an equation, with the percent sign that was left out."""
    return replace(equation.claimed, kind="percent", unit="%") if equation.percent_missing else equation.claimed


def _is_named(name: str, keys: frozenset[str]) -> bool:
    return any(key(name).endswith(wanted) for wanted in keys)


def _is_short(name: str, keys: frozenset[str]) -> bool:
    """Whether a name is the end of one of these: 差异率 where the indicator is 财政拨款收入预决算差异率."""
    return len(key(name)) >= _SHORTEST and any(wanted.endswith(key(name)) for wanted in keys)


def _is_called(token: Token, keys: frozenset[str]) -> bool:
    """Whether the words before a number call it by one of these names, in a sentence that tells no criterion."""
    text = token.passage.text
    end = min((at for mark in _STOP if (at := text.find(mark, token.end)) >= 0), default=len(text))
    if not token.is_quantity or marks.is_conditional(text[_after(text, _STOP, token.start) : end]):
        return False
    clause = text[_after(text, _CLAUSE, token.start) : token.start]
    return _is_named(_LINK.sub("", clause), keys) and not _OTHERS.search(clause)


def _after(text: str, signs: str, end: int) -> int:
    """Where the words begin that stand after the last of these marks before `end`."""
    return max(text.rfind(mark, 0, end) for mark in signs) + 1


def _is_of(figure: Figure, percent: bool | None) -> bool:
    """Whether a figure is of the kind that is meant: a percentage, another number, or a plain 0."""
    return percent is None or (figure.kind == "percent") == percent or not figure.value
