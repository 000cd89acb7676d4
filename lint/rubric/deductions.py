"""Deductions: full marks up to a limit, and what every step beyond it costs."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from lint.number import chinese_integer, plain
from lint.pattern import pattern
from lint.rubric.parts import AWARD, BOUND, operator_of
from lint.rubric.phrases import NUMBER
from lint.rubric.scoring import Deduction

_COUNTED = pattern(
    r"(?<=每)(?:超过|超出|超|高于|高出|高|增加|增)(?P<over>.*)|(?<=每)(?:低于|低|少于|少|降低|减少|差)(?P<under>.*)|(?<=每)(?:发现|出现|发生|存在|查出|有)(?P<found>.*)"
)
_OFF = pattern(rf"(?P<step>{NUMBER}|[一二三四五六七八九十])?个?(?P<unit>%|[^\d扣]{{0,3}})，?扣(?P<off>{NUMBER})分")


def deduction_of(clauses: Sequence[str], counted: Sequence[str], most: Fraction | None, full: Fraction) -> Deduction:
    """Full marks up to a limit, and what every step beyond it costs. `counted` are the clauses that begin with 每."""
    side = _COUNTED.search(counted[0])
    if side is None or (off := _OFF.fullmatch(side["over"] or side["under"] or side["found"] or "")) is None:
        raise ValueError(f"“{counted[0]}”应写成“每超1个百分点扣0.5分”“每低5个百分点扣2分”或“每发现一处扣1分”")
    over = side["under"] is None
    condition = _within(clauses, over, found=side["found"] is not None)
    if condition is None or len(counted) > 1:
        raise ValueError(f"“每…扣…”前面应只有一句得满分的条件，如“{_LIKE[over]}”")
    award = AWARD.fullmatch(condition)
    whole = award is not None and (award["full"] or (award["marks"] and Fraction(award["marks"]) == full))
    bound = BOUND.fullmatch(award["when"]) if award and whole else None
    if bound is None:
        raise ValueError(f"“{condition}”应写成得满分的条件，如“{_LIKE[over].partition('，')[0]}”")
    if operator_of(bound) not in ("=≤<" if over else "=≥>"):
        raise ValueError(f"“{condition}”与“{counted[0]}”方向相反：前面应写成“{'≤' if over else '≥'}{bound['value']}{bound['unit']}得满分”")
    value = Fraction(bound["value"]) / (100 if bound["unit"] else 1)
    step = off["step"] or "1"
    size = Fraction(chinese_integer(step) if not step[0].isdigit() else step) / (100 if off["unit"] == "%" else 1)
    if not size or not Fraction(off["off"]):
        raise ValueError(f"“{counted[0]}”里的数应大于0")
    if bool(bound["unit"]) != (off["unit"] == "%") and value:
        raise ValueError(f"“{condition}”与“{counted[0]}”一处是百分数，一处不是")
    if most is not None and most > full:
        raise ValueError(f"最多扣{plain(most)}分，超过满分{plain(full)}分")
    return Deduction(value, over, size, Fraction(off["off"]), percent=off["unit"] == "%", most=most if most != full else None)


_LIKE = {True: "≤100%得满分，每超1个百分点扣0.5分", False: "≥100%得满分，每低1个百分点扣0.5分"}
"""Deductions for what goes above a limit, and below it."""


def _within(clauses: Sequence[str], over: bool, found: bool) -> str | None:
    """The condition for full marks before the last clause: what comes between may only say that the limit is passed. None where there is more, or less."""
    *before, _ = clauses
    if found and all("得" not in clause or not any(sign.isdigit() for sign in clause) for clause in before):
        return "=0得满分"  # 无违规得满分，每发现一处扣1分
    if len(before) == 2 and (award := AWARD.fullmatch(before[0])):
        limit, beyond = BOUND.fullmatch(award["when"]), BOUND.fullmatch(before[1])
        if limit and beyond and (limit["value"], limit["unit"]) == (beyond["value"], beyond["unit"]) and operator_of(beyond) == "<>"[over]:
            return before[0]  # ≤100%得满分；＞100%的，每超1个百分点扣0.5分
    return before[0] if len(before) == 1 else None
