"""Lists in running text: “T，其中：A a；B b”, “T（包括A a、B b）”, numbered items, nested lists.

A list has owners (the figures that its items may add up to) and items.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from lint.facts import names
from lint.facts.passages import Passage
from lint.facts.prose.mention import Mention
from lint.facts.prose.plans import ADJUSTING, FINAL
from lint.facts.prose.regions import FULL_STOP, NEXT_MARK, Region, named_regions, regions_of
from lint.facts.prose.weak import is_per_unit
from lint.outline import mark_of
from lint.pattern import pattern

_ENDS = pattern(r"加上|减去|扣除|(?:收入|支出|收支)(?:总计|合计|总量|总额)|以上|上述")
_SUM = pattern(r"(?:项目|资金|投资|共计)*总额")
_BESIDES = pattern(r"另有|另外|此外")
_NOT_INCOME = pattern(r"结余$|结转|调出|支出$|收支")
_NOT_EXPENDITURE = pattern(r"结余$|收入$|收支")
_BOTH = pattern(r"收入?(?:、|和|与|及)?支出?(?:预算|决算)?总")
"""收、支总计: both sides of the accounts; what follows is each of them and no part."""
_BEHIND = pattern(r"[，、]?(?:以上)?(?:共计|合计|总计)(?:约?为|约)?")
"""A total behind its parts, which is theirs, and not the figure before them."""
_BEGINNING = pattern(rf"[。！？；]|{NEXT_MARK.pattern}")
_FLOW = pattern(r"(?:支出|收入|经费|费|资产|负债|资金)(?:预算|决算)?(?:情况|构成)?$")
_ANY_MONEY = pattern(r"(?:[该其此本]|上述|以上)?(?:项目?|笔|专项)?(?:资金|经费|费用)")
_IN_WHICH = pattern(r"[^，。；\d]{0,10}中，")
_STAFF = pattern(r"在职|在编")
_RETIRED = pattern(r"^(?:离退休|离休|退休)")
_OUTCOME = pattern(r"已?(?:完成|办结|整改|验收|通过|支出|支付|到位|执行|结案|化解|解决|兑现|开工|竣工|完工|投产|建成|使用|拨付|发放)")
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
    for index, group in by_passage.items():
        found.extend(_of_passage(passages[index], group, by_passage, passages))
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
            items = _heads(passage.text, items)
        if not items and not passage.text[region.start :].strip("：， "):
            items = _following(passage, by_passage, passages)
        before = group[: bisect_left(starts, region.begin)]
        if region.opener.startswith("按"):  # a second way to divide the total, and no part of what was listed before
            before = [m for m in before if not any(other.start <= m.start < other.end for other in regions if other.begin < region.begin)]
        if not before and not region.depth:
            before = [mention for mention in by_passage.get(index_before(passage), ()) if mention.role == "level"][-1:]
        owners = _owners(before, items, region, regions, outer=outer)
        if items and _IN_WHICH.match(passage.text, items[0].token.end):
            owners, items = items[:1], items[1:]
        if region.owner is not None:
            owners = [region.owner]
        elif subject := _subject(passage.text, region, group):
            owners = [owner for owner in owners if _is_about(owner, subject)]
        if any(_BOTH.search(owner.name) for owner in owners):
            continue
        items = _before_siblings(owners, items, group)
        if behind := next((at for at, item in enumerate(items) if at > 1 and _BEHIND.fullmatch(item.token.lead)), 0):
            owners, items = [items[behind]], items[:behind]
        items = _of_one_side(_without_outcomes(items), owners)
        if len(owners) > 1:  # 追加项目支出200万元，调整后预算1500万元，其中…: what changed a plan is not what the list splits
            owners = [owner for owner in owners[:-1] if not ADJUSTING.search(owner.token.lead)] + owners[-1:]
        if not any(is_per_unit(owner) for owner in owners):
            items = [item for item in items if not is_per_unit(item)]
        if owners and items:
            apart = bool(FULL_STOP.search(passage.text, owners[-1].token.end, region.begin))
            found.append(List(tuple(owners), tuple(_up_to_total(items, owners)), region.opener, region.begin, passage, apart))
    return found


def _before_siblings(owners: list[Mention], items: list[Mention], group: list[Mention]) -> list[Mention]:
    """The items before one that stands beside the owner: “基本支出2520万元，占60%，其中A、B；项目支出1680万元，占40%”."""
    shared = {mention.of for mention in group if mention.role == "share"}
    first = [item for item in items if item.segment == items[0].segment]
    if not shared.intersection(owners) or shared.intersection(first):
        return items
    end = next((index for index, item in enumerate(items) if item in shared and item.segment > first[0].segment), len(items))
    return items[:end]


def _without_outcomes(items: list[Mention]) -> list[Mention]:
    """The items but for what came of each, right behind it: “刑事案件50件办结46件”, “省级6个已验收5个”."""
    return [
        item
        for before, item in zip([None, *items], items, strict=False)
        if before is None
        or item.token.lead_start != before.token.end
        or item.dimension != before.dimension
        or not _OUTCOME.match(item.token.lead)
    ]


def _of_one_side(items: list[Mention], owners: list[Mention]) -> list[Mention]:
    """Where every item tells its plan and its outcome (预算300万元，支出285万元), those of the owner's side, else of the first.

    Lists that split a plan and an outcome at once keep both.
    """
    levels = [item for item in items if item.role == "level" and item.dimension == items[0].dimension]
    rows = [list(row) for _, row in groupby(levels, key=lambda item: (item.passage.index, item.segment))]
    sides = [[item.side for item in row] for row in rows]
    owners = [owner for owner in owners if owner.role == "level" and any(owner.dimension == item.dimension for item in levels)]
    if len(rows) < 2 or len({owner.side for owner in owners}) > 1 or not all({"plan", "actual"} <= set(row) for row in sides):
        return items
    if any(len(row) != 2 or row[0].dimension != row[1].dimension for row in rows):
        return items
    side = next((owner.side for owner in owners if owner.side), "") or sides[0][0]
    return [item for item in items if item not in levels or item.side == side]


def index_before(passage: Passage) -> int:
    """The paragraph before: 主要用于以下方面 at the head of one speaks of the figure in the one before."""
    return passage.index - 1


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


def _heads(text: str, items: list[Mention]) -> list[Mention]:
    """Of every numbered item the figures of its first sentence that has any; where some of them say 预算 or 决算, those."""
    marks = [match.start() for match in NEXT_MARK.finditer(text)]
    heads: list[Mention] = []
    for _, group in groupby(items, key=lambda item: bisect_left(marks, item.start)):
        members = list(group)
        first = [item for item in members if item.sentence == members[0].sentence]
        said = [item for item in first if item.role != "level" or names.says_side(item.name)]
        heads.extend(said if any(item.role == "level" for item in said) else first)
    return heads


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


def _up_to_total(items: list[Mention], owners: list[Mention]) -> list[Mention]:
    """The items before a new total begins within the same sentence, or before income turns into expenditure and balance, staff into pensioners."""
    words = "".join(owner.name for owner in owners)
    for index, item in enumerate(items):
        if not index or item.role != "level":
            continue
        if item.segment > items[0].segment and _STAFF.search(words) and _RETIRED.search(item.name):
            return items[:index]
        if _ENDS.search(item.name) or _BESIDES.match(item.token.lead) or (names.is_total(item.name) and not names.key(item.name)):
            return items[:index]
        if FINAL.search(item.name) and not names.key(FINAL.sub("", item.name)):
            return items[:index]
        if item.segment > items[0].segment and _SUM.fullmatch(item.name):
            return items[:index]
        if ("收入" in words) != ("支出" in words) and _leaves(words, item.name):
            return items[:index]
    return items


def _leaves(words: str, name: str) -> bool:
    """Whether an item is no part of income, or of expenditure, any more; 总计 counts what is carried over as well."""
    if "总计" in words:
        return name.endswith("支出" if "收入" in words else "收入") or "收支" in name
    return bool((_NOT_INCOME if "收入" in words else _NOT_EXPENDITURE).search(name))
