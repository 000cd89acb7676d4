"""Shares of a sample whose size is printed and whose hits are not: 收回问卷15份，满意度87.3%.

A share of n answers is one of k ÷ n (k from 0 to n); printed to d places it must be one of these rounded. What none of
them rounds to is impossible: the GRIM test (N. Brown, J. Heathers, Social Psychological and Personality Science 8, 2017).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from lint.facts.figures import Token
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.pattern import pattern

_PEOPLE = "满意|知晓|认可|赞成"
_THINGS = "合格|达标|优良|及格|完好|成活|准确"
_HIT = pattern(f"{_PEOPLE}|{_THINGS}|优秀|通过")
_END = r"(?:度|率)(?:\([^()]*\))?(?:为|是|达到?|：)?$"
_OPINION = pattern(rf"(?:{_PEOPLE}){_END}")
_QUALITY = pattern(rf"(?:^|[，、])(?:抽检|抽查|检测|检验|抽样|产品|样品|质量|其)*(?:{_THINGS}){_END}")
_ASKED = pattern(r"问卷|受访|调查|走访|访谈|回访|答卷|收回|回收|有效")
_TESTED = pattern(r"抽检|检测|检验|抽样|抽查")
_PERSONS = frozenset(("份", "人", "名", "户", "人次"))
_PIECES = frozenset(("批次", "批", "份", "件", "个", "处", "套", "株"))
_WEIGHED = pattern(
    r"平均|加权|综合|总体|整体|折算|各[项题]|[每逐两三四五六七八九十\d][项题]|分别|得分|分值|评分|打分|全[省市县区镇]|对[^，。；]{2,12}满意"
    r"|道题|问题|方面|维度|民调|统计局|平台|系统|热线|第三方"
)
"""Words between a sample and a percentage that is a mean of answers, or of another inquiry."""
_MADE = pattern(r"平均|加权|赋值|量表|[五5]级|方面|维度|各[项题]|折算|得分")
"""Words behind a percentage that make it a mean of answers."""
_METHOD = pattern(r"打分|计分|分制|赋值|量表|五级|加权")
"""Words of a paragraph in which opinions are marks."""
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
    """Every percentage of a sample that is small enough to tell, the only one said of it, where the words give no number of hits."""
    before: Sentence | None = None
    for sentence in sentences:
        near = [*(before.tokens if before is not None and before.passage is sentence.passage else ()), *sentence.tokens]
        for rate, asked, units in ((_OPINION, _ASKED, _PERSONS), (_QUALITY, _TESTED, _PIECES)):
            rates = [token for token in sentence.tokens if token.figure.kind == "percent" and rate.search(token.lead)]
            if len(rates) == 1 and (found := _sample(near, rates[0], asked, units)) is not None:
                yield found
        before = sentence


def _sample(near: list[Token], token: Token, asked: re.Pattern[str], units: frozenset[str]) -> Sample | None:
    """The percentage with the sizes before it, where nothing else is counted behind the first of them."""
    figure = token.figure
    counts = [other for other in near if other.start < token.start and other.figure.kind == "count"]
    at = next((index for index, other in enumerate(counts) if asked.search(other.lead)), len(counts))
    sizes = [other for other in counts[at:] if asked.search(other.lead) and _is_size(other, units)]
    if not sizes or len(sizes) < len(counts[at:]) or figure.approximate or not 0 < figure.value < 1:
        return None
    text = token.passage.text
    if _WEIGHED.search(text, sizes[0].start, token.start) or _WANTED.search(token.lead) or any(_HIT.search(size.lead) for size in sizes):
        return None
    end = text.find("。", token.end)
    if _METHOD.search(text) or _MADE.search(text, token.end, end if end >= 0 else len(text)):
        return None
    if all(size.figure.value * figure.step >= 1 for size in sizes):
        return None
    return Sample(figure, tuple(size.figure for size in sizes))


def _is_size(token: Token, units: frozenset[str]) -> bool:
    figure = token.figure
    return figure.exact and not figure.approximate and figure.unit in units and figure.value > 0


def _reachable(percent: Figure, size: Figure) -> bool:
    """Whether some k of `size` is printed as the percentage: rounded to nearest, or cut off."""
    least = ceil((percent.value - percent.step / 2) * size.value)
    return least < (percent.value + percent.step) * size.value
