"""What the tables of a document state, each family found once and only when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lint.document import Document
from lint.facts.figures import Token
from lint.facts.periods import Period
from lint.facts.phrases.counts import Visit
from lint.facts.phrases.staffing import Staffing
from lint.facts.prose.mention import Mention
from lint.facts.prose.surroundings import Surroundings
from lint.facts.ragged import Grids
from lint.facts.subject import Titled
from lint.facts.tables.counterparts import pairs
from lint.facts.tables.crossfoot import TableSum, table_sums
from lint.facts.tables.dating import cell_periods
from lint.facts.tables.derived import TableRate
from lint.facts.tables.facing import table_staffing, table_visits
from lint.facts.tables.flattened import Flattened
from lint.facts.tables.forms import Form, Prescribed, forms, prescribed
from lint.facts.tables.items import Item, items
from lint.facts.tables.layout import sheets
from lint.facts.tables.linked import Linked, linked
from lint.facts.tables.moneyless import Moneyless, moneyless
from lint.facts.tables.offers import Offers
from lint.facts.tables.pair import Pair, Swap, UnitSlip, swaps, unit_slips
from lint.facts.tables.quotients import table_rates
from lint.facts.tables.rowfoot import Balance, RowSum, balances, row_sums
from lint.facts.tables.sheets import Sheet
from lint.facts.tables.twice import Twice, twice
from lint.facts.tables.unfilled import Unfilled, unfilled
from lint.place import Span
from lint.template import Template, templates


@dataclass(frozen=True)
class Tables:
    """The tables of one document beside the figures of its running text; `year` is the report year, None if unknown, `side` that of its title."""

    document: Document
    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    grids: Grids
    flattened: Sequence[Flattened]
    year: int | None
    side: Titled
    surroundings: Surroundings
    given_forms: Sequence[Template] = ()

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every table understood: captions, columns with their roles, labelled lines."""
        return sheets(self.document, self.tokens, self.grids, self.flattened)

    @cached_property
    def items(self) -> Mapping[str, Sequence[Item]]:
        """The amounts of tables, by what they are called."""
        return items(self.sheets, self.year)

    @cached_property
    def offers(self) -> Offers:
        """The figures of tables that running text leaves unsaid."""
        return Offers(self.items, self.tokens, self.year)

    @cached_property
    def sums(self) -> tuple[TableSum, ...]:
        """Every sum that total lines, codes and 其中 lines of tables claim, column by column; a form that says more outranks them."""
        told = {found.total for found in self.prescribed}
        return tuple(found for found in self._claimed if found.is_decided or found.total not in told)

    @cached_property
    def _claimed(self) -> tuple[TableSum, ...]:
        return table_sums(self.sheets)

    @cached_property
    def rates(self) -> tuple[TableRate, ...]:
        """Every rate or change that a table prints, with the columns it is derived from."""
        return table_rates(self.sheets)

    @cached_property
    def row_sums(self) -> tuple[RowSum, ...]:
        """Every sum that a 合计 or 小计 column claims, row by row; a form that says what a blank means outranks one with gaps."""
        told = {found.total for found in self.prescribed}
        return tuple(found for found in self._beside if found.is_decided or found.total not in told)

    @cached_property
    def _beside(self) -> tuple[RowSum, ...]:
        return row_sums(self.sheets)

    @cached_property
    def balances(self) -> tuple[Balance, ...]:
        """收入总计 and 支出总计 of every statement that sets them side by side."""
        return balances(self.sheets)

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Every table that is a printed form."""
        return forms(self.document.tables, self.grids, self.sheets, (*self.given_forms, *templates()))

    @cached_property
    def prescribed(self) -> tuple[Prescribed, ...]:
        """Every sum that a form prescribes and that no total of the table decides by itself."""
        claimed = {found.total for found in self._claimed if found.is_decided}
        claimed |= {found.total for found in self._beside if found.is_decided}
        return tuple(found for found in prescribed(self.forms) if found.total not in claimed)

    @cached_property
    def linked(self) -> tuple[Linked, ...]:
        """Every quantity that two forms of the accounts show by their own rules."""
        return tuple(linked(self.forms, self.forms))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every figure of running text that a table shows too."""
        return pairs(self.sheets, self.items, self.mentions, self.year, self.side, self.surroundings)

    @cached_property
    def periods(self) -> Mapping[Span, Period]:
        """The year that every figure of the tables is about, by its span."""
        return dict(cell_periods(self.sheets, self.year))

    @cached_property
    def swaps(self) -> tuple[Swap, ...]:
        """Pairs of such figures that stand under each other's name."""
        return swaps(self.pairs)

    @cached_property
    def unit_slips(self) -> tuple[UnitSlip, ...]:
        """Tables that the text agrees with nowhere and differs from by ten thousand in several places."""
        return unit_slips(self.pairs)

    @cached_property
    def twice(self) -> tuple[Twice, ...]:
        """Every quantity that two tables show."""
        return twice(self.sheets, self.year)

    @cached_property
    def moneyless(self) -> tuple[Moneyless, ...]:
        """Things that running text counts and the table cells for the money spent on them."""
        return tuple(moneyless(self.items, self.mentions, self.year))

    @cached_property
    def unfilled(self) -> tuple[Unfilled, ...]:
        """Every amount of running text whose line in a table is empty."""
        return tuple(unfilled(self.sheets, self.items, self.mentions, self.year))

    @cached_property
    def visits(self) -> tuple[Visit, ...]:
        """Counts of groups and batches with the persons or the money of their table."""
        return tuple(table_visits(self.sheets))

    @cached_property
    def staffing(self) -> tuple[Staffing, ...]:
        """Numbers of staff with the establishment of their table."""
        return tuple(table_staffing(self.sheets))
