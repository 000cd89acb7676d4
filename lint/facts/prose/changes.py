"""Changes: a level against an earlier one or a plan, the difference and the rate that the report gives of it.

“支出431万元，比上年433万元减少2万元，下降0.46%” has all four figures; mostly the prior one is left implied
and follows from level and difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby

from lint.check import Binding, Related, Role
from lint.expression import Expression, added, leaf, minus, over
from lint.facts import names
from lint.facts.prose import slips
from lint.facts.prose.mention import Mention
from lint.facts.prose.owners import base_class
from lint.facts.prose.tails import CLOSER, Tails
from lint.facts.prose.weak import is_per_unit
from lint.pattern import pattern
from lint.say import Say

OF_TOTAL = Say("列在清单末尾，按“{name}”{value}计算", "stated at the end of the list, taken of “{name}” {value}")
OF_EITHER = Say("列在清单末尾，也可能指“{name}”{value}", "stated at the end of the list, it may be of “{name}” {value}, too")
OF_AMOUNT = Say("写在平均数之后，按“{name}”{value}计算", "stated after an average, taken of “{name}” {value}")
_NAMED = pattern(r"率(?:[：]|约?为|达到?|是|约)*$")
Resolved = dict[Mention, tuple[Mention, Binding]]


@dataclass(frozen=True, eq=False)
class Change:
    """One comparison. Any of the figures but one may be missing; `base` is the comparison as worded."""

    current: Mention | None
    prior: Mention | None
    delta: Mention | None
    rate: Mention | None
    base: str
    binding: Binding
    choice: Say | None = None

    @property
    def sign(self) -> int:
        """+1 for a rise, -1 for a fall, by the words used; where the first leaves it open (增加（减少）), by the second."""
        stated = [word for word in (self.delta, self.rate) if word is not None]
        decided = [word for word in stated if not word.either] or stated
        return decided[0].sign

    @property
    def divided(self) -> bool:
        """Whether difference and rate are given opposite words (增加2万元，下降5%)."""
        if self.delta is None or self.rate is None or self.delta.either:
            return False
        return self.delta.sign != self.rate.sign and bool(self.delta.figure.value and self.rate.figure.value)

    @property
    def word(self) -> str:
        """The word of direction as the report uses it, e.g. ``"减少"``."""
        stated = self.delta or self.rate
        return stated.token.lead[-2:] if stated else ""

    @property
    def doubly_negative(self) -> bool:
        """Whether a minus sign follows a word that says a fall; a rate of saving (节约率-6%) is negative where more was spent."""
        stated = self.delta or self.rate
        return stated is not None and stated.sign < 0 and stated.figure.value < 0 and not _NAMED.search(stated.token.lead)

    @property
    def title(self) -> str:
        """What changed, in the report's words."""
        return next(mention.title for mention in (self.current, self.delta, self.rate) if mention is not None)

    def difference(self) -> Expression | None:
        """Current less prior (the other way round for a fall), where both are printed."""
        if self.current is None or self.prior is None:
            return None
        high, low = (self.current, self.prior) if self.sign > 0 else (self.prior, self.current)
        return minus(high.figure, low.figure)

    @property
    def reversed(self) -> bool:
        """Whether the word (增加, 减少) contradicts the two printed values."""
        difference = self.difference()
        return difference is not None and (difference.point() or 0) < 0

    @property
    def slipped(self) -> bool:
        """Whether the three printed amounts fit only if the unit of one were off by ten thousand (元 for 万元)."""
        if self.current is None or self.prior is None or self.delta is None:
            return False
        return slips.change_slip(self.current.figure, self.prior.figure, self.delta.figure, self.sign)

    def growth(self) -> Expression | None:
        """Difference over prior, from what is printed; current ∓ difference stands for a prior that is not."""
        if self.prior is not None:
            difference = leaf(self.delta.figure) if self.delta is not None else self.difference()
            return None if difference is None else over(difference, self.prior.figure)
        if self.current is None or self.delta is None:
            return None
        current, delta = leaf(self.current.figure), leaf(self.delta.figure)
        return over(delta, minus(current, delta) if self.sign > 0 else added([current, delta]))

    @property
    def fits(self) -> bool:
        """Whether the printed digits allow all that is stated; a change that nothing can be told of fits nothing."""
        told = [(self.rate, self.growth()), (self.delta, self.difference())]
        stated = [(mention.figure.interval, derived) for mention, derived in told if mention is not None and derived is not None]
        return bool(stated) and all(derived.point() is not None and claimed.meets(derived.interval()) for claimed, derived in stated)

    @property
    def miss(self) -> Fraction:
        """By how much what is stated misses what is derived, in parts of the greater of the two; the most of difference and rate, 1 where nothing is derived."""
        told = [(self.rate, self.growth()), (self.delta, self.difference())]
        pairs = [(claimed.figure.value, value) for claimed, it in told if claimed and it is not None and (value := it.point()) is not None]
        return max((abs(stated - value) / (max(abs(stated), abs(value)) or 1) for stated, value in pairs), default=Fraction(1))

    def reworded(self) -> Iterator[Change]:
        """The same comparison with its words of direction turned: both, or one of two that contradict each other."""
        delta, rate = (mention and replace(mention, sign=-mention.sign) for mention in (self.delta, self.rate))
        if self.divided:
            yield replace(self, rate=rate)
            yield replace(self, delta=delta)
        else:
            yield replace(self, delta=delta, rate=rate)

    @property
    def exchanged(self) -> Change:
        """The same comparison with current and prior figure in each other's place."""
        return replace(self, current=self.prior, prior=self.current)

    def implied_prior(self) -> Fraction | None:
        """The prior value, printed or implied by current and difference."""
        if self.prior is not None:
            return self.prior.figure.value
        if self.current is None or self.delta is None:
            return None
        return self.current.figure.value - self.sign * self.delta.figure.value

    def roles(self) -> list[Related]:
        """The figures besides the claimed one, with the parts they play."""
        given: list[tuple[Mention | None, Role]] = [
            (self.current, "current"),
            (self.prior, "prior"),
            (self.delta, "delta"),
            (self.rate, "rate"),
        ]
        return [Related(mention.figure, role, mention.title) for mention, role in given if mention is not None]


