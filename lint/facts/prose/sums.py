"""Sums in running text: totals with the parts that lists give of them, and whether those are all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from lint.facts import names
from lint.facts.prose import implied
from lint.facts.prose.addition import Closed, Form, Sum, known_splits, meets
from lint.facts.prose.closing import OF_THE_YEAR, closed
from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention
from lint.facts.prose.owners import assign
from lint.facts.prose.ratio import Ratio
from lint.facts.prose.tails import CLOSER, joins
from lint.facts.prose.weak import is_beyond, is_unsigned, is_weak
from lint.interval import total as interval_total
from lint.pattern import pattern
from lint.say import Say

NEARLY = Fraction(1, 100)
"""A list whose parts reach the total but for this share of it nearly closes: worth a question, not a verdict."""
OWNER = Say("“其中”指“{name}”{value}", "the list splits “{name}” {value}")
PREFIX = Say("后面的“{name}”不计入", "what follows from {name} on is not counted")
_BY_DATE = pattern(r"季度|\d月|月底|截[至止]|上半年|下半年|年底|年末")
_NAMELESS = pattern(r"(?:共?涉及)?(?:项目)?(?:资金|金额)?(?:总额)?$")
"""A part called so is money of whatever figure of the sentence can hold it: 预算T，支出S，其中5个项目未开工，涉及资金A."""
_COUNTED = pattern(r"[^\W\d_A-Za-z]{2}")
_HELD = pattern(r"[^\W\d]{2}(?:下设|下辖|内设)有?$")
"""What leads to a count of what a single member of the total has: 3个单位，其中养护中心下设5个道班."""
_VALID = pattern(r"^(?:回?收)?有效(?!期)")
_INVALID = pattern(r"无效|作废|未[收填回]")
_OWN = pattern(r"[省市县区局]?本级(?:财政|资金|安排|配套)*|本单位|本部门")
"""Names that say whose money it is, and nothing else that a key would keep."""


def sums(mentions: Sequence[Mention], lists: Sequence[List], ratios: Sequence[Ratio]) -> tuple[Sum, ...]:
    """Every sum that running text states."""
    found: list[Sum] = []
    shares = {ratio.part: ratio for ratio in ratios if ratio.kind == "share" and ratio.part is not None}
    for entry in lists:
        found.extend(_of_list(entry, shares))
    found.extend(implied.running(mentions, lists))
    found.extend(implied.backward(mentions, {item for entry in lists for item in entry.items}))
    splits = list(implied.splits(mentions, {part: claim.total for claim in found for part in claim.parts}))
    found = [claim for claim in found if claim.closed == "yes" or not any(implied.completes(split, claim) for split in splits)]
    totals = {claim.total for claim in found if claim.form == "level"}
    found.extend(claim for claim in splits if claim.total not in totals)
    known = {(claim.total, frozenset(claim.parts)) for claim in found}
    found.extend(claim for claim in implied.complete_shares(ratios) if (claim.total, frozenset(claim.parts)) not in known)
    return tuple(found)


def _of_list(entry: List, shares: Mapping[Mention, Ratio]) -> Iterator[Sum]:
    closing: tuple[Closed, Say | None] = ("unknown", None)
    for owner, parts in assign(entry, "level").items():
        parts = _of_side(owner, parts)
        parts = _without_grandchildren(_distinct(parts, owner) if len(entry.owners) == 1 else _told_once(owner, parts))
        parts = [part for part in parts if part not in shares or shares[part].whole not in parts]
        if owner.figure.kind == "score" and any(part in shares for part in parts):
            continue  # 专家评分85分，占60%: a weight, and the total is the weighted mean
        if not parts or _overlap(owner, parts, shares) or any(map(is_unsigned, (owner, *parts))):
            continue
        parts = _of_one_kind(owner, parts)
        if not parts or (_sights(owner, parts) and _exceed(owner, parts)):
            continue
        owner, chosen = _owner(owner, parts, entry)
        if len(parts) > 2 and _exceed(owner, parts) and (_is_asked(parts) or meets(parts[0], parts[1:], (1,) * len(parts[1:]))):
            owner, parts, chosen = parts[0], parts[1:], OWNER.of(name=parts[0].title, value=parts[0].figure)
        if is_beyond(owner, parts) or (entry.apart and _is_passing(owner, parts)):
            continue
        parts, cut = _leading_group(owner, parts)
        chosen = chosen or cut
        if _is_running(owner, parts):
            continue
        closing = closed(owner, parts, shares, entry.opener)
        if len(parts) > 1 or not entry.apart or parts[0].figure.value <= owner.figure.value:
            yield replace(_best(owner, parts, "level", closing), choice=chosen) if chosen else _best(owner, parts, "level", closing)
    for owner, parts in assign(entry, "delta").items():
        if len(parts) >= 2:
            yield _best(owner, parts, "delta", closing if all(part.of for part in parts) else ("unknown", None))
    forms: tuple[Form, ...] = ("prior", "divisor")
    for form in forms:
        for owner, parts in assign(entry, form).items():
            if len(parts) >= 2 and len(parts) == sum(1 for item in entry.items if item.role == "level"):
                yield _best(owner, parts, form, closing)


def _is_asked(parts: Sequence[Mention]) -> bool:
    """Whether the first part is what the others divide: “收回98份，其中有效问卷95份，满意70份，一般20份，不满意5份”."""
    return bool(_VALID.search(parts[0].name)) and not any(_INVALID.search(part.name) for part in parts)


def _is_passing(owner: Mention, parts: Sequence[Mention]) -> bool:
    """Whether a sentence merely happens to end with this count: every part of the list that begins a new one is more than it."""
    return owner.figure.kind == "count" and all(part.figure.value > owner.figure.value for part in parts)


def _is_running(owner: Mention, parts: Sequence[Mention]) -> bool:
    """Whether parts are what was reached by and by, the last of them all: 截至6月底1200，截至12月底2400."""
    values = [part.figure.value for part in parts]
    dated = all(_BY_DATE.search(part.token.lead) for part in parts)
    return len(parts) > 1 and dated and values == sorted(values) and values[-1] == owner.figure.value


def _owner(owner: Mention, parts: list[Mention], entry: List) -> tuple[Mention, Say | None]:
    """The owner, or another figure of its sentence that the parts add up to where they do not add up to it."""
    if meets(owner, parts, (1,) * len(parts)):
        return owner, None
    for other in entry.owners:
        fits = other.role == "level" and other is not owner and other.dimension == owner.dimension and len(parts) > 1
        if fits and meets(other, parts, (1,) * len(parts)):
            return other, OWNER.of(name=other.title, value=other.figure)
    left = bool(names.carried(owner.name)) and not any(names.carried(part.name) for part in parts)
    if _exceed(owner, parts) and (left or is_weak(owner) or (len(parts) == 1 and _NAMELESS.match(parts[0].name))):
        for other in reversed(entry.owners):
            fits = other.role == "level" and not is_weak(other) and other.dimension == owner.dimension and not names.carried(other.name)
            if fits and other.sentence == owner.sentence and (left or not _exceed(other, parts)):
                return other, OWNER.of(name=other.title, value=other.figure)
    return owner, None


def _overlap(owner: Mention, parts: Sequence[Mention], shares: Mapping[Mention, Ratio]) -> bool:
    """Whether the parts are sights of one crowd and no split of it (女职工占45%，党员占60%): true shares of more than all of it."""
    if owner.figure.kind != "count":
        return False
    given = [shares[part] for part in parts if part in shares]
    if len(given) < len(parts) or len(parts) < 2 or not all(ratio.fits and ratio.whole is owner for ratio in given):
        return False
    low = interval_total(ratio.percent.figure.interval for ratio in given).low
    return low is not None and low > 1


def _thing(mention: Mention) -> str:
    """What stands behind a count: 60个【部门】; empty for a number that no word follows."""
    match = _COUNTED.match(mention.passage.text, mention.token.end) if mention.figure.kind == "count" else None
    return match[0] if match else ""


def _of_one_kind(owner: Mention, parts: list[Mention]) -> list[Mention]:
    """The parts without what others of them did or have: “60个部门，其中41个部门公开了73个项目”, “3个单位，其中甲中心下设5个站”."""
    thing = _thing(owner)
    parts = [part for part in parts if _thing(part) == thing or not _HELD.search(part.token.lead)]
    if not thing or all(_thing(part) != thing for part in parts):
        return parts
    return [part for part in parts if _thing(part) in (thing, "")]


def _sights(owner: Mention, parts: Sequence[Mention]) -> bool:
    """Whether counts of one list tell what some of the same things did: “其中有41个部门公开了…，有55个部门公开了…”."""
    thing = _thing(owner)
    return bool(thing) and sum(_thing(part) == thing for part in parts) >= 2


def _exceed(owner: Mention, parts: list[Mention]) -> bool:
    return sum((part.figure.value for part in parts), Fraction(0)) > owner.figure.value


def _leading_group(owner: Mention, parts: list[Mention]) -> tuple[list[Mention], Say | None]:
    """The parts before the first semicolon, where it ends the list and they do not add up with those behind it.

    It does behind parts that 、 joins, which is the weaker mark (“其中村道12公里、屯道6公里；新建管网23公里”), and where those
    before it come much closer to the total: “136人，其中：行政32人，参公21人，事业82人；编外58人”.
    """
    if meets(owner, parts, (1,) * len(parts)):
        return parts, None
    first = [part for part in parts if part.passage is parts[0].passage and part.segment == parts[0].segment]
    if not 2 <= len(first) < len(parts):
        return parts, None
    joined = all(joins(before, part) for before, part in pairwise(first))
    if not joined and (not _exceed(owner, parts) or _miss(owner, first) * CLOSER > _miss(owner, parts)):
        return parts, None
    following = parts[len(first)]
    return first, PREFIX.of(name=following.name or following.figure)


def _miss(owner: Mention, parts: Sequence[Mention]) -> Fraction:
    """By how much parts miss their total."""
    return abs(sum((part.figure.value for part in parts), Fraction(0)) - owner.figure.value)


def _of_side(owner: Mention, parts: list[Mention]) -> list[Mention]:
    """Of parts that are each printed as plan and as outcome (购置预算数0万元，决算数0万元) those of the owner's side."""
    sides = [names.side(part.name) if names.says_side(part.name) else "" for part in parts]
    if owner.side and {"plan", "actual"} <= set(sides):
        return [part for part, side in zip(parts, sides, strict=True) if side in (owner.side, "")]
    return parts


