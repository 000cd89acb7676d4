"""Sources cited with their year, and ratios computed for a year: 根据2021年度决算报表计算，2022年度结转结余率＝…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lint.facts.headings import Heading
from lint.facts.moments import WRITTEN, year_of
from lint.facts.phrases.equations import Equation
from lint.facts.sentences import Sentence
from lint.pattern import pattern
from lint.place import Span

_CITED = pattern(
    rf"(?:根据|依据|按照|取自|来自|来源于|来源：|依据：|按|据|见)[^\x00-\x7f、。，；：！？《》]{{0,16}}?《?(?P<year>{WRITTEN})年度?"
    r"(?P<document>[^，。；：\d]{0,16}?(?:报表|决算表|年报|统计表|运行信息表|资产负债表|财决|决算数据|决算(?=《|\d|表|中|，[^。；]*率)))"
)
_OPENING = pattern(r"年初|期初|上年|上一年|去年|年末结转|同比|相比|增长|变动率|下降|增加|减少")
_PLANNING = pattern(r"(?<!预决算)(?<!预)预算(?:安排|编制|草案|申报)|计划|预计|编制|测算|匡算|拟|明年|下年")
_PUBLIC = pattern(r"人口|普查|年鉴|公报|统计(?!表)|国民经济")
"""Statistics that others publish, and mostly later: not the accounts of the unit."""
_AFTERMATH = pattern(r"整改|反馈|结果应用|结果运用|上年度|上一年度|(?:针对|发现|存在)[^，。；]{0,6}问题")
"""Words on what became of an earlier evaluation, whose rates and scores are told again."""
_RATIO = pattern(rf"(?P<year>{WRITTEN})年度?，?的?(?P<name>[^\x00-\x7f、。，；：！？《》]{{2,18}}率)(?P<link>=|为|是|(?=\d))")
_SCORED = pattern(r"得\d+(?:\.\d+)?分|不得分|得分")
_SEVERAL = 2
"""A year that only one operand carries may be that of its opening balance."""
_BETWEEN_YEARS = pattern(r"变动|增长|上年|比|较")


@dataclass(frozen=True, eq=False)
class Citation:
    """A year that a sentence ties to what it derives: `kind` source (a cited table), ratio (what is computed) or operands (of what).

    `document` is what is cited or computed; `legitimate` says why another year than the report's is in order there:
    ``"opening"`` (opening balances, comparisons), ``"planning"``, ``"public"`` (others' statistics), ``"aftermath"`` (of an earlier evaluation),
    ``"series"`` (given for the report year, too); empty where nothing does.
    """

    kind: Literal["source", "ratio", "operands"]
    year: int
    span: Span
    document: str
    sentence: Sentence
    legitimate: str = ""


def citations(
    sentences: tuple[Sentence, ...], equations: tuple[Equation, ...], year: int | None, headings: Sequence[tuple[Heading, ...]] = ()
) -> tuple[Citation, ...]:
    """Every source with a year from which a sentence derives a figure, and every scored or computed ratio with a year."""
    computed = {id(equation.at) for equation in equations}
    ratios = [ratio for sentence in sentences if "率" in sentence.text for ratio in _ratios(sentence, id(sentence) in computed)]
    ratios = [ratio if ratio.year == year else replace(ratio, legitimate=_told_again(ratio, year, headings)) for ratio in ratios]
    ratios += [found for equation in equations if (found := _operands(equation))]
    current = {ratio.document for ratio in ratios if ratio.year == year}
    ratios = [replace(ratio, legitimate="series") if ratio.year != year and ratio.document in current else ratio for ratio in ratios]
    return tuple(
        sorted([*ratios, *(source for sentence in sentences for source in _sources(sentence))], key=lambda found: found.span.start)
    )


def _sources(sentence: Sentence) -> Iterator[Citation]:
    text = sentence.text
    for match in _CITED.finditer(text):
        if not any(token.is_quantity for token in sentence.between(match.end(), len(text))):
            continue
        start = match.start("year")
        yield Citation(
            "source", year_of(match["year"]), sentence.span(start, match.end()), text[start : match.end()], sentence, _excuse(match)
        )


def _excuse(match: re.Match[str]) -> str:
    """Why a source of an earlier year may be in order: by its own name, or by the words before and behind it."""
    text = match.string
    if _PUBLIC.search(match["document"]):
        return "public"
    own = pattern(rf"{match['year']}年度?(?:年?[末底]|12月)")
    if own.search(text, match.end()) or any(_OPENING.search(text, start, end) for start, end in _outside(match)):
        return "opening"  # its closing balance is the next year's opening one
    return "planning" if any(_PLANNING.search(text, start, end) for start, end in _outside(match)) else ""


def _outside(match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the words before and behind a match stand."""
    return (0, match.start()), (match.end(), len(match.string))


def _told_again(ratio: Citation, year: int | None, headings: Sequence[tuple[Heading, ...]]) -> str:
    """Why a ratio of another year may be in order: the next clause gives the report year's, or it looks back on an evaluation."""
    before, behind = ratio.sentence.beside
    above = headings[ratio.sentence.passage.index] if headings else ()
    if any(_AFTERMATH.search(words) for words in (before, ratio.sentence.text, behind, *(heading.title for heading in above))):
        return "aftermath"
    return ratio.legitimate or ("series" if f"{year}年" in before + behind else "")


def _ratios(sentence: Sentence, computed: bool) -> Iterator[Citation]:
    text = sentence.text
    for match in _RATIO.finditer(text):
        if (match["link"] == "=" and computed) or _SCORED.search(text, match.end()):
            reason = "opening" if _BETWEEN_YEARS.search(text) else ""
            yield Citation(
                "ratio", year_of(match["year"]), sentence.span(match.start(), match.start("link")), match["name"], sentence, reason
            )


def _operands(equation: Equation) -> Citation | None:
    """The one year that all the operands of a ratio carry with their names."""
    years = {figure.year for figure in equation.operands}
    year = years.pop() if len(years) == 1 else None
    named = f"{year}年" in equation.name or not equation.name.endswith("率") or len(equation.operands) < _SEVERAL
    if year is None or named:
        return None
    reason = "opening" if _BETWEEN_YEARS.search(equation.name) else "planning" if _PLANNING.search(equation.at.text) else ""
    first, last = equation.operands[0], equation.operands[-1]
    return Citation("operands", year, Span(first.span.start, last.span.end), equation.name, equation.at, reason)
