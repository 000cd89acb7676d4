"""Lists in running text: “T，其中：A a；B b”, “T（包括A a、B b）”, numbered items, nested lists.

A list has owners (the figures that its items may add up to) and items. Which items belong to which owner
follows from dimension, year, 预算 or 决算, and the words that name them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from lint.facts import names
from lint.facts.passages import Passage
from lint.facts.prose.mentions import Mention
from lint.outline import mark_of

_OPENER = re.compile(r"其中|主要包括|包括|包含|(?:主要)?用于(?:以下|下列)(?:几个)?方面|具体(?:为|是|如下|包括)|构成如下")
_ITEM_MARK = re.compile(r"[：，,]?\s*(?:\(?[一1]\)|[一1][、.](?!\d)|①|一是)")
_NEXT_MARK = re.compile(
    r"(?:(?<=[。；：，)])|^)(?:\(?[一二三四五六七八九十]{1,3}[)、]|\(\d{1,2}\)|\d{1,2}[、)]|\d{1,2}\.(?!\d)|[①-⑳]|[一二三四五六七八九]是)"
)
_NUMERAL = re.compile(r"\d[\d.,]*")
_CHAPTER = re.compile(r"(?<=[；，])[一二三四五六七八九十]{1,3}、")
_FULL_STOP = re.compile(r"[。！？]")
_ENDS = re.compile(r"加上|减去|扣除|(?:收入|支出|收支)(?:总计|合计|总量|总额)|以上|上述")
_IN_WHICH = re.compile(r"[^，。；\d]{0,10}中，")
_REACH = 12
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


@dataclass(frozen=True)
class _Region:
    """Where a list runs: from `start` to `end` of the passage, at a depth of brackets."""

    opener: str
    begin: int
    start: int
    end: int
    depth: int
    enumerated: bool
    owner: Mention | None = None


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
    regions = sorted([*_regions(passage.text), *_within(passage.text, group)], key=lambda region: region.begin)
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
        if not before and not region.depth:
            before = [mention for mention in by_passage.get(index_before(passage), ()) if mention.role == "level"][-1:]
        owners = _owners(before, items, region, regions, outer=outer)
        if items and _IN_WHICH.match(passage.text, items[0].token.end):
            owners, items = items[:1], items[1:]
        if region.owner is not None:
            owners = [region.owner]
        if owners and items:
            apart = bool(_FULL_STOP.search(passage.text, owners[-1].token.end, region.begin))
            found.append(List(tuple(owners), tuple(_up_to_total(items)), region.opener, region.begin, passage, apart))
    return found


def index_before(passage: Passage) -> int:
    """The paragraph before: 主要用于以下方面 at the head of one speaks of the figure in the one before."""
    return passage.index - 1


def _regions(text: str) -> list[_Region]:
    regions: list[_Region] = []
    for match in _OPENER.finditer(text):
        depth, opening = _depth(text, match.start())
        enumerated = bool(_ITEM_MARK.match(text, match.end()))
        if depth and opening is not None:
            end = _closing(text, opening)
        elif enumerated:
            end = _enumeration_end(text, match.end())
        else:
            end = _sentence_end(text, match.end())
        regions.append(_Region(match[0], match.start(), match.end(), end, depth, enumerated))
    regions.extend(_bracketed(text, regions))
    regions.sort(key=lambda region: region.begin)
    return [_cut(text, region, regions) for region in regions]


_AMONG = re.compile(r"(?P<name>[^，。；：()\d]{2,24})中，")


def _within(text: str, group: list[Mention]) -> list[_Region]:
    """“财政拨款支出100万元。财政拨款支出中，A a，B b”: a list whose opener names its owner."""
    found: list[_Region] = []
    for match in _AMONG.finditer(text):
        name = names.bare(names.title_of(match["name"]))
        owner = next((m for m in reversed(group) if m.role == "level" and m.start < match.start() and names.bare(m.name) == name), None)
        if owner is not None and names.key(owner.name):
            found.append(_Region("中", match.start(), match.end(), _sentence_end(text, match.end()), 0, False, owner))
    return found


_BRACKET_LIST = re.compile(r"\((?=[^()\d]{1,20}\d[\d.,]*[^()\d]{0,6}[、，；][^()]*\d)")


def _bracketed(text: str, known: list[_Region]) -> list[_Region]:
    """Brackets that list parts without saying 其中: 62人（在职40人、退休22人）."""
    found: list[_Region] = []
    for match in _BRACKET_LIST.finditer(text):
        end = _closing(text, match.start())
        if not any(match.start() <= region.begin < end for region in known):
            depth, _ = _depth(text, match.end())
            found.append(_Region("（", match.start(), match.end(), end, depth, False))
    return found


def _cut(text: str, region: _Region, regions: list[_Region]) -> _Region:
    """An inner list ends where the outer one goes on: at its next item mark, or at the next semicolon if it uses those."""
    for outer in regions:
        if outer is region or not (outer.start <= region.begin < outer.end) or outer.depth != region.depth:
            continue
        if outer.enumerated:
            following = _NEXT_MARK.search(text, region.start)
            end = min(region.end, following.start() if following else region.end)
            return _Region(region.opener, region.begin, region.start, end, region.depth, region.enumerated)
        semicolon = text.find("；", region.start, region.end)
        figures = len(_NUMERAL.findall(text, region.start, semicolon)) if semicolon >= 0 else 1
        if figures != 1 or "；" in text[outer.start : region.begin]:
            return _Region(region.opener, region.begin, region.start, semicolon, region.depth, region.enumerated)
    return region


def _depth(text: str, at: int) -> tuple[int, int | None]:
    """Depth of brackets at a position of the text, and where the innermost open one stands."""
    stack: list[int] = []
    for index in range(at):
        if text[index] in "([":
            stack.append(index)
        elif text[index] in ")]" and stack:
            stack.pop()
    return len(stack), stack[-1] if stack else None


def _closing(text: str, opening: int) -> int:
    depth = 0
    for index in range(opening, len(text)):
        if text[index] in "([":
            depth += 1
        elif text[index] in ")]":
            depth -= 1
            if not depth:
                return index
    return len(text)


def _sentence_end(text: str, start: int) -> int:
    """The end of the sentence, or where a chapter (三、) begins inside it because a full stop was lost."""
    match = _FULL_STOP.search(text, start)
    end = match.start() if match else len(text)
    chapter = _CHAPTER.search(text, start, end)
    return chapter.start() if chapter else end


def _enumeration_end(text: str, start: int) -> int:
    """Where a numbered list ends: at the first mark of a higher level than its own."""
    own: int | None = None
    for match in _NEXT_MARK.finditer(text, start):
        mark = mark_of(text, match.start())
        if mark is None:
            continue
        if own is None:
            own = mark.depth
        elif mark.depth < own:
            return match.start()
    return len(text)


def _heads(text: str, items: list[Mention]) -> list[Mention]:
    """Of every numbered item the figures of its first sentence that has any; where some of them say 预算 or 决算, those."""
    marks = [match.start() for match in _NEXT_MARK.finditer(text)]
    heads: list[Mention] = []
    for _, group in groupby(items, key=lambda item: bisect_left(marks, item.start)):
        members = list(group)
        first = [item for item in members if item.sentence == members[0].sentence]
        said = [item for item in first if item.role != "level" or names.says_side(item.name)]
        heads.extend(said if any(item.role == "level" for item in said) else first)
    return heads


def _owners(before: list[Mention], items: list[Mention], region: _Region, regions: list[_Region], *, outer: bool) -> list[Mention]:
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
    """The items of a list that opens at the end of a paragraph: the paragraphs after it."""
    items: list[Mention] = []
    first_marked: bool | None = None
    for index in range(passage.index + 1, min(passage.index + 1 + _REACH, len(passages))):
        marked = mark_of(passages[index].text) is not None
        if first_marked is None:
            first_marked = marked
        group = by_passage.get(index)
        if marked != first_marked or not group or passages[index].cell is not None:
            break
        items.extend(mention for mention in group if mention.depth == 0 and mention.sentence == 0)
    return items


def _up_to_total(items: list[Mention]) -> list[Mention]:
    """The items before a new total begins within the same sentence."""
    for index, item in enumerate(items):
        if index and item.role == "level" and (_ENDS.search(item.name) or (names.is_total(item.name) and not names.key(item.name))):
            return items[:index]
    return items


def assign(found: List, role: str) -> dict[Mention, list[Mention]]:
    """The items of one role (level, delta, prior) of every owner of that role; scores have trees of their own."""
    owners = [owner for owner in found.owners if owner.role == role and owner.figure.kind != "score"]
    parts: dict[Mention, list[Mention]] = {owner: [] for owner in owners}
    for item in found.items:
        if item.role == role and (owner := _owner_of(item, owners)) is not None:
            parts[owner].append(item)
    return parts


def _owner_of(item: Mention, owners: list[Mention]) -> Mention | None:
    fitting = [owner for owner in owners if owner.dimension == item.dimension]
    for test in (_same_year, _same_side, _same_base):
        fitting = [owner for owner in fitting if test(owner, item) is True] or [owner for owner in fitting if test(owner, item) is None]
    if len(fitting) > 1 and item.role == "level":
        lengths = [_common_suffix(owner.name, item.name) for owner in fitting]
        best = max(lengths)
        if best >= 2 and lengths.count(best) == 1:
            return fitting[lengths.index(best)]
    return fitting[-1] if fitting else None


def _same_year(owner: Mention, item: Mention) -> bool | None:
    """True or False where both say a year, None where one does not."""
    return owner.year == item.year if owner.year and item.year else None


def _same_side(owner: Mention, item: Mention) -> bool | None:
    return owner.said_side == item.said_side if owner.said_side and item.said_side else None


def _same_base(owner: Mention, item: Mention) -> bool | None:
    return base_class(owner.base) == base_class(item.base) if owner.base and item.base else None


def base_class(base: str) -> str:
    """Whether a change is against a plan or against an earlier year."""
    return "plan" if names.side(base) == "plan" and not re.search(r"上年|去年", base) else "year"


def _common_suffix(left: str, right: str) -> int:
    count = 0
    while count < min(len(left), len(right)) and left[-1 - count] == right[-1 - count]:
        count += 1
    return count
