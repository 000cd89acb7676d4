"""“A、B的金额分别为x和y，占T的p%和q%，各下降r%、s%”: names, values and percentages that belong together in order."""

from __future__ import annotations

from itertools import pairwise

from lint.facts import names
from lint.facts.prose.mention import Mention
from lint.pattern import pattern

_BETWEEN = pattern(r"[、，,和与及]+$")
_LEAD = pattern(r"(?P<names>[^，。；]*?)(?:分别|各)(?:为|是|达到?|占|增长|下降|增加|减少)*$")
_TAIL = pattern(r"(?:收入|支出|总计|合计|总额|金额|规模|预算|决算|资金|经费|采购)+$")
_EACH = pattern(r"分别|依次")
_ENUMERATED = pattern(r"[、和与及][^，。；：]*")
_SEPARATOR = pattern(r"[、,]|和(?![^、]{0,3}(?:、|$))|与|及")


def pair(found: list[Mention]) -> None:
    """Give the members of runs of figures their own name, role, base and level; `found` is one passage's mentions."""
    levels: list[Mention] = []
    for run in _runs(found):
        first = run[0]
        lead = first.token.lead
        if first.role in ("level", "delta") and (match := _LEAD.search(lead)):
            own = _names(match["names"], len(run))
            for mention, name in zip(run, own, strict=True):
                mention.name = name or mention.name
                mention.role, mention.sign, mention.base = first.role, first.sign, first.base
                mention.topic = mention.name
            if first.role == "level":
                levels = run
                continue
        paired = levels if len(levels) == len(run) else _listed(found, run)
        for index, mention in enumerate(run):
            mention.role, mention.sign, mention.base = first.role, first.sign, first.base
            if paired:
                mention.of = paired[index]


def _listed(found: list[Mention], run: list[Mention]) -> list[Mention]:
    """The items right before a run that says 分别, where they are as many: “甲镇60万元、乙镇40万元，分别占60%和40%”."""
    first = run[0]
    before = [
        mention for mention in found if mention.start < first.start and mention.sentence == first.sentence and mention.role == "level"
    ]
    items = before[-len(run) :]
    if first.figure.kind != "percent" or not _EACH.search(first.token.lead) or len(items) < len(run):
        return []
    reached = [_joins(one, other) for one, other in pairwise(before[-len(run) - 1 :])]
    joined = reached[-len(run) + 1 :]
    return items if all(joined) and (len(reached) == len(joined) or not reached[0]) else []


def _joins(before: Mention, after: Mention) -> bool:
    """Whether nothing but 、 or 和 stands between two items, besides their names."""
    between = before.passage.text[before.token.end : after.start]
    return before.dimension == after.dimension and bool(_ENUMERATED.fullmatch(between))


def _runs(found: list[Mention]) -> list[list[Mention]]:
    """Neighbouring figures of one dimension with nothing but separators between them."""
    runs: list[list[Mention]] = []
    current: list[Mention] = []
    for mention in found:
        if current:
            last = current[-1]
            between = mention.passage.text[last.token.end : mention.start]
            if last.dimension == mention.dimension and _BETWEEN.fullmatch(between):
                current.append(mention)
                continue
        if len(current) > 1:
            runs.append(current)
        current = [mention]
    if len(current) > 1:
        runs.append(current)
    return runs


def _names(text: str, count: int) -> list[str]:
    """The names of `count` figures: “A、B的规模” is A的规模 and B的规模; “收、支总计” is 收总计 and 支总计. Empty where they do not match."""
    tail = ""
    if "的" in text:
        text, _, tail = text.rpartition("的")
    pieces = [piece for piece in _SEPARATOR.split(names.title_of(text)) if piece]
    if len(pieces) != count:
        return [""] * count
    if not tail and (ending := _TAIL.search(pieces[-1])) and not any(_TAIL.search(piece) for piece in pieces[:-1]):
        tail = ending[0]
        pieces[-1] = pieces[-1].removesuffix(tail)
    return [piece + tail for piece in pieces]
