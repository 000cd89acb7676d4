"""The year a report is about, with everything that speaks for it or against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lint.facts import signs
from lint.facts.figures import Token
from lint.facts.moments import moments
from lint.facts.passages import Passage
from lint.facts.signs import COMPARED, Sign
from lint.pattern import pattern
from lint.place import Span
from lint.say import Say

_ANNUAL = pattern(r"((?:19|20)\d\d)年度?")
_REPORT = pattern(r"报告|自评|评价|决算|总结")
_FIRM = 3
"""Votes that the text alone must give for a year to count as well evidenced."""
_HEAD = 8
"""How many passages from the beginning may be a title of several years."""
_LONGEST = 60
UNSURE = Say("报告年度的依据不足", "the report year is not well evidenced")
TORN = Say("报告年度有矛盾：{one}，{other}", "the report year is in doubt: {one}, but {other}")


@dataclass(frozen=True, slots=True)
class ReportYear:
    """`value` is the year; `signs` are all that says a year of the report, the one that decided first.

    `firm` is False where only one or two mentions in the text, or the file's name, speak for the year. `rivals` are the signs that cannot be
    true beside the first. `since` is the first year of a report on several years, the year itself for others.
    """

    value: int
    since: int
    signs: tuple[Sign, ...]
    firm: bool = True
    rivals: tuple[Sign, ...] = ()

    @property
    def evidence(self) -> Say:
        """What decided."""
        return self.signs[0].told

    @property
    def span(self) -> Span | None:
        """Where that stands; None where the user gave the year, or the file's name."""
        return self.signs[0].span

    @property
    def title(self) -> str:
        """The title that says the year, empty where none does."""
        return self.signs[0].title

    @property
    def doubt(self) -> Say | None:
        """Why nothing can be held against this year; None where it can."""
        if self.rivals:
            return TORN.of(one=self.evidence, other=self.rivals[0].told)
        return None if self.firm else UNSURE

    def covers(self, year: int) -> bool:
        """Whether a year is one that the report is about."""
        return self.since <= year <= self.value


def report_year(
    passages: Sequence[Passage], tokens: Sequence[Token], given: int | None = None, path: str = "", *, tells: bool = False
) -> ReportYear | None:
    """The report year: what the user says, else the title, the cover, its date (reports follow their year), the text, the name of the file.

    `tells` says that the report tells what came of a year: no budget, no plan.
    """
    title = signs.titled(passages)
    text, firm = _voted(tokens)
    counts = Counter(int(match[1]) for passage in passages for match in _ANNUAL.finditer(passage.text))
    option = Sign("option", given, Say("由 --year 指定", "given by --year")) if given is not None else None
    ranked = (*signs.covers(passages), title) if title and title.kind == "heading" else (title, *signs.covers(passages))
    deciding = (option, *ranked, signs.heads(passages), signs.dated(passages, counts), text, signs.named(path))
    first = next((sign for sign in deciding if sign is not None), None)
    if first is None:
        return None
    again = signs.again(passages, title) if title else ()
    telling = (*again, signs.captions(passages), *signs.early(passages, first.year)) if tells else again
    others = tuple(sign for sign in (*deciding, *telling) if sign is not None and sign is not first)
    since = _since(passages, first.year)
    said = first.kind not in ("option", "text", "name")
    rivals = tuple(sign for sign in others if said and sign.is_binding and not since <= sign.year <= first.year)
    sure = firm if first.kind == "text" else first.kind != "name"
    return ReportYear(first.year, since, (first, *others), sure, rivals)


def _since(passages: Sequence[Passage], year: int) -> int:
    """The first year of a title that names several, up to the report's, and not that one alone: 2021—2023年…项目绩效评价报告."""
    for passage in passages[:_HEAD]:
        if passage.cell is None and len(passage.text) <= _LONGEST and _REPORT.search(passage.text):
            starts = {moment.since for moment in moments(passage.text) if moment.since <= year <= moment.until and not moment.compared}
            if starts:
                return max(starts)
    return year


def _voted(tokens: Sequence[Token]) -> tuple[Sign | None, bool]:
    """The year that the text names most often, and whether that is often enough.

    The base of a comparison speaks for the year after it, a budget as base for none.
    """
    votes: Counter[int] = Counter()
    for token in tokens:
        if token.figure.kind == "year" and token.figure.year:
            text = token.passage.text
            compared = text.endswith(COMPARED, 0, token.start)
            if not (compared and text.startswith("预算", token.end)):
                votes[token.figure.year + compared] += 1
    if not votes:
        return None, False
    top, most = max(votes.items(), key=lambda item: (item[1], item[0]))
    value = top + 1 if votes[top + 1] * 5 >= most * 4 else top
    if any(times * 2 > votes[value] for year, times in votes.items() if year not in (value, value - 1)):
        return None, False
    where = next((token.figure.span for token in tokens if token.figure.year == value), None)
    told = Say("文中出现最多的年份（{times} 次）", "the year named most often ({times} times)", {"times": votes[value]})
    return Sign("text", value, told, where), votes[value] >= _FIRM
