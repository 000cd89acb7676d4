"""Marks in proportion to a number: 按比例, 得分=完成率×10; beside a threshold it may mean two things, and both are named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from lint.pattern import pattern
from lint.rubric.parts import AWARD, BOUND, REST, TIMES, operator_of, whole_of
from lint.rubric.phrases import NUMBER, clauses_of
from lint.rubric.scoring import Linear

_LINEAR = pattern(rf"按比例(?:[，；](?P<sign>≥|达到|不低于|>|超过|大于|高于)?(?P<limit>{NUMBER})(?P<unit>%?)(?:及?以上)?[为得]满分)?")
_PRODUCT = pattern(rf"(?:按照?(?:实际)?|得分=)?{TIMES}(?P<rest>[，；].*)?")
SHARED = pattern(r"(?P<when>.*)按比例")


def proportion_of(text: str, full: Fraction) -> Linear | None:
    """A criterion that gives marks in proportion to one number; None for any other. Raises ValueError where it may mean two things."""
    if match := _LINEAR.fullmatch(text):
        whole = Fraction(match["limit"] or 1) / (100 if match["unit"] else 1)
        if whole <= 0:
            raise ValueError("满分对应的数应大于0")
        if match["sign"] and whole != 1:
            raise ValueError(two_ways(text, match["limit"] + match["unit"], "其余"))
        return Linear(whole, percent=match["limit"] is None or bool(match["unit"]))
    if match := _PRODUCT.fullmatch(text):
        if match["rest"]:
            raise ValueError(f"“{text}”请写成分档：先写达到多少得满分，再写“其余得比率×满分”，如“≥95%得满分；其余得比率×满分”")
        return Linear(whole_of(match, full))
    clauses = clauses_of(text)
    if (shared := SHARED.fullmatch(clauses[-1])) and len(clauses) == 2 and (award := AWARD.fullmatch(clauses[0])) and award["full"]:
        bound, rest = BOUND.fullmatch(award["when"]), BOUND.fullmatch(shared["when"])
        below = shared["when"] in REST or (
            rest is not None and bound is not None and rest["value"] == bound["value"] and operator_of(rest) == "<"
        )
        if bound and below and operator_of(bound) in "≥=" and bound["value"] + bound["unit"] == "100%":
            return Linear()
    return None


def two_ways(text: str, whole: str, when: str) -> str:
    """What to write instead of a proportion that may be taken of the full mark or of `whole`."""
    jump = f"≥{whole}得满分；{when}得比率×满分"
    return f"“{text}”有两种算法：得分＝比率×满分的，写“{jump}”；得分＝比率÷{whole}×满分的，写“按比例，{whole}为满分”"


def unclear(shared: re.Match[str], clauses: Sequence[str]) -> str:
    """That 按比例 beside other steps can be worked out in two ways, and how to write each."""
    top = next((bound for clause in clauses if (award := AWARD.fullmatch(clause)) and (bound := BOUND.fullmatch(award["when"]))), None)
    when = shared["when"] or "其余"
    whole = top["value"] + top["unit"] if top and top["unit"] else "100%"
    if len(clauses) == 2 and top is not None:
        return two_ways("，".join(clauses), whole, when)
    return f"“{shared[0]}”有两种算法：得分＝比率×满分的，写“{when}得比率×满分”；在这一档里另行折算的，写“{when}不明”"
