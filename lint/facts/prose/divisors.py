"""What a percentage is of: the owner of the list, the level that the phrase names, the plan."""

from __future__ import annotations

from collections.abc import Sequence

from lint.check import Binding
from lint.facts import names
from lint.facts.prose.elsewhere import Elsewhere
from lint.facts.prose.levels import Levels, nearest
from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention
from lint.facts.prose.owners import owner_of
from lint.facts.prose.plans import ADJUSTING, is_changed
from lint.facts.prose.ratio import NO_WHOLE, UNSAID, Kind, Ratio
from lint.facts.prose.surroundings import Surroundings
from lint.lexicon import lexicon
from lint.pattern import pattern

_CANDIDATES = 16
"""How many figures before a share of nothing said may be its whole."""
_PASSAGES = 2
"""How many paragraphs before it they may stand."""


def share(mention: Mention, part: Mention, entry: List | None, levels: Levels, elsewhere: Elsewhere, surroundings: Surroundings) -> Ratio:
    """占…% with nothing said of what: a total of its own sentence, the owner of the list, a whole known to have this part, else what stands before."""
    if told := _resumed(mention, part, levels):
        return Ratio("share", mention, part, told[-1], "near", candidates=tuple(told[::-1]))
    if owners := _owners(entry, part):
        return Ratio("share", mention, part, owners[0], candidates=(*owners, *_before(part, entry)))
    wholes = [names.key(split.whole) for split in lexicon().splits if part.key in map(names.key, split.parts)]
    keyed = [level for whole in wholes if whole for level in levels.keyed(whole)]
    named = [level for level in keyed if level.dimension == part.dimension and level.side != "plan" and surroundings.same_year(level, part)]
    if named:
        return Ratio("share", mention, part, nearest(named, mention), "named", candidates=(*named, *elsewhere.totals(part)))
    if totals := elsewhere.totals(part):
        return Ratio("share", mention, part, totals[0], "near", candidates=tuple(totals))
    before = [level for level in levels.before(mention, _CANDIDATES) if level is not part and level.dimension == part.dimension]
    before = [level for level in before if part.passage.index - level.passage.index <= _PASSAGES]
    if before:
        return Ratio("share", mention, part, before[-1], "near", candidates=tuple(before[::-1]))
    return Ratio("share", mention, part, None, reason=UNSAID)


def _resumed(mention: Mention, part: Mention, levels: Levels) -> list[Mention]:
    """Totals told since a part was: “重点项目支出77万元。…支出总额236万元，重点支出占32.6%”."""
    if part.passage is mention.passage and part.sentence == mention.sentence:
        return []
    return [
        level
        for level in levels.before(mention, _CANDIDATES)
        if level.passage is mention.passage
        and level.sentence == mention.sentence
        and level.dimension == part.dimension
        and names.is_total(level.name)
    ]


def _owners(entry: List | None, part: Mention) -> list[Mention]:
    """The owners of a list that an item can be a share of, first the one whose part it is, then the last; an average (日均20件) has no shares."""
    owners = [m for m in reversed(entry.owners) if m.role == "level" and m.dimension == part.dimension] if entry else []
    owners = [owner for owner in owners if not _AVERAGE.search(owner.token.lead)] or owners
    own = owner_of(part, owners[::-1])
    return sorted(owners, key=lambda owner: owner is not own)


_AVERAGE = pattern(r"[日月年人户亩]均|平均|每[日天月年人户亩]")


def _before(part: Mention, entry: List | None) -> tuple[Mention, ...]:
    """The item right before a part: “500人，其中已就业450人，公益性岗位安置200人，占44.44%” may speak of those."""
    items = [item for item in entry.items if item.role == "level" and item.dimension == part.dimension] if entry else []
    at = items.index(part) if part in items else 0
    return (items[at - 1],) if at else ()


def share_of(mention: Mention, part: Mention, entry: List | None, levels: Levels, elsewhere: Elsewhere) -> Ratio:
    """占T的…%: the level that the phrase names."""
    found, binding = _called(mention.base, part, levels, mention)
    if binding == "near" and (printed := elsewhere.called(mention.base, part)):
        alone = len({level.figure.value for level in printed}) == 1
        return Ratio("share", mention, part, printed[0], "named" if alone else "near", candidates=(*printed, *found))
    if not found:
        return Ratio("share", mention, part, None, reason=NO_WHOLE.of(base=mention.base))
    owner = next((m for m in entry.owners if m in found or _ends_in(m, part, mention.base)), None) if entry else None
    if owner is not None:
        return Ratio("share", mention, part, owner)
    whole = nearest(found, mention)
    if binding == "named" and _shared(whole, found, part):
        sums = [level for level in levels.totals if level.key.endswith(whole.key) and level.dimension == part.dimension]
        return Ratio("share", mention, part, whole, "near", candidates=(*found, *sums))
    return Ratio("share", mention, part, whole, binding, candidates=tuple(found))


def _ends_in(owner: Mention, part: Mention, base: str) -> bool:
    """Whether the owner of a list is what its items call by the end of its name: 财政拨款基本支出…，占基本支出的90%."""
    called = names.bare(base)
    return bool(names.key(base)) and owner.dimension == part.dimension and names.bare(owner.name).endswith(called)


def _shared(whole: Mention, found: Sequence[Mention], part: Mention) -> bool:
    """Whether parallel items of one paragraph go by this name, and `part` stands with none of them: 一标段合同价A；二标段合同价B."""
    if any(level.passage is part.passage and level.sentence == part.sentence for level in found):
        return False
    return any(
        level.passage is whole.passage
        and level.figure.value != whole.figure.value
        and (level.side, level.year) == (whole.side, whole.year)
        and names.bare(level.name) == names.bare(whole.name)
        for level in found
    )


