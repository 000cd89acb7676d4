"""Headers of indicator tables: which columns hold the target, its sign and unit, the result, the score, and the reason for a miss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lint.document import Cell
from lint.entries import plain
from lint.facts.scores.cells import Cells
from lint.facts.scores.heads import Columns, columns_of, is_full
from lint.pattern import pattern
from lint.template import PARTS, Part, Template, templates

Words = Mapping[Part, frozenset[str]]
_BRACKET = pattern(r"\([^()]*\)")
_YEAR = pattern(r"^(?:19|20)\d\d年度?")
_REASON = pattern(r"原因|偏差|未完成")
_NAME = pattern(r"三级指标|指标名称|指标内容|(?:绩效|评价|具体)指标$")
_RATE = pattern(r"(?:预算|资金)?(?:执行|支出|支付|完成)(?:率|进度)(?:\([A-Z]/[A-Z]\))?(?:\(%\))?$")


@dataclass(frozen=True)
class Header:
    """Columns by what they hold. `reasons` are those in which a reason may stand, `asked` what the one that asks for it is called.

    `rate` is the column of the execution rate in a money block, `name` that of the names of indicators, where it is known.
    """

    scores: Columns | None
    parts: Mapping[Part, int]
    titles: Mapping[int, str]
    reasons: tuple[int, ...]
    asked: str
    rate: int | None
    name: int | None

    @property
    def has_targets(self) -> bool:
        return "target" in self.parts and "done" in self.parts

    @property
    def before(self) -> int:
        """The column left of which the indicator is named."""
        return min(self.parts["target"], self.parts.get("sign", self.parts["target"]))


def words_of(given: Sequence[Template]) -> Words:
    """What the columns of indicator rows are called in all templates."""
    return {part: frozenset(word for template in (*given, *templates()) for word in template.columns.get(part, ())) for part in PARTS}


def header_of(cells: Cells, row: int, found: Sequence[Cell], words: Words) -> Header | None:
    """The header that a row of these cells is: it names targets and results, or full marks."""
    titles = {cell.column: plain(cells.text(cell)) for cell in found if cells.text(cell)}
    called = {column: _YEAR.sub("", _BRACKET.sub("", text)) for column, text in titles.items()}
    named = {part: [column for column in titles if titles[column] in words[part] or called[column] in words[part]] for part in PARTS}
    scored = columns_of(cells, row)
    if not (named["target"] and named["done"]) and not (scored is not None and any(map(is_full, titles.values()))):
        return None
    asked = next((titles[column] for column in named["reason"] if _REASON.search(titles[column])), "")
    first = min(named["target"] + named["sign"], default=0)
    names = [column for column, text in called.items() if _NAME.search(text) and column < first]
    return Header(
        scored,
        {part: columns[0] for part, columns in named.items() if columns},
        titles,
        tuple(named["reason"]),
        asked,
        next((column for column, text in titles.items() if _RATE.fullmatch(text)), None),
        max(names, default=None),
    )
