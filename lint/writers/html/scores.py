"""The indicators as a picture: how they nest, full mark and score of each, and beside a score that does not agree what follows from the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from lint.facts import Facts
from lint.facts.scores.nodes import Node
from lint.facts.scores.tree import Tree
from lint.figure import Figure
from lint.place import Span
from lint.report import FileReport, Result
from lint.say import Language, Say
from lint.settings import Settings
from lint.text import width
from lint.writers.compare.words import SOURCES
from lint.writers.html.marks import State, mark_id
from lint.writers.html.markup import Child, Markup, tag
from lint.writers.html.words import STATES

WIDTH, LINE, STEP, TOP = 460, 24, 14, 30
"""Of the picture, in its own units: its width, the height of a row, what each level is set in, the height of the heading."""
FULL, PRINTED, DERIVED = 318, 382, 446
"""Where the three columns of numbers end."""
LETTER = 6.3
"""How wide a character of half width is."""
MOST = 400
"""Rows of a tree that are drawn."""

HEADS = (Say("满分", "full"), Say("写", "printed"), Say("算得", "derived"))
WHOLE = Say("{name}（总分）", "{name} (whole)")
CALLED = Say("得分树：{source}", "scores: {source}")
ROW = Say("{name}：满分{full}，写{printed}", "{name}: full mark {full}, printed {printed}")
ROW_DERIVED = Say(
    "{name}：满分{full}，写{printed}，算得{derived}（{state}）", "{name}: full mark {full}, printed {printed}, derived {derived} ({state})"
)
CUT = Say("……其余{count}项没有画出", "… {count} more are not drawn")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the picture, and the rows from which lines lead to it."""

    name: str
    depth: int
    full: Figure | None
    awarded: Figure | None
    parent: int | None = None


@dataclass
class _Rows:
    rows: list[Row] = field(default_factory=list)

    def take(self, nodes: Sequence[Node], depth: int, parent: int | None) -> None:
        for node in nodes:
            self.rows.append(Row(node.name, depth, node.full, node.awarded, parent))
            self.take(node.children, depth + 1, len(self.rows) - 1)


def trees(file: FileReport, settings: Settings) -> Iterator[Markup]:
    """A picture for each list of indicators that the file prints scores for."""
    if file.unread or file.problems:  # what failed in a rule would fail here again
        return
    derived = _derived(file)
    for tree in Facts(file.document, settings.given, file.number).scores:
        rows = _rows(tree)
        if len(rows) > 1 and any(row.awarded is not None for row in rows):
            yield _picture(tree, rows, derived, settings.language)


def _derived(file: FileReport) -> dict[Span, Result]:
    """The checks that hold a figure against what others add up to, those that are broken before others."""
    found: dict[Span, Result] = {}
    for result in sorted((*file.results, *file.crossed), key=lambda result: result.is_finding):
        if (span := _added_up(file, result)) is not None:
            found[span] = result
    return found


def _added_up(file: FileReport, result: Result) -> Span | None:
    """The score of this file that a check derives from others; None where it does something else."""
    check, primary = result.check, result.check.primary
    if not isinstance(primary, Figure) or primary.file != file.number or not check.derived or not result.code.startswith("SCO"):
        return None
    return primary.span if check.relation is not None and check.relation.operator == "=" else None


def _rows(tree: Tree) -> list[Row]:
    made = _Rows()
    totals = [total for total in tree.totals if total.awarded is not None or total.full is not None]
    for total in totals:
        made.rows.append(Row(total.name, 0, total.full, total.awarded))
    made.take(tree.nodes, 1 if totals else 0, len(totals) - 1 if totals else None)
    return made.rows


def _picture(tree: Tree, rows: Sequence[Row], derived: dict[Span, Result], language: Language) -> Markup:
    shown = rows[:MOST]
    height = TOP + LINE * len(shown) + 6
    heads = [
        tag("text", head.text(language), x=str(x), y="18", class_="head") for head, x in zip(HEADS, (FULL, PRINTED, DERIVED), strict=True)
    ]
    title = CALLED.of(source=SOURCES[tree.source]).text(language)
    drawn = tag(
        "svg",
        *heads,
        tag("path", d=_lines(shown), class_="branch"),
        *(_drawn(row, number, derived, language) for number, row in enumerate(shown)),
        viewBox=f"0 0 {WIDTH} {height}",
        class_="scores",
        role="group",
        aria_label=title,
    )
    rest = tag("p", CUT.of(count=len(rows) - MOST).text(language)) if len(rows) > MOST else None
    return tag("figure", tag("figcaption", title), drawn, rest, class_="tree")


def _lines(rows: Sequence[Row]) -> str:
    """The branches: from each indicator down and across to those below it."""
    told = []
    for number, row in enumerate(rows):
        if row.parent is not None:
            x, y = 8 + STEP * rows[row.parent].depth + 4, TOP + LINE * row.parent + 20
            told.append(f"M{x} {y}V{TOP + LINE * number + 12}H{8 + STEP * row.depth - 3}")
    return "".join(told)


def _drawn(row: Row, number: int, derived: dict[Span, Result], language: Language) -> Markup:
    """A row: the name, the numbers, and the part of the full mark that was reached as a bar below them."""
    y = TOP + LINE * number
    left = 8 + STEP * row.depth
    result = derived.get(row.awarded.span) if row.awarded is not None else None
    state: State = result.outcome if result is not None else "unchecked"
    values = {
        "name": row.name,
        "full": row.full or "—",
        "printed": row.awarded or "—",
        "derived": result.check.derived if result else "",
        "state": STATES[state],
    }
    told = (ROW_DERIVED if result else ROW).of(**values).text(language)
    content: list[Child] = [
        tag("title", told),
        tag("rect", x="0", y=str(y), width=str(WIDTH), height=str(LINE), class_="row"),
        tag("text", _short(row.name, (FULL - 46 - left) / LETTER), x=str(left), y=str(y + 16), class_="name"),
        _number(row.full, FULL, y, "full"),
        _number(row.awarded, PRINTED, y, f"printed {state}"),
        tag("text", f"{_sign(state)}{result.check.derived}", x=str(DERIVED), y=str(y + 16), class_=f"derived {state}") if result else None,
        *_bar(row, left, y),
    ]
    figure = row.awarded or row.full
    if figure is None:
        return tag("g", *content)
    mark = mark_id(figure.file, figure.span)
    return tag("a", *content, href=f"#{mark}", class_="go", data_m=mark, aria_label=told)


def _bar(row: Row, left: int, y: int) -> Iterator[Markup]:
    """How much of the full mark was given."""
    if row.full is None or row.awarded is None or row.full.value <= 0 or row.awarded.value < 0:
        return
    whole = FULL - 60 - left
    part = min(row.awarded.value / row.full.value, Fraction(1)) * whole
    yield tag("path", d=f"M{left} {y + 21}h{whole}", class_="whole")
    yield tag("path", d=f"M{left} {y + 21}h{round(float(part), 1)}", class_="part")


def _number(figure: Figure | None, x: int, y: int, kind: str) -> Markup | None:
    return tag("text", figure.number.printed, x=str(x), y=str(y + 16), class_=kind) if figure is not None else None


def _sign(state: State) -> str:
    """What says beside the colour how it came out."""
    return {"broken": "≠", "holds": "＝", "rounding": "≈"}.get(state, "？")


def _short(name: str, most: float) -> str:
    """The name, cut to so many columns."""
    if width(name) <= most:
        return name
    kept = ""
    for char in name:
        if width(kept + char) > most - 2:
            break
        kept += char
    return kept + "…"
