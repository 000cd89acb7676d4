"""Which figures a named ratio may be made of: printed beside it, or elsewhere in the report under a name of their own.

Words alone decide. Of the figures that one input finds at one distance those with the longest name stay; where they still
differ, none is sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lint.check import Binding
from lint.entries import plain
from lint.facts import names
from lint.facts.prose.elsewhere import Elsewhere
from lint.facts.prose.levels import Levels
from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention
from lint.facts.prose.surroundings import Surroundings
from lint.pattern import pattern
from lint.ratio import RatioTerm

_UNDONE = pattern(r"未(?!来|成年)|待(?!遇)|剩余|尚|应(?=到位|收|付|支|按|及时)")
"""What is still to be done (待支付) is no part of what was done."""
_PRIOR = pattern(r"上年|去年|上一年|同期|上期")
_TAIL = pattern(r"[^，。；：()\d]{1,12}")
OVERALL = pattern(r"^(?:整体|综合|总体|合计|平均|全部|总)(?:的)?")
"""A ratio of all that stands before it, whatever the last of it is."""
_FLOWS = ("收入", "支出")
_SENTENCES = 2
"""How many sentences back the operands of a named ratio may stand."""
_PERSONS = frozenset(("人", "名", "位"))


@dataclass(frozen=True, eq=False, slots=True)
class Input:
    """The figures that may be one input of a ratio, all at one distance; more than one where the words leave open which."""

    found: tuple[Mention, ...]
    binding: Binding


def has_word(words: Sequence[str], name: str, side: str) -> bool:
    """Whether a name holds one of the words (合格, but not 不合格), or is of a side that they name."""
    return side in words or any(_says(word, name) for word in words)


def is_done(name: str) -> bool:
    """Whether a name does not speak of what is still to be done."""
    return not _UNDONE.search(name)


def _says(word: str, name: str) -> bool:
    return word in name and f"不{word}" not in name and f"净{word}" not in name


@lru_cache(maxsize=4096)
def _plain(lead: str) -> str:
    return plain(lead)


def words_of(mention: Mention) -> str:
    """The words that name a figure: those before it, else those after it (24个按期完成)."""
    if mention.token.lead:
        return _plain(mention.token.lead)
    tail = _TAIL.match(mention.passage.text, mention.token.end)
    return tail[0] if tail else ""


def is_prior(mention: Mention, year: int | None) -> bool:
    """Whether a figure is of a year before `year`."""
    if mention.role == "prior":
        return bool(_PRIOR.search(mention.base)) or _is_before(mention.base, year)
    return bool(_PRIOR.search(mention.token.lead)) or bool(mention.year and year and mention.year < year)


def _is_before(base: str, year: int | None) -> bool:
    return year is not None and str(year - 1) in base


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
            answers = _answers(term, [other for other in pool if _fits_year(other, year)], mention, year)
            for (kind, name), answering in answers.items():
                if name not in (of_kind := found.setdefault(kind, {})) and (binding != "near" or len(answering) == 1):
                    of_kind[name] = Input(_about(self._outermost(answering), subject), binding)
        if term.reach == "report":
            for name, words in term.inputs.items():
                for kind, figures in _by_dimension(self._named(words, mention, year)).items():
                    found.setdefault(kind, {}).setdefault(name, Input(figures, "named"))
        return list(found.values())

    def _pools(self, term: RatioTerm, mention: Mention) -> Iterator[tuple[Binding, list[Mention]]]:
        yield from self._beside(mention)
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


def _says_something(mention: Mention) -> bool:
    """Whether a figure states a value of something: an amount beyond a limit does not, a percentage after its name does."""
    return mention.role != "plain" or mention.figure.kind == "percent"


def _carried(name: str, word: str) -> bool:
    """Whether both speak of what is left at the same end of the year, or both of something else."""
    return names.carried(name) == names.carried(word)


def _fits_year(other: Mention, year: int | None) -> bool:
    """Whether a figure beside a ratio may be of its year or the one before."""
    return other.year is None or year is None or other.year in (year, year - 1)


def _answers(term: RatioTerm, pool: Sequence[Mention], mention: Mention, year: int | None) -> dict[tuple[str, str], tuple[Mention, ...]]:
    """Which figures of a pool answer which input, by dimension and input: each the one whose longest name it bears; of them those that bear the longest."""
    found: dict[tuple[str, str], list[Mention]] = {}
    longest: dict[tuple[str, str], int] = {}
    for other in pool:
        scores = {name: _score(words, other, mention, year) for name, words in term.inputs.items()}
        name = max(scores, key=scores.__getitem__)
        score, at = scores[name], (_dimension(other), name)
        if score > longest.get(at, -1):
            found[at], longest[at] = [other], score
        elif score >= 0 and score == longest[at]:
            found[at].append(other)
    return {at: _one_each(figures) for at, figures in found.items()}


def _by_dimension(figures: Iterable[Mention]) -> dict[str, tuple[Mention, ...]]:
    found: dict[str, list[Mention]] = {}
    for figure in figures:
        found.setdefault(_dimension(figure), []).append(figure)
    return {kind: _one_each(alike) for kind, alike in found.items()}


def _score(words: Sequence[str], other: Mention, mention: Mention, year: int | None) -> int:
    """The length of the longest of `words` that names a figure, 0 where only a marker does, -1 where none does."""
    name = words_of(other)
    if _other_flow(mention.name, name):
        return -1
    prior = is_prior(other, year)
    said = [word for word in words if _says(word, name) and bool(_UNDONE.search(name)) <= bool(_UNDONE.search(word))]
    if prior and not is_prior(mention, year):
        said = [word for word in said if _PRIOR.search(word) or names.carried(word) == "opening"]
    if said:
        return max(map(len, said))
    if "prior" in words or "current" in words:
        told = ("prior" if prior else "current") in words and (prior or other.role == "level") and other.figure.kind == "money"
        return 0 if told else -1
    marked = other.side in words and bool(other.side) and other.role in ("level", "prior") and not (prior and not is_prior(mention, year))
    return 0 if marked else -1


def _other_flow(ratio: str, name: str) -> bool:
    """Whether a ratio of income is offered expenditure, or the other way round."""
    said, offered = ([flow for flow in _FLOWS if flow in text] for text in (ratio, name))
    return len(said) == len(offered) == 1 and said != offered


def _about(found: tuple[Mention, ...], subject: str) -> tuple[Mention, ...]:
    """Those that are about the subject, where some are."""
    own = tuple(mention for mention in found if mention.key == subject)
    return own or found


def _one_each(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """The last figure of every value, in order."""
    return tuple({mention.figure.value: mention for mention in found}.values())


def _dimension(mention: Mention) -> str:
    """What a figure can be divided by; persons are persons, whatever they are counted as."""
    return "人" if mention.dimension in _PERSONS else mention.dimension
