"""A submission: the files that one department hands in together, and what they say of the same things.

It offers those claim families of `Facts` that hold between files under the same names, so that one rule serves both.
Files are compared only where nothing speaks against their being about one office and one project.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, permutations

from lint.facts import Facts
from lint.facts.owned.required import Wanted, wanted
from lint.facts.phrases.operands import Operand, Sight, operands
from lint.facts.prose.mention import Mention
from lint.facts.prose.repeats import Repeat, stated
from lint.facts.prose.surroundings import strangers
from lint.facts.scores.twins import Twin, between
from lint.facts.tables.counterparts import pairs
from lint.facts.tables.linked import Linked, linked
from lint.facts.tables.moneyless import Moneyless, moneyless
from lint.facts.tables.pair import Pair, Swap, UnitSlip, swaps, unit_slips
from lint.facts.tables.projects import Project, amounts_of, funded, lines_of, scored, scores_of
from lint.facts.tables.sheets import Line, Sheet
from lint.facts.tables.tables import Tables
from lint.facts.tables.twice import Twice, twice
from lint.facts.tables.unfilled import Unfilled, unfilled
from lint.facts.tables.worded import Worded, worded
from lint.facts.vintages import Vintage, vintages
from lint.figure import Figure
from lint.own.records import NO_RULES


@dataclass(frozen=True)
class Submission:
    """The facts of every file, each with its number in the submission."""

    files: tuple[Facts, ...]

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every figure of running text that a table of another file shows."""
        found = [
            pair
            for text, tables in self._crossed()
            for pair in pairs(tables.sheets, tables.items, text.mentions, text.year, text.subject.side, text.surroundings)
        ]
        named = (pair for text, projects in self._named for project in projects for pair in funded(text.mentions, project, text.year))
        return (*found, *named)

    @cached_property
    def swaps(self) -> tuple[Swap, ...]:
        """Pairs of such figures that stand under each other's name."""
        return swaps(self.pairs)

    @cached_property
    def unit_slips(self) -> tuple[UnitSlip, ...]:
        """Tables that the text agrees with nowhere and differs from by ten thousand in several places."""
        return unit_slips(self.pairs)

    @cached_property
    def moneyless(self) -> tuple[Moneyless, ...]:
        """Things that running text counts and the cells of another file's tables for the money spent on them."""
        return tuple(found for text, tables in self._crossed() for found in moneyless(tables.items, text.mentions, text.year))

    @cached_property
    def unfilled(self) -> tuple[Unfilled, ...]:
        """Amounts of running text whose line in another file's tables is empty."""
        return tuple(found for text, tables in self._crossed() for found in unfilled(tables.sheets, tables.items, text.mentions, text.year))

    @cached_property
    def twice(self) -> tuple[Twice, ...]:
        """Every quantity that tables of two files show."""
        found: list[Twice] = []
        for ours, theirs in self._alike():
            if (first := ours.tables) and (second := theirs.tables):
                years = {year for year in (ours.year, theirs.year) if year}
                both = twice((*first.sheets, *second.sheets), years.pop()) if len(years) == 1 else ()
                found.extend(each for each in both if each.earlier.file != each.later.file)
        for facts, project, sheet, line in self._listed():
            found.extend(amounts_of(sheet, line, project, facts.year))
        return tuple(found)

    @cached_property
    def linked(self) -> tuple[Linked, ...]:
        """Every quantity that forms of the accounts in two files show by their own rules."""
        found: list[Linked] = []
        for ours, theirs in self._alike():
            if (first := ours.tables) and (second := theirs.tables) and ours.year == theirs.year:
                found.extend((*linked(first.forms, second.forms), *linked(second.forms, first.forms)))
        return tuple(found)

    @cached_property
    def worded(self) -> tuple[Worded, ...]:
        """Operands of formulas in one file, with the cells of another that their definition names."""
        return tuple(found for text, tables in self._crossed() for found in worded(text.equations, tables.items, text.year))

    @cached_property
    def repeats(self) -> tuple[Repeat, ...]:
        """Quantities that the running text of two files states."""
        return tuple(
            Repeat(first, again)
            for ours, theirs in self._alike()
            for mark, first in self._stated[ours.file].items()
            if (again := self._stated[theirs.file].get(mark)) and not strangers(first, again)
        )

    @cached_property
    def twins(self) -> tuple[Twin, ...]:
        """Scores that two files of one year print."""
        found: list[Twin] = []
        for ours, theirs in self._alike():
            if ours.year is None or theirs.year in (None, ours.year):
                project = bool(ours.subject.project)
                found.extend(between(ours.scores, theirs.scores, project) or between(theirs.scores, ours.scores, project))
        for text, projects in self._named:
            found.extend(scored(text.mentions, projects, text.year))
        for _, named, sheet, line in self._listed():
            found.extend(scores_of(sheet, line, named))
        return tuple(found)

    @cached_property
    def vintages(self) -> tuple[Vintage, ...]:
        """Every file whose title says that it tells what came of a year, where the office has several of them."""
        return tuple(vintages(self.files))

    @cached_property
    def required(self) -> tuple[Wanted, ...]:
        """Every figure that the user wants stated, in whichever file."""
        read = [(facts, facts.owned.report) for facts in self.files if facts.owned]
        own = read[0][0].given.own if read else NO_RULES
        return tuple(wanted(own.required, [report for _, report in read], [facts.document for facts, _ in read]))

    @cached_property
    def operands(self) -> tuple[Operand, ...]:
        """Every amount in a printed equation with where else it stands, in its own file or in another."""
        found: list[Operand] = []
        for facts in self.files:
            if facts.equations:
                beyond = [sight for other in self.files if other is not facts for sight in _sights(other)]
                found.extend(operands(facts.equations, facts.tokens, facts.outdated, beyond))
        return tuple(found)

    def _alike(self) -> Iterator[tuple[Facts, Facts]]:
        """Two files about one thing, in their order."""
        for ours, theirs in combinations(self.files, 2):
            if ours.subject.is_like(theirs.subject):
                yield ours, theirs

    def _crossed(self) -> Iterator[tuple[Facts, Tables]]:
        """The text of one file with the tables of another about the same thing."""
        for text, other in permutations(self.files, 2):
            if (tables := other.tables) and text.subject.is_like(other.subject):
                yield text, tables

    @cached_property
    def _named(self) -> tuple[tuple[Facts, list[Project]], ...]:
        """A report on a whole office with the projects of it that have a form; none that several units have one for."""
        forms = Counter(facts.subject.project for facts in self.files)
        found: list[tuple[Facts, list[Project]]] = []
        for ours in self.files:
            projects = [
                Project(theirs.subject.project, theirs.tables.items, _score(theirs))
                for theirs in self.files
                if theirs is not ours
                and theirs.tables
                and forms[theirs.subject.project] == 1
                and theirs.subject.project
                and ours.subject.is_like(replace(theirs.subject, project="", unit=""))
                and ours.year == theirs.year
            ]
            if projects:
                found.append((ours, projects))
        return tuple(found)

    def _listed(self) -> Iterator[tuple[Facts, Project, Sheet, Line]]:
        """The line of each project in the tables of a report on a whole office."""
        for facts, projects in self._named:
            for project in projects if facts.tables else ():
                for sheet, line in lines_of(facts.tables.sheets if facts.tables else (), project):
                    yield facts, project, sheet, line

    @cached_property
    def _stated(self) -> dict[int, dict[tuple[object, ...], Mention]]:
        return {facts.file: stated(facts.mentions, facts.lists, facts.surroundings) for facts in self.files}


def _score(facts: Facts) -> Figure | None:
    """The total of the one score table of a form."""
    trees = [tree for tree in facts.scores if tree.source == "table" and len(tree.nodes) > 1]
    totals = trees[0].totals if len(trees) == 1 else ()
    return totals[0].awarded if len(totals) == 1 else None


def _sights(facts: Facts) -> Iterator[Sight]:
    """Every figure of a file with what it is called; the cells of tables by their line."""
    if facts.tables:
        for items in facts.tables.items.values():
            yield from (Sight(item.name, item.figure) for item in items)
    yield from (Sight(token.figure.name, token.figure) for token in facts.tokens)
