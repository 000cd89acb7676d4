"""Lists in running text: “T，其中：A a；B b”, “T（包括A a、B b）”, numbered items, nested lists.

A list has owners (the figures that its items may add up to) and items.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from lint.facts import names
from lint.facts.passages import Passage
from lint.facts.prose import items as kept
from lint.facts.prose.mention import Mention
from lint.facts.prose.plans import ADJUSTING
from lint.facts.prose.regions import FULL_STOP, NEXT_MARK, Region, named_regions, regions_of
from lint.facts.prose.weak import is_per_unit, is_weak
from lint.outline import mark_of
from lint.pattern import pattern

_BOTH = pattern(r"收入?(?:、|和|与|及)?支出?(?:预算|决算)?总")
"""收、支总计: both sides of the accounts; what follows is each of them and no part."""
_BEHIND = pattern(r"[，、]?(?:以上)?(?:共计|合计|总计)(?:约?为|约)?")
"""A total behind its parts, which is theirs, and not the figure before them."""
_BEGINNING = pattern(rf"[。！？；]|{NEXT_MARK.pattern}")
_FLOW = pattern(r"(?:支出|收入|经费|费|资产|负债|资金)(?:预算|决算)?(?:情况|构成)?$")
_ANY_MONEY = pattern(r"(?:[该其此本]|上述|以上)?(?:项目?|笔|专项)?(?:资金|经费|费用)")
_IN_WHICH = pattern(r"[^，。；\d]{0,10}中，")
_BACK = 3
"""How many paragraphs before its opener the figure may stand that a list divides."""
_REACH = 30
"""How many following paragraphs a list that opens at the end of one may run over."""


@dataclass(frozen=True, eq=False)
class List:
    """Owners and items in reading order. `apart` tells that the opener begins a sentence of its own."""

    owners: tuple[Mention, ...]
    items: tuple[Mention, ...]
    opener: str
    start: int
    passage: Passage
    apart: bool = False


def lists(mentions: Sequence[Mention], passages: Sequence[Passage]) -> tuple[List, ...]:
    """Every list of the document, in reading order of their openers."""
    by_passage: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_passage.setdefault(mention.passage.index, []).append(mention)
    found: list[List] = []
    for index in sorted({*by_passage, *(passage.index for passage in passages if passage.is_prose and passage.text.endswith("："))}):
        found.extend(_of_passage(passages[index], by_passage.get(index, []), by_passage, passages))
    return tuple(found)


def _of_passage(passage: Passage, group: list[Mention], by_passage: dict[int, list[Mention]], passages: Sequence[Passage]) -> list[List]:
    starts = [mention.start for mention in group]
    regions = sorted([*regions_of(passage.text), *named_regions(passage.text, group)], key=lambda region: region.begin)
    found: list[List] = []
    for region in regions:
        inner = [other for other in regions if other is not region and region.start <= other.begin < region.end]
        outer = any(other.start <= region.begin < other.end for other in regions if other is not region)
        low, high = bisect_left(starts, region.start), bisect_left(starts, region.end)
        items = [
            mention
            for mention in group[low:high]
            if mention.depth == region.depth and not any(other.start <= mention.start < other.end for other in inner)
        ]
        if region.enumerated:
            items = kept.heads(passage.text, items)
        if not items and not passage.text[region.start :].strip("：， "):
            items = _following(passage, by_passage, passages)
        before = group[: bisect_left(starts, region.begin)]
        subject = _subject(passage.text, region, group)
        if not group and not subject and passage.text[: region.begin].strip():
            continue
        if region.opener.startswith("按"):  # a second way to divide the total, and no part of what was listed before
            before = [m for m in before if not any(other.start <= m.start < other.end for other in regions if other.begin < region.begin)]
        if not before and not region.depth:
            before = _stated_before(passage, subject, by_passage)
        owners = _owners(before, items, region, regions, outer=outer)
        if items and _IN_WHICH.match(passage.text, items[0].token.end):
            owners, items = items[:1], items[1:]
        if region.owner is not None:
            owners = [region.owner]
        elif subject:
            owners = [owner for owner in owners if _is_about(owner, subject)]
        if any(_BOTH.search(owner.name) for owner in owners):
            continue
        items = kept.before_siblings(owners, items, group)
        if behind := next((at for at, item in enumerate(items) if at > 1 and _BEHIND.fullmatch(item.token.lead)), 0):
            owners, items = [items[behind]], items[:behind]
        items = kept.of_one_side(kept.without_outcomes(items), owners)
        if region.opener.startswith("其中") and (divided := _divided(owners, items, found)):
            owners = divided
        if len(owners) > 1:  # 追加项目支出200万元，调整后预算1500万元，其中…: what changed a plan is not what the list splits
            owners = [owner for owner in owners[:-1] if not ADJUSTING.search(owner.token.lead)] + owners[-1:]
        if not any(is_per_unit(owner) for owner in owners):
            items = [item for item in items if not is_per_unit(item)]
        if owners and items:
            apart = bool(FULL_STOP.search(passage.text, owners[-1].token.end, region.begin))
            found.append(List(tuple(owners), tuple(kept.up_to_total(items, owners)), region.opener, region.begin, passage, apart))
    return found


def _divided(owners: Sequence[Mention], items: Sequence[Mention], found: Sequence[List]) -> list[Mention]:
    """“1200人次，按对象分，干部800人次、群众400人次；其中女性500人次” is of the total, where it is more than the last division."""
    for entry in reversed(found):
        if entry.opener.startswith("按") and owners and owners[-1] in entry.items:
            more = [item for item in items if item.dimension == owners[-1].dimension and item.figure.value > owners[-1].figure.value]
            return list(entry.owners) if more else []
    return []


def _stated_before(passage: Passage, subject: str, by_passage: dict[int, list[Mention]]) -> list[Mention]:
    """What 主要用于以下方面 at the head of a paragraph divides: the figure of that name a little before it, else the last of the one before."""
    levels = [[m for m in by_passage.get(passage.index - back, ()) if m.role == "level"] for back in range(1, _BACK + 1)]
    if subject and (named := next((m for group in levels for m in reversed(group) if names.bare(names.clear(m.name)) == subject), None)):
        return [named]
    return ([mention for mention in levels[0] if not is_weak(mention)] or levels[0])[-1:]


def _subject(text: str, region: Region, group: list[Mention]) -> str:
    """What the words before an opener speak of, where these begin a sentence or item: “…。项目支出主要包括：”; ``""`` for nothing of its own."""
    if region.depth:
        return ""
    begin = max((match.end() for match in _BEGINNING.finditer(text, 0, region.begin)), default=0)
    if any(begin <= mention.start < region.begin for mention in group):
        return ""
    words = names.title_of(text[begin : region.begin])
    return names.bare(words) if _FLOW.search(words) and not _ANY_MONEY.fullmatch(words) else ""


def _is_about(owner: Mention, subject: str) -> bool:
    called = names.bare(names.clear(owner.name))
    return not called or subject in called or called in subject or names.key(subject) == owner.key != ""


def _owners(before: list[Mention], items: list[Mention], region: Region, regions: list[Region], *, outer: bool) -> list[Mention]:
    """The figures that a list may split: before a bracket the last level that its items could add up to, else those of the sentence."""
    if region.depth and before:
        dimensions = {item.dimension for item in items}
        near = [m for m in before if m.sentence == before[-1].sentence and m.role == "level" and m.depth == region.depth - 1]
        fitting = [m for m in near if m.dimension in dimensions]
        return (fitting or near)[-1:]
    free = [m for m in before if m.depth == region.depth and m.role in ("level", "delta", "prior", "divisor")]
    if not free:
        return []
    sentence = free[-1].sentence
    own = [m for m in free if m.sentence == sentence]
    if outer or any(other.start <= own[-1].start < other.end for other in regions if other.begin < region.begin):
        last = next((m for m in reversed(own) if m.role == "level"), own[-1])
        return [m for m in own if m is last or m.of is last]
    if not any(m.role == "level" for m in own):
        earlier = [m for m in free if m.role == "level"]
        own = [m for m in earlier if m.sentence == earlier[-1].sentence] + own if earlier else own
    return own


def _following(passage: Passage, by_passage: dict[int, list[Mention]], passages: Sequence[Passage]) -> list[Mention]:
    """The items of a list that opens at the end of a paragraph: the paragraphs after it, but for those numbered below its items."""
    items: list[Mention] = []
    own: int | None = None
    for index in range(passage.index + 1, min(passage.index + 1 + _REACH, len(passages))):
        mark = mark_of(passages[index].text)
        depth = mark.depth if mark else 0
        if own is None:
            own = depth
        if own and depth > own:
            continue
        group = by_passage.get(index)
        if depth != own or not group or passages[index].cell is not None:
            break
        items.extend(_outside_lists(passages[index].text, [m for m in group if m.depth == 0 and m.sentence == 0]))
    return items


def _outside_lists(text: str, group: list[Mention]) -> list[Mention]:
    """The figures of a paragraph that no list of the paragraph itself puts below one before it."""
    if not group:
        return []
    inner = [region for region in regions_of(text) if group[0].start < region.begin]
    return [mention for mention in group if not any(region.start <= mention.start < region.end for region in inner)]
