"""Whether printed words call a figure by one of the names that a user gave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lint.entries import plain
from lint.pattern import pattern

Grade = Literal["near", "led", "exact"]
"""exact: the name alone, but for year, owner and words that only place it · led: with a verb (安排, 到位) ·
near: the name ends other words, which may make it another figure"""
RANK: dict[str, int] = {"near": 0, "led": 1, "exact": 2}
_PLACED = pattern(
    r"(?:\(\d{1,2}\)|[、，,和及与；;：:()\[\]的]|其中|包括|包含|含|(?:19|20)\d\d年度?|20xx年度?|年度|本年度?|当年|今年|全年|年末|年底|截[至止]|\d{1,2}月(?:\d{1,2}日)?[底末]?"
    r"|全[国省市县区州镇乡村]|本?(?:单位|部门)|本(?:级|[省市县区州局院校])|我[省市县区州局院校]|该|项目|共有|总共|共计|共|一是|二是|三是|四是|\(?\d{1,2}[)、.]|[一二三四五六七八九十]{1,3}[)、]|[①-⑳])+"
)
_VERBS = pattern(r"(?:实际|累计|共|总|已|安排|下达|拨付|拨入|投入|投资|到位|收到|争取|落实|筹集|筹措|整合|统筹|完成|实现|核定|批复|现|实)+")
_BEHIND = pattern(r"(?:合计|共计|共|总|约|近|各|均|分别|为|是|达到?|有|计|[：:，、“”]|仅|只)+$")
_BEHIND_VERBS = pattern(r"(?:实际|累计|已|全部|安排|下达|拨付|拨入|投入|到位|落实|完成|实现|数|额|金额)+")
_OTHER = pattern(r"(?:非|其他|其它|其余|除|扣除|剔除|不含|不包括|未|上年度?|去年|上一年度?|同期|减少|增加|增长|下降)(?:的|[^，。；]{0,2})$")
"""Before a name they make it another figure: 其他省级资金, 上年专项资金."""
_OWNER = pattern(r"[^\W\d_]{1,20}(?:项目|工程|中心|公司|学校|医院|小学|中学|大学|幼儿园|街道|[局镇乡村县市区省州院所站队])的?")
_UNIT = pattern(r"\((?![类款项]\))(?:[^()]{1,4}|[^()]*[元人%A-Z][^()]*)\)$|[A-Z]$")
"""The unit or letter behind the label of a line or column."""


@dataclass(frozen=True, slots=True)
class Called:
    """The name that the words hold, how well they fit it, and whose figure it is where an office, place or project stands before it."""

    name: str
    grade: Grade
    owner: str = ""

    @property
    def title(self) -> str:
        return self.owner + self.name


def label(text: str) -> str:
    """The label of a line or column as names are compared with it."""
    return _UNIT.sub("", plain(text))


def called(printed: str, names: Sequence[str]) -> Called | None:
    """How words call a figure of these names; None where they do not."""
    words = plain(printed)
    found = [fit for name in names for text in _ends(words, name) if (fit := _fit(text, name))]
    return max(found, key=lambda fit: RANK[fit.grade], default=None)


def _ends(words: str, name: str) -> list[str]:
    """The words without what links them to their figure, as far as the name does not hold it itself."""
    if words.endswith(name):
        return [words]
    bare = _BEHIND.sub("", words)
    if bare.endswith(name):
        return [bare]
    at = bare.rfind(name)
    return [words] if at >= 0 and _BEHIND_VERBS.fullmatch(bare, at + len(name)) else []


def _fit(words: str, name: str) -> Called | None:
    at = words.rfind(name)
    before, led = words[:at], at + len(name) < len(words)
    if _OTHER.search(before):
        return None
    verbs = _PLACED.sub("", before)
    if not verbs or _VERBS.fullmatch(verbs):
        return Called(name, "led" if led or verbs else "exact")
    if owner := _OWNER.fullmatch(verbs):
        return Called(name, "led" if led else "exact", owner[0].removesuffix("的"))
    return Called(name, "near") if len(name) > 2 else None