def changes(mentions: Sequence[Mention], resolved: Resolved, tails: Tails) -> tuple[Change, ...]:
    """Every change that running text states. What ends a list is taken of its total where it fits that, or comes far closer to it than to the last item."""
    return tuple(_choose(change, tails) for change in _changes(mentions, resolved))


def _choose(change: Change, tails: Tails) -> Change:
    stated = change.delta or change.rate
    if change.fits or change.current is None or stated is None:
        return change
    others = [
        replace(change, current=total, choice=OF_TOTAL.of(name=total.title, value=total.figure))
        for total in tails.totals(stated, change.current)
    ]
    if not others or change.binding == "near":
        return change
    nearest = min(others, key=lambda other: other.miss)
    shared = tails.is_shared(change.current)
    if nearest.fits or tails.closes(stated, change.current) or (shared and nearest.miss * CLOSER <= change.miss):
        return nearest
    if not shared or change.miss * CLOSER <= nearest.miss or nearest.current is None:
        return change
    return replace(change, binding="near", choice=OF_EITHER.of(name=nearest.current.title, value=nearest.current.figure))


def _changes(mentions: Sequence[Mention], resolved: Resolved) -> Iterator[Change]:
    for sentence in _sentences(mentions):
        groups: list[tuple[list[Mention], Mention | None]] = []
        last: Mention | None = None
        for mention in sentence:
            if mention.role in ("delta", "growth"):
                group = next((members for members, _ in reversed(groups) if _joins(members, mention)), None)
                if group is not None:
                    group.append(mention)
                else:
                    prior = last if last is not None and last.role == "prior" and last.of is mention.of else None
                    groups.append(([mention], prior))
            last = mention
        for members, prior in groups:
            yield _beside(_change(members, prior, resolved, sentence), sentence)


def _beside(change: Change, sentence: Sequence[Mention]) -> Change:
    """“接待费2.35万元，人均118.69元；比上年减少0.15万元”: what follows a value for each may speak of the amount before it."""
    stated = change.delta or change.rate
    if change.current is None or stated is None or change.fits or not is_per_unit(change.current) or names.key(stated.name):
        return change
    before = [m for m in sentence if m.role == "level" and m.start < change.current.start and not is_per_unit(m)]
    amounts = [m for m in before if m.dimension == (change.delta or m).dimension and m.figure.kind == "money"]
    if not amounts:
        return change
    other = replace(change, current=amounts[-1], choice=OF_AMOUNT.of(name=amounts[-1].title, value=amounts[-1].figure))
    return other if other.fits else replace(change, binding="near")


