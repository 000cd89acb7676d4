"""Counts by grade: 对12个项目开展评价，优8个，良3个，差1个."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.facts.figures import Token
from lint.facts.phrases.listing import Listing
from lint.facts.sentences import Sentence
from lint.pattern import pattern

_GRADE = pattern(
    r"(?:^|[：，、；其中为级是”“\"])(?P<grade>优秀?|良好?|中|差|合格|不合格|一般|较差)[”\"]?(?:等次|等级|级)?(?:的)?(?:项目|单位|部门)?(?:有|为|共)?$"
)
_GRADED = pattern(r"项目|单位|部门|专项|资金")
_ALL = 3
"""So many grades are all there are, unless their counts say otherwise."""


def grading(sentences: tuple[Sentence, ...]) -> tuple[Listing, ...]:
    """Every number of things graded with the counts of their grades, where these are more than it, or all there are.

    The number stands in the sentence of the grades, or before it in their paragraph, where that has but one.
    """
    found: list[Listing] = []
    earlier: list[Token] = []
    for index, sentence in enumerate(sentences):
        if not index or sentence.passage is not sentences[index - 1].passage:
            earlier = []
        if len(sentence.tokens) > 1:
            found.extend(_graded(sentence, earlier))
        earlier.extend(token for token in sentence.tokens if token.figure.kind == "count" and _GRADED.match(token.passage.text, token.end))
    return tuple(found)


def _graded(sentence: Sentence, earlier: Sequence[Token]) -> Iterator[Listing]:
    counts = [token for token in sentence.tokens if token.figure.kind == "count" and token.figure.exact]
    grades = [
        (match["grade"][0], token)
        for token in counts
        if (match := _GRADE.search(token.passage.text[max(0, token.lead_start - 1) : token.start]))
    ]
    if len(grades) < 2 or len({grade for grade, _ in grades}) != len(grades):
        return
    first = grades[0][1]
    before = [token for token in counts if token.start < first.start and token.figure.unit == first.figure.unit]
    after = sentence.passage.text
    total = next((token for token in reversed(before) if _GRADED.match(after, token.end)), None)
    if total is None and not before and len(earlier) == 1 and earlier[0].figure.unit == first.figure.unit and earlier[0].figure.exact:
        total = earlier[0]
    parts = [token for _, token in grades if token.figure.unit == first.figure.unit]
    if total is None or len(parts) != len(grades):
        return
    found = int(sum(token.figure.value for token in parts))
    if found >= total.figure.value or len(grades) >= _ALL:
        yield Listing("parts", total.figure, found, found, sentence.passage.span(total.start, parts[-1].end))
