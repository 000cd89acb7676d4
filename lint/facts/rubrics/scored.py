"""Scores that a rubric derives from a number, with the number that the report prints for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lint.facts.figures import Token
from lint.facts.phrases.equations import Equation
from lint.facts.rubrics.choice import Choice
from lint.facts.rubrics.fit import Pair, key
from lint.facts.rubrics.stretch import Stretches
from lint.facts.scores import marks
from lint.facts.scores.target import Executed, Target
from lint.figure import Figure
from lint.interval import Interval
from lint.pattern import pattern
from lint.place import Span
from lint.rubric import Indicator
from lint.rubric.examples import rounding_for, told
from lint.rubric.scoring import VALUE, Reach, Scoring, Values

_LINK = pattern(r"(?:\([^()]*\))?(?:实际|实为|合计)*(?:[是为：=]|达到?|仅|只有)*$")
"""Words between a name and its number."""
_STOP = "。；"
_SHORTEST = 3
"""Characters that the end of a name must have to stand for the whole."""


@dataclass(frozen=True, eq=False)
class Scored:
    """An awarded score and what it follows from by the rubric's criterion `scoring`.

    `values` are the figures by the names of the criterion; `missing` the names of which the report prints no figure, or several.
    """

    pair: Pair
    choice: Choice
    scoring: Scoring
    awarded: Figure
    values: Mapping[str, Figure]
    missing: tuple[str, ...]

    @property
    def indicator(self) -> Indicator:
        return self.pair.indicator

    def reach(self) -> Reach:
        """The scores that the printed values can earn."""
        return self.scoring.reach(self._intervals(), self.indicator.full)

    def derived(self) -> str:
        """What the digits as printed earn, in words."""
        points = {name: Interval.point(figure.value) for name, figure in self.values.items()}
        return told(self.scoring.reach(points, self.indicator.full))

    @property
    def is_open(self) -> bool:
        """Whether the rubric does not tell what these values earn."""
        return any(part.low == 0 and part.high == self.indicator.full for part in self.reach())

    @property
    def is_admitted(self) -> bool:
        """Whether the awarded score is one of them, rounded as the rubric allows."""
        return rounding_for(self.scoring, self.indicator.rounding).admits(self.awarded.value, self.reach())

    @property
    def is_decided(self) -> bool:
        """Whether the rubric tells what the score must be, by rules that were seen or that the user named."""
        return not self.missing and not self.is_open and self.pair.agrees and self.choice.severity(self.indicator) == "warning"

    def working(self) -> str:
        """The values and what the criterion says of them: 预决算差异率74.22%，不低于74.22%：0分."""
        printed = [f"{self.indicator.name if name == VALUE else name}{figure}" for name, figure in self.values.items()]
        return "，".join([*printed, self.scoring.told(self.indicator.full, self._intervals())])

    def _intervals(self) -> Values:
        return {name: figure.interval for name, figure in self.values.items()}


def scored(
    choice: Choice | None,
    stretches: Stretches,
    equations: Sequence[Equation],
    tokens: Sequence[Token],
    indicators: Sequence[Target | Executed],
) -> Iterator[Scored]:
    """Every awarded score that the chosen rubric derives from a number, or from none: all or nothing."""
    for found in choice.fits if choice else ():
        for pair in found.pairs:
            awarded, scoring = pair.node.awarded, pair.indicator.scoring
            if choice is None or awarded is None or scoring is None:
                continue
            spans = stretches.of(pair.node)
            values: dict[str, Figure] = {}
            for name in scoring.inputs:
                keys = frozenset(map(key, (*pair.indicator.names, *pair.indicator.reads))) if name == VALUE else frozenset((key(name),))
                rows = [row for row in indicators if row.awarded is awarded or (row.awarded and row.awarded.span == awarded.span)]
                printed = list(_printed(keys, spans, equations, tokens, rows if name == VALUE else (), scoring.percent))
                if len({(figure.kind, figure.value) for figure in printed}) == 1:
                    values[name] = printed[0]
            missing = tuple(name for name in scoring.inputs if name not in values)
            yield Scored(pair, choice, scoring, awarded, values, missing)


def _printed(
    keys: frozenset[str],
    spans: Sequence[Span],
    equations: Sequence[Equation],
    tokens: Sequence[Token],
    rows: Sequence[Target | Executed],
    percent: bool | None,
) -> Iterator[Figure]:
    """The figures of one name: results of equations first, then what an indicator row calls its result, then what sentences name."""
    inside = [equation for equation in equations if any(equation.span.overlaps(span) for span in spans)]
    found = [_signed(equation) for equation in inside if _is_named(equation.name, keys) or _is_short(equation.name, keys)]
    if not found and len(inside) == 1 and not inside[0].name:
        found = [_signed(inside[0])]
    found = found or [row.rate if isinstance(row, Executed) else row.done for row in rows]
    found = found or [token.figure for token in tokens if any(token.figure.span in span for span in spans) and _names(token, keys)]
    found = found or _alone(tokens, spans)
    yield from (figure for figure in found if not figure.approximate and _is_of(figure, percent))


def _signed(equation: Equation) -> Figure:
    """The result of an equation, with the percent sign that was left out."""
    return replace(equation.claimed, kind="percent", unit="%") if equation.percent_missing else equation.claimed


def _is_named(name: str, keys: frozenset[str]) -> bool:
    return any(key(name).endswith(wanted) for wanted in keys) if name else False


def _is_short(name: str, keys: frozenset[str]) -> bool:
    """Whether a name is the end of one of these: 差异率 where the indicator is 财政拨款收入预决算差异率."""
    return len(key(name)) >= _SHORTEST and any(wanted.endswith(key(name)) for wanted in keys)


def _names(token: Token, keys: frozenset[str]) -> bool:
    """Whether the words before a number call it by one of these names, in a sentence that tells no criterion."""
    text = token.passage.text
    start = max(text.rfind(mark, 0, token.start) for mark in _STOP) + 1
    end = min((at for mark in _STOP if (at := text.find(mark, token.end)) >= 0), default=len(text))
    if not token.is_quantity or marks.is_conditional(text[start:end]):
        return False
    return _is_named(_LINK.sub("", text[start : token.start]), keys)


def _alone(tokens: Sequence[Token], spans: Sequence[Span]) -> list[Figure]:
    """The one percentage that fills a cell of the row."""
    cells = [
        token for token in tokens if token.passage.cell is not None and token.passage.source in spans and token.figure.kind == "percent"
    ]
    return [token.figure for token in cells if token.end - token.start == len(token.passage.text)]


def _is_of(figure: Figure, percent: bool | None) -> bool:
    """Whether a figure is of the kind that the criterion compares: a percentage, another number, or a plain 0."""
    return percent is None or (figure.kind == "percent") == percent or not figure.value
