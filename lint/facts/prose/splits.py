"""Complete splits: shares that must add to 100%, and grand totals of income and expenditure that must be equal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import pairwise

from lint.facts import names
from lint.facts.prose.addition import Sum
from lint.facts.prose.mention import Mention
from lint.facts.prose.ratio import Ratio
from lint.interval import total
from lint.lexicon import Identity as TermIdentity
from lint.lexicon import lexicon
from lint.number import plain
from lint.pattern import pattern


@dataclass(frozen=True, eq=False)
class CompleteShares:
    """The shares printed of all parts of a whole; the whole itself may have no figure."""

    whole: Mention | None
    percents: tuple[Mention, ...]

    @property
    def adds(self) -> bool:
        """Whether some values that round to the printed shares add to one."""
        reach = total(percent.figure.interval for percent in self.percents)
        return Fraction(1) in reach.widened(max(percent.figure.step for percent in self.percents))

    @property
    def title(self) -> str:
        return self.whole.title if self.whole else self.percents[0].base or self.percents[0].title

    @property
    def shown(self) -> str:
        return plain(sum((percent.figure.value for percent in self.percents), Fraction(0)) * 100, 4) + "%"


@dataclass(frozen=True, eq=False)
class Identity:
    """`result`, called `name` where its own words do, must equal the sum of `plus` less the sum of `minus`.

    `others` are the further figures of its kind in the same sentence, any of which may be a term that the identity leaves out.
    """

    result: Mention
    plus: tuple[Mention, ...]
    minus: tuple[Mention, ...]
    name: str = ""
    others: tuple[Mention, ...] = ()


def identities(mentions: Sequence[Mention]) -> Iterator[Identity]:
    """Known identities all of whose figures stand in one sentence, once each."""
    levels: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        levels.setdefault((mention.passage.index, mention.sentence), []).append(mention)
    for identity in (*_worded(mentions), *_named(mentions)):
        used, result = (identity.result, *identity.plus, *identity.minus), identity.result
        around = levels[result.passage.index, result.sentence]
        if any(_IN_ALL.search(term.token.lead) and term.segment > around[0].segment for term in used[1:]):
            continue  # 甲120；乙60，共不合格3: of both
        yield replace(identity, others=tuple(other for other in around if other not in used and other.dimension == result.dimension))


def _named(mentions: Sequence[Mention]) -> Iterator[Identity]:
    """Identities of figures with the names of the accounts, the result's own and not a share of it."""
    for entry in (entry for entry in lexicon().identities if not entry.words):
        wanted = sorted((entry.result, *entry.plus, *entry.minus), key=len, reverse=True)
        sentences: dict[tuple[int, int], dict[str, list[Mention]]] = {}
        for mention in mentions:
            name = next((name for name in wanted if mention.role == "level" and mention.key.endswith(name)), None)
            if name is not None:
                sentences.setdefault((mention.passage.index, mention.segment), {}).setdefault(name, []).append(mention)
        for found in sentences.values():
            if len(found) == len(wanted) and all(len(group) == 1 for group in found.values()):
                one = {name: group[0] for name, group in found.items()}
                if _PARTLY.search(one[entry.result].token.lead):
                    continue
                yield Identity(one[entry.result], tuple(one[name] for name in entry.plus), tuple(one[name] for name in entry.minus))


_PARTLY = pattern(r"归属|归母|少数|其中")
"""Words of a result that is only part of what the identity gives."""
_IN_ALL = pattern(r"(?:^|[，；])(?:合计|总计|累计|共计?|[两三]项)")


def _worded(mentions: Sequence[Mention]) -> Iterator[Identity]:
    """Identities told by the words before the figures, where no other figure of their kind stands among these."""
    results, entries = _patterns()
    sentences: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        if not mention.depth and mention.figure.kind in ("money", "count") and mention.role != "prior":
            sentences.setdefault((mention.passage.index, mention.segment), []).append(mention)
    for group in sentences.values():
        if not any(results.search(mention.token.lead) for mention in group):
            continue
        for entry, wanted in entries:
            found = [[mention for mention in group if words.search(mention.token.lead)] for words in wanted]
            if any(len(each) != 1 for each in found):
                continue
            chosen = [each[0] for each in found]
            low, high = min(each.start for each in chosen), max(each.start for each in chosen)
            between = [each for each in group if low <= each.start <= high and each.dimension == chosen[0].dimension]
            if len(set(chosen)) == len(wanted) == len(between) and len({each.dimension for each in chosen}) == 1:
                said = wanted[0].search(chosen[0].token.lead)
                name = said[0] if said else ""
                yield Identity(chosen[0], tuple(chosen[1 : 1 + len(entry.plus)]), tuple(chosen[1 + len(entry.plus) :]), name)


@cache
def _patterns() -> tuple[re.Pattern[str], tuple[tuple[TermIdentity, tuple[re.Pattern[str], ...]], ...]]:
    """What the results of the identities told by words are called, and each of these identities with the words of all its figures."""
    entries = [entry for entry in lexicon().identities if entry.words]
    each = tuple((entry, tuple(pattern(name) for name in (entry.result, *entry.plus, *entry.minus))) for entry in entries)
    return pattern("|".join(entry.result for entry in entries)), each


