"""What single phrases claim: equations, comparisons, lists, citations, and slips of wording."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

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
from lint.facts.related import Related
from lint.facts.sentences import Sentence

if TYPE_CHECKING:
    from lint.facts.tables.worded import Worded


class Phrased(Related):
    """The part of `Facts` that phrases answer for."""

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """Every printed equation, in reading order."""
        return equations(self.sentences)

    @cached_property
    def comparisons(self) -> tuple[Comparison | Dangling, ...]:
        """Every comparison that is asserted of two printed figures, in reading order."""
        return comparisons(self.sentences)

    @cached_property
    def thresholds(self) -> tuple[Threshold, ...]:
        """Every threshold that is said to be met and to have earned a score, in reading order."""
        return thresholds(self.sentences, self.equations)

    @cached_property
    def operands(self) -> tuple[Operand, ...]:
        """Every amount in a printed equation with where else it stands."""
        return operands(self.equations, self.tokens, self.outdated)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Every source and every ratio that is given with a year and from or for which a figure is derived."""
        return citations(self.sentences, self.equations, self.year, self.headings)

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
    def numberings(self) -> tuple[Numbering, ...]:
        """Every numbered list of running text, and every mark that does not follow on the one before."""
        return numberings(self.passages)

    @cached_property
    def rateless(self) -> tuple[Rateless, ...]:
        """Every number after 增长, 占 and the like that lacks a percent sign."""
        return rateless(self.sentences)

    @cached_property
    def unitless(self) -> tuple[Unitless, ...]:
        """Every amount or score whose unit was left out."""
        return tuple(unitless(self.sentences))

    @cached_property
    def samples(self) -> tuple[Sample, ...]:
        """Every percentage of a small sample whose size is printed and whose hits are not."""
        return tuple(samples(self.sentences))

    @cached_property
    def absolutes(self) -> tuple[Absolute, ...]:
        """Every statement that admits no exception, with the exception that its own paragraph states."""
        return tuple(absolutes(self.passages, self.tokens))

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every alternative of the form that was left standing and every slot that was left blank."""
        return slots(self.sentences)

    @cached_property
    def office_names(self) -> tuple[Variant, ...]:
        """Every other name that the document gives the office that made it."""
        return variants(self.passages, self.subject.office)

    @cached_property
    def doubled(self) -> tuple[Doubled, ...]:
        """Every word of running text that stands twice in a row."""
        return tuple(doubled(self.passages))

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Every count of groups, batches or vehicles with the persons or the money of its sentence or table."""
        return (*visits(self.sentences), *(self.tables.visits if self.tables else ()))

    @cached_property
    def staffing(self) -> tuple[Staffing, ...]:
        """Every number of staff with the establishment given beside it."""
        return (*staffing(self.sentences), *(self.tables.staffing if self.tables else ()))

    @cached_property
    def worded(self) -> tuple[Worded, ...]:
        """Operands of formulas whose definition names them, with the cells of that name."""
        if self.tables is None:
            return ()
        from lint.facts.tables.worded import worded

        return tuple(worded(self.equations, self.tables.items, self.year))
