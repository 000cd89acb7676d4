"""The role of a figure: level, prior, delta, growth, share, rate … from the words that lead to it and its unit.

Values play no part here: a figure is what the sentence calls it, right or wrong.
"""

from __future__ import annotations

import re

from lint.facts import names
from lint.facts.figures import Token
from lint.facts.prose.mention import Mention, Role
from lint.pattern import pattern

_RISE = "增长|增加|上升|提高|上涨|增收|增支|净增|增幅|增速|增|多"
_FALL = "下降|降低|减少|下跌|减收|减支|压减|压缩|回落|节约|降幅|减幅|净减|减|少"
_VERB = pattern(
    rf"(?P<verb>(?P<rise>{_RISE})|(?P<fall>{_FALL}))(?:支出|收入|金额|额|数|率|幅度|了|比例)*(?:[：]|各|均|分别|共|约?为|是|达到?|约|近|逾|超过)*$"
)
_NEW_LEVEL = pattern(r"(?:增加|增长|提高|上升|减少|下降|降低|压减|增|减|降)(?:到|至)$")
_BASE_WORDS = (
    r"(?:(?:(?:19|20)\d\d|20xx)年|上一?年|去年|前年|同期|年初|年中|全年|预算|决算|计划|任务|目标|调整|历史|上期|上月|上季|本年|当年)"
)
_COMPARE = pattern(
    rf"(?:同比|环比|相比|对比|比|(?<!经比)较|与|同|和|跟)(?P<base>{_BASE_WORDS}[^，。；：()比较]{{0,16}}?)(?:相比较?|对比|比较|来看)?(?=，|$|{_RISE}|{_FALL}|各|均|分别|基本|持平|无)"
)
_YEAR_ON_YEAR = pattern(r"同比|比上年同期|较上年同期")
_PRIOR = pattern(rf"(?:比|(?<!经比)较|与|同|和)(?P<base>{_BASE_WORDS}[^，。；：]{{0,16}})$")
_PRIOR_ALONE = pattern(r"(?P<base>(?:上年|去年|上一年)度?(?:同期)?)(?:预算|决算|支出|收入)?(?:数|额)?(?:为|是)?$")
_LIMIT = pattern(r"(?:超过|低于|高于|大于|小于|少于|多于|控制在|[≤≥<>])(?:了)?[^，。；\d]{0,12}$")
_EITHER = pattern(r"(?:增加|减少|增长|下降|上升)(?P<other>\((?:增加|减少|增长|下降|降低|上升)\))$")
_SHARE = pattern(r"占(?P<whole>[^，。；：]{0,40}?)(?:的?(?:比重|比例|比|份额))?的?(?:分别|各)?(?:为|是|达到?|约|近)*$")
_RATE = pattern(
    r"(?:完成|占|为|达到?|是|执行)(?:了)?(?P<base>[^，。；：占完]{0,24}?(?:预算|计划|任务|目标|指标|批复)[^，。；：]{0,8}?)的?(?:比例|比率)?(?:为|达到?|约|近)*$"
)
_NAMED_RATE = pattern(r"(?P<name>[^，。；：]{0,16}(?:率|比重|比例|占比|满意度|进度))(?:[：]|约?为|达到?|是|约|近|分别)*$")
_BEYOND = pattern(r"[低高]于|超过|超出|[少多]于|不足")
"""低于标准450元的11.11%: by how much it is less, and no part of it."""
_OF_IT = pattern(r"的(?:比例|比重)?(?:约为|为|达到?|约|近)?[\d.]+%")
_ATTRIBUTE = pattern(r"[及]?以[上下内](?:（含）|\(含\))?的")
_BEYOND_PLAN = pattern(r"超额(?:完成)?(?:了)?$")
"""实际完成54座，超额完成4座: the difference, and nothing done besides."""
_MORE = pattern(
    r"(?:比|(?<!经比)较)(?P<base>(?:(?:19|20)\d\d年|上一?年|去年|同期)[^，。；：()多少]{0,8})(?P<dir>多|少)(?:压减|压缩|节约|减少|化解|清理|核减|处置|偿还|[^，。；：\d于为是]{2})$"
)
"""比上年多压减15万元: more of a reduction is a rise of it."""
ADJUSTED = pattern(r"同口径|可比|剔除|扣除|不变价")
_TASK_AFTER = pattern(r"的?(?:计划|目标|年度)?(?:任务|计划|指标|目标)")
_EXCESS = pattern(r"(?:超额?(?:完成)?)(?:了)?(?:任务|计划|预算|目标)?(?:的)?$")


