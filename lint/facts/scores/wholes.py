"""The score that a sentence claims for the whole report, and the parts that the same sentence lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lint.facts.figures import Token
from lint.facts.scores import marks, spoken
from lint.facts.scores.nodes import Item
from lint.facts.scores.totals import Total
from lint.figure import Figure
from lint.pattern import pattern

_POINTING = pattern(r"(?:该|本|此)(?:项|[一二三四]级)*指标")
_OPENED = pattern(r"其中|包括|分别")
_OWN = pattern(r"(?:[本此]?次|本年度?|年度|绩效|自评|自查|评价|部门|单位|项目|整体|支出)+")
"""A name of such words alone is that of the whole: 本次自评满分100分."""
_RATED = pattern(r"(?:自评|评价|考评|评审|综合)总分(?:为|是|：)?$")
_HUNDRED = 100
_BONUS = pattern(r"[^。；]{0,40}加分")
_FIELD = pattern(r"(?:^|[ 。；，])(?:自评|自查|评价|综合|绩效)+(?:总?得分|总分|评分)(?:\(分\))?：$")
_FORM = pattern(r"自评表|评价表|评分表|项目名称：|填报|(?:等级|等次|结论)：")
_GRADED = pattern(r"分?[，、]?(?:自评|评价|绩效)?(?:等级|等次|评级)")
_LIST = pattern(r"(?P<stop>。)?[，；(]?(?:其中|分别|具体)")
_INSTANCE = pattern(r"(?:项目|单位|资金|专项|[局镇乡村校院])$")
"""Names of projects and bodies: their scores are no parts of a total."""


@dataclass(frozen=True)
class Claim:
    """A claimed total, and the number that claims it."""

    total: Total
    token: Token


def claim(text: str, start: int, scores: list[Token], whole: bool) -> Claim | None:
    """The first score that is claimed for the whole; `whole` says that the title above speaks of it."""
    full: Figure | None = None
    low = start
    owner = ""
    for token in scores:
        lead = text[low : token.start]
        low = token.end
        mark, at = marks.role(lead)
        name = marks.name_of(lead[:at])
        graded = mark == "awarded" and name.endswith("项目") and _GRADED.match(text, token.end) and len(_GRADED.findall(text)) == 1
        if mark == "full" and not owner and (_OWN.fullmatch(name) or (not name and token.figure.value == _HUNDRED)):
            full, whole = token.figure, True
            continue
        explicit = graded or mark == "whole" or marks.names_whole(name) or marks.speaks_of_whole(lead)
        if explicit or "。" in lead:
            owner = ""
        if not explicit and (name or _POINTING.search(lead)):
            owner = name or "指标"
        if _FIELD.search(text, start, token.start) and _FORM.search(text):
            return Claim(Total("自评得分", token.figure, full), token)
        if mark == "whole":
            scheme = marks.is_scheme(text[start : token.start]) and not _RATED.search(lead)
            mark = "full" if _awarded_follows(text, token, scores) or scheme else "awarded"
        if mark == "full" and not owner:
            full = token.figure
        if mark != "awarded" or owner:
            continue
        sentence = text[max(text.rfind("。", start, token.start) + 1, start) : token.start]
        excluded = marks.is_range(token) or marks.is_foreign(sentence) or marks.is_criteria(sentence)
        if not excluded and (whole or explicit or marks.speaks_of_whole(sentence)):
            split = bool(_BONUS.match(text, token.end))
            return Claim(
                Total("总分", token.figure, full, partial=marks.may_be_partial(lead), scope=marks.scope(sentence), split=split), token
            )
    return None


def _awarded_follows(text: str, token: Token, scores: list[Token]) -> bool:
    """Whether the score of the whole is given behind a number: 总分100分，自评得分92分."""
    low = token.end
    for other in scores:
        if other.start > token.start:
            if _OPENED.search(text, low, other.start):
                return False
            lead = text[low : other.start]
            low = other.end
            mark, at = marks.role(lead)
            name = marks.name_of(lead[:at])
            if mark in ("awarded", "whole") and (not name or marks.names_whole(name) or marks.speaks_of_whole(lead)):
                return True
    return False


def parts(text: str, start: int, end: int, scores: list[Token], claimed: Claim) -> list[Item]:
    """The scores that a sentence lists behind its total (其中 …), or in front of it; empty where they are fewer than two.

    Scores in other sentences are its parts only if their full marks make up the whole.
    """
    total = claimed.token
    before = [token for token in scores if token.start < total.start]
    after = [token for token in scores if token.start > total.start]
    stop = text.find("。", total.end, end)
    inside = [token for token in after if stop < 0 or token.end <= stop]
    listing = _LIST.search(text, total.end, end)
    if listing is not None and (listing["stop"] or "。" not in text[total.end : listing.start()]):
        return _kept(spoken.listed(text, listing.end(), after, bare=True)) if not _owned(text, total, listing) else []
    opening = max(text.rfind("。", start, total.start) + 1, start)
    found = _kept(spoken.listed(text, total.end, inside)) or _kept(
        spoken.listed(text, opening, [token for token in before if token.start >= opening])
    )
    if found:
        return found
    limit = claimed.total.full.value if claimed.total.full is not None else 100
    for others in (after[len(inside) :], before):
        whole = _kept(spoken.listed(text, stop + 1 if others is not before else start, others)) if others else []
        if sum(item.full.value for item in whole if item.full) == limit:
            return whole
    return []


def _kept(found: list[Item]) -> list[Item]:
    """Indicators with scores, if they are several and none is a project."""
    scored = [item for item in found if item.awarded is not None]
    return scored if len(scored) > 1 and not any(_INSTANCE.search(item.name) for item in scored) else []


def _owned(text: str, total: Token, listing: re.Match[str]) -> bool:
    """Whether another number stands between the total and 其中, which is then the one that is split."""
    return any(char.isdigit() for char in text[total.end : listing.start()])
