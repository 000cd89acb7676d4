"""Statements of a state or an amount dated another year than the report's: 2021年底实有43人 in a report on 2022.

Reports are full of legitimate other years: comparisons, history, plans, approvals. So a statement counts only
if its sentence names that one year alone, compares and narrates nothing, and either gives the staff or assets
at that year's end, or an amount that stands elsewhere, in the same role, for the report year, or a yearly total
of which the report gives no other. A heading counts where other headings carry the report year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lint.facts.figures import Token
from lint.facts.moments import WRITTEN, moments
from lint.facts.sentences import Sentence
from lint.figure import Figure, Kind
from lint.outline import mark_of
from lint.pattern import pattern
from lint.place import Span

BACK = 3
"""How many years back a year may be taken for a left-over of an earlier report."""
_DIGITS = 3
"""Significant digits from which on two equal amounts are no coincidence."""
_STATE = pattern(
    rf"{WRITTEN}年(?:度)?(?:底|末|年底|年末|12月31日|12月[底末])(?:止)?，?[^\W\d_A-Za-z]{{0,8}}?"
    r"(?:实有|在职|在编|在岗|编制|职工|固定资产|资产总额|公务用车|保有量)[^\x00-'*-\x7f。，；：！？《》]{0,16}?(?=\d)"
)
OWN = pattern(
    rf"{WRITTEN}年(?:度)?(?:底|末|年底|年末|12月31日|12月[底末])(?:止)?，?"
    r"(?:[^\W\d_A-Za-z全]{0,20}?(?:部门|单位|机关|中心|政府|[局委办院校处厅所站队会]))?"
    r"共?有(?:各类|各种)?(?:公务|执法|执勤|机动)*(?:用车|车辆|房屋)[^\x00-'*-\x7f。，；：！？《》]{0,8}?(?=\d)"
)
"""What the unit itself owns, as the section on its state assets puts it; 全县共有车辆 is none of its own."""
_OPENING = pattern(r"期初|年初|[合协]同|协议")
"""Words before a date that make it the start of something or a term agreed on."""
_CARRIED = pattern(r"本年|当年|年内|(?<!\d年)(?<!\d年度)年末(?!结转)")
"""Words behind a state that lead on from it: it is the opening balance of the report year."""
_BEGINNING = pattern(r"(?:年初|期初)[^，。；]{0,8}[。：]?$")
"""A label before a state: 年初情况。"""
_PLAN = pattern(r"预算(?!执行|完成|绩效)")
_RESULT = pattern(r"决算|绩效|自评|评价|执行|完成|总结")
_DATE = pattern(r"(?P<year>(?:19|20)\d\d)年(?:(?P<end>12月(?:31日)?$)|\d)")
_RANGE = pattern(r"\d年?[-~—至]\d")
"""2021-2023年: of none of them alone."""
_FLOW = pattern(
    rf"{WRITTEN}年度?，?[^\x00-'*-\x7f、。，；：！？《》]{{0,16}}?"
    r"(?P<total>收入总计|支出总计|收入合计|支出合计|总收入|总支出|本年收入|本年支出|财政拨款收入|财政拨款支出|三公”?经费|机关运行经费|政府采购)"
    r"[^\x00-'*-\x7f、。，；：！？《》]{0,8}?(?=\d)"
)
_GRADED = pattern(
    rf"{WRITTEN}年度?[^\x00-\x7f、。，；：！？《》]{{0,20}}?(?P<total>自评(?:综合)?(?:总得分|得分|总分|评分))[^\x00-'*-\x7f、。，；：！？《》]{{0,4}}?(?=\d)"
)
OTHERWISE = pattern(
    r"比|较|同比|上年|去年|相比|对比|增长|下降|增加|减少|持平|以来|起|历年|至今|结转|由|从|变动|同期|此前|曾|立项|批复|成立|设立|改革"
    r"|规划|计划|印发|通知|获|荣|评为|表彰|提前|跨年|期间|累计|延续|以前年度"
)
_ABOUT = pattern(r"情况|完成|执行|自评|绩效|决算")
_AFTERMATH = pattern(r"结果应用|整改|问题|回顾|审计|考核")
_YEAR = pattern(r"(?:19|20)\d\d年度?")
_HEADING = 40
_IN = pattern(r"下达|安排|预算|到位|拨入|争取|收到|投入")
_OUT = pattern(r"支出|支付|发放|执行|使用|拨付|兑付")


@dataclass(frozen=True, eq=False)
class Dated:
    """A statement dated `year`; states dated the report year itself are among them, so that they can be seen to agree.

    `figure` is what it states, None for a heading, the title of a table (caption) and the year that a section on results opens
    with (result). `twin` is the figure of the same amount that stands for the report year, None for a state.
    """

    kind: Literal["state", "amount", "flow", "heading", "caption", "result"]
    year: int
    span: Span
    figure: Figure | None = None
    twin: Figure | None = None


def dated(sentences: tuple[Sentence, ...], report: int) -> tuple[Dated, ...]:
    """Every state or amount that is dated one to three years before the report year, and every state of the report year."""
    current: dict[Fraction, list[tuple[Token, Sentence]]] = {}
    older: list[tuple[int, Sentence]] = []
    found: list[Dated] = []
    for sentence in sentences:
        years = {year for token in sentence.tokens if (year := _year(token, report)) is not None}
        if years == {report}:
            found.extend(_states(report, sentence))
            for token in _amounts(sentence):
                current.setdefault(token.figure.value, []).append((token, sentence))
        elif len(years) == 1 and (year := years.pop()) and report - BACK <= year < report and not OTHERWISE.search(sentence.text):
            older.append((year, sentence))
    plan, given = _is_plan(sentences, report), _given(sentences, report)
    for year, sentence in older:
        found += [
            *(() if plan or _opens(sentence, report) else _stale(year, sentence, given)),
            *(_repeated(year, sentence, current) or _flows(year, sentence, sentences)),
        ]
    older = [(year, sentence) for year, sentence in older if not plan or not _RESULT.search(sentence.text)]
    return (*found, *_headings(sentences, older, report))


def _year(token: Token, report: int) -> int | None:
    """The year that a token names: of an earlier year's dates only its end is a state; any other of them makes the sentence history (0)."""
    if token.figure.kind == "year":
        return 0 if _RANGE.search(token.passage.text, token.start, token.end + 1) else token.figure.year
    match = _DATE.match(token.passage.text, token.start, token.end) if token.figure.kind == "date" else None
    if match is None:
        return None
    year = int(match["year"])
    return year if year == report or match["end"] else 0


