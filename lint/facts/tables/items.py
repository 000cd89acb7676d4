"""What the cells of tables are called: by their line, by their header, by the title of their table, by their subject code.

The names, years and sides (预算, 决算) are what running text can be compared by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.facts import names
from lint.facts.grid import is_total_label
from lint.facts.tables.columns import Column
from lint.facts.tables.dating import year_of
from lint.facts.tables.labels import plain_label, rank, subject_code
from lint.facts.tables.sheets import Line, Panel, Sheet
from lint.facts.tables.subjects import path_key
from lint.figure import Figure
from lint.pattern import pattern

_TITLE = pattern(r"(?:(?:19|20)\d\d年度?)?([^\n，。；：()\d年]{2,30}?)(?:明细|情况|汇总|总)?表(?=$|\n|[ (：])")
_PUBLIC = pattern(r"^.*?(?=“?三公”?经费)")
"""What stands before “三公”经费, which are of 财政拨款 whether that is said or not."""
_LETTER = pattern(r"(?:\([A-Z](?:[/÷+-][A-Z])?\)|\((?:单位：?)?(?:人民币)?[亿万千百]?元\))+$")
_UNIT = pattern(r"(?:金额)?单位：|公开\d\d表|部门：")
_SCOPE = pattern(r"全[区县市省州镇乡国]|[区县市省州]?本级|[区县市省州]直|本部门|本单位|所属")
_FUND = pattern(r"(一般公共预算|政府性基金|国有资本经营)(?:预算)?(?:财政拨款)?|(财政拨款)")
FUNDED = "财政拨款"
"""All funds of the treasury together."""
_TOTAL = pattern(r"总计|合计")
_DIRECTION = pattern(r"收入|支出")
_SIDES = frozenset(("收入", "支出"))
"""What heads the two halves of a statement of income and expenditure."""
_FLOW = pattern(r"(?:本年度?)?(?:(?:总?收入|收、支|收入?、?支出?)|(?P<out>总?支出))(?:决算|预算)?(?:总计|合计)数?")
_BROAD = frozenset(("", "收入", "支出", "收支", "本年收入", "本年支出"))
"""Keys of total lines that say nothing without the title of their table."""


@dataclass(frozen=True, eq=False, slots=True)
class Item:
    """A table cell and what it is: key of its name, word for its kind of total, year, side and scope.

    `lines` counts the lines that show its value, where a table without a total line is known by its title.
    """

    figure: Figure
    name: str
    key: str
    total: str
    year: int | None
    side: names.Side
    scope: str
    fund: str
    sheet: Sheet
    panel: Panel
    line: Line
    column: Column
    lines: int = 1

    @property
    def title(self) -> str:
        """What to call it in a message: its name, and the header of its column where that alone says 预算 or 决算."""
        said = next((head for head in self.column.path if names.says_side(head) and names.side(head) == self.side), "")
        return f"{names.subject(self.name) or self.name}（{said}）" if said and names.side(self.name) != self.side else self.name

    def answers(self, total: str) -> bool:
        """Whether a name with this word for a total (or none) may mean it; only income has totals of several kinds."""
        return self.total == total or (not total and self.total == "合计" and "收入" not in self.key)


def items(sheets: Sequence[Sheet], year: int | None) -> Mapping[str, Sequence[Item]]:
    """Every amount of the tables that has a name, by the key of its name."""
    found: dict[str, list[Item]] = defaultdict(list)
    for sheet in sheets:
        for item in _items_of(sheet, year):
            found[item.key].append(item)
    return dict(found)


def _items_of(sheet: Sheet, year: int | None) -> Iterator[Item]:
    """Every amount of a sheet that has a name; `year` is the report year, for sheets that name none."""
    title = subject_of(sheet)
    side = names.side(title)
    scope = scope_of(sheet.caption)
    fund = fund_of(title)
    for panel in sheet.panels:
        paths = _paths(panel)
        for column in panel.columns:
            if column.role != "amount":
                continue
            when = year_of(sheet, column, year)
            for line in panel.lines:
                figure = line.figure(column)
                name = name_of(panel, line, column, title)
                key, name = paths.get(line, (flow_of(name) or names.key(name), name)) if name else ("", "")
                if figure is not None and figure.kind == "money" and key:
                    total = total_word(line.label or column.name)
                    yield Item(figure, name, key, total, when, column.side or side, scope, fund, sheet, panel, line, column)
            if len(sheet.panels) == 1 and (figure := _only_value(panel, column, title)):
                lines = panel.lines
                named = (figure, title, names.key(title), "合计", when, column.side or side, scope, fund, sheet, panel)
                yield Item(*named, lines[0], column, len(lines))


def _only_value(panel: Panel, column: Column, title: str) -> Figure | None:
    """The amount that a table without a total line is about: all its lines show it, and the title names it."""
    if names.key(title) in _BROAD or (narrows(column) and not is_total_label(column.name)):
        return None
    figures = [line.figure(column) for line in panel.lines]
    if any(rank(line) or not line.label for line in panel.lines) or len({figure.value if figure else None for figure in figures}) != 1:
        return None
    return figures[0] if figures[0] and figures[0].kind == "money" and figures[0].value else None


def subject_of(sheet: Sheet) -> str:
    """What a table is about, from the line that calls it 表; empty where none does."""
    match = _TITLE.search(sheet.caption)
    return _PUBLIC.sub("", match[1], count=1) if match else ""


def title_of(sheet: Sheet) -> str:
    """What to call a table: the line above it that calls it 表, else the first line above it."""
    lines = sheet.caption.splitlines() or ["表"]
    return _UNIT.split(next((line for line in lines if _TITLE.search(line)), lines[0]))[0].strip()


def line_keys(panel: Panel) -> dict[Line, str]:
    """The lines that have a name, by that name and, below the first level of subject codes, by those above it."""
    paths = _paths(panel)
    return {line: paths[line][0] if line in paths else names.key(plain_label(line.label)) for line in panel.lines if line.label}


def _paths(panel: Panel) -> dict[Line, tuple[str, str]]:
    """Key and name of the lines with subject codes below the first level: a bare name would stand for several of them."""
    above: dict[tuple[str, ...], str] = {}
    found: dict[Line, tuple[str, str]] = {}
    for line in panel.lines:
        code = subject_code(line.code)
        if not code:
            continue
        above[code] = line.label
        if len(code) > 1:
            labels = [above.get(code[:depth], "?") for depth in range(1, len(code) + 1)]
            found[line] = (path_key(labels), "—".join(labels))
    return found


def name_of(panel: Panel, line: Line, column: Column, title: str) -> str:
    """What a cell is called: by its line, its header or its table; empty where the header narrows the line (基本支出 of 教育支出)."""
    if not line.label:
        own = [head for head in column.path if not is_total_label(head) and names.key(head)]
        return (own or [title])[-1] if len(panel.lines) == 1 and column.path else ""
    if narrows(column) and not is_total_label(column.name):
        return column.name if rank(line) > 1 else ""
    if rank(line) and names.key(plain_label(line.label)) in _BROAD:
        if _DIRECTION.search(line.label):
            return _DIRECTION.split(title)[0] + plain_label(line.label)
        side = column.path[0] if column.path and column.path[0] in _SIDES else ""
        return (_DIRECTION.split(title)[0] + side if side else title) + plain_label(line.label)
    return plain_label(line.label).removeprefix("总")


def flow_of(name: str) -> str:
    """Which side of the accounts a name is the total of, where it says nothing else; both sides (收、支总计) are as high as the income."""
    match = _FLOW.fullmatch(names.clear(name))
    return "" if match is None else "支出" if match["out"] else "收入"


def of_stage(items: list[Item], name: str) -> list[Item]:
    """Those in columns of the plan that a name means (年初预算, 全年预算), where it says which and there are such."""
    stage = names.stage(name)
    return [item for item in items if stage and stage == names.stage(item.column.name)] or items


def narrows(column: Column) -> str:
    """What a header adds to the names of its lines (基本支出); empty for 预算数, 全年执行数（B） and the like."""
    return names.key(_LETTER.sub("", column.name))


def scope_of(text: str) -> str:
    """The word that says how far a statement reaches (全区, 本级); empty where none does."""
    match = _SCOPE.search(text)
    return match[0] if match else ""


def fund_of(text: str) -> str:
    """The fund that a statement is about (一般公共预算 …), the last one named; empty where none is, and for “三公”, always of 财政拨款."""
    found = _FUND.findall(text)
    return found[-1][0] or found[-1][1] if found and "三公" not in text else ""


def total_word(text: str) -> str:
    """总计 or 合计 where a name holds one: two different totals are never paired."""
    match = _TOTAL.search(text)
    return match[0] if match else ""
