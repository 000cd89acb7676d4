"""The money of one project: what a report on the whole office says of it, and what the project's own form shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.facts import names
from lint.facts.prose.mention import Mention
from lint.facts.tables.counterparts import Pair
from lint.facts.tables.dating import said_year
from lint.facts.tables.items import Item
from lint.facts.tables.labels import rank
from lint.pattern import pattern

_KIND = pattern(r"(?:项目|工程|专项)?(?:资金|经费)?$")
_STAGE = pattern(r"全年|年初|调整")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one project with the amounts of its tables."""

    project: str
    items: Mapping[str, Sequence[Item]]

    @property
    def totals(self) -> list[Item]:
        """The amounts of its total line: what was planned for the project and what was spent."""
        return [item for items in self.items.values() for item in items if item.side and rank(item.line)]


def funded(mentions: Sequence[Mention], form: Form, year: int | None) -> Iterator[Pair]:
    """Every amount of running text that is said of this project by its name, with the cell of its form."""
    name = _bare(form.project)
    totals = form.totals if len(name) >= _SHORTEST else []
    for mention in mentions if totals else ():
        if mention.role != "level" or mention.figure.kind != "money" or mention.passage.cell is not None or not mention.side:
            continue
        when, sure = said_year(mention, year)
        if _bare(names.key(mention.name) or mention.key) != name:
            continue
        fitting = [item for item in totals if item.side == mention.side and item.year == when]
        stage = _stage(mention.name)
        fitting = [item for item in fitting if stage and stage == _stage(item.column.name)] or fitting
        if fitting:
            alone = len({item.figure.value for item in fitting}) == 1
            yield Pair(mention, fitting[0], "certain" if alone and sure else "open", mention.title)


def _stage(name: str) -> str:
    """Whether a name means the first plan or the one that held in the end: 全年预算 is 调整预算."""
    match = _STAGE.search(name)
    return "" if match is None else "first" if match[0] == "年初" else "final"


def _bare(name: str) -> str:
    """The name of a project without the word for what it is."""
    return _KIND.sub("", names.key(name))
