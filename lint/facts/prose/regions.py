"""Where the lists of a paragraph run: from their opener to their end, at one depth of brackets."""

from __future__ import annotations

from dataclasses import dataclass

from lint.facts import names
from lint.facts.prose.mention import Mention
from lint.outline import mark_of
from lint.pattern import pattern

_OPENER = pattern(
    r"其中|主要包括|包括|包含|(?:主要)?用于(?:以下|下列)(?:几个)?方面|主要用于(?=：)|具体(?:为|是|如下|包括)|构成如下|(?<=[；：。，])按[^，。；：\d]{1,8}分(?:类|布)?(?:：|，(?:其中：?)?)"
)
_ITEM_MARK = pattern(r"[：，,]?\s*(?:\(?[一1]\)|[一1][、.](?!\d)|①|一是)")
NEXT_MARK = pattern(
    r"(?:(?<=[。；：，)])|^)(?:\(?[一二三四五六七八九十]{1,3}[)、]|\(\d{1,2}\)|\d{1,2}[、)]|\d{1,2}\.(?!\d)|[①-⑳]|[一二三四五六七八九]是)"
)
_NUMERAL = pattern(r"\d[\d.,]*")
_AMOUNT = pattern(r"\d[\d.,]*(?![\d.,%])")
"""A number that is no percentage."""
_CHAPTER = pattern(r"(?<=[；，])[一二三四五六七八九十]{1,3}、")
FULL_STOP = pattern(r"[。！？]")
_AMONG = pattern(r"(?P<name>[^，。；：()\d]{2,24})中，")
_BRACKET_LIST = pattern(r"\((?=[^()\d]{1,20}\d[\d.,]*[^()\d]{0,6}[、，；][^()]*\d)")


@dataclass(frozen=True)
class Region:
    """Where a list runs: from `start` to `end` of the passage, at a depth of brackets."""

    opener: str
    begin: int
    start: int
    end: int
    depth: int
    enumerated: bool
    owner: Mention | None = None


def regions_of(text: str) -> list[Region]:
    regions: list[Region] = []
    for match in _OPENER.finditer(text):
        depth, opening = _depth(text, match.start())
        enumerated = bool(_ITEM_MARK.match(text, match.end()))
        if depth and opening is not None:
            end = _closing(text, opening)
        elif enumerated:
            end = _enumeration_end(text, match.end())
        else:
            end = _sentence_end(text, match.end())
        if match[0].startswith("按"):
            end = _division_end(text, match.end(), end)
        regions.append(Region(match[0], match.start(), match.end(), end, depth, enumerated))
    regions.extend(_bracketed(text, regions))
    regions.sort(key=lambda region: region.begin)
    return [_cut(text, region, regions) for region in regions]


def named_regions(text: str, group: list[Mention]) -> list[Region]:
    """“财政拨款支出100万元。财政拨款支出中，A a，B b”: a list whose opener names its owner."""
    found: list[Region] = []
    for match in _AMONG.finditer(text):
        name = names.bare(names.title_of(match["name"]))
        owner = next((m for m in reversed(group) if m.role == "level" and m.start < match.start() and names.bare(m.name) == name), None)
        if owner is not None and names.key(owner.name):
            found.append(Region("中", match.start(), match.end(), _sentence_end(text, match.end()), 0, False, owner))
    return found


def _bracketed(text: str, known: list[Region]) -> list[Region]:
    """Brackets that list parts without saying 其中: 62人（在职40人、退休22人）."""
    found: list[Region] = []
    for match in _BRACKET_LIST.finditer(text):
        end = _closing(text, match.start())
        if not any(match.start() <= region.begin < end for region in known):
            depth, _ = _depth(text, match.end())
            found.append(Region("（", match.start(), match.end(), end, depth, False))
    return found


def _cut(text: str, region: Region, regions: list[Region]) -> Region:
    """An inner list ends where the outer one goes on: at its next item mark, or at the next semicolon if it uses those."""
    for outer in regions:
        if outer is region or not (outer.start <= region.begin < outer.end) or outer.depth != region.depth:
            continue
        if outer.enumerated:
            following = NEXT_MARK.search(text, region.start)
            end = min(region.end, following.start() if following else region.end)
            return Region(region.opener, region.begin, region.start, end, region.depth, region.enumerated)
        semicolon = text.find("；", region.start, region.end)
        if semicolon < 0:
            continue
        if len(_NUMERAL.findall(text, region.start, semicolon)) != 1 or "；" in text[outer.start : region.begin]:
            return Region(region.opener, region.begin, region.start, semicolon, region.depth, region.enumerated)
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


def _division_end(text: str, start: int, end: int) -> int:
    """Where what is divided (按…分) ends: at the first semicolon, unless it stands between its items."""
    semicolon = text.find("；", start, end)
    return semicolon if semicolon >= 0 and len(_AMOUNT.findall(text, start, semicolon)) > 1 else end


def _sentence_end(text: str, start: int) -> int:
    """The end of the sentence, or where a chapter (三、) begins inside it because a full stop was lost."""
    match = FULL_STOP.search(text, start)
    end = match.start() if match else len(text)
    chapter = _CHAPTER.search(text, start, end)
    return chapter.start() if chapter else end


def _enumeration_end(text: str, start: int) -> int:
    """Where a numbered list ends: at the first mark of a higher level than its own, or before the sentence that begins a new one."""
    own: int | None = None
    for match in NEXT_MARK.finditer(text, start):
        mark = mark_of(text, match.start())
        if mark is None:
            continue
        if own is None:
            own = mark.depth
        elif mark.depth < own:
            return match.start()
        elif mark.depth == own and mark.ordinal == 1:
            return max(text.rfind("。", start, match.start()), start) or match.start()
    return len(text)
