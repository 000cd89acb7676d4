"""Facts: everything that a document states, found once and only when a rule asks for it.

Every claim family has its module; each is a pure function of what lies below it. `Facts` ties them together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lint.bands import Bands
from lint.document import Document
from lint.facts.continued import joined
from lint.facts.figures import Token, tokens
from lint.facts.folded import unfolded
from lint.facts.headings import Heading, headings
from lint.facts.passages import Passage, passages
from lint.facts.periods import Period, Periods
from lint.facts.phrases.absolutes import Absolute, absolutes
from lint.facts.phrases.achieved import achieved
from lint.facts.phrases.captions import captions
from lint.facts.phrases.citations import Citation, citations
from lint.facts.phrases.comparisons import Comparison, Dangling, comparisons
from lint.facts.phrases.counts import Visit, visits
from lint.facts.phrases.dated import Dated, dated
from lint.facts.phrases.derivations import Derivation, derivations, stale
from lint.facts.phrases.doubled import Doubled, doubled
from lint.facts.phrases.equations import Equation, equations
from lint.facts.phrases.grading import grading
from lint.facts.phrases.listing import Listing
from lint.facts.phrases.listings import listings
from lint.facts.phrases.numbering import Numbering, numberings
from lint.facts.phrases.offices import Variant, variants
from lint.facts.phrases.operands import Operand, operands
from lint.facts.phrases.ordinals import ordinals
from lint.facts.phrases.percents import Rateless, rateless
from lint.facts.phrases.recipients import recipients
from lint.facts.phrases.samples import Sample, samples
from lint.facts.phrases.slots import Slot, slots
from lint.facts.phrases.staffing import Staffing, staffing
from lint.facts.phrases.stocks import stocks
from lint.facts.phrases.subcounts import subcounts
from lint.facts.phrases.thresholds import Threshold, thresholds
from lint.facts.phrases.unitless import Unitless, unitless
from lint.facts.prose import respectively
from lint.facts.prose.addition import Sum
from lint.facts.prose.averages import PerHead, per_head
from lint.facts.prose.banding import printed_bands
from lint.facts.prose.bases import BaseYear, base_years
from lint.facts.prose.changes import Change, Resolved, changes
from lint.facts.prose.elsewhere import NOWHERE
from lint.facts.prose.flats import Flat, flats
from lint.facts.prose.grades import Graded, grades
from lint.facts.prose.inputs import Inputs
from lint.facts.prose.levels import Levels
from lint.facts.prose.lists import List, lists
from lint.facts.prose.mention import Mention
from lint.facts.prose.mentions import by_passage, mentions
from lint.facts.prose.points import Points, points
from lint.facts.prose.ratio import Ratio
from lint.facts.prose.ratios import ratios
from lint.facts.prose.rederived import Rederived, is_far, rederived, unsettled
from lint.facts.prose.repeats import Repeat, repeats
from lint.facts.prose.resolve import resolve
from lint.facts.prose.splits import Closing, CompleteShares, Identity, closings, complete_shares, containments, identities
from lint.facts.prose.sums import sums
from lint.facts.prose.surroundings import Surroundings
from lint.facts.prose.tails import Tails
from lint.facts.ragged import Grids, grids
from lint.facts.rubrics.choice import Choice, choice
from lint.facts.rubrics.printed import Printed
from lint.facts.rubrics.scored import Scored, scored
from lint.facts.rubrics.stretch import stretches
from lint.facts.scores.averaged import Mean, Spread, averaged
from lint.facts.scores.cells import Index, index
from lint.facts.scores.deducted import Deducted, Deductions, deducted
from lint.facts.scores.misplaced import Misplaced, misplaced
from lint.facts.scores.rated import rated
from lint.facts.scores.target import Executed, Target
from lint.facts.scores.targets import targets
from lint.facts.scores.tree import Tree
from lint.facts.scores.trees import scores
from lint.facts.scores.twins import Twin, twins
from lint.facts.sentences import Sentence, sentences
from lint.facts.stacked import unstacked
from lint.facts.subject import Subject, subject_of
from lint.facts.tabled import Tabled
from lint.facts.tables.flattened import Flattened, flattened
from lint.facts.years import ReportYear, report_year
from lint.figure import Figure
from lint.given import NOTHING, Given
from lint.lexicon import lexicon
from lint.place import Span
from lint.ratio import Ratios, shipped

if TYPE_CHECKING:
    from lint.facts.owned import Owned
    from lint.facts.owned.required import Wanted
    from lint.facts.tables.tables import Tables
    from lint.facts.tables.worded import Worded


@dataclass(frozen=True)
class Facts(Tabled):
    """The facts of one document: what stands in it, read by what the user has `given`; `file` is its number in a submission."""

    source: Document
    given: Given = NOTHING
    file: int = 0

    @cached_property
    def document(self) -> Document:
        """The document with stacked tables taken apart, continued ones joined and folded ones unfolded."""
        return unfolded(joined(unstacked(self.source)))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return passages(self.document, self.file)

    @cached_property
    def grids(self) -> Grids:
        """The rows of every table, every cell under its column."""
        return grids(self.document)

    @cached_property
    def subject(self) -> Subject:
        """The office and the project that the document is about."""
        heads = {slot.cell.span for rows in self.grids.values() for row in rows if row.header for slot in row.slots}
        return subject_of(self.passages, heads)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Every number with its place in its passage, in reading order."""
        return tokens(self.document, self.passages, self.grids)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every number, in reading order."""
        return tuple(token.figure for token in self.tokens)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """What each figure of running text says, in reading order."""
        found = mentions(self.tokens)
        for group in by_passage(found):
            respectively.pair(group)
        return found

    @cached_property
    def levels(self) -> Levels:
        """The levels among the mentions, by name and by place."""
        return Levels(self.mentions)

    @cached_property
    def lists(self) -> tuple[List, ...]:
        """Lists in running text: owners and items."""
        return lists(self.mentions, self.passages)

    @cached_property
    def resolved(self) -> Resolved:
        """The level that a change or share speaks of where its own sentence does not hold it."""
        return resolve(self.mentions, self.lists, self.surroundings)

    @cached_property
    def tails(self) -> Tails:
        """What stands at the end of a list and may speak of its total."""
        return Tails(self.mentions, self.lists)

    @cached_property
    def headings(self) -> tuple[tuple[Heading, ...], ...]:
        """The numbered headings above every passage."""
        return headings(self.passages)

    @cached_property
    def dating(self) -> Periods:
        """What dates the figures of running text."""
        return Periods(self.headings, self.report_year.value if self.report_year else None)

    @cached_property
    def periods(self) -> Mapping[Span, Period]:
        """The years that every quantity is about, by its span, where anything says them."""
        of_text = {token.figure.span: period for token in self.tokens if token.is_quantity and (period := self.dating.of(token))}
        return {**of_text, **(self.tables.periods if self.tables else {})}

    @cached_property
    def surroundings(self) -> Surroundings:
        """What the words around a statement and the headings above it say."""
        return Surroundings(self.headings, self.dating)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Levels against earlier ones or plans, with difference and rate."""
        return changes(self.mentions, self.resolved, self.tails)

    @cached_property
    def points(self) -> tuple[Points, ...]:
        """Differences in percentage points between two printed percentages."""
        return tuple(points(self.mentions))

    @cached_property
    def ratios(self) -> tuple[Ratio, ...]:
        """Shares and rates in running text."""
        return ratios(
            self.mentions,
            self.levels,
            self.lists,
            self.resolved,
            self.tables.offers if self.tables else NOWHERE,
            self.tails,
            self.surroundings,
            self.known_ratios,
        )

    @cached_property
    def known_ratios(self) -> Ratios:
        """The ratios known by name, the user's own first."""
        return Ratios((*self.given.ratios, *shipped().terms)) if self.given.ratios else shipped()

    @cached_property
    def rederived(self) -> tuple[Rederived, ...]:
        """Ratios known by name that nothing right beside them settles, by every formula that the sources admit."""
        claimed = {equation.claimed for equation in self.equations}
        printed = [*unsettled(self.mentions, self.ratios, self.changes, self.known_ratios), *self._indicated]
        groups = {group[0].passage.index: group for group in by_passage(self.mentions)}
        inputs = Inputs(groups, self.levels, self.lists, self.tables.offers if self.tables else NOWHERE, self.surroundings)
        return tuple(rederived((mention for mention in printed if mention.figure not in claimed), self.known_ratios, inputs))

    @cached_property
    def _indicated(self) -> list[Mention]:
        """The results of indicator rows that are called after a ratio whose operands may stand anywhere in the report."""
        rows = {row.done: row.name for row in self.indicators if isinstance(row, Target) and is_far(self.known_ratios, row.name)}
        return [Mention(token, "rate", rows[token.figure], named=True) for token in self.tokens if token.figure in rows]

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """Totals and their parts in running text."""
        return sums(self.mentions, self.lists, self.ratios)

    @cached_property
    def complete_shares(self) -> tuple[CompleteShares, ...]:
        """Shares of all the parts of a whole."""
        return tuple(complete_shares(self.sums, self.ratios, self.mentions))

    @cached_property
    def base_years(self) -> tuple[BaseYear, ...]:
        """Explicit base years among comparisons with the year before."""
        return tuple(base_years(self.changes, self.report_year.value if self.report_year else None))

    @cached_property
    def containments(self) -> tuple[tuple[Mention, Mention], ...]:
        """Wholes and the parts they contain by definition."""
        return tuple(containments(self.mentions))

    @cached_property
    def repeats(self) -> tuple[Repeat, ...]:
        """Quantities stated twice in running text."""
        return tuple(repeats(self.mentions, self.lists, self.surroundings))

    @cached_property
    def identities(self) -> tuple[Identity, ...]:
        """Accounting identities whose figures stand in one sentence."""
        return tuple(identities(self.mentions))

    @cached_property
    def per_head(self) -> tuple[PerHead, ...]:
        """Averages with the amount and the number they are made of."""
        return tuple(per_head(self.mentions, self.levels))

    @cached_property
    def grades(self) -> tuple[Graded, ...]:
        """Scores with the grade word given for them."""
        return (*grades(self.mentions, self.bands), *rated(self.document, self.cells, self.bands))

    @cached_property
    def bands(self) -> Bands:
        """The grade bands that hold here: those the report prints, else those the user gave, else the usual ones."""
        return printed_bands(self.passages) or self.given.bands or lexicon().bands

    @cached_property
    def flats(self) -> tuple[Flat, ...]:
        """Levels said to be unchanged, with what tells whether they are."""
        return tuple(flats(self.mentions, self.sums))

    @cached_property
    def closings(self) -> tuple[Closing, ...]:
        """收入总计 and 支出总计 that stand side by side, with the balance stated between them."""
        return tuple(closings(self.mentions, {item for entry in self.lists for item in entry.items}))

    @cached_property
    def report_year(self) -> ReportYear | None:
        """The year the report is about; None where nothing says it."""
        return report_year(self.passages, self.tokens, self.given.year, self.source.path, tells=self.subject.side in ("outcome", "actual"))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of every passage with the numbers in them, in reading order."""
        return sentences(self.passages, self.tokens)

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """Every printed equation, in reading order."""
        return equations(self.sentences)

    @cached_property
    def rateless(self) -> tuple[Rateless, ...]:
        """Every number after 增长, 占 and the like that lacks a percent sign."""
        return rateless(self.sentences)

    @cached_property
    def unitless(self) -> tuple[Unitless, ...]:
        """Every amount or score whose unit was left out."""
        return tuple(unitless(self.sentences))

    @cached_property
    def scores(self) -> tuple[Tree, ...]:
        """Score trees: full marks, awarded scores and claimed totals of titles, sentences and tables."""
        return scores(self.document, self.passages, self.tokens, self.cells)

    @cached_property
    def deducted(self) -> tuple[Deducted | Deductions, ...]:
        """Points taken off as single sentences tell them: with full mark and score, or with their sum."""
        return tuple(deducted(self.passages, self.tokens))

    @cached_property
    def averaged(self) -> tuple[Mean | Spread, ...]:
        """Average scores with the scores or the counts by grade that stand beside them."""
        return tuple(averaged(self.passages, self.tokens, self.bands))

    @cached_property
    def cells(self) -> Index:
        """What stands in the cells of tables, by their spans."""
        return index(self.passages, self.tokens)

    @cached_property
    def comparisons(self) -> tuple[Comparison | Dangling, ...]:
        """Every comparison that is asserted of two printed figures, in reading order."""
        return comparisons(self.sentences)

    @cached_property
    def thresholds(self) -> tuple[Threshold, ...]:
        """Every threshold that is said to be met and to have earned a score, in reading order."""
        return thresholds(self.sentences, self.equations)

    @cached_property
    def flattened(self) -> tuple[Flattened, ...]:
        """Tables that plain text has flattened."""
        return tuple(flattened(self.document))

    @cached_property
    def tables(self) -> Tables | None:
        """What the tables state; None where there are none."""
        if not self.document.tables and not self.flattened:
            return None
        from lint.facts.tables.tables import Tables  # late: most texts have no table, and its modules take a sixth of all imports

        year = self.report_year.value if self.report_year else None
        return Tables(
            self.document,
            self.tokens,
            self.mentions,
            self.grids,
            self.flattened,
            year,
            self.subject.side,
            self.surroundings,
            self.given.forms,
        )

    @cached_property
    def worded(self) -> tuple[Worded, ...]:
        """Operands of formulas whose definition names them, with the cells of that name."""
        if self.tables is None:
            return ()
        from lint.facts.tables.worded import worded

        return tuple(worded(self.equations, self.tables.items, self.report_year.value if self.report_year else None))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Every source and every ratio that is given with a year and from or for which a figure is derived."""
        return citations(self.sentences, self.equations, self.report_year.value if self.report_year else None)

    @cached_property
    def outdated(self) -> frozenset[Sentence]:
        """The sentences that derive a figure from or for a year that is not the report's."""
        return frozenset(item.sentence for item in stale(self.citations, self.report_year))

    @cached_property
    def derivations(self) -> tuple[Derivation, ...]:
        """Every sentence that derives a figure from or for a year it names, with its operands."""
        return tuple(derivations(self.citations, self.operands, self.report_year))

    @cached_property
    def dated(self) -> tuple[Dated, ...]:
        """Every statement of a state or an amount that is dated another year than the report's, and every title and section that is."""
        year = self.report_year
        if year is None:
            return ()
        found = [*dated(self.sentences, year.value), *stocks(self.sentences, year.value)]
        if self.subject.side in ("outcome", "actual"):
            titles = tuple(captions(self.passages, year))
            found = [item for item in found if not any(item.span.overlaps(title.span) for title in titles)]
            found += [*titles, *achieved(self.sentences, self.headings, year)]
        return tuple(item for item in found if item.year == year.value or not year.covers(item.year))

    @cached_property
    def listings(self) -> tuple[Listing, ...]:
        """Every count with the list that it announces or closes."""
        return (
            *listings(self.sentences),
            *ordinals(self.sentences),
            *recipients(self.sentences),
            *subcounts(self.sentences),
            *grading(self.sentences),
        )

    @cached_property
    def twins(self) -> tuple[Twin, ...]:
        """Scores that the titles and the score table both print."""
        return twins(self.scores)

    @cached_property
    def misplaced(self) -> tuple[Misplaced, ...]:
        """Full marks and scores that stand in the columns of targets and results."""
        return misplaced(self.document, self.passages, self.tokens, self.cells)

    @cached_property
    def indicators(self) -> tuple[Target | Executed, ...]:
        """Every indicator of a form with its target and result, and every execution rate that is scored."""
        scores = frozenset(figure.span for found in self.misplaced for figure in found.targets)
        return targets(self.document, self.cells, self.given.forms, scores)

    @cached_property
    def rubric(self) -> Choice | None:
        """The scoring table that the report follows; None where none is known to be its own."""
        return choice(self.scores, self.passages, self.report_year.value if self.report_year else None, self.given)

    @cached_property
    def scored(self) -> tuple[Scored, ...]:
        """Every awarded score that the scoring table derives from a number."""
        if self.rubric is None:
            return ()
        where = stretches(self.scores, self.passages, len(self.document.text))
        rows = {found.awarded.span: found for found in self.indicators if found.awarded is not None}
        return tuple(scored(self.rubric, Printed(where, self.equations, self.tokens, rows)))

    @cached_property
    def ruled(self) -> frozenset[Span]:
        """The awarded scores that the scoring table decides, so that no usual practice need be asked."""
        return frozenset(found.awarded.span for found in self.scored if found.is_decided)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every alternative of the form that was left standing and every slot that was left blank."""
        return slots(self.sentences)

    @cached_property
    def samples(self) -> tuple[Sample, ...]:
        """Every percentage of a small sample whose size is printed and whose hits are not."""
        return tuple(samples(self.sentences))

    @cached_property
    def absolutes(self) -> tuple[Absolute, ...]:
        """Every statement that admits no exception, with the exception that its own paragraph states."""
        return tuple(absolutes(self.passages, self.tokens))

    @cached_property
    def office_names(self) -> tuple[Variant, ...]:
        """Every other name that the document gives the office that made it."""
        return variants(self.passages, self.subject.office)

    @cached_property
    def doubled(self) -> tuple[Doubled, ...]:
        """Every word of running text that stands twice in a row."""
        return tuple(doubled(self.passages))

    @cached_property
    def numberings(self) -> tuple[Numbering, ...]:
        """Every numbered list of running text, and every mark that does not follow on the one before."""
        return numberings(self.passages)

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every count of groups, batches or vehicles with the persons or the money of its sentence or table."""
        return (*visits(self.sentences), *(self.tables.visits if self.tables else ()))

    @cached_property
    def staffing(self) -> tuple[Staffing, ...]:
        """Every number of staff with the establishment given beside it."""
        return (*staffing(self.sentences), *(self.tables.staffing if self.tables else ()))

    @cached_property
    def operands(self) -> tuple[Operand, ...]:
        """Every amount in a printed equation with where else it stands."""
        return operands(self.equations, self.tokens, self.outdated)

    @cached_property
    def owned(self) -> Owned | None:
        """What the user's own rules find; None where there are none, or nothing could be read."""
        if not self.given.own or not self.document.text:
            return None
        from lint.facts.owned import Owned  # late: few have rules of their own
        from lint.facts.owned.named import Report

        year = self.report_year.value if self.report_year else None
        report = Report(self.mentions, self.tables.sheets if self.tables else (), self.surroundings, year)
        return Owned(self.given.own, report, self.lists, self.sentences)

    @cached_property
    def required(self) -> tuple[Wanted, ...]:
        """Every figure that the user wants stated."""
        if not self.given.own.required or self.owned is None:
            return ()
        from lint.facts.owned.required import wanted

        return tuple(wanted(self.given.own.required, [self.owned.report], [self.document]))
