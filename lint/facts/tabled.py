"""What the tables of a document state, for rules: nothing where it has none, so that a text without tables loads none of their modules."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from lint.facts.mentioned import Mentioned
from lint.facts.periods import Period
from lint.facts.tables.flattened import Flattened, flattened
from lint.place import Span

if TYPE_CHECKING:
    from lint.facts.tables.crossfoot import TableSum
    from lint.facts.tables.derived import TableRate
    from lint.facts.tables.forms import Prescribed
    from lint.facts.tables.linked import Linked
    from lint.facts.tables.moneyless import Moneyless
    from lint.facts.tables.pair import Pair, Swap, UnitSlip
    from lint.facts.tables.rowfoot import Balance, RowSum
    from lint.facts.tables.tables import Tables
    from lint.facts.tables.twice import Twice
    from lint.facts.tables.unfilled import Unfilled


class Tabled(Mentioned):
    """The part of `Facts` that its tables answer for."""

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

        return Tables(
            self.document,
            self.tokens,
            self.mentions,
            self.grids,
            self.flattened,
            self.year,
            self.subject.side,
            self.surroundings,
            self.given.forms,
        )

    @cached_property
    def periods(self) -> Mapping[Span, Period]:
        """The years that every quantity is about, by its span, where anything says them."""
        of_text = {token.figure.span: period for token in self.tokens if token.is_quantity and (period := self.dating.of(token))}
        return {**of_text, **(self.tables.periods if self.tables else {})}

    @cached_property
    def moneyless(self) -> tuple[Moneyless, ...]:
        """Things that running text counts and the table cells for the money spent on them."""
        return self.tables.moneyless if self.tables else ()

    @cached_property
    def unfilled(self) -> tuple[Unfilled, ...]:
        """Every amount of running text whose line in a table is empty."""
        return self.tables.unfilled if self.tables else ()

    @cached_property
    def table_sums(self) -> tuple[TableSum, ...]:
        """Every sum that total lines, codes and 其中 lines of tables claim, column by column."""
        return self.tables.sums if self.tables else ()

    @cached_property
    def prescribed(self) -> tuple[Prescribed, ...]:
        """Every sum that a printed form prescribes and that no total of the table claims by itself."""
        return self.tables.prescribed if self.tables else ()

    @cached_property
    def linked(self) -> tuple[Linked, ...]:
        """Every quantity that two forms of the accounts show by their own rules."""
        return self.tables.linked if self.tables else ()

    @cached_property
    def table_rates(self) -> tuple[TableRate, ...]:
        """Every rate or change that a table prints, with the columns it is derived from."""
        return self.tables.rates if self.tables else ()

    @cached_property
    def row_sums(self) -> tuple[RowSum, ...]:
        """Every sum that a 合计 or 小计 column claims, row by row."""
        return self.tables.row_sums if self.tables else ()

    @cached_property
    def balances(self) -> tuple[Balance, ...]:
        """收入总计 and 支出总计 of every statement that sets them side by side."""
        return self.tables.balances if self.tables else ()

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every figure of running text that a table shows too."""
        return self.tables.pairs if self.tables else ()

    @cached_property
    def twice(self) -> tuple[Twice, ...]:
        """Every quantity that two tables show."""
        return self.tables.twice if self.tables else ()

    @cached_property
    def swaps(self) -> tuple[Swap, ...]:
        """Pairs of such figures that stand under each other's name."""
        return self.tables.swaps if self.tables else ()

    @cached_property
    def unit_slips(self) -> tuple[UnitSlip, ...]:
        """Tables that the text agrees with nowhere and differs from by ten thousand in several places."""
        return self.tables.unit_slips if self.tables else ()
