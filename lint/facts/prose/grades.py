"""Grades: a score and the grade word given for it in the same sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.bands import Band, Bands
from lint.facts.prose.mention import Mention
from lint.figure import Figure
from lint.pattern import pattern
from lint.place import Span

_GRADE = pattern(
    r"(?:等级|评级|结果|评定|评价)(?:为|是|属|：)*[“\"]?(?P<grade>优秀?|良好?|中等?|差|合格|不合格)(?![”\"]?的|[^\W\d_A-Za-z])"
)
_TOTAL = pattern(r"总分|总得分|综合得分|综合评分|自评得分|评价得分|自评分|最终得分|得分")

_WHOLE = pattern(r"总分|总得分|综合")
_DECIDED = pattern(r"否决|排[名位序]|名次|比例|下调|上调|调[为整]|降[为级]|升[为级]")
"""Words between a score and a grade that is not given by the score alone."""
_FULL = pattern(r"满分(?:分?值)?(?:[为是：]|共计?)*(\d+)分")
_HUNDRED = 100


@dataclass(frozen=True, eq=False)
class Graded:
    """A total score, the grade given for it, and the band of a scale that the grade stands for."""

    score: Figure
    span: Span
    band: Band
    bands: Bands

    @property
    def above(self) -> Band | None:
        """The next better band."""
        return self.bands.above(self.band)

    @property
    def fits(self) -> bool | None:
        """Whether the score lies within the band; None where it lies between two."""
        holding = self.bands.holding(self.score.value)
        return None if holding is None else holding is self.band


def grades(mentions: Sequence[Mention], bands: Bands) -> Iterator[Graded]:
    """Grade words with the score of the whole right before them in the same sentence: the one that says so, else the last."""
    found: dict[Span, list[tuple[Mention, str]]] = {}
    for mention in mentions:
        if "平均" in mention.name or mention.role != "level" or mention.figure.kind != "score" or not _TOTAL.search(mention.name):
            continue
        text = mention.passage.text
        end = text.find("。", mention.token.end)
        match = _GRADE.search(text, mention.token.end, end if end >= 0 else len(text))
        if match is None or match.start() - mention.token.end > 24 or _DECIDED.search(text, mention.token.end, match.start()):
            continue
        if any(int(full[1]) != _HUNDRED and int(full[1]) >= mention.figure.value for full in _FULL.finditer(text)):
            continue  # bands are of a hundred points
        found.setdefault(mention.passage.span(*match.span("grade")), []).append((mention, match["grade"]))
    for span, scores in found.items():
        mention, word = next(((score, word) for score, word in scores if _WHOLE.search(score.name)), scores[-1])
        if made := graded(mention.figure, span, word, bands):
            yield made


def graded(score: Figure, span: Span, word: str, bands: Bands) -> Graded | None:
    """A score with the grade that a word stands for; None for a word that stands for none."""
    band = bands.of(word) or bands.of(word[:1])
    return None if band is None else Graded(score, span, band, bands)
