"""Averages of scores with what they are the averages of: scores listed beside them, or the number of projects in each grade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from lint.bands import Band, Bands
from lint.facts.figures import Token
from lint.facts.passages import Passage
from lint.facts.scores import marks
from lint.facts.sentences import by_passage
from lint.figure import Figure
from lint.interval import Interval
from lint.pattern import pattern

_AVERAGE = pattern(
    r"平均(?:自评|评价|绩效|综合|最终|总)*(?:得分|评分|分数?)(?:为|是|达到?|：)?$|(?:得分|评分)(?:的)?平均(?:值|数)?(?:为|是|：)?$"
)
_WEIGHTED = pattern(
    r"加权|权重|折算|占比|按.{0,6}规模|去掉|剔除|复核|上年|去年|近.年|全[省市县区]|同类|(?:部门|单位|行业)(?:总体|整体)?平均"
    r"|[前后][一二三四五六七八九十\d]+[名位个]|最[高低]|部分|其余"
)
"""Words before an average that is not simply that of the scores beside it."""
_MADE = pattern(r"加权|权重|折算|占比|按.{0,6}规模|去掉|剔除")
"""Words behind an average that tell how it was made."""
_RIVAL = pattern(r"总分|总得分|复[核评]")
_BETWEEN = pattern(r"分?[、，和与及]+[^\d。；]{0,12}")
_SCORE = pattern(r"(?:得分|评分|分数|自评|得)(?:分别)?(?:为|是|：)?$")
_GRADE = pattern(
    r"(?:^|[：，、；其中为级是”“\"(])(?P<grade>优秀?|良好?|中等?|差|合格|不合格|一般|较差)[”\"]?(?:等次|等级|级|档)?(?:的)?(?:项目|单位|部门)?(?:有|为|共)?$"
)
_HUNDRED = 100
"""The highest score that there is where nothing else is said."""


@dataclass(frozen=True, eq=False)
class Mean:
    """An average and the scores listed before it."""

    average: Figure
    scores: tuple[Figure, ...]


@dataclass(frozen=True, eq=False)
class Spread:
    """An average and how many have which grade of a scale."""

    average: Figure
    counts: tuple[tuple[Band, Figure], ...]
    bands: Bands

    def reach(self) -> Interval:
        """What the average can be: every score as low, or as high, as its grade allows."""
        number = sum((count.value for _, count in self.counts), Fraction(0))
        low = sum((band.lowest * count.value for band, count in self.counts), Fraction(0))
        high = sum((self._highest(band) * count.value for band, count in self.counts), Fraction(0))
        best = all(self.bands.above(band) is None or band.highest is not None or not count.value for band, count in self.counts)
        return Interval(low / number, high / number, high_open=not best)

    @property
    def possible(self) -> bool:
        """Whether the printed average can come of these grades."""
        return self.average.printed.meets(self.reach())

    def _highest(self, band: Band) -> Fraction:
        above = self.bands.above(band)
        return band.highest or (above.lowest if above is not None else Fraction(_HUNDRED))


def averaged(passages: tuple[Passage, ...], tokens: tuple[Token, ...], bands: Bands) -> Iterator[Mean | Spread]:
    """Every average score whose own sentence lists the scores, or the counts by grade."""
    for passage, inside in by_passage(passages, tokens):
        if "平均" not in passage.text or not passage.is_prose:
            continue
        for index, token in enumerate(inside):
            if not marks.is_score(token) or not _AVERAGE.search(token.lead):
                continue
            start = passage.text.rfind("。", 0, token.start) + 1
            end = passage.text.find("。", token.end)
            sentence = [other for other in inside if start <= other.start and (end < 0 or other.end <= end)]
            if _WEIGHTED.search(passage.text, start, token.start) or _MADE.search(
                passage.text, token.end, end if end >= 0 else len(passage.text)
            ):
                continue
            if scores := _listed(inside[:index], start):
                yield Mean(token.figure, scores)
            if counts := _counted(sentence, bands):
                yield Spread(token.figure, counts, bands)


def _listed(before: list[Token], start: int) -> tuple[Figure, ...]:
    """The scores of the list that ends right before an average: 分别为90分、92分和97分; none of fewer than two."""
    found: list[Token] = []
    for token in reversed(before):
        if token.start < start or not marks.is_score(token):
            break
        between = token.passage.text[token.end : found[-1].start] if found else "、"
        if not _BETWEEN.fullmatch(between):
            break
        if found and _RIVAL.search(between):
            return ()  # 自评得分95分、复核得分91分: two scores of one thing
        found.append(token)
    named = bool(found) and bool(_SCORE.search(found[-1].lead))
    return tuple(token.figure for token in reversed(found)) if len(found) > 1 and named else ()


def _counted(sentence: list[Token], bands: Bands) -> tuple[tuple[Band, Figure], ...]:
    """The counts by grade of a sentence; none where a grade stands twice, or a word is of another scale, or nothing is counted."""
    found: list[tuple[Band, Figure]] = []
    for token in sentence:
        match = _GRADE.search(token.passage.text[max(0, token.lead_start - 1) : token.start]) if token.figure.kind == "count" else None
        if match is None or not token.figure.exact:
            continue
        band = bands.of(match["grade"])
        if band is None or any(band is other for other, _ in found):
            return ()
        found.append((band, token.figure))
    return tuple(found) if len(found) > 1 and any(count.value for _, count in found) else ()
