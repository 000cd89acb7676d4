"""How figures of running text hang together: changes, ratios, sums and what else derives one from others."""

from __future__ import annotations

from functools import cached_property

from lint.bands import Bands
from lint.facts.prose.addition import Sum
from lint.facts.prose.averages import PerHead, per_head
from lint.facts.prose.banding import printed_bands
from lint.facts.prose.bases import BaseYear, base_years
from lint.facts.prose.changes import Change, changes
from lint.facts.prose.elsewhere import NOWHERE
from lint.facts.prose.flats import Flat, flats
from lint.facts.prose.mention import Mention
from lint.facts.prose.points import Points, points
from lint.facts.prose.ratio import Ratio
from lint.facts.prose.ratios import ratios
from lint.facts.prose.repeats import Repeat, repeats
from lint.facts.prose.splits import Closing, CompleteShares, Identity, closings, complete_shares, containments, identities
from lint.facts.prose.sums import sums
from lint.facts.tabled import Tabled
from lint.lexicon import lexicon
from lint.ratio import Ratios


class Related(Tabled):
    """The part of `Facts` that several figures of running text answer for together."""

    @cached_property
    def bands(self) -> Bands:
        """The grade bands that hold here: those the report prints, else those the user gave, else the usual ones."""
        return printed_bands(self.passages) or self.given.bands or lexicon().bands

    @cached_property
    def known_ratios(self) -> Ratios:
        """The ratios known by name, the user's own first."""
        return Ratios(self.given.ratios)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Levels against earlier ones or plans, with difference and rate."""
        return changes(self.mentions, self.resolved, self.tails)

    @cached_property
    def points(self) -> tuple[Points, ...]:
        """Differences in percentage points between two printed percentages."""
        return tuple(points(self.mentions))

    @cached_property
    def base_years(self) -> tuple[BaseYear, ...]:
        """Explicit base years among comparisons with the year before."""
        return tuple(base_years(self.changes, self.year))

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
    def sums(self) -> tuple[Sum, ...]:
        """Totals and their parts in running text."""
        return sums(self.mentions, self.lists, self.ratios)

    @cached_property
    def complete_shares(self) -> tuple[CompleteShares, ...]:
        """Shares of all the parts of a whole."""
        return tuple(complete_shares(self.sums, self.ratios, self.mentions))

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
    def flats(self) -> tuple[Flat, ...]:
        """Levels said to be unchanged, with what tells whether they are."""
        return tuple(flats(self.mentions, self.sums))

    @cached_property
    def closings(self) -> tuple[Closing, ...]:
        """收入总计 and 支出总计 that stand side by side, with the balance stated between them."""
        return tuple(closings(self.mentions, {item for entry in self.lists for item in entry.items}))
