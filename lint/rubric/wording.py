"""Scoring criteria as they are printed, read into functions: ≤100%得满分，每超1个百分点扣0.5分.

Seven forms are known (FORMS); what is not one of them is refused, never guessed at. Steps are read in order: a value belongs
to the first step that names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from lint.interval import EVERYTHING, Interval
from lint.number import chinese_integer, plain
from lint.pattern import pattern
from lint.rubric.formula import formula_of
from lint.rubric.scoring import AllOrNothing, Award, Calculated, Deduction, Linear, Scoring, Step, Steps
from lint.text import fold

FORMS = (
    "按比例",
    "按比例，95%为满分",
    "≤100%得满分，每超1个百分点扣0.5分",
    "≤10%得满分，否则得0分",
    "=0得3分；≤10%得2分；≤20%得1分；其余得0分",
    "符合得满分，否则得0分",
    "公式：满分×(1-差异率÷20%)",
)
_SAME = (
    ("不得分", "得0分"),
    ("得满分值", "得满分"),
    ("扣完为止", ""),
    ("满分为止", ""),
    ("百分点", "%"),
    ("的得", "得"),
    ("的，得", "得"),
    ("，得", "得"),
)
"""Words of printed tables and the ones they are read as."""
_GIVES = pattern(r"计(?=\d|满分)")
_COUNTED = pattern(r"(?<=每)(?:超过|超出|超|高于|高出|高|增加|增)(?P<over>.*)|(?<=每)(?:低于|低|少于|少|降低|减少|差)(?P<under>.*)")
_NUMBER = r"\d+(?:\.\d+)?"
_OFF = pattern(rf"(?P<step>{_NUMBER}|[一二三四五六七八九十])?个?(?P<unit>%|[^\d扣]{{0,3}})，?扣(?P<off>{_NUMBER})分")
_AWARD = pattern(rf"(?P<when>.*?)(?:得(?:(?P<marks>{_NUMBER})分|(?P<share>{_NUMBER})%的?(?:分值?|满分)|(?P<full>满分))|(?P<open>不明))")
_RANGE = pattern(
    rf"(?P<low>{_NUMBER})(?P<a>%?)(?P<with_low>\(含\))?(?:-|~|至|到)(?P<high>{_NUMBER})(?P<b>%?)(?P<with_high>\(含\))?(?:之?间)?"
)
_BOUND = pattern(
    rf"(?P<sign>=|等于|≤|<=|不超过|不高于|不大于|≥|>=|不低于|不小于|达到|<|小于|低于|不足|>|大于|超过|高于)?"
    rf"(?P<value>-?{_NUMBER})(?P<unit>%?)[次个人天辆项家]?(?:\(含\))?(?P<after>及?以[上下内])?(?:\(含\))?"
)
_OPERATORS = {
    "=": "=", "等于": "=", "≤": "≤", "<=": "≤", "不超过": "≤", "不高于": "≤", "不大于": "≤", "以内": "≤", "及以下": "≤", "及以内": "≤",
    "≥": "≥", ">=": "≥", "不低于": "≥", "不小于": "≥", "达到": "≥", "以上": "≥", "及以上": "≥",
    "<": "<", "小于": "<", "低于": "<", "不足": "<", "以下": "<", ">": ">", "大于": ">", "超过": ">", "高于": ">",
}  # fmt: skip
_NAME = pattern(r"(?:^|(?<=[；，]))[“”\w]{2,20}率(?=[=≤<≥>])")
"""The name of the number, which tables like to repeat in every criterion."""
_LINEAR = pattern(rf"按比例(?:得分)?(?:[，；](?P<whole>{_NUMBER})(?P<unit>%?)为满分)?")
_REST = ("其余", "其他", "否则")


@dataclass(frozen=True, slots=True)
class _Clause:
    """One step as written: where it applies, None for all that is left, and what it earns."""

    text: str
    region: Interval | None
    award: Award


def scoring_of(sentence: str, full: Fraction) -> Scoring:
    """The function that the criterion of an indicator with this full mark describes. Raises ValueError with what cannot be read, and what can be written instead."""
    if sentence.strip().startswith("公式"):
        return Calculated(formula_of(sentence.strip().removeprefix("公式").lstrip("：:")))
    text = _plain(sentence)
    if match := _LINEAR.fullmatch(text):
        whole = Fraction(match["whole"] or 1) / (100 if match["unit"] else 1)
        if whole <= 0:
            raise ValueError("满分对应的数应大于0")
        return Linear(whole, percent=match["whole"] is None or bool(match["unit"]))
    if text == "符合得满分，否则得0分":
        return AllOrNothing()
    return _worked_out(text, full)


def number_of(text: str) -> tuple[Fraction, bool]:
    """A value such as 74.22%, -3% or 12, in units of one, and whether it is a percentage. Raises ValueError."""
    digits = fold(text).strip()
    if not re.fullmatch(rf"-?{_NUMBER}%?", digits):
        raise ValueError(f"“{text}”应为数字，如 74.22% 或 12")
    return Fraction(digits.rstrip("%")) / (100 if digits.endswith("%") else 1), digits.endswith("%")


def _plain(sentence: str) -> str:
    """The sentence in the words that are read."""
    text = "".join(fold(sentence).split()).replace("个百分点", "%").replace("。", "；").replace("一百", "100")
    text = _GIVES.sub("得", text)
    for word, other in _SAME:
        text = text.replace(word, other)
    return _NAME.sub("", text.strip("；，"))


def _worked_out(text: str, full: Fraction) -> Scoring:
    clauses = [part for part in re.split(r"[；，]", text) if part]
    counted = [clause for clause in clauses if clause.startswith("每")]
    joined = [*clauses]
    if counted and len(clauses) == clauses.index(counted[0]) + 2 and clauses[-1].startswith("扣"):
        joined = [*clauses[:-2], clauses[-2] + clauses[-1]]  # 每超1个百分点，扣0.5分
        counted = [joined[-1]]
    if len(counted) == 1 and len(joined) == 2 and joined[1] == counted[0]:
        return _deduction(joined[0], counted[0], full)
    if counted:
        raise ValueError("“每…扣…”前面应只有一句得满分的条件，如“≤100%得满分，每超1个百分点扣0.5分”")
    units: set[bool] = set()
    made = [_clause(clause, units) for clause in joined]
    if over := next((clause for clause in made if clause.award.of(full) > full), None):
        raise ValueError(f"“{over.text}”超过满分{plain(full)}分")
    return _steps(made, units)


def _deduction(condition: str, counted: str, full: Fraction) -> Deduction:
    award = _AWARD.fullmatch(condition)
    most = award is not None and (award["full"] or (award["marks"] and Fraction(award["marks"]) == full))
    bound = _BOUND.fullmatch(award["when"]) if award and most else None
    side = _COUNTED.search(counted)
    off = _OFF.fullmatch((side["over"] or side["under"]) if side else "")
    if bound is None:
        raise ValueError(f"“{condition}”应写成得满分的条件，如“≤100%得满分”")
    if side is None or off is None:
        raise ValueError(f"“{counted}”应写成“每超1个百分点扣0.5分”或“每低5个百分点扣2分”")
    over, operator = side["over"] is not None, _operator(bound)
    if operator not in ("=", "≤" if over else "≥"):
        raise ValueError(f"“{condition}”与“{counted}”方向相反")
    value, percent = Fraction(bound["value"]) / (100 if bound["unit"] else 1), bool(bound["unit"])
    step = off["step"] or "1"
    size = Fraction(chinese_integer(step) if not step[0].isdigit() else step) / (100 if off["unit"] == "%" else 1)
    if not size or not Fraction(off["off"]):
        raise ValueError(f"“{counted}”里的数应大于0")
    if percent != (off["unit"] == "%") and value:
        raise ValueError(f"“{condition}”与“{counted}”一处是百分数，一处不是")
    return Deduction(value, over, size, Fraction(off["off"]), percent=off["unit"] == "%")


def _clause(text: str, units: set[bool]) -> _Clause:
    match = _AWARD.fullmatch(text)
    if match is None:
        raise ValueError(f"看不懂“{text}”。可以写的有：{'｜'.join(FORMS)}")
    if match["open"]:
        award = Award()
    elif match["marks"]:
        award = Award(marks=Fraction(match["marks"]))
    else:
        award = Award(share=Fraction(match["share"]) / 100 if match["share"] else Fraction(1))
    return _Clause(text, None if match["when"] in _REST else _region(match["when"], units), award)


def _region(text: str, units: set[bool]) -> Interval:
    """The values that a condition names; `units` gathers whether they are percentages."""
    if match := _RANGE.fullmatch(text):
        percent = bool(match["a"] or match["b"])
        low, high = (Fraction(match[side]) / (100 if percent else 1) for side in ("low", "high"))
        if low >= high:
            raise ValueError(f"“{text}”前一个数应小于后一个")
        units.add(percent)
        marked = bool(match["with_low"] or match["with_high"])
        return Interval(low, high, marked and not match["with_low"], marked and not match["with_high"])
    match = _BOUND.fullmatch(text)
    if match is None:
        raise ValueError(f"看不懂条件“{text}”，可以写“=0”“≤10%”“＞30%”“80%（含）-90%”“其余”")
    value = Fraction(match["value"]) / (100 if match["unit"] else 1)
    if value:
        units.add(bool(match["unit"]))
    operator = _operator(match)
    if operator == "=":
        return Interval.point(value)
    if operator in "≤<":
        return Interval(None, value, high_open=operator == "<")
    return Interval(value, None, low_open=operator == ">")


def _operator(bound: re.Match[str]) -> str:
    sign = "≥" if bound["after"] == "以上" else _OPERATORS.get(bound["after"] or "", "")
    return _OPERATORS[bound["sign"]] if bound["sign"] else sign or "="


def _steps(clauses: Sequence[_Clause], units: set[bool]) -> Steps:
    """Every value under the first clause that names it. Raises ValueError for values that none names and clauses never reached."""
    if len(units) > 1:
        raise ValueError("有的数写了百分号，有的没有写，请写成一样")
    made: list[tuple[Interval, _Clause]] = []
    for cell in _cells([clause.region for clause in clauses if clause.region is not None]):
        clause = next((clause for clause in clauses if clause.region is None or clause.region.meets(cell)), None)
        if clause is None:
            told = Steps((Step(cell, Award()),), percent=True in units).told(Fraction(0)).partition("：")[0]
            raise ValueError(f"没有写{told}时得几分；最后可以补“其余得0分”，不知道的补“其余不明”")
        made.append((cell, clause))
    for clause in clauses:
        if not any(used is clause for _, used in made):
            raise ValueError(f"“{clause.text}”永远用不上：它的范围已经包括在前面几档里")
    return Steps(tuple(_merged(made)), percent=next(iter(units), None))


def _cells(regions: Sequence[Interval]) -> Iterator[Interval]:
    """The stretches and points into which the ends of regions cut all values, in ascending order."""
    cuts = sorted({end for region in regions for end in (region.low, region.high) if end is not None})
    if not cuts:
        yield EVERYTHING
        return
    yield Interval(None, cuts[0], high_open=True)
    for low, high in pairwise(cuts):
        yield Interval.point(low)
        yield Interval(low, high, True, True)
    yield Interval.point(cuts[-1])
    yield Interval(cuts[-1], None, low_open=True)


def _merged(made: Sequence[tuple[Interval, _Clause]]) -> Iterator[Step]:
    """Neighbouring cells of one clause as one step."""
    start = 0
    for index in range(1, len(made) + 1):
        if index == len(made) or made[index][1] is not made[start][1]:
            first, last = made[start][0], made[index - 1][0]
            yield Step(Interval(first.low, last.high, first.low_open, last.high_open), made[start][1].award)
            start = index