def _headings(sentences: tuple[Sentence, ...], older: list[tuple[int, Sentence]], report: int) -> Iterator[Dated]:
    """Headings of another year, where others carry the report year."""
    current = {_title(sentence) for sentence in sentences if f"{report}年" in sentence.text and _is_heading(sentence)}
    if current:
        for year, sentence in older:
            repeated = _title(sentence) in current  # the one of the report year stands beside it
            if _is_heading(sentence) and not repeated and not any(token.is_quantity for token in sentence.tokens):
                yield Dated("heading", year, sentence.span(0, len(sentence.text)))


def _title(sentence: Sentence) -> str:
    """A heading without its mark and its year."""
    mark = mark_of(sentence.text)
    return _YEAR.sub("", sentence.text[mark.end :] if mark else sentence.text)


def _is_heading(sentence: Sentence) -> bool:
    passage = sentence.passage
    whole = passage.cell is None and len(passage.text) <= _HEADING and sentence.end == len(passage.text)
    return whole and bool(_ABOUT.search(sentence.text)) and not _AFTERMATH.search(sentence.text) and "，" not in sentence.text


def _amounts(sentence: Sentence) -> list[Token]:
    """The amounts of money whose digits are enough to recognise them by."""
    return [token for token in sentence.tokens if token.figure.kind == "money" and len(_significant(token.figure)) >= _DIGITS]