def answers(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """The shares of all answers to one question, in one sentence: 非常满意占62%，满意占30%，一般占5%，不满意占3%."""
    scales = [(frozenset(scale.names), scale.ends) for scale in lexicon().scales]
    sentences: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions:
        if mention.figure.kind == "percent":
            sentences.setdefault((mention.passage.index, mention.sentence), []).append(mention)
    for group in sentences.values():
        for known, ends in scales:
            told = [(_ANSWER.sub("", mention.token.lead), mention) for mention in group]
            chosen = [(name, mention) for name, mention in told if name in known]
            said = [name for name, _ in chosen]
            if len(set(said)) == len(said) > 2 and all(end in said for end in ends) and len(chosen) == len(group):
                yield tuple(mention for _, mention in chosen)


_ANSWER = pattern(r"^(?:其中|表示|认为|选择|评价)*[“\"]?|[”\"]?(?:的|人数|群众|受访者)*(?:分别)?(?:占比?|比例)?(?:为|是|：)?$")


def bare_shares(ratios: Sequence[Ratio]) -> Iterator[tuple[Mention, ...]]:
    """Shares of one whole without amounts (货物占…%，工程占…%，服务占…%) whose names make up a known split."""
    groups: dict[tuple[int, int, str], list[Mention]] = {}
    for ratio in ratios:
        percent = ratio.percent
        if ratio.kind == "share" and percent.base and percent.key:
            groups.setdefault((percent.passage.index, percent.sentence, percent.base), []).append(percent)
    members = [frozenset(names.key(part) for part in split.parts) for split in lexicon().splits]
    for group in groups.values():
        keys = [names.key(percent.name) for percent in group]
        if frozenset(keys) in members and len(keys) == len(set(keys)):
            yield tuple(group)


def complete_shares(sums: Sequence[Sum], ratios: Sequence[Ratio], mentions: Sequence[Mention]) -> Iterator[CompleteShares]:
    """The splits whose parts add up to their whole and all have a share printed of that very whole."""
    given = {ratio.part: ratio for ratio in ratios if ratio.kind == "share" and ratio.part is not None}
    for claim in sums:
        if claim.form != "level" or len(claim.parts) < 2 or not claim.meets:
            continue
        shares = [given[part] for part in claim.parts if part in given and given[part].whole is claim.total]
        if len(shares) == len(claim.parts):
            yield CompleteShares(claim.total, tuple(ratio.percent for ratio in shares))
    for percents in (*bare_shares(ratios), *answers(mentions)):
        yield CompleteShares(None, percents)


_CARRIED = pattern(r"相抵|结余|赤字|结转下年")
_GRAND = pattern(r"总计|总量")


@dataclass(frozen=True, eq=False)
class Closing:
    """Grand totals of income and expenditure side by side; `balance` is the 结余 or 赤字 stated between them, if any."""

    income: Mention
    expenditure: Mention
    balance: Mention | None = None


def closings(mentions: Sequence[Mention], items: Set[Mention]) -> Iterator[Closing]:
    """Pairs of 收入总计 and 支出总计 of one paragraph and one subject; without a balance figure where the text speaks of one, none.

    `items` are those of lists: a 结转下年 among the parts of 支出总计 is no balance between the totals.
    """
    levels = [mention for mention in mentions if mention.role == "level" and _GRAND.search(mention.name)]
    for income, expenditure in pairwise(levels):
        left, right = names.bare(income.name), names.bare(expenditure.name)
        own, other = left.replace("收入", "").replace("收", ""), right.replace("支出", "").replace("支", "")
        if not own.endswith(other) or "收" not in left or "支" in left or "支" not in right:
            continue
        if income.passage is not expenditure.passage or income.dimension != expenditure.dimension:
            continue
        balance = _balance(mentions, expenditure)
        if balance in items:
            yield Closing(income, expenditure)
        elif balance is not None or not _CARRIED.search(income.passage.text, expenditure.token.end):
            yield Closing(income, expenditure, balance)


def _balance(mentions: Sequence[Mention], expenditure: Mention) -> Mention | None:
    """The first figure after the totals that is called a balance, in the same or the next sentence."""
    for mention in mentions:
        if mention.passage is expenditure.passage and mention.start > expenditure.start:
            if mention.sentence > expenditure.sentence + 1:
                return None
            if mention.role == "level" and mention.dimension == expenditure.dimension and re.search(r"结余|赤字|结转下年", mention.name):
                return mention
    return None


def containments(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Wholes with the largest of the parts that they contain by the definition of the accounts, of one year."""
    levels = [(mention, mention.name) for mention in mentions if mention.role == "level" and mention.figure.kind == "money"]
    for entry in lexicon().containments:
        for whole, _ in (pair for pair in levels if pair[1].endswith(entry.whole) and not pair[1].endswith("财政拨款" + entry.whole)):
            parts = [mention for mention, name in levels if name.endswith(entry.parts) and mention.year in (whole.year, None)]
            if parts:
                yield whole, max(parts, key=lambda part: part.figure.value)
