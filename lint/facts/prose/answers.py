"""Which input of a ratio a figure answers, by the words that name it: the one whose longest name it bears."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from lint.entries import plain
from lint.facts import names
from lint.facts.prose.mention import Mention
from lint.pattern import pattern
from lint.ratio import RatioTerm

_UNDONE = pattern(r"未(?!来|成年)|待(?!遇)|剩余|尚|应(?=到位|收|付|支|按|及时)")
"""What is still to be done (待支付) is no part of what was done."""
_PRIOR = pattern(r"上年|去年|上一年|同期|上期")
_MANNER = pattern(r"按时|按期|及时|准时|如期|一次(?!性)")
_OF_MONEY = pattern(r"预算|资金|经费|投资")
_TAIL = pattern(r"[^，。；：()\d]{1,12}")
_FLOWS = ("收入", "支出")
_PERSONS = frozenset(("人", "名", "位"))


def has_word(words: Sequence[str], name: str, side: str) -> bool:
    """Whether a name holds one of the words (合格, but not 不合格), or is of a side that they name."""
    return side in words or any(_says(word, name) for word in words)


def is_done(name: str) -> bool:
    """Whether a name does not speak of what is still to be done."""
    return not _UNDONE.search(name)


def in_time(name: str) -> bool:
    """Whether a name speaks of what was done in time or at the first go, which is a part of what was done."""
    return bool(_MANNER.search(name))


def fits_kind(level: Mention, ratio: Mention) -> bool:
    """Whether a ratio of money is not offered a count: 预算执行进度 is not of 27个项目."""
    return level.figure.kind != "count" or not _OF_MONEY.search(ratio.name)


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


def answers(term: RatioTerm, pool: Sequence[Mention], mention: Mention, year: int | None) -> dict[tuple[str, str], tuple[Mention, ...]]:
    """Which figures of a pool answer which input, by dimension and input: each the one whose longest name it bears; of them those that bear the longest."""
    found: dict[tuple[str, str], list[Mention]] = {}
    longest: dict[tuple[str, str], int] = {}
    for other in pool:
        scores = {name: _score(words, other, mention, year) for name, words in term.inputs.items()}
        name = max(scores, key=scores.__getitem__)
        score, at = scores[name], (dimension(other), name)
        if score > longest.get(at, -1):
            found[at], longest[at] = [other], score
        elif score >= 0 and score == longest[at]:
            found[at].append(other)
    return {at: one_each(figures) for at, figures in found.items()}


def _score(words: Sequence[str], other: Mention, mention: Mention, year: int | None) -> int:
    """The length of the longest of `words` that names a figure, 0 where only a marker does, -1 where none does."""
    name = words_of(other)
    if _other_flow(mention.name, name) or (in_time(name) and is_done(name) and not in_time(mention.name)):
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


def one_each(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """The last figure of every value, in order."""
    return tuple({mention.figure.value: mention for mention in found}.values())


def dimension(mention: Mention) -> str:
    """What a figure can be divided by; persons are persons, whatever they are counted as."""
    return "人" if mention.dimension in _PERSONS else mention.dimension
