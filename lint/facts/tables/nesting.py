"""Which lines of a panel add up which: read from 合计 lines, numbering marks, 其中 and subject codes.

The structure belongs to the lines, not to a column. Where labels leave it open which unmarked lines are
details of the line above, the reading under which the columns balance is taken, and marked as guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from lint.facts.grid import is_total_label
from lint.facts.tables.columns import Column
from lint.facts.tables.details import Group, agreement, count_among, details
from lint.facts.tables.labels import bare, is_among, rank, subject_code
from lint.facts.tables.sheets import Line, Panel
from lint.facts.tables.signed import signed
from lint.outline import mark_of
from lint.pattern import pattern

_OF_THE_YEAR = pattern(r"本年(?:收入|支出)")
_CARRIED = pattern(r"^(?:年初|年末|上年)?.{0,8}结[转余]")
_WIDEST = 6
"""How many lines are tried for a 其中 whose end nothing tells."""
_REST = ("其他", "其它", "其余")


@lru_cache(maxsize=64)
def groups(panel: Panel) -> tuple[Group, ...]:
    """Totals and their parts among the lines of a panel."""
    return tuple(_groups(panel))


def _groups(panel: Panel) -> Iterator[Group]:
    lines = panel.lines
    columns = adding(panel)
    if len(lines) < 2 or not columns:
        return
    if sum(bool(subject_code(line.code)) for line in lines) * 2 > len(lines):
        yield from _coded(lines)
    else:
        yield from _labelled(lines, columns)
        yield from signed(lines, columns)


def adding(panel: Panel) -> list[Column]:
    """The columns whose lines can be added."""
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


def _labelled(lines: Sequence[Line], columns: Sequence[Column]) -> Iterator[Group]:
    """合计, 小计, 其中 and numbering marks."""
    totals = [index for index, line in enumerate(lines) if rank(line)]
    if not totals:
        yield from _tree(lines, columns)[1]
    elif totals[0] == 0 and not (totals[-1] == len(lines) - 1 and rank(lines[-1]) > rank(lines[0])):
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
            above, below = bool(rank(region[0])), bool(rank(region[-1]))
            ways = [tuple(inner)] * above + [tuple(_without_inner(region))] * below or [tuple(inner), tuple(_without_inner(region))]
            way = next((way for way in ways if agreement(lines[index], way, columns)[0]), ways[0])
            yield Group(lines[index], way, "yes" if above != below else "no", "total-row", above == below)
            if below and not above:
                yield from _labelled(region, columns)
                return
        elif region and (position == 0 or level == 1) and not _crosses(lines[index], region):
            yield from _region(lines[index], list(region), columns, among=is_among(region[0]))


def _crosses(total: Line, region: Sequence[Line]) -> bool:
    """Whether a total of income stands above lines of expenditure, or the reverse."""
    other = "支出" if "收入" in total.label else "收入" if "支出" in total.label else ""
    return bool(other) and all(other in line.label for line in region)


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
    if _OF_THE_YEAR.search(total.label) and any(_CARRIED.search(line.label) for line in region):
        return  # 本年支出合计 holds nothing that was carried over
    if not region or any(
        line.label.startswith(("减", "加", "其中：减")) or is_total_label(bare(line.label)) > bool(rank(line)) for line in region
    ):
        return
    if among:
        head, *others = region
        top, inner = _tree([head, *others], columns, first_is_item=True)
        complete = len(top) > 1 and bare(top[-1].label).startswith(_REST)
        yield Group(total, tuple(top), "yes" if complete else "unknown", "among")
        yield from inner
        return
    readings = [(*_tree(region, columns), False)]
    top, inner, _ = readings[0]
    if any(group.guessed for group in inner):
        readings += [(*_tree(region, columns, wanted), True) for wanted in range(2, _WIDEST)]
    if found := details(top, columns):
        dropped = {id(part) for group in found for part in group.parts}
        readings.append(([line for line in top if id(line) not in dropped], [*inner, *found], True))
    agreeing = [reading for reading in readings if (balance := agreement(total, tuple(reading[0]), columns))[0] > balance[1]]
    top, inner, guessed = (agreeing or readings[-1:] if found else agreeing or readings)[0]
    unclear = not agreeing and len(readings) > 1 and not found
    yield Group(total, tuple(top), "no" if unclear else "yes", "total-row", guessed)
    yield from inner


def _tree(
    region: Sequence[Line], columns: Sequence[Column], wanted: int = 1, *, first_is_item: bool = False
) -> tuple[list[Line], list[Group]]:
    """The outermost lines of a region, and the groups that marks and 其中 make inside it.

    Where nothing tells how many lines belong to a 其中, `wanted` are taken, and the group is guessed.
    """
    depths = [0 if is_among(line) else (mark.depth if (mark := mark_of(line.label)) else 0) for line in region]
    top: list[Line] = []
    groups: list[Group] = []
    index = 0
    while index < len(region):
        line = region[index]
        top.append(line)
        index += 1
        if index == 1 and first_is_item:
            continue
        inner = list(_deeper(depths, index, depths[index - 1])) if depths[index - 1] else []
        if inner:
            children = [region[at] for at in inner]
            groups.extend(_children(line, children, columns))
            index = inner[-1] + 1
        elif index < len(region) and is_among(region[index]) and not rank(line):
            count, sure = count_among(line, region[index:], columns)
            count = count if sure else min(wanted, len(region) - index)
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
    among = is_among(children[0])
    if among and not any(mark_of(child.label) for child in children[1:]):
        count, sure = count_among(parent, children, columns)
        yield Group(parent, tuple(children[: count if sure else None]), "unknown" if sure else "no", "among", not sure)
        return
    top, inner = _tree(children, columns, first_is_item=among)
    marks = all(mark_of(child.label) for child in top)
    yield Group(parent, tuple(top), "yes" if marks and len(top) > 1 else "unknown", "mark" if marks else "among" if among else "detail")
    yield from inner
