"""Ratios that go by a name: 执行率, 资产负债率 … with the operands that their definition asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeGuard

from lint.check import Binding
from lint.facts import names
from lint.facts.prose.answers import fits_kind, has_word, in_time, is_done
from lint.facts.prose.inputs import OVERALL
from lint.facts.prose.levels import Levels
from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention
from lint.facts.prose.plans import ADJUSTING, is_changed
from lint.facts.prose.ratio import NO_PART, NO_WHOLE, UNSAID, Ratio
from lint.pattern import pattern
from lint.ratio import Ratios, RatioTerm

_SEVERAL_YEARS = pattern(r"[两二三四五六七八九十]年.{0,4}累计|累计.{0,4}[两二三四五六七八九十]年|历年|截至(?:19|20)\d\d年底?累计")
_OF_ONE_YEAR = pattern(r"(?:19|20)\d\d年(?!底)|本年|当年|年度|全年|今年|年初")
"""What is planned for one year is not what 三年累计支出 is a rate of."""


def named(mention: Mention, known: Ratios, levels: Levels, owner_of: Mapping[Mention, List], of: Mention | None = None) -> Ratio:
    """执行率, 资产负债率 …: operands by the words that the ratio's definition names; one without definition by nearness alone.

    `of` is the part where something else tells it.
    """
    definition = known.of(mention.name)
    if definition is not None and not definition.is_quotient:
        return Ratio("rate", mention, None, None, reason=NO_PART)
    beside = definition is not None and definition.reach == "clause"
    scored = definition is not None and beside and "满分" in definition.whole
    before = [
        level
        for level in levels.before(mention)
        if level.passage is mention.passage and level.sentence >= mention.sentence - _SENTENCES and (level.figure.kind == "score") == scored
    ]
    here = [level for level in before if level.segment == mention.segment]
    if definition is None:
        return _neighbours(mention, here, before)
    before = [level for level in before if fits_kind(level, mention)]
    parts = [level for level in before if _is_part(level, definition) and level.depth <= mention.depth]
    parts = [level for level in parts if in_time(level.token.lead) == in_time(mention.name)]
    parts = [level for level in parts if level.segment == mention.segment] or parts
    if own := _own(mention, known, definition, before):
        parts = [level for level in parts if own in level.token.lead] or [level for level in before if own in level.token.lead]
    if not parts:
        return Ratio("rate", mention, None, None, reason=NO_PART)
    part = parts[-1]
    if of is not None and of.dimension == part.dimension:
        part = of
    pool = before if beside else [*levels.keyed(part.key), *before]

    several = bool(_SEVERAL_YEARS.search(part.token.lead))

    def fits(level: Mention) -> bool:
        return (
            level is not part
            and not (several and _OF_ONE_YEAR.search(level.token.lead))
            and level.dimension == part.dimension
            and (not level.inherited or _same(level, part))
            and has_word(definition.whole, level.token.lead or level.topic, level.side)
            and not ADJUSTING.search(level.token.lead)
            and {names.stage(mention.name), names.stage(level.name)} != {"first", "final"}
            and not (level.depth > mention.depth and level.passage is mention.passage)
        )

    wholes = [level for level in pool if fits(level)]
    if part is of or part not in owner_of:
        wholes = _outermost(wholes, owner_of)
    entry = owner_of.get(part) if names.key(part.name) else None
    wholes = [level for level in wholes if entry is not None and _same(level, part)] or wholes
    wholes = [level for level in wholes if level.segment == part.segment and level.passage is part.passage] or ([] if beside else wholes)
    binding: Binding = "near"
    if not wholes and part.figure.kind == "count":
        wholes = [level for level in levels.around(mention) if fits(level)]
    elif wholes and (len(parts) == 1 or part.figure.kind == "money"):
        binding = "near" if _divides(entry, part, definition) and _outside(entry, part, wholes) else _sureness(mention, part, wholes)
    if not wholes:
        return Ratio("rate", mention, part, None, reason=NO_WHOLE.of(base=definition.names[0]))
    wholes = list(dict.fromkeys(wholes))
    doubtful = _is_doubtful(mention, part, wholes[-1], levels, owner_of) or _is_passed_over(part, wholes[-1], before)
    if binding != "near" and (doubtful or _is_of_another(mention, known)):
        binding = "near"
    amounts = _amounts(owner_of.get(part), part)
    return Ratio("rate", mention, part, wholes[-1], binding, candidates=(*amounts, *(wholes[::-1] if binding != "stated" else ())))


def _outermost(wholes: Sequence[Mention], owner_of: Mapping[Mention, List]) -> list[Mention]:
    """The wholes but for those that a list puts below another: what is no part of anything is a rate of no part."""
    return [whole for whole in wholes if whole not in owner_of or not any(owner in wholes for owner in owner_of[whole].owners)]


def _is_part(level: Mention, definition: RatioTerm) -> bool:
    """Whether a level is what the ratio divides, and not what is still to be done of it."""
    name = level.token.lead or level.topic
    return has_word(definition.part, name, level.side) and is_done(name)


def _own(mention: Mention, known: Ratios, definition: RatioTerm, before: Sequence[Mention]) -> str:
    """What was done, where a ratio says it and a figure before it too: 整改完成率 is of 整改30个."""
    about = known.about(mention.name)
    own = OVERALL.sub("", about)[-2:]
    common = own in _COMMON or own in definition.whole or names.stage(about) != ""
    return own if len(own) == 2 and not common and any(own in level.token.lead for level in before) else ""


_COMMON = frozenset(
    ("预算", "资金", "支出", "项目", "任务", "目标", "工作", "计划", "指标", "财政", "年度", "经费", "采购", "拨款", "整体")
)
_PRIOR = pattern(r"上年|去年|上一年|同期")


def _is_doubtful(mention: Mention, part: Mention, whole: Mention, levels: Levels, owner_of: Mapping[Mention, List]) -> bool:
    """Whether the words leave open that the ratio is of these two.

    整体执行率 behind several items; a plan changed since (年初预算400万元，追加100万元); a clause on another year; items of two lists.
    """
    text = mention.passage.text
    start = max((match.end() for match in _SEGMENT.finditer(text, 0, mention.start)), default=0)
    here = whole.passage is mention.passage
    if OVERALL.match(mention.name) and any(
        level.role == "level" and level is not part and level.side == part.side and level.dimension == part.dimension
        for level in levels.before(mention, 6)
        if level.passage is mention.passage and level.sentence == mention.sentence
    ):
        return True
    if is_changed(whole, mention):
        return True
    if _PRIOR.search(mention.token.lead) and not _PRIOR.search(part.token.lead):
        return True
    if _PRIOR.search(text, start, mention.start) and (not here or min(whole.start, part.start) < start):
        return True
    lists = owner_of.get(part), owner_of.get(whole)
    return None not in lists and lists[0] is not lists[1] and not _same(whole, part)


_SEGMENT = pattern(r"[。！？；]")
_SUBJECT = pattern(r"集团|公司|企业|[局院所校厂]|中心|街道|(?<!城)[乡镇村]|医院|学校|中学|小学|幼儿园")


def _is_passed_over(part: Mention, whole: Mention, before: Sequence[Mention]) -> bool:
    """Whether a whole stands in another statement, although that of the part has an amount before it: 县级安排20万元；省级资金180万元，支出153万元."""
    if (
        part.figure.kind != "money"
        or (whole.passage is part.passage and whole.segment == part.segment)
        or names.key(whole.name) == part.key
    ):
        return False
    here = [level for level in before if level.segment == part.segment and level.start < part.start and level.side != "actual"]
    return any(level.figure.kind == "money" and level.depth == part.depth and not level.inherited for level in here)


def _is_of_another(mention: Mention, known: Ratios) -> bool:
    """Whether a ratio names an office or a part of which nothing was told before: 国有企业资产…，负债…，其中城投集团资产负债率…."""
    about, text = known.about(mention.name), mention.passage.text
    said = bool(_SUBJECT.search(about)) or mention.token.lead.startswith("其中")
    return bool(about) and said and about not in text[: mention.token.lead_start]


def _amounts(entry: List | None, part: Mention) -> list[Mention]:
    """“其中：甲项目50万元，支出40万元，执行率80%”: what the item itself comes to, which may be its plan as well."""
    return [
        item
        for item in (entry.items if entry is not None else ())
        if item.role == "level"
        and item.start < part.start
        and item.segment == part.segment
        and item.dimension == part.dimension
        and _same(item, part)
        and not names.says_side(item.name)
    ]


def _same(level: Mention, part: Mention) -> bool:
    """Whether both are of one thing, and `level` says so itself."""
    return bool(names.key(level.name)) and level.key == part.key


def _divides(entry: List | None, part: Mention, definition: RatioTerm) -> TypeGuard[List]:
    """Whether a list divides what was spent, not what was planned: 预算100万元，支出90万元，其中县级资金支出40万元."""
    owners = [owner for owner in entry.owners if owner.role == "level" and owner.dimension == part.dimension] if entry else []
    return any(has_word(definition.part, owner.token.lead, owner.side) and is_done(owner.token.lead) for owner in owners)


def _outside(entry: List, part: Mention, wholes: Sequence[Mention]) -> bool:
    """Whether a part of a list has nothing in the list to be of: what stands before it is of the total."""
    return not any(_same(level, part) or (level.passage is part.passage and level.start >= entry.start) for level in wholes)


def _sureness(mention: Mention, part: Mention, wholes: list[Mention]) -> Binding:
    """How surely one of `wholes` is what a named ratio is of; where all of them stand in its own clause, one of them is."""
    if len({level.figure.value for level in wholes}) == 1:
        alone = part.segment == mention.segment and wholes[0].passage is part.passage
        if len(wholes) > 1:
            return "named"
        if alone and (wholes[0].sentence == part.sentence or part.figure.kind == "count"):
            return "stated"
        return "named" if alone and (not names.key(part.name) or wholes[0].key.endswith(part.key)) else "near"
    together = {(level.passage.index, level.sentence, level.segment) for level in (mention, part, *wholes)}
    return "named" if len(together) == 1 and all(level.side == "plan" for level in wholes) else "near"


_SENTENCES = 2
"""How many sentences back the operands of a named ratio may stand."""


def _neighbours(mention: Mention, here: list[Mention], before: list[Mention]) -> Ratio:
    """受理47件，办结47件，办结率100%: the last figure of the clause over one before it; a guess that accuses nobody."""
    part = here[-1] if here else None
    wholes = [level for level in before if part is not None and level is not part and level.dimension == part.dimension]
    if part is None or not wholes:
        return Ratio("rate", mention, None, None, reason=UNSAID)
    return Ratio("rate", mention, part, wholes[-1], "near", candidates=tuple(wholes[::-1]))
