"""Establishment and staff: how many posts an office was granted (编制) and how many hold one (在职)."""

from __future__ import annotations

from dataclasses import dataclass

from lint.facts.figures import Token
from lint.facts.sentences import Sentence
from lint.figure import Figure
from lint.pattern import pattern

_UNITS = frozenset({"名", "人", "个"})
_END = r"(?:总|人数|人员|数|额)*(?:共有|共计|合计|共|为|是|有|：)*$"
_POSTS = pattern(rf"编制{_END}")
_STAFF = pattern(rf"(?:在职|在编(?!制))(?:在编|在岗|在册|干部|职工)*{_END}")
_PARTIAL = pattern(
    r"行政(?!事业单位|单位|机关)|事业(?!单位)|参公|参照|工勤|政法|专项|周转|后勤|公益|全额|差额|聘|退休|领导|职数|员额|控制数|财政"
)
_SCOPE = pattern(r"系统|下属|所属|二级|直属|机关|本级|各单位")
_MORE = pattern(r"[^。；]{0,16}(?:编外|聘|临时|劳务|借调|挂职|离退休)|[，(]?(?:其中)?(?:含|包括)")


@dataclass(frozen=True, eq=False)
class Staffing:
    """`staff` in post against the `posts` granted in all. `doubtful` where the two may not be of the same office, or others are counted among the staff."""

    staff: Figure
    posts: Figure
    doubtful: bool = False


def staffing(sentences: tuple[Sentence, ...]) -> tuple[Staffing, ...]:
    """Every number of staff with the whole establishment given beside it: in its sentence, else last before it in its paragraph or the one before."""
    found: list[Staffing] = []
    last: tuple[Token, Sentence] | None = None
    for sentence in sentences:
        if "编" not in sentence.text and "在职" not in sentence.text:
            continue
        posts = [token for token in sentence.tokens if _is_posts(token)]
        for token in sentence.tokens:
            if _is_staff(token):
                near = _nearest(token, posts)
                pair = (near, sentence) if near else None if _has_some(sentence, token) else last
                if pair and sentence.passage.index - pair[1].passage.index <= 1:
                    found.append(Staffing(token.figure, pair[0].figure, _doubtful(token, sentence, *pair)))
        if posts:
            last = (posts[-1], sentence)
        elif _has_some(sentence):
            last = None
    return tuple(found)


def _is_posts(token: Token) -> bool:
    return _is_people(token) and bool(_POSTS.search(token.lead)) and not _PARTIAL.search(token.lead)


def _is_staff(token: Token) -> bool:
    return _is_people(token) and bool(_STAFF.search(token.lead)) and not _PARTIAL.search(token.lead)


def _has_some(sentence: Sentence, until: Token | None = None) -> bool:
    """Whether a sentence gives any establishment, be it a part of one (before a token)."""
    return any(_is_people(token) and _POSTS.search(token.lead) for token in sentence.tokens if until is None or token.end <= until.start)


def _is_people(token: Token) -> bool:
    figure = token.figure
    return figure.kind == "count" and figure.unit in _UNITS and figure.exact and not figure.approximate


def _nearest(token: Token, posts: list[Token]) -> Token | None:
    """The establishment last before a number, else the first after it."""
    before = [other for other in posts if other.end <= token.start]
    return before[-1] if before else next(iter(posts), None)


def _doubtful(staff: Token, here: Sentence, posts: Token, there: Sentence) -> bool:
    """Whether the words before them name different offices or years, or others are counted among the staff."""
    widened = set(_SCOPE.findall(_before(staff, here))) - set(_SCOPE.findall(_before(posts, there)))
    other_year = bool(staff.figure.year and posts.figure.year and staff.figure.year != posts.figure.year)
    return bool(widened) or other_year or bool(_MORE.match(staff.passage.text, staff.end))


def _before(token: Token, sentence: Sentence) -> str:
    return sentence.text[: token.start - sentence.start]
