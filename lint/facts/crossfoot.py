"""Totals of table rows: which lines a 合计, 小计, code or 其中 line adds up, column by column.

The structure is read from the labels (合计 lines, numbering marks, 其中, subject codes) and belongs to the lines
of a panel, not to a column. Where labels leave it open which unmarked lines are details of the line above,
the reading under which the columns balance is taken and named as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import takewhile
from typing import Literal

from lint.facts.columns import Column
from lint.facts.grid import is_total_label
from lint.facts.tables import Line, Panel, Sheet
from lint.figure import Figure
from lint.interval import total as total_of
from lint.outline import mark_of
from lint.place import Span

Closed = Literal["yes", "no", "unknown"]
Manner = Literal["total-row", "code", "mark", "among", "detail"]
"""total-row: 合计, 小计 · code: subject codes · mark: 一、 over 1. · among: 其中 · detail: unmarked lines under a line they add up to"""

NEARLY = Fraction(1, 50)
"""An open list whose sum misses the total by at most this share of it is taken for a complete one."""
FAR = Fraction(1, 4)
"""A sum further off than this, in a table where no other column confirms the structure, is a prompt rather than an error."""
_LONGEST = 12
"""How many unmarked lines may be the details of one line."""
_AMONG = re.compile(r"^(?:其中|#)[：:]?")
_REST = ("其他", "其它", "其余")


@dataclass(frozen=True, eq=False, slots=True)
class Group:
    """A line and the lines that it adds up. `guessed` where the reading was chosen because it balances."""

    total: Line
    parts: tuple[Line, ...]
    closed: Closed
    manner: Manner
    guessed: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class TableSum:
    """One column of a group: `total` is None where its cell holds no number.

    `gaps` are the labels of parts without a number, `zeros` tells that the sheet leaves zeros blank; `confirmed`
    that the group balances in another column, or that codes fix the structure; `guessed` that arithmetic
    chose among readings.
    """

    name: str
    total: Figure | None
    cell: Span
    parts: tuple[Figure, ...]
    labels: tuple[str, ...]
    gaps: tuple[str, ...]
    closed: Closed
    manner: Manner
    confirmed: bool
    guessed: bool
    zeros: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether the total is blank or zero although its parts are not."""
        return any(part.value for part in self.parts) and (self.total is None or not self.total.value)

    @property
    def omitted(self) -> str:
        """The label of the part without which the others add up to the total; empty where there is none."""
        if self.total is None or len(self.parts) < 3:
            return ""
        excess = self.derived - self.total.value
        return next((label for label, part in zip(self.labels, self.parts, strict=True) if excess and part.value == excess), "")

    @property
    def is_over(self) -> bool:
        """Whether the parts exceed the total."""
        return self.total is not None and self.derived > self.total.value

    @property
    def derived(self) -> Fraction:
        return sum((part.value for part in self.parts), Fraction(0))

    @property
    def is_settled(self) -> bool:
        """Whether a difference is a contradiction: the list is complete, nearly closes, or exceeds its total."""
        if self.total is None:
            return False
        if self.is_over:
            return True
        return (not self.gaps or self.zeros) and (
            self.closed == "yes" or abs(self.total.value - self.derived) <= abs(self.total.value) * NEARLY
        )

    @property
    def is_doubtful(self) -> bool:
        """Whether the structure may be misread: nothing confirms it and the sum is far off, or would do without one line."""
        if self.total is None or self.confirmed:
            return bool(self.gaps)
        return bool(self.omitted or self.gaps) or abs(self.total.value - self.derived) > abs(self.total.value) * FAR


def table_sums(sheets: Sequence[Sheet]) -> tuple[TableSum, ...]:
    """Every sum that the lines of a table claim."""
    return tuple(found for sheet in sheets for found in _of_sheet(sheet))


