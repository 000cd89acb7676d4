"""Which rubric a report was written by: the one that the user names, else the one of its place and year whose full marks it prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lint.check import Severity
from lint.expression import constant
from lint.facts.passages import Passage
from lint.facts.rubrics.fit import Fit, fit
from lint.facts.scores.balance import Ceiling
from lint.facts.scores.totals import Total
from lint.facts.scores.tree import Tree
from lint.given import Given
from lint.number import plain
from lint.pattern import pattern
from lint.rubric import EVERYWHERE, Indicator, Kind, Rubric
from lint.rubric.library import likely
from lint.say import Say

_HEAD = 60
"""How many passages from the beginning may be the head of a report."""
_WIDEST = 30
_TITLE = 50
"""Longer passages are no titles."""
_KIND = pattern(r"(?P<whole>部门整体|整体支出|整体绩效)|(?P<project>项目支出|项目绩效|项目自评|项目评价|项目名称|转移支付)")


@dataclass(frozen=True, eq=False)
class Choice:
    """A rubric, the trees that follow it, whether the user `named` it, and why it was taken.

    `current` is False where it is that of another year than the report: what it gives then proves nothing.
    """

    rubric: Rubric
    fits: tuple[Fit, ...]
    named: bool
    evidence: Say
    current: bool = True

    def severity(self, indicator: Indicator | None = None) -> Severity:
        """How grave a break of its rules is: a warning where the user named it or its rules were seen in print, and it is of the year, else information."""
        seen = self.rubric.verified and (indicator is None or indicator.verified)
        return "warning" if self.current and (self.named or seen) else "info"

    def doubt(self, indicator: Indicator) -> Say | None:
        """Why a break of its rules only informs; None where it warns."""
        if self.severity(indicator) == "warning":
            return None
        return UNSEEN.of(source=indicator.source) if self.current else OTHER_TABLE

    def ceiling(self, tree: Tree, total: Total) -> Ceiling | None:
        """What a total can reach by the rubric, bonus items included; None where the report declares it, or the rubric does not tell."""
        highest = self.rubric.ceiling
        if total.full is not None or highest is None or not self._is_for(tree):
            return None
        basis = BY_RUBRIC.of(rubric=self.rubric.name, full=plain(self.rubric.full), bonus=_bonus(self.rubric))
        return Ceiling(constant(highest), (), basis)

    def open_bonus(self, tree: Tree) -> Say | None:
        """That the rubric does not tell whether bonus items carry the total beyond the full mark; None where it does, or has none."""
        if self.rubric.ceiling is not None or not self._is_for(tree):
            return None
        return OPEN_BONUS.of(rubric=self.rubric.name, full=plain(self.rubric.full), bonus=plain(self.rubric.bonus))

    def _is_for(self, tree: Tree) -> bool:
        """Whether a tree follows the rubric, and its rules may be asked."""
        return (self.named or self.severity() == "warning") and any(found.tree is tree for found in self.fits)


def choice(trees: Sequence[Tree], passages: Sequence[Passage], year: int | None, given: Given) -> Choice | None:
    """The rubric for the score trees of a report; None where none is known to be its own."""
    if given.rubric is not None:
        fits = tuple(found for tree in trees if (found := fit(tree, given.rubric)).is_like)
        current = year is None or given.rubric.covers(year)
        told = (NAMED if fits else UNFITTING).of(doubt=_doubt(given.rubric, passages, None if current else year))
        return Choice(given.rubric, fits, True, told, current)
    if year is None or not any(tree.nodes for tree in trees):
        return None
    kind = _kind(passages)
    known = likely(year, "\n".join(passage.text for passage in passages), kind) if kind else ()
    possible = [
        made
        for rubric in (*given.rubrics, *known)
        if rubric.covers(year) and rubric.kind == kind and (made := _fitting(rubric, trees, passages))
    ]
    return max(possible, key=lambda made: max(found.agreeing for found in made.fits), default=None)


def nearest(trees: Sequence[Tree], passages: Sequence[Passage], year: int | None, given: Given) -> Say | None:
    """Which rubric would come nearest where none was chosen, and what did not fit; None where nothing speaks for any."""
    if year is None:
        return None
    known = likely(year, "\n".join(passage.text for passage in passages))
    fits = [fit(tree, rubric) for rubric in (*given.rubrics, *known) for tree in trees]
    best = max(fits, key=lambda made: (made.agreeing, len(made.pairs)), default=None)
    if best is None or not best.pairs:
        return None
    rubric, found = best.rubric, len(best.pairs)
    told = {"name": rubric.name, "id": rubric.id, "found": found, "agreeing": best.agreeing, "listed": len(list(rubric.rows()))}
    return NEAREST.of(**told, lacks=_lacking(best, passages, year))


def _lacking(best: Fit, passages: Sequence[Passage], year: int) -> Say:
    """Why a rubric was not chosen for a report of this year."""
    kind = _kind(passages)
    if not best.rubric.covers(year):
        return OTHER_YEARS.of(year=year)
    if kind != best.rubric.kind:
        return OTHER_KIND.of(kind=best.rubric.kind) if kind else NO_KIND.of(kind=best.rubric.kind)
    if best.is_close:
        return NO_PLACE.of(places="、".join(best.rubric.places) or "—")
    return FEW_MARKS


def _doubt(rubric: Rubric, passages: Sequence[Passage], year: int | None) -> Say | str:
    """That a rubric that the user named is that of another year than this one, or of a place that the report does not name."""
    places = "" if EVERYWHERE in rubric.places else "、".join(rubric.places)
    strange = places and not any(place in passage.text for passage in passages for place in rubric.places)
    if year is not None:
        return (OTHER_YEAR_AND_PLACE if strange else OTHER_YEAR).of(year=year, places=places)
    return OTHER_PLACE.of(places=places) if strange else ""


def _kind(passages: Sequence[Passage]) -> Kind | None:
    """What a report is about, by the first title that tells; None where none does."""
    titles = (passage.text for passage in passages[:_HEAD] if len(passage.text) <= _TITLE)
    match = next((match for text in titles if (match := _KIND.search(text))), None)
    return None if match is None else "部门整体" if match["whole"] else "项目"


def _fitting(rubric: Rubric, trees: Sequence[Tree], passages: Sequence[Passage]) -> Choice | None:
    """The rubric with the trees that print its full marks; None where there are none, or the report is of another place."""
    fits = tuple(made for tree in trees if (made := fit(tree, rubric)).is_close)
    if not fits:
        return None
    agreeing = max(made.agreeing for made in fits)
    if EVERYWHERE in rubric.places:
        return Choice(rubric, fits, False, BY_MARKS.of(agreeing=agreeing))
    quote = next((passage.text for passage in passages for place in rubric.places if place in passage.text), "")
    told = quote if len(quote) <= _WIDEST else _around(quote, rubric.places)
    return Choice(rubric, fits, False, BY_PLACE.of(quote=told, agreeing=agreeing)) if quote else None


def _around(text: str, places: Sequence[str]) -> str:
    """The words around the first place that a text names."""
    at = min(text.find(place) for place in places if place in text)
    start = max(0, at - _WIDEST // 3)
    return ("…" if start else "") + text[start : start + _WIDEST] + "…"


def _bonus(rubric: Rubric) -> Say | str:
    if not rubric.bonus:
        return ""
    return (ABOVE if rubric.bonus_rule == "可超过" else FILLING).of(bonus=plain(rubric.bonus))


BY_RUBRIC = Say("评分细则“{rubric}”满分{full}分{bonus}", "the scoring table “{rubric}” gives {full}{bonus}")
ABOVE = Say("，另可加{bonus}分", " and {bonus} more for bonus items")
FILLING = Say("，加分{bonus}分只用于弥补扣分", "; {bonus} of bonus items only make up for deductions")
OPEN_BONUS = Say(
    "评分细则“{rubric}”满分{full}分，另有加分{bonus}分；加分能否使总分超过满分，细则没有写明",
    "the scoring table “{rubric}” gives {full} and {bonus} for bonus items, and does not tell whether these carry a total beyond it",
)
NAMED = Say("由 --rubric 或设置文件指定{doubt}", "named by --rubric or the settings{doubt}")
UNFITTING = Say(
    "由 --rubric 或设置文件指定，但文中没有找到其中的指标{doubt}",
    "named by --rubric or the settings, but none of its indicators was found in the report{doubt}",
)
OTHER_YEAR = Say(
    "；注意：它不是{year}年度的细则，核对得出的只作提示",
    "; note: it is not the table of {year}, and what it gives only informs",
)
OTHER_PLACE = Say(
    "；注意：报告里没有出现“{places}”，请确认没有用错细则",
    "; note: the report does not name “{places}”; is it the right table?",
)
OTHER_YEAR_AND_PLACE = Say(
    "；注意：它不是{year}年度的细则，报告里也没有出现“{places}”，核对得出的只作提示",
    "; note: it is not the table of {year} and the report does not name “{places}”, and what it gives only informs",
)
NEAREST = Say(
    "最接近的是“{name}”（{id}）：它的{listed}项中报告里有{found}项，满分相符的{agreeing}项；{lacks}",
    "the nearest is “{name}” ({id}): of its {listed} indicators the report has {found}, {agreeing} with the same full mark; {lacks}",
)
OTHER_YEARS = Say("不是{year}年度的细则", "it is not the table of {year}")
OTHER_KIND = Say("它是{kind}的细则，报告标题不是", "it is for another kind of report")
NO_KIND = Say("标题看不出是不是{kind}的报告", "the titles do not tell the kind of the report")
NO_PLACE = Say("报告里没有出现“{places}”", "the report does not name “{places}”")
FEW_MARKS = Say(
    "满分相符的不够多，要有各级或最末一级满分的八成以上", "too few full marks agree: four of five, of all levels or of the last"
)
UNSEEN = Say("细则的这一项没有核实（{source}），仅供参考", "this entry of the scoring table was not seen in print ({source})")
OTHER_TABLE = Say("用的是别的年度的细则，仅供参考", "the scoring table is that of another year")
BY_PLACE = Say("按“{quote}”、年度和{agreeing}项满分相符选定", "chosen by “{quote}”, the year and {agreeing} full marks that agree")
BY_MARKS = Say("按年度和{agreeing}项满分相符选定", "chosen by the year and {agreeing} full marks that agree")
