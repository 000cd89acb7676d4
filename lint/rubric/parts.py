"""The smallest parts of a criterion: a condition on a number, and what it earns."""

from __future__ import annotations

import re
from fractions import Fraction

from lint.number import plain
from lint.pattern import pattern
from lint.rubric.phrases import NUMBER, UNIT

_WORTH = rf"(?:(?:该?(?:指标|项))?(?:权重|分值|满分)(?:\((?:权重|分值|满分)\))?|(?P<{{}}>{NUMBER})分?)"
_RATE = r"[^\W\d按]{0,14}[率例]"
TIMES = rf"(?:{_RATE}(?:÷(?P<whole>{NUMBER})%)?×{_WORTH.format('by')}|{_WORTH.format('times')}×{_RATE}(?:÷(?P<part>{NUMBER})%)?)(?:计算)?(?:得分|计分)?"
AWARD = pattern(
    rf"(?P<when>.*?)(?:得(?:(?P<marks>{NUMBER})分|(?P<share>{NUMBER})%的?(?:分值?|满分)|(?P<full>满分)|(?:分=)?{TIMES})|(?P<open>不明))"
)
BOUND = pattern(
    rf"(?P<sign>=|等于|≤|<=|不超过|不高于|不大于|≥|>=|不低于|不小于|达到|<|小于|低于|不足|>|大于|超过|高于)?"
    rf"(?P<value>-?{NUMBER})(?P<unit>%?){UNIT}?(?:\(含\))?(?P<after>及?以[上下内])?(?:\(含\))?"
)
_OPERATORS = {
    "=": "=", "等于": "=", "≤": "≤", "<=": "≤", "不超过": "≤", "不高于": "≤", "不大于": "≤", "以内": "≤", "及以下": "≤", "及以内": "≤",
    "≥": "≥", ">=": "≥", "不低于": "≥", "不小于": "≥", "达到": "≥", "以上": "≥", "及以上": "≥",
    "<": "<", "小于": "<", "低于": "<", "不足": "<", "以下": "<", ">": ">", "大于": ">", "超过": ">", "高于": ">",
}  # fmt: skip
REST = ("其余", "其他", "否则")
"""All that is left."""


def whole_of(match: re.Match[str], full: Fraction) -> Fraction:
    """The number that a product such as 完成率÷95%×10分 gives all marks for."""
    by = match["by"] or match["times"]
    if by and Fraction(by) != full:
        raise ValueError(f"“{match[0]}”乘的是{by}，满分是{plain(full)}分")
    whole = Fraction(match["whole"] or match["part"] or 100) / 100
    if not whole:
        raise ValueError("满分对应的数应大于0")
    return whole


def operator_of(bound: re.Match[str]) -> str:
    sign = "≥" if bound["after"] == "以上" else _OPERATORS.get(bound["after"] or "", "")
    return _OPERATORS[bound["sign"]] if bound["sign"] else sign or "="
