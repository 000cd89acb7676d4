"""Sums in running text: a total and the parts that the report gives of it, and whether those are all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lint.check import Binding
from lint.facts import names
from lint.facts.prose.lists import List, assign
from lint.facts.prose.mentions import Mention
from lint.facts.prose.ratios import Ratio
from lint.interval import total as interval_total
from lint.lexicon import lexicon
from lint.number import chinese_integer
from lint.say import Say

Closed = Literal["yes", "unknown"]
Form = Literal["level", "delta", "prior", "divisor"]
NEARLY = Fraction(1, 100)
"""A list whose parts reach the total but for this share of it nearly closes: worth a question, not a verdict."""


@dataclass(frozen=True, eq=False)
class Sum:
    """`total` is claimed to be the sum of `parts`; `signs` are relative to the total's own sign.

    `closed` says whether the parts are known to be all of them, `evidence` why. `choice` is set where the
    text left several readings and the one that balances was taken.
    """

    total: Mention
    parts: tuple[Mention, ...]
    signs: tuple[int, ...]
    form: Form
    closed: Closed = "unknown"
    evidence: Say | None = None
    choice: Say | None = None
    binding: Binding = "stated"

    @property
    def meets(self) -> bool:
        """Whether the printed digits allow the parts to add up."""
        return _meets(self.total, self.parts, self.signs)


SPLIT = Say("{whole}由这几项构成", "{whole} consists of these by definition")
SHARES = Say("各项占比合计100%", "their shares add to 100%")
REST = Say("列有“{name}”", "the list has an item for the rest ({name})")
RUNNING = Say("“加上……总计”", "a running total")
COUNTED = Say("“{count}项合计”指前面{count}项", "the total says of how many items")
PREFIX = Say("后面的“{name}”不计入", "what follows from {name} on is not counted")

_RUNNING = re.compile(r"加上|加(?=[^，。；\d]{2,40}\d)|减去|扣除")
_GRAND = re.compile(r"总计|合计|总量|总额|共计|总收入|总支出|总数")
_REST = re.compile(r"^(?:其他|其它|其余)")


def sums(mentions: Sequence[Mention], lists: Sequence[List], ratios: Sequence[Ratio]) -> tuple[Sum, ...]:
    """Every sum that running text states."""
    found: list[Sum] = []
    shares = {ratio.part: ratio.percent for ratio in ratios if ratio.kind == "share" and ratio.part is not None}
    for entry in lists:
        found.extend(_of_list(entry, shares))
    found.extend(_running(mentions, lists))
    found.extend(_backward(mentions, {item for entry in lists for item in entry.items}))
    splits = list(_splits(mentions, {part: claim.total for claim in found for part in claim.parts}))
    found = [claim for claim in found if claim.closed == "yes" or not any(_completes(split, claim) for split in splits)]
    totals = {claim.total for claim in found if claim.form == "level"}
    found.extend(claim for claim in splits if claim.total not in totals)
    known = {(claim.total, frozenset(claim.parts)) for claim in found}
    found.extend(claim for claim in _complete_shares(ratios) if (claim.total, frozenset(claim.parts)) not in known)
    return tuple(found)


def _of_list(entry: List, shares: dict[Mention, Mention]) -> Iterator[Sum]:
    closing: tuple[Closed, Say | None] = ("unknown", None)
    for owner, parts in assign(entry, "level").items():
        parts = _without_grandchildren(_distinct(parts, owner) if len(entry.owners) == 1 else parts)
        if not parts:
            continue
        closing = _closing(owner, parts, shares)
        if len(parts) > 1 or not entry.apart or parts[0].figure.value <= owner.figure.value:
            yield _best(owner, parts, "level", closing)
    for owner, parts in assign(entry, "delta").items():
        if len(parts) >= 2:
            yield _best(owner, parts, "delta", closing if all(part.of for part in parts) else ("unknown", None))
    forms: tuple[Form, ...] = ("prior", "divisor")
    for form in forms:
        for owner, parts in assign(entry, form).items():
            if len(parts) >= 2 and len(parts) == sum(1 for item in entry.items if item.role == "level"):
                yield _best(owner, parts, form, closing)


def _distinct(parts: list[Mention], owner: Mention) -> list[Mention]:
    """One level for each thing named; a level that repeats the name of the only owner is no part of it."""
    seen: set[tuple[str, int | None]] = set()
    kept: list[Mention] = []
    for part in parts:
        mark = (part.key, part.year)
        if part.key and part.name and (mark in seen or (part.key == owner.key and part.name)):
            continue
        seen.add(mark)
        kept.append(part)
    return kept


def _without_grandchildren(parts: list[Mention]) -> list[Mention]:
    """Parts without those that a known split puts below another part of the same list."""
    keys = {part.key for part in parts}
    below: set[str] = set()
    for whole, members in _known_splits():
        if whole in keys and all(member in keys for member in members):
            below.update(members)
    return [part for part in parts if part.key not in below]


def _known_splits() -> list[tuple[str, tuple[str, ...]]]:
    return [(names.key(split.whole), tuple(names.key(part) for part in split.parts)) for split in lexicon().splits]


def _closing(owner: Mention, parts: list[Mention], shares: dict[Mention, Mention]) -> tuple[Closed, Say | None]:
    """Whether the parts are all there are, and the evidence."""
    keys = {part.key for part in parts}
    for _, members in _known_splits():
        if len(parts) >= 2 and keys == set(members):
            return "yes", SPLIT.of(whole=owner.title)
    given = [shares[part].figure for part in parts if part in shares]
    if len(given) == len(parts) >= 2 and Fraction(1) in interval_total(figure.interval for figure in given).widened(given[0].step):
        return "yes", SHARES
    rest = next((part for part in parts if _REST.match(part.name)), None)
    if rest is not None and len(parts) >= 3 and rest is parts[-1]:
        return "yes", REST.of(name=rest.name)
    return "unknown", None


def _best(owner: Mention, parts: list[Mention], form: Form, closing: tuple[Closed, Say | None]) -> Sum:
    """The sum of all parts; where they exceed the total, of the leading ones that balance (the list runs on past them)."""
    closed, evidence = closing
    signs = tuple(part.sign * owner.sign for part in parts) if form == "delta" else tuple(1 for _ in parts)
    whole = Sum(owner, tuple(parts), signs, form, closed, evidence)
    if whole.meets or form == "delta":
        return whole
    for count in range(len(parts) - 1, 1, -1):
        if _meets(owner, parts[:count], signs[:count]):
            choice = PREFIX.of(name=parts[count].name or parts[count].figure)
            return Sum(owner, tuple(parts[:count]), signs[:count], form, "unknown", evidence, choice)
    return whole


def _meets(owner: Mention, parts: Sequence[Mention], signs: Sequence[int]) -> bool:
    reach = interval_total(part.figure.interval if sign > 0 else -part.figure.interval for part, sign in zip(parts, signs, strict=True))
    return owner.figure.interval.meets(reach)


def _running(mentions: Sequence[Mention], lists: Sequence[List]) -> Iterator[Sum]:
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


_COUNTED = re.compile(r"(?P<count>[两二三四五六七八九]|\d)项")


def _backward(mentions: Sequence[Mention], items: Set[Mention]) -> Iterator[Sum]:
    """“A a；B b；两项合计T”: a total behind its parts. Only 两项, 三项 … say which parts; others count where they balance."""
    run: list[Mention] = []
    for mention in mentions:
        if run and (mention.passage is not run[-1].passage or mention.sentence > run[-1].sentence + 1):
            run = []
        if mention.role != "level" or mention.depth or mention in items:
            continue
        if not names.is_total(mention.name):
            run.append(mention)
            continue
        parts = [level for level in run if level.dimension == mention.dimension]
        said = _COUNTED.search(mention.token.lead)
        count = chinese_integer(said["count"]) if said and not said["count"].isdigit() else int(said["count"]) if said else 0
        if 2 <= count <= len(parts):
            yield Sum(mention, tuple(parts[-count:]), (1,) * count, "level", "yes", COUNTED.of(count=count))
        elif len(parts) >= 2 and _meets(mention, parts, (1,) * len(parts)):
            yield Sum(mention, tuple(parts), (1,) * len(parts), "level", "unknown", binding="near")
        run = []


def _completes(split: Sum, claim: Sum) -> bool:
    """Whether a known split has all the parts of an open list of the same total, and more."""
    return split.total is claim.total and claim.form == "level" and set(claim.parts) < set(split.parts)


def _splits(mentions: Sequence[Mention], taken: Mapping[Mention, Mention]) -> Iterator[Sum]:
    """Known wholes whose parts are all stated near by, in whatever sentences, and belong to no other total.

    Where several wholes are near the same parts (全国, 中央, 地方) the one that balances is meant; where none
    does, none can be accused.
    """
    levels = [m for m in mentions if m.role == "level" and m.key]
    splits = [(whole, members) for whole, members in _known_splits() if whole]
    by_parts: dict[frozenset[Mention], list[Sum]] = {}
    for index, owner in enumerate(levels):
        scope = (owner.key, ("中央" + owner.key, "地方" + owner.key))
        for whole, members in [*splits, scope]:
            if owner.key.endswith(whole) and (parts := _near(levels, index, members, taken)) is not None:
                signs = tuple(1 for _ in parts)
                claim = Sum(owner, tuple(parts), signs, "level", "yes", SPLIT.of(whole=owner.title), binding="named")
                by_parts.setdefault(frozenset(parts), []).append(claim)
                break
    for claims in by_parts.values():
        if len({claim.total.figure.value for claim in claims}) == 1:
            yield from claims
        else:
            yield from (claim for claim in claims if claim.meets)


def _complete_shares(ratios: Sequence[Ratio]) -> Iterator[Sum]:
    """Parts in separate sentences whose shares of one whole add to 100%: the parts add to the whole."""
    groups: dict[tuple[Mention, int, int], list[Ratio]] = {}
    for ratio in ratios:
        if ratio.kind == "share" and ratio.part is not None and ratio.whole is not None:
            groups.setdefault((ratio.whole, -1, -1), []).append(ratio)
            groups.setdefault((ratio.whole, ratio.percent.passage.index, ratio.percent.sentence), []).append(ratio)
    for (whole, _, _), group in groups.items():
        parts = [ratio.part for ratio in group if ratio.part is not None]
        given = [ratio.percent.figure for ratio in group]
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
            if level.passage.index - owner.passage.index not in range(-_PARAGRAPHS, _PARAGRAPHS + 1):
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