def comparison(between: str) -> str:
    """The last base of comparison named between two figures; empty where none is."""
    found = list(_COMPARE.finditer(between))
    if found:
        return found[-1]["base"]
    return "上年同期" if _YEAR_ON_YEAR.search(between) else ""


def read(token: Token, before: Mention | None) -> Mention:
    """The role of a figure from its lead and unit."""
    lead, kind = token.lead, token.figure.kind
    if kind == "points":
        return Mention(token, "points", lead)
    if kind == "percent":
        return _read_percent(token, lead, before)
    if _OF_IT.match(token.passage.text, token.end) and not _BEYOND.search(lead):
        return Mention(token, "divisor", _plain_name(lead))
    if _NEW_LEVEL.search(lead):
        return _new_level(token, before)
    if _ATTRIBUTE.match(token.passage.text, token.end):
        return Mention(token, "plain", _plain_name(lead))
    if changed := _change(token, "delta"):
        return changed
    if bare := _PRIOR_ALONE.match(lead):
        return Mention(token, "prior", "", base=bare["base"])
    if prior := _PRIOR.search(lead):
        return Mention(token, "prior", _plain_name(lead[: prior.start()]), base=prior["base"])
    if _LIMIT.search(lead):
        return Mention(token, "plain", _plain_name(lead))
    role: Role = "level" if kind in ("money", "count", "score") else "plain"
    return Mention(token, role, _plain_name(lead), task=bool(_TASK_AFTER.match(token.passage.text, token.end)))


def _change(token: Token, role: Role) -> Mention | None:
    """A difference or a rate of growth, where the lead ends in 增加, 下降 …; 增加（减少） leaves the direction open."""
    if role == "delta" and _BEYOND_PLAN.search(token.lead):
        return Mention(token, "delta", "", base="计划")
    if role == "delta" and (more := _MORE.search(token.lead)):
        return Mention(token, "delta", "", base=more["base"], sign=-1 if more["dir"] == "少" else 1)
    undecided = _EITHER.search(token.lead)
    lead = token.lead[: undecided.start("other")] + token.lead[undecided.end("other") :] if undecided else token.lead
    verb = _VERB.search(lead)
    if verb is None:
        return None
    head = lead[: verb.start()]
    compared = _COMPARE.search(head) or _PRIOR.search(head)
    name = _strip_comparison(head[: compared.start()] if compared else head)
    base = compared["base"] if compared else ""
    return Mention(token, role, _plain_name(name), base=base, sign=-1 if verb["fall"] else 1, either=undecided is not None)


def _new_level(token: Token, before: Mention | None) -> Mention:
    """提高到720元: a level of its own; what stood right before it is the one it replaces."""
    mention = Mention(token, "level", _plain_name(_NEW_LEVEL.sub("", token.lead)))
    if before is not None and before.role == "level" and before.passage is token.passage and before.token.end == token.lead_start:
        before.role = "prior"
        mention.since, before.of = before, mention
        mention.name = mention.name or re.sub(r"[由从]$", "", before.name)
    return mention


def _read_percent(token: Token, lead: str, before: Mention | None) -> Mention:
    if before is not None and before.role == "divisor" and _OF_IT.fullmatch(token.passage.text, before.token.end, token.end):
        mention = Mention(token, "share" if before.token.lead.startswith("占") else "rate", "")
        mention.divisor = before
        return mention
    if changed := _change(token, "growth"):
        return changed
    if _EXCESS.search(lead):
        return Mention(token, "excess", "")
    if (rate := _RATE.search(lead)) and not (rate[0].startswith("占") and names.key(rate["base"])):
        return Mention(token, "rate", _plain_name(lead[: rate.start()]), base=rate["base"])
    if share := _SHARE.search(lead):
        return Mention(token, "share", _plain_name(lead[: share.start()]), base=share["whole"])
    if named := _NAMED_RATE.search(lead):
        mention = Mention(token, "share" if named["name"].endswith("占比") else "rate", _plain_name(named["name"]))
        mention.named = True
        return mention
    return Mention(token, "plain", _plain_name(lead))


def _plain_name(lead: str) -> str:
    return names.title_of(lead)


def _strip_comparison(name: str) -> str:
    return re.sub(
        r"^(?:按)?(?:自然|同|可比)口径(?:计算)?|^(?:剔除|扣除)[^，。]*?后|(?:同比|环比|对比|相比|比较|各|分别|均|(?:按)?(?:自然|同|可比)口径(?:计算)?)+$",
        "",
        name,
    )
