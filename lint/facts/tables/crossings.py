"""Table cells that running text names by row and column: 甲镇…支出资金822.70万元."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint.facts.prose.mention import Mention
from lint.facts.tables.columns import Column
from lint.facts.tables.labels import plain_label, rank
from lint.facts.tables.sheets import Line, Panel, Sheet
from lint.figure import Figure
from lint.pattern import pattern

_BRACKET = pattern(r"\(.*\)$")
_YEAR = pattern(r"^.*(?:19|20)\d\d年度?")
_OTHERS = pattern(r"等|其他|其余|全[区县市省镇]|共|合计|总")
"""Words after a label that make the figure about more than its line."""
_SENTENCE = pattern(r"[。！？；]")


@dataclass(frozen=True, eq=False, slots=True)
class Crossing:
    """The cell of one line under one column; `label` is the line's."""

    figure: Figure
    label: str
    column: Column
    sheet: Sheet
    panel: Panel
    line: Line


def crossings(sheets: Sequence[Sheet], mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Crossing]]:
    """Every amount that is named by a column's header and stands in a sentence behind the label of exactly one line."""
    columns: dict[str, list[tuple[Sheet, Panel, Column]]] = defaultdict(list)
    for sheet in sheets:
        for panel in sheet.panels:
            for column in panel.columns:
                if column.role == "amount" and len(column.name) > 1:
                    columns[_BRACKET.sub("", column.name)].append((sheet, panel, column))
    known: dict[str, list[Crossing]] = {}

    def cells(header: str) -> list[Crossing]:
        if header not in known:
            known[header] = [crossing for place in columns[header] for crossing in _of_column(*place)]
        return known[header]

    for mention in mentions:
        name = _YEAR.sub("", mention.name)
        header = name if name in columns else next((header for header in columns if name.endswith(header)), "")
        if header and (candidates := cells(header)):
            if name != header and all(name[: -len(header)] != crossing.label for crossing in candidates):
                continue
            text = mention.passage.text[: mention.start]
            sentence = text[max((match.end() for match in _SENTENCE.finditer(text)), default=0) :]
            named = [
                crossing
                for crossing in candidates
                if crossing.label in sentence and not _OTHERS.search(sentence.rpartition(crossing.label)[2])
            ]
            if len(named) == 1:
                yield mention, named[0]


def _of_column(sheet: Sheet, panel: Panel, column: Column) -> Iterator[Crossing]:
    """The cells of a column in lines with labels that occur once."""
    labels = [plain_label(line.label) for line in panel.lines]
    for line, label in zip(panel.lines, labels, strict=True):
        figure = line.figure(column)
        if figure and figure.kind == "money" and not rank(line) and len(label) > 1 and labels.count(label) == 1:
            yield Crossing(figure, label, column, sheet, panel, line)
