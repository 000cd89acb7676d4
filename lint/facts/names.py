"""The words that name a figure, and the key under which two names mean the same thing.

A key drops what varies between mentions of one quantity (years, 决算/预算, 数, 合计 …) and keeps what tells
quantities apart. Whether a name speaks of a plan or of an outcome is kept beside it, not in it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from lint.lexicon import lexicon
from lint.pattern import pattern

Side = Literal["plan", "actual", ""]
"""Whether a figure is planned (预算) or came out (决算, 执行, 支出完成); empty where the name does not say."""

_LEADING = pattern(
    r"^(?:[\s、，,和及与]|其中[：，,]?|加上?|另有|另外|此外|同时|以及|还有|\d{1,2}[.、)]|\(?[一二三四五六七八九十]{1,3}[)、]|[①-⑳]|一是|二是|三是|四是"
    r"|截[至止](?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|底|末)?|(?:(?:19|20)\d\d|20xx)年度?(?:\d{1,2}月)?(?:底|末|初)?|\d{1,2}月底?|到年底|年末(?!.{0,6}结[转余]))+"
)
_TRAILING = pattern(
    r"(?:(?:分别|各|均|共|总)?(?:为|是|达到|达|(?<![实现共拥具])有|共计|共|(?<![合总统预会])计|约为|约|近|逾|超过|仅|只有|已|了|的|：|:|不低于|不超过|各|均)|分别|完成|实现|累计|高达|下达|安排|拨入|投入)+$"
)
_NOISE = pattern(
    r"[“”\"'‘’\s]|(?:19|20)\d\d年度?|20xx年度?|其中|本单位|本部门|本级|全[区县市省镇乡国旗盟]|[省市区县旗盟州]?本级|我[局县市区校院省旗]|本年度?|当年度?|年度|上年度?"
    r"|\((?:类|款|项)\)|汇总"
)
_SIDES = pattern(r"年初|年中|全年|调整后?|批复|支出决算|决算|预算|执行|计划|实际|完成|累计|安排|下达|拨入|资金到位")
_GENERIC = pattern(r"总支出|支出|数字?|总?金额|总额|总计|共计|合计|总量|总?规模|情况|为$")
_NOT_SIDES = pattern(r"一般公共预算|政府性基金预算|国有资本经营预算|预算(?:单位|管理|绩效|编制|稳定)|预决算")
_PLAN = frozenset(("预算", "计划", "批复", "目标", "任务"))
_SIDE_WORDS = pattern(r"预算|计划|批复|目标|任务|决算|执行|实际|完成|支付")
_YEAR = pattern(r"^(?:(?:19|20)\d\d年)?度")
_VERB = pattern(r"^(?:未|不)?超过(?=.{2})|^(?:得|设|占|达|达到|有|共有|为|是)$")
_SIDE_END = pattern(r"(?:年初|年中|全年|调整后?)?(?:支出|收入)?(?:预算|决算|执行|计划|实际|完成|累计)数?(?:为|支出)?$")
_FLOWS = ("收入", "支出")
_STAGE = pattern(r"全年|年初|调整")
_OVER = pattern(r"结转|结余")
_OPENING = pattern(r"年初|上年|期初")
_CLOSING = pattern(r"年末|下年|期末|年底")
_FEES = pattern(r"经费|费用")
_TOTAL = pattern(r"合计|总计|共计|总额|总数|总量|汇总数|总和|累计|总规模|一共")


@lru_cache(maxsize=4096)
def title_of(lead: str) -> str:
    """The naming words of a lead: without connectives and years before, without 为, 共 and the like after."""
    text = lead
    while True:
        trimmed = _TRAILING.sub("", _LEADING.sub("", text)).strip(" ，、：")
        if trimmed == text:
            return text
        text = trimmed


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """What is left of a name when everything that varies between mentions is dropped; empty for 支出决算数 and the like."""
    text = _NOISE.sub("", name)
    text = (
        text.replace("一般公共预算", "一般公共＿").replace("政府性基金预算", "政府性基金＿").replace("国有资本经营预算", "国有资本经营＿")
    )
    text = _SIDES.sub("", text)
    text = _FEES.sub("费", text).replace("费支出", "费")
    text = _GENERIC.sub("", text)
    text = text.replace("＿", "预算").strip("的、，：")
    return lexicon().canonical.get(text, text)


def unquoted(name: str) -> str:
    """A name without quotes around all of it, and without one that lacks its other half: “三公”经费控制率 keeps its own."""
    opened, closed = name.count("“"), name.count("”")
    if name.startswith("“") and (opened > closed or name.find("”") == len(name) - 1):
        return unquoted(name[1:].removesuffix("”") if opened == closed else name[1:])
    return unquoted(name[:-1]) if name.endswith("”") and closed > opened else name


def clear(name: str) -> str:
    """A name without the year it begins with and the verb it is put with (未超过, 占, 得, 设)."""
    return _VERB.sub("", _YEAR.sub("", name)).strip("的、，：")


def subject(name: str) -> str:
    """What a name speaks of, without the words that tell 预算 from 决算: 培训费年初预算 is about 培训费."""
    return _SIDE_END.sub("", clear(name)) if key(name) else ""


def joined(about: str, own: str) -> str:
    """The name of an amount from what it is about and its own generic words; these alone where the two speak of different flows."""
    if about.endswith(own) or any(flow in about and flow not in own for flow in _FLOWS if any(other in own for other in _FLOWS)):
        return own
    return about.removesuffix("支出" if own.startswith("支出") else "收入") + own if about else own


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """A name without years, quotes and the words that only place it (本年度, 全区)."""
    return _NOISE.sub("", name).strip("的、，：()").removesuffix("数")


@lru_cache(maxsize=4096)
def side(name: str) -> Side:
    """Whether a name speaks of a plan or of an outcome, by the last word that says so; 支出 alone means an outcome."""
    words = _SIDE_WORDS.findall(_NOT_SIDES.sub("", name))
    if words:
        return "plan" if words[-1] in _PLAN else "actual"
    return "actual" if "支出" in name else ""


def says_side(name: str) -> bool:
    """Whether a name itself says 预算, 决算 or a word like them."""
    return bool(_SIDE_WORDS.search(_NOT_SIDES.sub("", name)))


def carried(words: str) -> Literal["opening", "closing", "any", ""]:
    """Whether what is carried over (结转, 结余) is of the beginning or of the end of the year; empty for other things."""
    if not _OVER.search(words):
        return ""
    return "opening" if _OPENING.search(words) else "closing" if _CLOSING.search(words) else "any"


def stage(name: str) -> Literal["first", "final", ""]:
    """Whether a name means the first plan or the one that held in the end: 全年预算 is 调整预算."""
    match = _STAGE.search(name)
    return "" if match is None else "first" if match[0] == "年初" else "final"


def is_total(name: str) -> bool:
    """Whether a name announces a total."""
    return bool(_TOTAL.search(name))