def _of_sheet(sheet: Sheet) -> list[TableSum]:
    found = [found for panel in sheet.panels for group in groups(panel) for found in _sums(group, panel)]
    zeros = any(each.gaps and each.total and each.total.value and each.total.value == each.derived for each in found)
    return [replace(each, zeros=True) for each in found] if zeros else found


def groups(panel: Panel) -> Iterator[Group]:
    """Totals and their parts among the lines of a panel."""
    lines = panel.lines
    columns = _adding(panel)
    if len(lines) < 2 or not columns:
        return
    if sum(bool(subject_code(line.code)) for line in lines) * 2 > len(lines):
        yield from _coded(lines)
    else:
        yield from _labelled(lines, columns)


def _adding(panel: Panel) -> list[Column]:
    return [column for column in panel.columns if column.role in ("amount", "change", "count")]


def _coded(lines: Sequence[Line]) -> Iterator[Group]:
    """类, 款, 项 by code; a 合计 line adds up the outermost codes."""
    children: dict[tuple[str, ...], list[Line]] = {}
    known: dict[tuple[str, ...], Line] = {}
    top: list[Line] = []
    totals = [line for line in lines if not line.code and is_total_label(line.label)]
    for line in lines:
        code = subject_code(line.code)
        if not code:
            continue
        if code in known:
            return
        parent = next((code[:length] for length in range(len(code) - 1, 0, -1) if code[:length] in known), None)
        if parent is None:
            top.append(line)
        else:
            children.setdefault(parent, []).append(line)
        known[code] = line
    for code, parts in children.items():
        yield Group(known[code], tuple(parts), "unknown" if parts[-1] is lines[-1] else "yes", "code")
    for total in totals:
        if len({len(subject_code(line.code)) for line in top}) == 1:
            yield Group(total, tuple(top), "yes", "code")


def subject_code(code: tuple[str, ...]) -> tuple[str, ...]:
    """A subject code by its levels: three digits, then two each (2010301 is 201, 03, 01); empty where it is no such code."""
    if len(code) != 1:
        return code
    digits = code[0]
    if len(digits) not in (3, 5, 7):
        return ()
    return (digits[:3], *(digits[at : at + 2] for at in range(3, len(digits), 2)))


def _labelled(lines: Sequence[Line], columns: Sequence[Column]) -> Iterator[Group]:
    """合计, 小计, 其中 and numbering marks."""
    totals = [index for index, line in enumerate(lines) if rank(line)]
    if not totals:
        yield from _tree(lines, columns)[1]
    elif totals[0] == 0:
        yield from _below(lines, totals, columns)
    else:
        for position, index in enumerate(totals):
            level = rank(lines[index])
            begin = next((other + 1 for other in reversed(totals[:position]) if rank(lines[other]) >= level), 0)
            yield from _region(lines[index], _without_inner(lines[begin:index]), columns)


def _below(lines: Sequence[Line], totals: list[int], columns: Sequence[Column]) -> Iterator[Group]:
    """The groups of totals that stand above what they add up: 合计 first, and 小计 first inside it."""
    for position, index in enumerate(totals):
        level = rank(lines[index])
        end = next((other for other in totals[position + 1 :] if rank(lines[other]) >= level), len(lines))
        region = lines[index + 1 : end]
        inner = [line for line in region if rank(line)]
        if inner:
            ways = [tuple(_without_inner(region)), tuple(inner)]
            agreeing = [way for way in ways if _agreement(lines[index], way, columns)[0]]
            yield Group(lines[index], (agreeing or ways)[0], "yes" if agreeing else "unknown", "total-row", not agreeing)
            if agreeing and agreeing[0] is ways[0]:
                yield from _labelled(region, columns)
                return
        elif region and (position == 0 or level == 1):
            yield from _region(lines[index], list(region), columns, among=_is_among(region[0]))


def rank(line: Line) -> int:
    """0 for an ordinary line, 1 for 小计, 2 for 合计, 3 for 总计."""
    label = _bare(line.label)
    if not is_total_label(label):
        return 0
    return 1 if label.startswith("小") else 3 if "总计" in label or label.startswith("总") else 2


