"""Which figures a named ratio may be made of: printed beside it, or elsewhere in the report under a name of their own.

Words alone decide. Of the figures that one input finds at one distance those with the longest name stay; where they still
differ, none is sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lint.check import Binding
from lint.facts import names
from lint.facts.prose.answers import answers, dimension, fits_kind, is_prior, one_each
from lint.facts.prose.elsewhere import Elsewhere
from lint.facts.prose.levels import Levels
from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention
from lint.facts.prose.surroundings import Surroundings
from lint.pattern import pattern
from lint.ratio import RatioTerm

OVERALL = pattern(r"^(?:整体|综合|总体|合计|平均|全部|总)(?:的)?")
"""A ratio of all that stands before it, whatever the last of it is."""
_SENTENCES = 2
"""How many sentences back the operands of a named ratio may stand."""


@dataclass(frozen=True, eq=False, slots=True)
class Input:
    """The figures that may be one input of a ratio, all at one distance; more than one where the words leave open which."""

    found: tuple[Mention, ...]
    binding: Binding


class Inputs:
    """The figures of a report, to be found as inputs of a ratio that `mention` prints."""

    def __init__(
        self,
        groups: Mapping[int, Sequence[Mention]],
        levels: Levels,
        lists: Sequence[List],
        elsewhere: Elsewhere,
        surroundings: Surroundings,
    ) -> None:
        """`groups` are the mentions of every passage, by its index."""
        self._groups = groups
        self._levels = levels
        self._owners = {item: entry.owners for entry in lists for item in entry.items}
        self._elsewhere = elsewhere
        self._surroundings = surroundings

    def of(self, term: RatioTerm, mention: Mention, subject: str) -> list[dict[str, Input]]:
        """What was found for the inputs of a ratio about `subject` (the key of a name, empty for none), the nearest for each.

        Apart for figures of every dimension: amounts are not divided by persons.
        """
        year = self._year(mention)
        found: dict[str, dict[str, Input]] = {}
        for binding, pool in self._pools(term, mention):
            answered = answers(term, [other for other in pool if _fits_year(other, year) and fits_kind(other, mention)], mention, year)
            for (kind, name), answering in answered.items():
                if name not in (of_kind := found.setdefault(kind, {})) and (binding != "near" or len(answering) == 1):
                    of_kind[name] = Input(_about(self._outermost(answering), subject), binding)
        found = {kind: self._of_one_statement(term, mention, kind, of_kind) for kind, of_kind in found.items()}
        if term.reach == "report":
            for name, words in term.inputs.items():
                for kind, figures in _by_dimension(self._named(words, mention, year)).items():
                    found.setdefault(kind, {}).setdefault(name, Input(figures, "named"))
        return list(found.values())

    def _of_one_statement(self, term: RatioTerm, mention: Mention, kind: str, found: Mapping[str, Input]) -> dict[str, Input]:
        """What was found, near at best where its statement has its own figure for an input that a nearer one supplied.

        “送审3200万元，核减224万元；其中设备送审700万元，核减率5%” does not say what was cut of the 700万元.
        """
        sure: dict[str, Input] = {}
        for name, own in found.items():
            there = [
                other
                for other in self._groups.get(mention.passage.index, ())
                if other not in own.found and _together(other, own.found[-1]) and _says_something(other)
            ]
            rivals = answers(term, there, mention, None) if own.found[-1].segment != mention.segment else {}
            torn = any(
                (rival := rivals.get((kind, needed)))
                and _is_nearer(found[needed].found[-1], own.found[-1], mention)
                and found[needed].found[-1] not in rival
                for variant in term.variants
                if name in variant.inputs
                for needed in variant.inputs
                if needed in found
            )
            sure[name] = replace(own, binding="near") if torn else own
        return sure

    def _pools(self, term: RatioTerm, mention: Mention) -> Iterator[tuple[Binding, list[Mention]]]:
        """What may hold its operands, the surest first; figures before another ratio of its kind are more likely that one's: 满意度94%，其中司乘人员满意度93%."""
        group = self._groups.get(mention.passage.index, ())
        taken = max((other.start for other in group if other.start < mention.start and _is_rival(term, other, mention)), default=-1)
        for binding, pool in self._beside(mention):
            if any(other.start <= taken for other in pool):
                yield binding, [other for other in pool if other.start > taken]
                yield "near", pool
            else:
                yield binding, pool
        if term.reach == "passage":
            yield "near", [level for level in self._levels.around(mention) if level.figure.kind == "count"]

    def _outermost(self, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The figures but for those that are parts of another one: 编制120名，其中行政编制45名."""
        return tuple(each for each in found if not any(owner in found for owner in self._owners.get(each, ())))

    def _beside(self, mention: Mention) -> Iterator[tuple[Binding, list[Mention]]]:
        """The figures beside a ratio, the nearest ones first: in brackets behind it, in its clause, its sentence, the sentences before."""
        group = [other for other in self._groups.get(mention.passage.index, ()) if other.start != mention.start and _says_something(other)]
        text, end = mention.passage.text, mention.token.end
        if text[end : end + 1] == "(":
            close = text.find(")", end)
            yield "stated", [other for other in group if end < other.start < close]
        open_here = [other for other in group if other.depth <= mention.depth]
        before = [other for other in open_here if other.start < mention.start]
        again = max((other.start for other in before if other.named and other.name == mention.name), default=-1)
        clause = [other for other in before if other.segment == mention.segment]
        overall = OVERALL.match(mention.name)
        if not overall:
            yield "stated", [other for other in clause if other.start > again]
            yield "stated", clause
        yield "stated", [other for other in before if other.sentence == mention.sentence]
        if not overall:
            yield "named", [other for other in open_here if other.sentence == mention.sentence]
            yield "named", [other for other in before if other.sentence >= mention.sentence - _SENTENCES]

    def rivals(self, mention: Mention, about: str) -> list[Mention]:
        """The figures of its sentence that are named after what a ratio is about: 项目预算80万元 for 项目预算调整率."""
        own = about[-2:]
        group = self._groups.get(mention.passage.index, ())
        return [
            other for other in group if len(own) == 2 and other.sentence == mention.sentence and own in other.token.lead and not other.named
        ]

    def _named(self, words: Sequence[str], mention: Mention, year: int | None) -> list[Mention]:
        """The figures anywhere in the report that go by one of these names, of the year, the office and the part of the year of the ratio."""
        found: list[Mention] = []
        for word in words:
            key = names.key(word)
            if key:
                said = names.side(word) if names.says_side(word) else ""
                found += [level for level in self._levels.keyed(key) if self._is_meant(level, word, said, mention, year)]
                found += [level for level in self._elsewhere.inputs(word, mention) if _carried(level.name, word)]
        return found

    def _year(self, mention: Mention) -> int | None:
        return self._surroundings.dated(mention)

    def _is_meant(self, level: Mention, word: str, said: str, mention: Mention, year: int | None) -> bool:
        around = self._surroundings
        return (
            _carried(level.name, word)
            and (level.side == said if said else level.side != "plan")
            and self._year(level) == year
            and not is_prior(level, year)
            and around.scope(level) == around.scope(mention)
            and around.season(level) == around.season(mention)
            and not around.apart(mention, level)
        )


def _is_rival(term: RatioTerm, other: Mention, mention: Mention) -> bool:
    """Whether a figure is the same ratio of something else: by its name, or by its value in a statement of its own."""
    name = other.name if other.named else names.title_of(other.token.lead)
    apart = name != mention.name or (other.segment != mention.segment and other.figure.value != mention.figure.value)
    return other.figure.kind == mention.figure.kind and apart and name.endswith(term.names)


def _together(one: Mention, other: Mention) -> bool:
    """Whether one statement holds both."""
    return one.passage is other.passage and one.segment == other.segment


def _is_nearer(one: Mention, other: Mention, mention: Mention) -> bool:
    """Whether the statement of one is nearer to `mention` than that of the other; both stand in its paragraph."""
    return one.passage is mention.passage and abs(one.segment - mention.segment) < abs(other.segment - mention.segment)


def _says_something(mention: Mention) -> bool:
    """Whether a figure states a value of something: an amount beyond a limit does not, a percentage after its name does."""
    return mention.role != "plain" or mention.figure.kind == "percent"


def _carried(name: str, word: str) -> bool:
    """Whether both speak of what is left at the same end of the year, or both of something else."""
    return names.carried(name) == names.carried(word)


def _fits_year(other: Mention, year: int | None) -> bool:
    """Whether a figure beside a ratio may be of its year or the one before."""
    return other.year is None or year is None or other.year in (year, year - 1)


def _by_dimension(figures: Iterable[Mention]) -> dict[str, tuple[Mention, ...]]:
    found: dict[str, list[Mention]] = {}
    for figure in figures:
        found.setdefault(dimension(figure), []).append(figure)
    return {kind: one_each(alike) for kind, alike in found.items()}


def _about(found: tuple[Mention, ...], subject: str) -> tuple[Mention, ...]:
    """Those that are about the subject, where some are."""
    own = tuple(mention for mention in found if mention.key == subject)
    return own or found