def _significant(figure: Figure) -> str:
    return str(figure.number.value).replace(".", "").strip("-0")


def _is_plan(sentences: tuple[Sentence, ...], report: int) -> bool:
    """Whether the title is that of a budget, which begins where the year before ended."""
    title = next((sentence.text for sentence in sentences if f"{report}年" in sentence.text), "")
    return len(title) <= _HEADING and bool(_PLAN.search(title)) and not _RESULT.search(title)


def _stale(year: int, sentence: Sentence, given: set[str]) -> Iterator[Dated]:
    """States of an earlier year, but for openings, terms, and what is `given` for the report year's end, too."""
    first = next((moment.start for moment in moments(sentence.text) if moment.until == year), 0)
    if not _OPENING.search(sentence.text, 0, first):
        yield from (state for state in _states(year, sentence) if _name(state) not in given)


def _opens(sentence: Sentence, report: int) -> bool:
    """Whether its state is where the report year began: the next clause leads on from it, or a label says so."""
    before, behind = sentence.beside
    led = _CARRIED.search(behind) or _BEGINNING.search(sentence.passage.text, 0, sentence.start)
    return bool(led) or f"{report}年" in before + behind


def _given(sentences: tuple[Sentence, ...], report: int) -> set[str]:
    """The names of all states in sentences that name the report year."""
    return {_name(state) for sentence in sentences if f"{report}年" in sentence.text for state in _states(report, sentence)} - {""}


def _name(state: Dated) -> str:
    return state.figure.name if state.figure is not None else ""


def _states(year: int, sentence: Sentence) -> Iterator[Dated]:
    matches = {match.end(): match for words in (_STATE, OWN) for match in words.finditer(sentence.text)}
    for match in matches.values():
        token = next((token for token in sentence.tokens if token.start - sentence.start == match.end()), None)
        if token is not None and token.is_quantity:
            yield Dated("state", year, sentence.span(match.start(), token.end - sentence.start), token.figure)


def _repeated(year: int, sentence: Sentence, current: dict[Fraction, list[tuple[Token, Sentence]]]) -> list[Dated]:
    """The first amount of the sentence that the report year has, too, as money received or as money spent in both places."""
    mark = next((token for token in sentence.tokens if token.figure.year == year and token.figure.kind == "year"), None)
    if mark is None:
        return []
    for token in _amounts(sentence):
        for twin, other in current.get(token.figure.value, ()):
            if token.start > mark.end and _roles(token, sentence) & _roles(twin, other):
                return [Dated("amount", year, sentence.passage.span(mark.start, token.end), token.figure, twin.figure)]
    return []


def _flows(year: int, sentence: Sentence, sentences: tuple[Sentence, ...]) -> list[Dated]:
    """A yearly total of the whole unit that no other sentence gives a figure for."""
    match = _FLOW.search(sentence.text) or _GRADED.search(sentence.text)
    token = next((token for token in sentence.tokens if match and token.start - sentence.start == match.end()), None)
    if match is None or token is None or token.figure.kind not in ("money", "score") or _AFTERMATH.search(sentence.text):
        return []
    total = "分" if token.figure.kind == "score" else match["total"]
    if any(other is not sentence and total in other.text and _has(other, token.figure.kind) for other in sentences):
        return []
    return [Dated("flow", year, sentence.span(match.start(), token.end - sentence.start), token.figure)]


def _has(sentence: Sentence, kind: Kind) -> bool:
    return any(token.figure.kind == kind for token in sentence.tokens)


def _roles(token: Token, sentence: Sentence) -> set[str]:
    """Whether the words between the figure before and this one speak of money received, spent, or both."""
    lead = sentence.passage.text[max(sentence.start, token.lead_start - 12) : token.start]
    return {role for role, words in (("in", _IN), ("out", _OUT)) if words.search(lead)}
