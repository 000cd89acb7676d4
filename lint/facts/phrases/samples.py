"""Shares of a sample whose size is printed and whose hits are not: 收回问卷15份，满意度87.3%.

A share of n answers is one of k ÷ n (k from 0 to n); printed to d places it must be one of these rounded. What none of
them rounds to is impossible: the GRIM test (N. Brown, J. Heathers, Social Psychological and Personality Science 8, 2017).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from lint.facts.figures import Token
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.pattern import pattern

_HITS = "满意|合格|达标|优良|优秀|知晓|及格|认可|赞成|完好|成活|通过|准确"
_HIT = pattern(_HITS)
_RATE = pattern(rf"(?:{_HITS})(?:度|率)(?:\([^()]*\))?(?:为|是|达到?|：|分别为?)?$")
_SURVEYED = pattern(r"问卷|受访|调查|抽查|抽检|抽样|检测|走访|访谈|抽取|回访|样本|检验|测评|收回|回收|答卷")
_UNITS = frozenset("份人户名个家件例批处套所次") | {"批次", "人次"}
_WEIGHED = pattern(r"平均|加权|综合|折算|各[项题]|[每逐两三四五六七八九十\d][项题]|分别|得分|分值|评分|打分")
_WANTED = pattern(r"目标|指标值|计划|要求|设定|预期|标准|上年|去年|同期|[≥≤]")


@dataclass(frozen=True, eq=False)
class Sample:
    """`percent` is said of a sample; `sizes` are its size as printed, several where answers sent out and those that came back are told."""

    percent: Figure
    sizes: tuple[Figure, ...]

    @property
    def possible(self) -> bool:
        """Whether some number of hits gives the printed percentage, rounded or cut off."""
        return any(_reachable(self.percent, size) for size in self.sizes)

    def nearest(self) -> tuple[tuple[int, Fraction], tuple[int, Fraction]]:
        """The numbers of hits around the percentage, of the last size printed, each with its share."""
        size = self.sizes[-1].value
        hits = self.percent.value * size
        return (floor(hits), floor(hits) / size), (ceil(hits), ceil(hits) / size)


def samples(sentences: tuple[Sentence, ...]) -> Iterator[Sample]:
    """Every percentage of a sample that is small enough to tell, where the words give no number of hits."""
    before: Sentence | None = None
    for sentence in sentences:
        same = before is not None and before.passage is sentence.passage
        sizes = [*(_sizes(before) if before is not None and same else []), *_sizes(sentence)]
        for token in sentence.tokens if sizes else ():
            if (found := _sample(sentence, token, [size for size in sizes if size.start < token.start])) is not None:
                yield found
        before = sentence


def _sizes(sentence: Sentence) -> list[Token]:
    """The counts of a sentence that are the size of a sample."""
    return [token for token in sentence.tokens if _is_count(token) and token.figure.value and _SURVEYED.search(token.lead)]


def _sample(sentence: Sentence, token: Token, sizes: list[Token]) -> Sample | None:
    figure = token.figure
    if not _RATE.search(token.lead) or figure.kind != "percent" or figure.approximate or not sizes or not 0 < figure.value < 1:
        return None
    text = sentence.passage.text
    if _WEIGHED.search(text, sizes[0].start, token.start) or _WANTED.search(token.lead):
        return None
    counted = any(_is_count(other) and _HIT.search(other.lead) for other in sentence.tokens if other.start < token.start)
    if counted or all(size.figure.value * figure.step >= 1 for size in sizes):
        return None
    return Sample(figure, tuple(size.figure for size in sizes))


def _is_count(token: Token) -> bool:
    return token.figure.kind == "count" and token.figure.exact and not token.figure.approximate and token.figure.unit in _UNITS


def _reachable(percent: Figure, size: Figure) -> bool:
    """Whether some k of `size` is printed as the percentage: rounded to nearest, or cut off."""
    least = ceil((percent.value - percent.step / 2) * size.value)
    return least < (percent.value + percent.step) * size.value
