"""Ratios known by name, re-derived by every formula that the sources admit, from the figures printed beside them or elsewhere in the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from lint.check import Binding
from lint.expression import Expression, leaf
from lint.facts import names
from lint.facts.prose.answers import in_time
from lint.facts.prose.changes import Change
from lint.facts.prose.inputs import Input, Inputs
from lint.facts.prose.mention import Mention
from lint.facts.prose.ratio import Ratio
from lint.figure import Figure
from lint.pattern import pattern
from lint.ratio import Ratios, RatioTerm, Unit, Variant

_OTHERWISE = pattern(r"权重|加权|折算|折合|分别|依次|平均")
"""A ratio that is told to be made in another way, or one of several in a row."""
_FALL = pattern(r"下降|降低|减少|下跌|回落|减幅|降幅")
_FALLEN = pattern(
    r"\((?:下降|降低|减少|下跌|回落|减|降)\)|，(?:(?:同比|较|比|与|上年度?|去年|同期|相比|有所)+)(?:下降|降低|减少|回落)(?=[，。；])"
)
_BINDINGS: tuple[Binding, ...] = ("stated", "named", "near")
"""The surest first."""
_MOST = 8
"""How many choices among figures of equally good names are tried for one formula."""


@dataclass(frozen=True, eq=False, slots=True)
class Reading:
    """One formula over figures; `sure` where the words leave no other figure for any of its inputs, and no formula that takes more of them."""

    variant: Variant
    inputs: Mapping[str, Mention]
    binding: Binding
    sure: bool

    @property
    def formula(self) -> Expression:
        return self.variant.over({name: leaf(mention.figure) for name, mention in self.inputs.items()})


@dataclass(frozen=True, eq=False, slots=True)
class Rederived:
    """A printed ratio with its readings, those from figures beside it first; `missing` are the inputs of the likeliest formula that were not found."""

    figure: Figure
    name: str
    term: RatioTerm
    readings: tuple[Reading, ...]
    missing: tuple[str, ...]

    @property
    def refuting(self) -> tuple[Reading, ...]:
        """The readings that prove the ratio wrong where none fits: figures beside it, or else every formula there is over figures found by name."""
        able = [reading for reading in self.readings if reading.sure and not reading.variant.open and reading.binding != "near"]
        if stated := [reading for reading in able if reading.binding == "stated"]:
            return tuple(stated)
        tried = {reading.variant.name for reading in able}
        return tuple(able) if all(variant.open or variant.name in tried for variant in self.term.variants) else ()

    @property
    def is_open(self) -> bool:
        """Whether some formula could not be tried."""
        tried = {reading.variant.name for reading in self.readings}
        return any(variant.name not in tried for variant in self.term.variants)


def unsettled(mentions: Sequence[Mention], ratios: Sequence[Ratio], changes: Sequence[Change], known: Ratios) -> Iterator[Mention]:
    """The printed ratios of running text that may go by a known name and for which no operands were found, in no order."""
    for ratio in ratios:
        if not ratio.percent.named:
            if ratio.binding == "near" and not ratio.fits:
                yield _called(ratio.percent)  # 民生支出占比, read as a share of something
        elif ratio.formula is None and (ratio.part is None or is_far(known, ratio.percent.name)):
            yield ratio.percent
    for change in changes:
        if change.rate is not None and change.growth() is None:
            yield _called(change.rate)  # 节约率, which reads like a rate of change
    for mention in mentions:
        if mention.figure.kind == "points" or mention.figure.unit == "倍":
            yield _called(mention)


def is_far(known: Ratios, name: str) -> bool:
    """Whether a ratio of this name may be made of figures anywhere in the report."""
    term = known.of(name)
    return term is not None and term.reach == "report"


def _called(mention: Mention) -> Mention:
    """The same figure under the name that it is printed with."""
    return replace(mention, name=names.title_of(mention.token.lead), named=True)


_PRINTED: dict[Unit, Callable[[Figure], bool]] = {
    "percent": lambda figure: figure.kind == "percent",
    "points": lambda figure: figure.kind == "points",
    "times": lambda figure: figure.unit == "倍",
}


def rederived(printed: Iterable[Mention], known: Ratios, inputs: Inputs) -> Iterator[Rederived]:
    """Every one of the printed ratios that goes by a known name."""
    for mention in printed:
        name = mention.name
        term = known.of(name)
        if term is None or not _PRINTED[term.unit](mention.figure):
            continue
        about, alias = known.about(name), known.alias(name)
        found = inputs.of(term, mention, names.key(about))
        text = mention.passage.text
        plain = _OTHERWISE.search(text, text.rfind("。", 0, mention.start) + 1, mention.start) is None and f"{alias}=" not in text
        rivals = inputs.rivals(mention, about)
        timely = in_time(about)
        variants = [*term.variants, *(term.turned if _falls(mention) else ())]
        readings = [reading for variant in variants for alike in found for reading in _readings(variant, alike, rivals, sure=plain)]
        readings = [replace(reading, sure=False) if _is_fuller_told(reading, readings) else reading for reading in readings]
        readings = [reading for reading in readings if _is_possible(reading, term) and (not timely or _is_timely(reading))]
        ordered = sorted(readings, key=lambda reading: (_BINDINGS.index(reading.binding), not reading.sure))
        yield Rederived(mention.figure, name, term, tuple(ordered), _missing(term, found))


def _readings(variant: Variant, found: Mapping[str, Input], rivals: Sequence[Mention], *, sure: bool) -> Iterator[Reading]:
    """A formula over what was found for its inputs, over every choice where that leaves some; of rivals, where there are any, one must take part."""
    if any(name not in found for name in variant.inputs):
        return
    chosen = [found[name] for name in variant.inputs]
    binding = max((each.binding for each in chosen), key=_BINDINGS.index)
    sure = sure and all(len(each.found) == 1 for each in chosen)
    for figures in islice(product(*(each.found for each in chosen)), _MOST):
        unrivalled = not rivals or any(mention in rivals for mention in figures)
        if unrivalled and len({id(mention) for mention in figures}) == len(figures):
            yield Reading(variant, dict(zip(variant.inputs, figures, strict=True)), binding, sure)


def _is_fuller_told(reading: Reading, readings: Sequence[Reading]) -> bool:
    """Whether another formula takes the same figures and more: what 满意 and 非常满意 are of is no rate of 满意 alone, right or wrong."""
    own = {id(mention) for mention in reading.inputs.values()}
    return any(own < {id(mention) for mention in other.inputs.values()} for other in readings if not other.variant.open)


def _is_possible(reading: Reading, term: RatioTerm) -> bool:
    """Whether a part is not more than its whole: else the figures are of two groups."""
    return not (term.share and (reading.formula.point() or 0) > 1)


def _is_timely(reading: Reading) -> bool:
    """Whether some figure says that it was in time, as the ratio does: 按时办结率 is not of all that was 办结."""
    return any(in_time(mention.token.lead) for mention in reading.inputs.values())


def _falls(mention: Mention) -> bool:
    """Whether the words tell a fall, which is then written without a sign: 减少15万元，变动率25%; 变动率5%（下降）."""
    text = mention.passage.text
    start = max(text.rfind(mark, 0, mention.start) for mark in "。；") + 1
    return bool(_FALL.search(text, start, mention.start) or _FALLEN.match(text, mention.token.end))


def _missing(term: RatioTerm, found: Sequence[Mapping[str, Input]]) -> tuple[str, ...]:
    """The inputs that the formula closest to being complete lacks."""
    lacking = (tuple(name for name in variant.inputs if name not in alike) for alike in found or ({},) for variant in term.variants)
    return min(lacking, key=len)