def _called(base: str, part: Mention, levels: Levels, mention: Mention) -> tuple[list[Mention], Binding]:
    """The levels that a phrase names, and how surely: by the same name, by the same key, by a key that contains the other."""
    flow = _flow(base)

    def fits(level: Mention) -> bool:
        return (
            level is not part
            and level.dimension == part.dimension
            and not (part.year and level.year and part.year != level.year)
            and not (flow and _flow(level.name) and _flow(level.name) != flow)
        )

    wanted = names.key(base)
    if (wanted or names.is_total(base)) and (same := [level for level in levels.called(base) if fits(level)]):
        return same, "named"
    if not wanted:
        totals = [level for level in levels.totals if _flow(level.name) == flow and fits(level)]
        if totals and names.is_total(base) and len({level.figure.value for level in totals}) == 1:
            return totals, "named"
        recent = [level for level in levels.before(mention, _CANDIDATES) if fits(level) and (not flow or _flow(level.name) == flow)]
        return list(dict.fromkeys([*totals, *recent])), "near"
    side = names.side(base) or part.side
    keyed = [level for level in levels.keyed(wanted) if fits(level)]
    agreeing = [level for level in keyed if level.side == side] or [level for level in keyed if not (level.side and side)]
    if agreeing:
        return agreeing, "named"
    return [level for level in levels.around(mention) if level.key and fits(level) and _alike(wanted, level.key)], "near"


def _alike(wanted: str, key: str) -> bool:
    return wanted.endswith(key) or key.endswith(wanted) or _within(wanted, key)


def _within(short: str, long: str) -> bool:
    """Whether the characters of one key appear in the other in order, and make up most of it."""
    if len(short) > len(long):
        short, long = long, short
    rest = iter(long)
    return len(short) >= 4 and len(short) * 5 >= len(long) * 3 and all(char in rest for char in short)


def _flow(name: str) -> str:
    return "收入" if "收入" in name else "支出" if "支出" in name else ""


def rate(kind: Kind, mention: Mention, part: Mention, levels: Levels, elsewhere: Elsewhere, surroundings: Surroundings) -> Ratio:
    """完成预算的…%: the plan of the same thing for the same year, in the same sentence or elsewhere."""
    year = surroundings.period(part)

    def fits(level: Mention) -> bool:
        return (
            level is not part
            and level.side == "plan"
            and level.dimension == part.dimension
            and not ADJUSTING.search(level.token.lead)
            and not (year and (other := surroundings.period(level)) and other != year)
            and _qualified(mention.base, level)
        )

    before = [level for level in levels.before(mention) if fits(level)]
    here = [level for level in before if level.passage is part.passage and level.sentence == part.sentence and level.key == part.key]
    here = [level for level in here if level.segment == part.segment] or here
    if here:
        return Ratio(kind, mention, part, here[-1], "near" if is_changed(here[-1], mention) else "stated")
    named = [level for level in levels.keyed(part.key) if fits(level)] if part.key else []
    if named:
        plan = nearest(named, mention)
        guessed = (_later(plan, mention) and _may_be_next(plan, mention, surroundings, year)) or is_changed(plan, mention)
        return Ratio(kind, mention, part, plan, "near" if guessed else "named")
    planned = [level for level in elsewhere.plans(part) if _qualified(mention.base, level)] if part.key else []
    if planned:
        alone = len({level.figure.value for level in planned}) == 1
        return Ratio(kind, mention, part, planned[0], "named" if alone else "near", candidates=tuple(planned))
    near = [level for level in before if level.passage is part.passage and abs(level.sentence - part.sentence) <= 1]
    near = [level for level in near if level.segment == part.segment] or near
    if near:
        only = len(near) == 1 and part.figure.kind == "count"
        return Ratio(kind, mention, part, near[-1], "named" if only else "near", candidates=tuple(near[::-1]))
    called = [level for level in levels.called(mention.base) if fits(level)] if names.is_total(part.name) else []
    if len({level.figure.value for level in called}) == 1:  # 支出合计…，完成调整后预算的95%: there is only one
        return Ratio(kind, mention, part, nearest(called, mention), "named")
    return Ratio(kind, mention, part, None, reason=NO_WHOLE.of(base=mention.base))


def _later(plan: Mention, mention: Mention) -> bool:
    return (plan.passage.index, plan.start) > (mention.passage.index, mention.start)


_NEXT = pattern(r"(?:^|[。；！？])[^，。；\d]{0,4}(?:今年|明年|来年|下一?年|次年)")


def _may_be_next(plan: Mention, mention: Mention, surroundings: Surroundings, year: int | None) -> bool:
    """Whether a plan that comes later may be for the next year: introduced by a year where the rate has none, or by 今年, 明年."""
    start = mention.token.end if plan.passage is mention.passage else 0
    return (year is None and surroundings.period(plan) is not None) or bool(_NEXT.search(plan.passage.text, start, plan.start))


_QUALIFIERS = ("年初", "调整", "全年", "年中")


def _qualified(base: str, level: Mention) -> bool:
    """Whether a plan is the one meant: 年初预算 is not 调整预算; a plan without qualifier can be any."""
    said = [word for word in _QUALIFIERS if word in base]
    printed = [word for word in _QUALIFIERS if word in level.name]
    return not said or not printed or said == printed