def _bare(label: str) -> str:
    mark = mark_of(label)
    return (label[mark.end :] if mark else label).replace(" ", "")


def plain_label(label: str) -> str:
    """A label without its numbering mark and without 其中."""
    return _AMONG.sub("", _bare(label))


def _is_among(line: Line) -> bool:
    return line.label.startswith("其中") or line.label.startswith("#")


def _without_inner(region: Sequence[Line]) -> list[Line]:
    """A region in which each inner total stands for the lines it adds up."""
    found: list[Line] = []
    for line in region:
        if rank(line):
            lower = [other for other in found if rank(other) and rank(other) >= rank(line)]
            found = found[: found.index(lower[-1]) + 1] if lower else []
        found.append(line)
    return found


def _region(total: Line, region: list[Line], columns: Sequence[Column], among: bool = False) -> Iterator[Group]:
    """The group of a total over a region, and the groups inside it."""
    if not region or any(line.label.startswith(("减", "加", "其中：减")) for line in region):
        return
    if among:
        head, *others = region
        top, inner = _tree([head, *others], columns, first_is_item=True)
        complete = len(top) > 1 and _bare(top[-1].label).startswith(_REST)
        yield Group(total, tuple(top), "yes" if complete else "unknown", "among")
        yield from inner
        return
    flat, inner = _tree(region, columns)
    ways = [(flat, inner, False)]
    details = _details(flat, columns)
    if details:
        dropped = {id(part) for group in details for part in group.parts}
        ways.append(([line for line in flat if id(line) not in dropped], [*inner, *details], True))
    scored = [(_agreement(total, tuple(top), columns), -index) for index, (top, _, _) in enumerate(ways)]
    top, inner, guessed = ways[-max(scored)[1]] if max(scored)[0][0] else ways[-1]
    yield Group(total, tuple(top), "yes", "total-row", guessed)
    yield from inner


def _tree(region: Sequence[Line], columns: Sequence[Column], first_is_item: bool = False) -> tuple[list[Line], list[Group]]:
    """The outermost lines of a region, and the groups that marks and 其中 make inside it."""
    depths = [0 if _is_among(line) else (mark.depth if (mark := mark_of(line.label)) else 0) for line in region]
    marked = [depth for depth in depths if depth]
    top: list[Line] = []
    groups: list[Group] = []
    index = 0
    while index < len(region):
        line = region[index]
        top.append(line)
        index += 1
        if index == 1 and first_is_item:
            continue
        if marked and depths[index - 1]:
            inner = list(_deeper(depths, index, depths[index - 1]))
        else:
            inner = []
        if inner:
            children = [region[at] for at in inner]
            groups.extend(_children(line, children, columns))
            index = inner[-1] + 1
        elif index < len(region) and _is_among(region[index]) and not rank(line):
            count, sure = _among(line, region[index:], columns)
            groups.append(Group(line, tuple(region[index : index + count]), "unknown", "among", not sure))
            index += count
    return top, groups


def _deeper(depths: Sequence[int], start: int, depth: int) -> Iterator[int]:
    """The lines after a marked one that stand below it: deeper marks, 其中 and what follows without a mark."""
    return takewhile(lambda at: depths[at] == 0 or depths[at] > depth, range(start, len(depths)))


def _children(parent: Line, children: list[Line], columns: Sequence[Column]) -> Iterator[Group]:
    """The group of a marked line over the lines below it, and the groups among them."""
    if any(rank(child) for child in children) or any(child.label.startswith(("加", "减")) for child in children):
        return
    among = _is_among(children[0])
    top, inner = _tree(children, columns, first_is_item=among)
    marks = all(mark_of(child.label) for child in top)
    yield Group(parent, tuple(top), "yes" if marks and len(top) > 1 else "unknown", "mark" if marks else "among" if among else "detail")
    yield from inner