def _sentences(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    for _, group in groupby(mentions, key=lambda mention: (mention.passage.index, mention.sentence)):
        yield list(group)


def _joins(group: list[Mention], mention: Mention) -> bool:
    """Whether a difference or rate belongs to the same comparison as those of the group."""
    last = group[-1]
    if any(other.role == mention.role for other in group) or mention.of is not last.of:
        return False
    if mention.adjusted != last.adjusted:
        return False
    if mention.sign != last.sign and not last.either and not _contradicts(last, mention):
        return False
    if mention.name and mention.key != last.key:
        return False
    return not (mention.base and last.base and mention.base != last.base)


_AT_ONCE = pattern(r"，(?:增长|下降|减少|增加|降低|上升)")


def _contradicts(last: Mention, mention: Mention) -> bool:
    """Whether a bare opposite word follows at once (增加0.23万元，下降21.90%): one comparison worded two ways, not two."""
    between = mention.passage.text[last.token.end : mention.start]
    return last.role == "delta" and bool(_AT_ONCE.fullmatch(between))


def _change(group: list[Mention], prior: Mention | None, resolved: Resolved, mentions: Sequence[Mention]) -> Change:
    delta = next((mention for mention in group if mention.role == "delta"), None)
    rate = next((mention for mention in group if mention.role == "growth"), None)
    base = next((mention.base for mention in group if mention.base), "")
    current: Mention | None = group[0].of
    binding: Binding = "stated"
    if current is None and group[0] in resolved:
        current, binding = resolved[group[0]]
    if current is not None and prior is None:
        prior = current.since
        # 由A增加到B of an earlier sentence, or before a year of its own, may be a change over other years than this rate.
        elsewhere = current is not group[0].of or bool(_YEAR.search(group[0].token.lead))
        binding = "near" if prior is not None and elsewhere else binding
    if current is not None and prior is None and current.year is not None and str(current.year) in base:
        current, prior = None, current  # “2021年2000万元，2022年比2021年增加600万元”: it is the base itself
    if current is not None and prior is None:
        prior = _by_base(current, base, mentions)
    if current is not None and prior is None:
        current, prior = _by_year(current, base, mentions)
    if current is not None and prior is None and not base and _SAVED.search(group[0].token.lead) and _CEILING.search(current.name):
        current, prior = _spent(current, mentions), current
    return Change(current, prior, delta, rate, base, binding)


_YEAR = pattern(r"(?:19|20)\d\d")
_SAVED = pattern(r"(?:节约|节省|核减)(?:资金|金额|率|了)*$")
_CEILING = pattern(r"预算|概算|估算|控制价|限价|送审")
"""What a saving is taken of: 合同价108万元，控制价120万元，节约12万元，节约率10%."""


def _spent(ceiling: Mention, mentions: Iterable[Mention]) -> Mention | None:
    """What was spent of a ceiling: the only other amount before it in the sentence, where it is no ceiling as well."""
    others = [m for m in mentions if m.role == "level" and m.dimension == ceiling.dimension and m.start < ceiling.start]
    return others[0] if len(others) == 1 and not _CEILING.search(others[0].name) else None


def _by_base(current: Mention, base: str, mentions: Iterable[Mention]) -> Mention | None:
    """“2025年执行数为133.84万元，2026年预算安排157.23万元，比2025年执行数增加17.48%”: the level that the base names by year and side."""
    year = _YEAR.search(base)
    if year is None:
        return None
    named = [
        other
        for other in mentions
        if other.role == "level"
        and other is not current
        and other.year == int(year[0])
        and other.side == (names.side(base) or other.side)
        and other.dimension == current.dimension
        and other.key in (current.key, "")
    ]
    return named[0] if len(named) == 1 and current.year != named[0].year else None


def _by_year(current: Mention, base: str, mentions: Iterable[Mention]) -> tuple[Mention, Mention | None]:
    """“2016年预算8万元，2015年预算12.5万元；减少4.35万元”: of two levels of one thing in one sentence the earlier year is the prior one."""
    siblings = [
        other
        for other in mentions
        if other.role == "level"
        and other.key == current.key
        and other.side == current.side
        and other.dimension == current.dimension
        and other.depth == current.depth
        and abs(other.segment - current.segment) <= 1
    ]
    if base_class(base) == "plan" or len(siblings) != 2 or not all(other.year for other in siblings):
        return current, None
    earlier, later = sorted(siblings, key=lambda other: other.year or 0)
    said = _YEAR.search(base)
    if (said and int(said[0]) != earlier.year) or (current is earlier and any(other.of is later for other in mentions)):
        return current, None
    return (later, earlier) if earlier.year != later.year else (current, None)
