"""Full marks, awarded scores and deductions in running text: what the words before a score make of it."""

from __future__ import annotations

from typing import Literal

from lint.facts import names
from lint.facts.figures import Token
from lint.pattern import pattern

Mark = Literal["full", "awarded", "whole", "off"]
"""满分 分值 权重 (what can be reached) · 得分 自评 得 (what was given) · 总分 (either) · 扣 (what was taken off)."""

SPOKEN = pattern(r"分值|得分|评分|满分|权重|总分|自评|[得计扣]\d|扣分")
"""Whether a passage may state scores at all."""

_TIE = r"(?:[是为共计约]|分别|合计|：|=|\(分\)|数(?=[为是：]))*$"
_FULL = r"满分(?:分?值)?|标准分值?|总分值|分值|权重(?:分值?)?|应得分?|基本分值?|设定分值?|指标分值?|配分"
_RATER = r"自评|自查|自我|评价|考评|复评|复核|评估|评审|考核|绩效|综合|实际|最终|最后|平均|总|实"
_AWARDED = rf"(?:{_RATER})*(?:得分|评分|总分|分数|得分值)(?:结果)?|(?:{_RATER})+(?:得|分)|(?:自评|自查)(?:结果)?|(?<![不可方才只使值显取懂])得|获得|取得"
_ROLE = pattern(rf"(?:(?P<full>{_FULL})|(?P<awarded>{_AWARDED})|(?P<off>扣(?:分|减|除|掉)?|失分|减分?)){_TIE}")
_TAIL = 18
"""How many characters before a number may hold the words that give it its role."""
_BEFORE = 4
"""Characters around points taken off that may make them a criterion: 未公开的，扣2分."""
_CLAUSE = pattern(r"[，。；：、！？)\]]")
_FILLER = pattern(
    r"^[一二三四]级指标(?=.)|"
    r"^[\s、，：(\[]+|^(?:其中|分别是|包括|即|其|该|本|此|以及|经|另外|另有|一是|二是|三是|四是|五是)+[，：]?|[\s(\[\"：，]+$|^\""
    r"|(?:该|本)?项?(?:[一二三四]级)?指标$(?<=^该指标|^本指标)"
)
_POINTER = pattern(
    r"^(?:(?:该|本|此)(?:部分|大类|类|方面|板块)(?:指标)?|(?:该|本|此)?项?[一二三四]级(?:指标)?|(?:该|本|此)项?(?:指标|项)?|项|指标|其中|我[局委办院校县市区镇乡]|共计?|应|实际)?$"
)
_CRITERIA = pattern(
    r"否则|每[超少低降增有出发减缺个一]|扣完|不得分|酌情|按比例|[≥≤<>]|(?<=[\d分%)元个人天])以[上下]|及时的|(?<!合|总|共)计\d"
)
_CONDITIONAL = pattern(r"每[超少低降增有出发减缺个一项\d]|扣完|酌情|按比例|[≥≤<>]|以上|以下|的，?[扣减]|[如若]|[应可将]扣|否则|为止")
_WHOLE = pattern(
    r"综合(?:得分|评分|评价|绩效)|总得分|自评总分|评价总分|总评分|总分(?!值)|最终(?:得分|评分)|最后得分|结论|整体(?:支出|绩效|评价|得分|自评)|总体(?:评价|得分|评分|绩效)|自评结果|评价结果|评价得分"
    r"|[合总共]计(?:自评|自查|评价)?(?:总?得分|得(?:\d|$))|得分[合总共]计"
)
_PARTIAL = pattern(r"(?:[合总共]计(?:自评|自查|评价)?总?得分?|得分[合总共]计)[为是：]?$")
_WHOLE_NAME = pattern(
    r"结论|整体(?:支出)?(?:绩效|评价|得分|自评)|总体(?:评价|结论|得分|情况)|综合(?:得分|评分|评价|评定|绩效|结论|情况)|自评结果|评[价分]结果|得分结果|[得评]分情况|自评得分|评价得分|本部门|本单位|本项目|该项目|我[局委办院校县市区镇乡]|自评工作|^自评情况$|绩效自评情况|绩效评价情况|绩效评价$|绩效自评$|^(?:(?:19|20)\d\d年度?)?(?:项目|部门|单位)$"
)
_SELF = pattern(r"(?:我[局委办院校县市区镇乡处部单]|本[部单]).{0,16}(?:自评|评价|综合)总?(?:得分|评分|分)")
_FOREIGN = pattern(r"平均|上年|去年|往年|上一年|个项目|达到|不低于|区间|等级划分|设定为?优")
_SCOPES = {"整体": pattern(r"整体"), "项目": pattern(r"项目(?:支出|名称|自评|绩效|综合|得分|总)|[本该]项目")}
_SCHEME = pattern(r"评[分价]标准|指标体系|设[置定]|百分制|分值|权重")
_ALIKE = pattern(r"[一二三四]级|类|指标|得分|情况|分析|[：:“”]")
_POINTING = pattern(r"[该本此]|[共合总小]计?得?|[一二三四]级指标")
_LEVEL = pattern(r"([一二三四])级指标")


