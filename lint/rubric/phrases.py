"""Criteria as tables print them, brought into the few words that are read: signs for words, names and repetitions left out."""

from __future__ import annotations

import re
from fractions import Fraction

from lint.number import plain
from lint.pattern import pattern
from lint.text import fold

NUMBER = r"\d+(?:\.\d+)?"
UNIT = "[次个人天辆项家件处起份场期户分]"
"""What is counted."""
PROPORTION = "按比例"
MET = "符合得满分，否则得0分"
_SIGNS = (
    ("一百", "100"), ("个百分点", "%"), ("百分点", "%"), ("。", "；"),
    ("小于或等于", "≤"), ("小于等于", "≤"), ("大于或等于", "≥"), ("大于等于", "≥"), ("<=", "≤"), (">=", "≥"), ("乘以", "×"), ("*", "×"),
    ("(含)以下", "及以下"), ("以下(含)", "及以下"), ("(含)以上", "以上"), ("以上(不含)", "(不含)以上"),
)  # fmt: skip
_SAME = (
    ("不得分", "得0分"), ("得满分值", "得满分"), ("扣完为止", ""), ("满分为止", ""),
    ("的得", "得"), ("的，得", "得"), ("，得", "得"), ("：得", "得"), ("，扣", "扣"), ("的，每", "，每"), ("的，按", "按"), ("的按", "按"),
)  # fmt: skip
"""Words of printed tables and the ones they are read as."""
_GIVES = pattern(r"(?:计|：)(?=\d|满分)")
_IN_PROPORTION = pattern(
    r"按照?(?:实际|年度|任务|目标|工作|计划)*(?:完成|达成|达标|执行|支付|实现|达到)?(?:情况|程度|率)?的?比例(?:计算|折算)?(?:得分|计分|给分|赋分)?"
)
_NAME = pattern(
    r"(?:^|(?<=[；，]))(?P<name>[^\W\d得每按扣]{1,20}?(?:率|度|比例|比重))(?:为|在)?"
    r"(?=[=≤<≥>]|-?\d|等于|达到|不低于|不高于|不超过|不小于|不大于|小于|大于|低于|高于|超过|不足)"
)
"""The name of the number, which tables like to repeat in every clause."""
_QUOTES = pattern("[“”‘’\"']")
_MET = pattern(
    rf"(?P<when>[^；\d得%扣每≤≥<>=]+)得(?:满分|(?P<marks>{NUMBER})分)[；，]"
    r"(?:否则|其余|其他|有?(?:任何?|其中)?一[项处个]不[^；，\d得%]*|[不未](?P<same>[^；，\d得%]+))得0分"
)
_LOOSE = ("酌情", "视情", "基本", "部分", "比例")
"""Words of conditions that may be met in part."""


def brief(sentence: str, full: Fraction) -> str:
    """The sentence in the words that are read. Raises ValueError where it speaks of two numbers."""
    text = _QUOTES.sub("", "".join(fold(sentence).split()))
    for word, other in _SIGNS:
        text = text.replace(word, other)
    text = _IN_PROPORTION.sub(PROPORTION, _GIVES.sub("得", text))
    for word, other in _SAME:
        text = text.replace(word, other)
    text = text.strip("；，")
    return MET if _is_met(text, full) else _nameless(text)


def _is_met(text: str, full: Fraction) -> bool:
    """Whether a criterion gives the full mark where a condition in words is met, and nothing where it is not."""
    match = _MET.fullmatch(text)
    if match is None or any(word in text for word in _LOOSE) or match["same"] not in (None, match["when"]):
        return False
    if match["marks"] and Fraction(match["marks"]) != full:
        raise ValueError(f"“{match['when']}得{match['marks']}分”不是满分{plain(full)}分")
    return True


def _nameless(text: str) -> str:
    """A criterion without the name of its number."""
    names = sorted(dict.fromkeys(match["name"] for match in _NAME.finditer(text)), key=len)
    if strange := next((name for name in names[:-1] if not names[-1].endswith(name)), None):
        raise ValueError(f"一条标准里有两个数：“{strange}”和“{names[-1]}”，只能写由一个数算出得分的")
    return _NAME.sub("", text)


def clauses_of(text: str) -> list[str]:
    """The clauses of a criterion."""
    return [part.removesuffix("的") for part in re.split(r"[；，]", text) if part]
