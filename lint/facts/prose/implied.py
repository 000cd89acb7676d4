"""Sums that no list word announces: running totals, totals behind their parts, known wholes, shares that add to 100%."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from fractions import Fraction

from lint.facts import names
from lint.facts.prose.addition import SHARES, SPLIT, Sum, known_splits, meets
from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention
from lint.facts.prose.ratio import Ratio
from lint.facts.prose.weak import is_beyond
from lint.interval import total as interval_total
from lint.number import chinese_integer
from lint.pattern import pattern
from lint.say import Say

RUNNING = Say("“加上……总计”", "a running total")
COUNTED = Say("“{count}项合计”指前面{count}项", "the total says of how many items")
LISTED = Say("逐项列举之后紧接合计", "the total ends the list of its parts")
_ENDING = pattern(r"[，；：]?(?:以上)?(?:合计|共计|总计|总共)(?:为|达|约)?")
_ITEM = pattern(r"[、，；](?:和|及|以及)?[^\W\d_A-Za-z]{1,12}")
_RUNNING = pattern(r"加上|加(?=[^，。；\d]{2,40}\d)|减去|扣除")
_GRAND = pattern(r"总计|合计|总量|总额|共计|总收入|总支出|总数")


def running(mentions: Sequence[Mention], lists: Sequence[List]) -> Iterator[Sum]:
    """“X，加上A a、B b，总计T”: T is the sum of X and what is added; items of X's own 其中 list are not."""
    inside = {id(item) for entry in lists for item in entry.items}
    free = [m for m in mentions if m.role == "level" and m.depth == 0]
    for index, mention in enumerate(free):
        between = mention.passage.text[
            free[index - 1].token.end if index and free[index - 1].passage is mention.passage else 0 : mention.start
        ]
        match = _RUNNING.search(between)
        if match is None or not index:
            continue
        base = next(
            (
                m
                for m in reversed(free[:index])
                if id(m) not in inside and m.passage is mention.passage and m.dimension == mention.dimension
            ),
            None,
        )
        parts: list[Mention] = []
        for following in free[index:]:
            if (
                following.passage is not mention.passage
                or following.sentence > mention.sentence
                or following.dimension != mention.dimension
            ):
                break
            if _GRAND.search(following.name):
                if base is not None and parts:
                    sign = -1 if match[0] in ("减去", "扣除") else 1
                    yield Sum(following, (base, *parts), (1, *(sign for _ in parts)), "level", "yes", RUNNING)
                break
            parts.append(following)


_BETWEEN = ("省级", "省", "市级", "市", "县级", "县", "区级", "其他")
"""With one of these beside them, 中央 and 地方 are not all there is."""
_COUNTED = pattern(r"(?P<count>[两二三四五六七八九]|\d)项")


def backward(mentions: Sequence[Mention], items: Set[Mention]) -> Iterator[Sum]:
    """“A a；B b；两项合计T”: a total behind its parts.

    两项, 三项 … say which parts, and so does a list that the total ends (A a、B b，合计T); others count where they balance.
    """
    run: list[Mention] = []
    for mention in mentions:
        if run and (mention.passage is not run[-1].passage or mention.sentence > run[-1].sentence + 1):
            run = []
        if mention.role != "level" or mention.depth or mention in items:
            continue
        if not names.is_total(mention.name or mention.token.lead):
            run.append(mention)
            continue
        parts = [level for level in run if level.dimension == mention.dimension]
        said = _COUNTED.search(mention.token.lead)
        count = chinese_integer(said["count"]) if said and not said["count"].isdigit() else int(said["count"]) if said else 0
        if 2 <= count <= len(parts):
            yield Sum(mention, tuple(parts[-count:]), (1,) * count, "level", "yes", COUNTED.of(count=count))
        elif len(parts) >= 2 and meets(mention, parts, (1,) * len(parts)):
            yield Sum(mention, tuple(parts), (1,) * len(parts), "level", "unknown", binding="near")
        elif len(listed := _listed(mention, parts)) >= 2:
            yield Sum(mention, tuple(listed), (1,) * len(listed), "level", "yes", LISTED, binding="named", called=f"{len(listed)}项合计")
        run = []


def _listed(total: Mention, levels: Sequence[Mention]) -> list[Mention]:
    """The items of the list that runs up to a total with nothing but 合计 between: all behind 、, or alike in name behind commas."""
    if not levels or not _ENDING.fullmatch(total.passage.text, levels[-1].token.end, total.start):
        return []
    found = [levels[-1]]
    for level in reversed(levels[:-1]):
        gap = total.passage.text[level.token.end : found[0].start]
        if not _ITEM.fullmatch(gap) or (len(found) > 1 and gap[0] != total.passage.text[found[0].token.end]):
            break
        found.insert(0, level)
    marks = {total.passage.text[item.token.end] for item in found[:-1]}
    return found if marks == {"、"} or (len(found) > 2 and _alike([item.name for item in found])) else []