def _among(parent: Line, following: Sequence[Line], columns: Sequence[Column]) -> tuple[int, bool]:
    """How many of the lines after `parent`, the first marked 其中, are its details; False where only that it balances tells."""
    limit = next((at for at, line in enumerate(following[1:], 1) if mark_of(line.label) or rank(line)), len(following))
    for count in range(limit, 0, -1):
        agree, against = _agreement(parent, tuple(following[:count]), columns)
        if agree and not against:
            return count, count in (1, limit)
    return (limit if limit == len(following) else 1), False


def _details(flat: Sequence[Line], columns: Sequence[Column]) -> list[Group]:
    """Unmarked lines that are the details of the line above: they add up to it, or their names repeat its beginning."""
    found: list[Group] = []
    index = 0
    while index < len(flat) - 2:
        parent = flat[index]
        count = next(
            (
                count
                for count in range(2, min(_LONGEST, len(flat) - index - 1) + 1)
                if (agreed := _agreement(parent, tuple(flat[index + 1 : index + 1 + count]), columns))[0] and not agreed[1]
            ),
            0,
        )
        named = 0 if count else sum(1 for _ in takewhile(lambda line, parent=parent: _is_kind_of(line, parent), flat[index + 1 :]))  # type: ignore[misc]  # the default binds the loop variable
        if count or named > 1:
            found.append(Group(parent, tuple(flat[index + 1 : index + 1 + (count or named)]), "unknown", "detail", True))
            index += count or named
        index += 1
    return found


def _is_kind_of(line: Line, parent: Line) -> bool:
    """Whether a label names one part of what its parent's names: 公务用车购置费 of 公务用车购置及运行维护费."""
    label, name = _bare(line.label), _bare(parent.label)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(label, name, strict=False)))
    return common >= 3 and any(word in name for word in "及和与") and len(label) < len(name) and not any(word in label for word in "及和与")


def _agreement(total: Line, parts: tuple[Line, ...], columns: Sequence[Column]) -> tuple[int, int]:
    """In how many columns the parts add up to the total, and in how many they do not; zeros count for nothing."""
    agree = against = 0
    for column in columns:
        claimed = total.figure(column)
        figures = [figure for part in parts if (figure := part.figure(column))]
        if claimed is None or not figures or not (claimed.value or any(figure.value for figure in figures)):
            continue
        if claimed.interval.meets(total_of(figure.interval for figure in figures)):
            agree += 1
        else:
            against += 1
    return agree, against


def _sums(group: Group, panel: Panel) -> Iterator[TableSum]:
    columns = _adding(panel)
    for column in columns:
        entry = group.total.entries.get(column.index)
        if entry is None or group.total.loose:
            continue
        figures = [(part, part.figure(column)) for part in group.parts]
        parts = tuple(figure for _, figure in figures if figure)
        if not parts or (entry.figure is None and not (entry.is_empty and rank(group.total))) or not _alike(entry.figure, parts):
            continue
        others = [other for other in columns if other is not column]
        confirmed = group.manner == "code" or bool(_agreement(group.total, group.parts, others)[0])
        yield TableSum(
            plain_label(group.total.label) + (f"（{column.name}）" if column.name else ""),
            entry.figure,
            entry.span if len(entry.span) else group.total.span,
            parts,
            tuple(plain_label(part.label) for part, figure in figures if figure),
            tuple(plain_label(part.label) for part, figure in figures if figure is None),
            group.closed,
            group.manner,
            confirmed,
            group.guessed,
        )


def _alike(total: Figure | None, parts: Sequence[Figure]) -> bool:
    """Whether all are of one kind and unit, so that adding them means something."""
    figures = [*parts, total] if total else list(parts)
    return len({(figure.kind, figure.unit) for figure in figures}) == 1 and parts[0].kind not in ("percent", "points")