def _distinct(parts: list[Mention], owner: Mention) -> list[Mention]:
    """One level for each thing named; a level that repeats the name of the only owner is no part of it."""
    seen: set[tuple[str, int | None]] = set()
    kept: list[Mention] = []
    for part in parts:
        mark = (part.name if _OWN.fullmatch(part.name) else part.key, part.year)
        yearly = "总计" in owner.name and bool(OF_THE_YEAR.search(part.name))
        if part.key and part.name and (mark in seen or (part.key == owner.key and names.key(owner.name) and not yearly)):
            continue
        seen.add(mark)
        kept.append(part)
    return kept


def _told_once(owner: Mention, parts: list[Mention]) -> list[Mention]:
    """The parts before a paragraph that lists some of them again, where all do not add up: it tells the same once more."""
    if meets(owner, parts, (1,) * len(parts)):
        return parts
    many = Counter(part.passage.index for part in parts)
    for at, part in enumerate(parts):
        known = [before for before in parts[:at] if before.passage is not part.passage and before.year == part.year]
        if many[part.passage.index] > 1 and part.key and any(before.key == part.key for before in known):
            return parts[:at]
    return parts


def _without_grandchildren(parts: list[Mention]) -> list[Mention]:
    """Parts without those that a known split puts below another part of the same list."""
    keys = {part.key for part in parts}
    below: set[str] = set()
    for whole, members in known_splits():
        if whole in keys and all(member in keys for member in members):
            below.update(members)
    return [part for part in parts if part.key not in below]


def _best(owner: Mention, parts: list[Mention], form: Form, closing: tuple[Closed, Say | None]) -> Sum:
    """The sum of all parts; where they exceed the total, of the leading ones that balance (the list runs on past them)."""
    closed, evidence = closing
    signs = tuple(part.sign * owner.sign for part in parts) if form == "delta" else tuple(1 for _ in parts)
    whole = Sum(owner, tuple(parts), signs, form, closed, evidence)
    if whole.meets or form == "delta":
        return whole
    for count in range(len(parts) - 1, 1, -1):
        if meets(owner, parts[:count], signs[:count]):
            choice = PREFIX.of(name=parts[count].name or parts[count].figure)
            return Sum(owner, tuple(parts[:count]), signs[:count], form, "unknown", evidence, choice)
    return whole