def _alike(called: Sequence[str]) -> bool:
    """Whether names are of one make: 第一批, 第二批; 东岭镇, 西岭镇."""
    return all(called) and (len({name[-1] for name in called}) == 1 or len({name[0] for name in called}) == 1)


def completes(split: Sum, claim: Sum) -> bool:
    """Whether a known split has all the parts of an open list of the same total, and more."""
    return split.total is claim.total and claim.form == "level" and set(claim.parts) < set(split.parts)


def splits(mentions: Sequence[Mention], taken: Mapping[Mention, Mention]) -> Iterator[Sum]:
    """Known wholes whose parts are all stated near by, in whatever sentences, and belong to no other total.

    Where several wholes are near the same parts (全国, 中央, 地方) the one that balances is meant; where none
    does, none can be accused.
    """
    levels = [m for m in mentions if m.role == "level" and m.key]
    known = _stated({level.key for level in levels})
    by_parts: dict[frozenset[Mention], list[Sum]] = {}
    for index, owner in enumerate(levels):
        for members in known.get(owner.key, ()):
            if (parts := _near(levels, index, members, taken)) is not None:
                signs = tuple(1 for _ in parts)
                claim = Sum(owner, tuple(parts), signs, "level", "yes", SPLIT.of(whole=owner.title), binding="named")
                by_parts.setdefault(frozenset(parts), []).append(claim)
                break
    for claims in by_parts.values():
        if len({claim.total.figure.value for claim in claims}) == 1:
            yield from claims
        else:
            yield from (claim for claim in claims if claim.meets)


def _stated(keys: Set[str]) -> dict[str, list[tuple[str, ...]]]:
    """The splits of every whole among `keys` whose members are all among them too; 全国 splits into 中央 and 地方 of the same."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for whole, members in known_splits():
        if whole and all(any(key.endswith(member) for key in keys) for member in members):
            for key in keys:
                if key.endswith(whole):
                    found.setdefault(key, []).append(members)
    for key in keys:
        if "中央" + key in keys and "地方" + key in keys and not any(other + key in keys for other in _BETWEEN):
            found.setdefault(key, []).append(("中央" + key, "地方" + key))
    return found


def complete_shares(ratios: Sequence[Ratio]) -> Iterator[Sum]:
    """Parts in separate sentences whose shares of one whole add to 100%: the parts add to the whole."""
    groups: dict[tuple[Mention, int, int], list[Ratio]] = {}
    for ratio in ratios:
        if ratio.kind == "share" and ratio.part is not None and ratio.whole is not None:
            groups.setdefault((ratio.whole, -1, -1), []).append(ratio)
            groups.setdefault((ratio.whole, ratio.percent.passage.index, ratio.percent.sentence), []).append(ratio)
    told: set[tuple[Mention, frozenset[Mention]]] = set()
    for (whole, _, _), group in groups.items():
        parts = [ratio.part for ratio in group if ratio.part is not None]
        given = [ratio.percent.figure for ratio in group]
        if is_beyond(whole, parts):
            continue
        if (whole, frozenset(parts)) in told:
            continue
        told.add((whole, frozenset(parts)))
        if 2 <= len(parts) == len({part.key for part in parts}) and Fraction(1) in interval_total(figure.interval for figure in given):
            yield Sum(whole, tuple(parts), tuple(1 for _ in parts), "level", "yes", SHARES)


_PARAGRAPHS = 3
"""How many paragraphs before and after."""
_WINDOW = 14
"""How many levels before and after a known whole its parts are looked for."""


def _near(levels: list[Mention], index: int, members: tuple[str, ...], taken: Mapping[Mention, Mention]) -> list[Mention] | None:
    """The nearest level of each member, of the same side and year as the whole, all in one stretch; None where one lacks."""
    owner = levels[index]
    for stretch in (levels[index + 1 : index + 1 + _WINDOW], levels[max(0, index - _WINDOW) : index][::-1]):
        parts: dict[str, Mention] = {}
        for level in stretch:
            if abs(level.passage.index - owner.passage.index) > _PARAGRAPHS:
                break
            member = next((name for name in members if level.key.endswith(name)), "")
            if member and taken.get(level, owner) is owner and level.dimension == owner.dimension and _compatible(owner, level):
                parts.setdefault(member, level)
        if len(parts) == len(members):
            return sorted(parts.values(), key=lambda part: part.figure.span.start)
    return None


def _compatible(owner: Mention, level: Mention) -> bool:
    if owner.side == "plan" or level.side == "plan":
        return owner.side == level.side
    return not (owner.year and level.year and owner.year != level.year)
