"""Facts: everything that a document states, found once and only when a rule asks for it.

Every claim family has its module; each is a pure function of what lies below it. `Facts` ties them together, storey on storey:
`ground`, `mentioned`, `tabled`, `related`, `phrased`, `marked`, each with a lazy property per family, built from those below it alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lint.facts.marked import Marked
from lint.facts.prose.elsewhere import NOWHERE
from lint.facts.prose.inputs import Inputs
from lint.facts.prose.mention import Mention
from lint.facts.prose.mentions import by_passage
from lint.facts.prose.rederived import Rederived, is_far, rederived, unsettled
from lint.facts.scores.target import Target

if TYPE_CHECKING:
    from lint.facts.owned import Owned
    from lint.facts.owned.required import Wanted


@dataclass(frozen=True)
class Facts(Marked):
    """The facts of one document, with what several storeys answer for together."""

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
    def owned(self) -> Owned | None:
        """What the user's own rules find; None where there are none, or nothing could be read."""
        if not self.given.own or not self.document.text:
            return None
        from lint.facts.owned import Owned  # late: few have rules of their own
        from lint.facts.owned.named import Report

        report = Report(self.mentions, self.tables.sheets if self.tables else (), self.surroundings, self.year)
        return Owned(self.given.own, report, self.lists, self.sentences)

    @cached_property
    def required(self) -> tuple[Wanted, ...]:
        """Every figure that the user wants stated."""
        if not self.given.own.required or self.owned is None:
            return ()
        from lint.facts.owned.required import wanted

        return tuple(wanted(self.given.own.required, [self.owned.report], [self.document]))
