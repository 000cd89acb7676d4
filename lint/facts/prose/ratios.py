"""Shares and rates in running text: 占…%, 完成预算的…%, 执行率…%, each with what it is of.

The whole or the plan is looked for in this order: named inside the phrase, the owner of the list, the same
name elsewhere, a similar name. Only the last is a guess, and a guess accuses nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from lint.facts import names
from lint.facts.prose import defined, divisors
from lint.facts.prose.addition import meets
from lint.facts.prose.changes import OF_EITHER, OF_TOTAL, Resolved
from lint.facts.prose.elsewhere import Elsewhere
from lint.facts.prose.levels import Levels, nearest
from lint.facts.prose.lists import List
from lint.facts.prose.mention import Mention
from lint.facts.prose.ratio import CHOSEN, NO_PART, WEIGHT, Kind, Ratio
from lint.facts.prose.surroundings import Surroundings
from lint.facts.prose.tails import CLOSER, Tails
from lint.ratio import Ratios


def ratios(
    mentions: Sequence[Mention],
    levels: Levels,
    lists: Sequence[List],
    resolved: Resolved,
    elsewhere: Elsewhere,
    tails: Tails,
    surroundings: Surroundings,
    known: Ratios,
) -> tuple[Ratio, ...]:
    """Every share and rate that running text states.

    Of equally good candidates for the whole the one that fits is taken, and the choice is told; so is the total of
    a list where a percentage after its last item fits that instead. A whole that was found by a similar name only,
    but fits two percentages or more, counts as found by name, and is the whole of the others in their sentence too.
    """
    owner_of = {item: entry for entry in lists for item in entry.items}

    def read(kind: Kind, mention: Mention, part: Mention | None, of: Mention | None = None) -> Ratio:
        if mention.named:
            return defined.named(mention, known, levels, owner_of, of)
        if mention.divisor is not None:
            return Ratio(kind, mention, part, mention.divisor)
        if part is None:
            return Ratio(kind, mention, None, None, reason=NO_PART)
        if part.figure.kind == "score" and not mention.base:
            return Ratio(kind, mention, part, None, reason=WEIGHT)
        if kind != "share" and not _of_list(mention, owner_of.get(part)):
            return divisors.rate(kind, mention, part, levels, elsewhere, surroundings)
        if mention.base:
            return divisors.share_of(mention, part, owner_of.get(part), levels, elsewhere)
        return divisors.share(mention, part, owner_of.get(part), levels, elsewhere, surroundings)

    def of_total(ratio: Ratio) -> Ratio:
        if ratio.fits or ratio.part is None:
            return ratio
        others: list[Ratio] = []
        for total in tails.totals(ratio.percent, ratio.part):
            anyones = not ratio.percent.named and _is_anyones(ratio.whole)
            other = replace(ratio, part=total) if anyones else _choose(read(ratio.kind, ratio.percent, total, total))
            other = replace(other, choice=OF_TOTAL.of(name=total.title, value=total.figure))
            if other.fits and (other.binding != "near" or ratio.percent.named):
                return other
            if other.whole is not total:
                others.append(other)
        own = ratio.percent.named and ratio.part.key != "" and ratio.percent.name.startswith(ratio.part.key)
        if own or ratio.binding == "near" or not others or others[0].formula is None:
            return ratio
        shared = tails.is_shared(ratio.part)
        if tails.closes(ratio.percent, ratio.part) or (shared and _miss(others[0]) * CLOSER <= _miss(ratio)):
            return others[0]
        if not shared or _miss(ratio) * CLOSER <= _miss(others[0]) or others[0].part is None:
            return ratio
        return replace(ratio, binding="near", choice=OF_EITHER.of(name=others[0].part.title, value=others[0].part.figure))

    read_all = [read(kind, mention, _part(mention, levels, resolved)) for mention in mentions if (kind := _KINDS.get(mention.role))]
    chosen = [of_total(_choose(ratio)) for ratio in read_all]
    fitting = Counter(ratio.whole for ratio in chosen if ratio.binding == "near" and ratio.fits and ratio.percent.figure.value)
    common = dict(_summed(chosen))
    for ratio in chosen:
        if ratio.binding == "near" and ratio.fits and ratio.whole is not None and fitting[ratio.whole] >= 2:
            common[_sentence(ratio)] = ratio.whole
    return tuple(_confirmed(ratio, common.get(_sentence(ratio))) for ratio in chosen)


def _summed(chosen: Sequence[Ratio]) -> Iterator[tuple[tuple[int, int, str], Mention]]:
    """Guessed wholes that the parts of one sentence add up to: “支出100万元。甲60万元，占60%；乙40万元，占40%”."""
    guessed = [ratio for ratio in chosen if ratio.binding == "near" and ratio.kind == "share" and ratio.part is not None]
    for sentence, group in groupby(guessed, key=_sentence):
        members = list(group)
        parts = list(dict.fromkeys(ratio.part for ratio in members if ratio.part is not None))
        if len(parts) > 1:
            for whole in members[0].candidates:
                if whole not in parts and meets(whole, parts, (1,) * len(parts)):
                    yield sentence, whole
                    break


def _miss(ratio: Ratio) -> Fraction:
    """By how much a percentage misses what it is read as, in parts of the greater of the two."""
    derived = ratio.formula.point() if ratio.formula is not None else None
    stated = ratio.percent.figure.value
    return Fraction(1) if derived is None else abs(stated - derived) / (max(abs(stated), abs(derived)) or 1)


def _is_anyones(plan: Mention | None) -> bool:
    """Whether a plan leaves open what it is the plan of: “…完成预算的80%。预算为500万元。”"""
    return plan is not None and not names.key(plan.name)


def _sentence(ratio: Ratio) -> tuple[int, int, str]:
    return ratio.percent.passage.index, ratio.percent.sentence, ratio.percent.base


def _confirmed(ratio: Ratio, common: Mention | None) -> Ratio:
    """A guessed whole made sure by the whole that fits its neighbours."""
    if ratio.binding != "near" or common is None or ratio.part is None or ratio.part is common or ratio.percent.named:
        return ratio
    if ratio.whole is common:
        return replace(ratio, binding="named")
    return ratio if ratio.fits else replace(ratio, whole=common, binding="named")


def _choose(ratio: Ratio) -> Ratio:
    if ratio.fits or ratio.part is None:
        return ratio
    for whole in ratio.candidates:
        other = replace(ratio, whole=whole, choice=CHOSEN.of(name=whole.title, value=whole.figure))
        if other.fits:
            return other
    return ratio


_KINDS: dict[str, Kind] = {"share": "share", "rate": "rate", "excess": "excess"}


def _of_list(mention: Mention, entry: List | None) -> bool:
    """Whether 占支出预算 means the total of the list, itself a plan, and not the plan of this item."""
    if entry is None or not mention.token.lead.startswith("占"):
        return False
    return any(names.bare(owner.name) == names.bare(mention.base) for owner in entry.owners)


def _part(mention: Mention, levels: Levels, resolved: Resolved) -> Mention | None:
    """The level whose share it is: the one that the words before 占 name, where there are any, else the one right before."""
    own = names.key(mention.name) if mention.role == "share" and not mention.named else ""
    if len(own) < 2 or (mention.of is not None and mention.of.key == own):
        return mention.of or (resolved[mention][0] if mention in resolved else None)
    found = levels.keyed(own) or [level for level in levels.around(mention) if level.key.startswith(own)]
    return nearest(found, mention) if found else None