def role(lead: str) -> tuple[Mark | None, int]:
    """What the words before a score make of it, and where in them its role words begin (their end if it has none)."""
    start = max(0, len(lead) - _TAIL)
    found = _ROLE.search(lead, start)
    if found is None:
        return None, len(lead)
    mark: Mark = "full" if found["full"] else "off" if found["off"] else "whole" if found["awarded"].endswith("总分") else "awarded"
    return mark, found.start()


def is_score(token: Token) -> bool:
    """Whether a number can be a score: with 分, or without any unit, and exactly that number."""
    figure = token.figure
    return figure.kind in ("score", "bare") and not figure.number.scale and not figure.approximate


def is_taken_off(token: Token) -> bool:
    """Whether a sentence says that these points were taken off, rather than when they would be."""
    text = token.passage.text
    opening = max(text.rfind(mark, 0, token.start) for mark in "。；") + 1
    clause = max(opening, text.rfind("，", 0, token.start) + 1)
    said = role(text[clause : token.start])[0] == "off" and not is_range(token)
    return said and not is_conditional(text[max(opening, clause - _BEFORE) : token.end + _BEFORE])


def is_range(token: Token) -> bool:
    """Whether a score is the end of a band: 90分（含）以上, 60-80分."""
    after = token.passage.text[token.end : token.end + 4]
    return after.startswith(("(含", "以上", "以下", "及以", "-", "~", "至"))


def last_clause(lead: str) -> str:
    """The words after the last comma, colon or bracket."""
    return _CLAUSE.split(lead)[-1]


def name_of(lead: str) -> str:
    """The words that name an indicator before its role words; empty where they only point (该指标, 其中)."""
    text = last_clause(lead)
    while True:
        trimmed = names.unquoted(_FILLER.sub("", text))
        if trimmed == text:
            break
        text = trimmed
    return "" if _POINTER.match(text) else text


def is_criteria(sentence: str) -> bool:
    """Whether a sentence states how points are given rather than what was given."""
    return bool(_CRITERIA.search(sentence))


def is_conditional(words: str) -> bool:
    """Whether the words around points taken off state when they would be."""
    return bool(_CONDITIONAL.search(words))


def speaks_of_whole(sentence: str) -> bool:
    """Whether a sentence speaks of the score of the whole report."""
    return bool(_WHOLE.search(sentence) or _SELF.search(sentence)) and not _FOREIGN.search(sentence)


def names_whole(name: str) -> bool:
    """Whether a title or name means the whole rather than one indicator."""
    return bool(_WHOLE_NAME.search(name)) and "指标" not in name


def scope(text: str) -> str:
    """Whether words speak of a department as a whole (整体) or of a project (项目); empty if of neither."""
    return next((name for name, words in _SCOPES.items() if words.search(text)), "")


def means_same(name: str, other: str) -> bool:
    """Whether two names mean one indicator: 部门决策指标 below the title 部门决策."""
    ours, theirs = _ALIKE.sub("", name), _ALIKE.sub("", other)
    return min(len(ours), len(theirs)) > 1 and not _CRITERIA.search(name) and (ours in theirs or theirs in ours)


def stem(name: str) -> str:
    """What two writings of an indicator's name share: 决策 of 决策指标."""
    return _ALIKE.sub("", name)


def points(lead: str) -> bool:
    """Whether the words before a score point to the indicator above (该项, 本指标, 共) rather than name one."""
    return bool(_POINTING.search(lead))


def is_scheme(words: str) -> bool:
    """Whether words before a total speak of how it is divided rather than of what was given."""
    return bool(_SCHEME.search(words)) and "得分" not in words


def may_be_partial(lead: str) -> bool:
    """Whether the words before a total (合计得分) would fit the total of some indicators, too."""
    return bool(_PARTIAL.search(lead))


def is_foreign(sentence: str) -> bool:
    """Whether a sentence speaks of another year's score, of averages, or of bands."""
    return bool(_FOREIGN.search(sentence))


def level(text: str) -> int | None:
    """The indicator level that a text names: 1 for 一级指标."""
    found = _LEVEL.search(text)
    return "一二三四".index(found[1]) + 1 if found else None
