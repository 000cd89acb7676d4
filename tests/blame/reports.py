"""Sheets drawn as reports: score trees as numbered titles, money tables as tables, with the place of every number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from tests.blame.ledgers import GRAND, Ledger, named
from tests.blame.sheet import Sheet
from tests.blame.trees import AGAIN, TOTAL, Node, Tree

MARKS = ("{}.", "（{}）", "{circled}")
LEVELS = ("一级", "二级", "三级")
TOPICS = ("道路", "桥梁", "水利", "教育", "卫生", "林业", "档案", "渔业", "文化", "体育", "气象", "粮食", "畜牧", "园林", "市政", "消防")
MATTERS = ("编制", "执行", "管理", "公开", "采购", "资产", "质量", "时效", "成本", "效益", "满意", "监控", "考核")
GROUPS = ("一、基本支出", "二、项目支出", "三、上缴上级支出", "四、经营支出")
COLUMNS = ("合计", "一般公共预算", "政府性基金预算", "国有资本经营预算", "财政专户")


class Draft:
    """A text under construction, and where the number of each cell begins."""

    def __init__(self, sheet: Sheet) -> None:
        self.text = ""
        self.starts: dict[int, str] = {}
        self._sheet = sheet

    def say(self, words: str) -> Draft:
        self.text += words
        return self

    def cell(self, name: str, unit: str = "") -> Draft:
        self.starts[len(self.text)] = name
        self.text += self._sheet.cells[name].digits + unit
        return self


def scored(tree: Tree, sheet: Sheet) -> Draft:
    """A self-evaluation: the total, then every indicator with its full mark and score under a numbered title."""
    draft = Draft(sheet).say("青禾县交通运输局2022年度部门整体绩效自评报告\n\n一、绩效自评情况\n\n（一）自评结论\n\n经综合评分，满分")
    draft.cell(f"{TOTAL}满分", "分").say("，综合得分为").cell(TOTAL, "分")
    names = _names()
    titles = {node.name: "加分项" if node.bonus else next(names) for node in tree.walk()}
    if tree.told:
        draft.say("。其中：")
        for at, node in enumerate(tree.nodes):
            draft.say("，" * bool(at) + f"{titles[node.name]}得分").cell(f"{node.name}（正文）", "分")
    draft.say("。\n\n（二）绩效指标分析\n")
    for at, node in enumerate(tree.nodes, 1):
        _title(draft, node, titles, at, 0)
    if tree.twice:
        draft.say("\n附：绩效自评表\n\n自评总分：").cell(AGAIN, "分").say("\n")
    return draft


def _title(draft: Draft, node: Node, titles: dict[str, str], at: int, depth: int) -> None:
    mark = MARKS[depth].format(at, circled=chr(ord("①") + at - 1))
    draft.say(f"\n{mark}{titles[node.name]}（该{LEVELS[depth]}指标满分").cell(f"{node.name}满分", "分")
    draft.say("，自评得分").cell(node.name, "分").say("）。\n")
    for below, child in enumerate(node.children, 1):
        _title(draft, child, titles, below, depth + 1)


def tabled(ledger: Ledger, sheet: Sheet) -> Draft:
    """A budget table: one line for each item, with subtotals and the grand total above what they add up."""
    names = _names()
    head = COLUMNS[: len(ledger.columns)] if ledger.across else [f"{year}年" for year in range(2023 - len(ledger.columns), 2023)]
    if ledger.rates:
        head = ["调整预算数", *head[1:-1], "决算数", "执行率"]
    draft = Draft(sheet).say("青禾县2022年度收支情况表\n\n单位：万元\n项目\t" + "\t".join(head))
    _line(draft, ledger, GRAND, GRAND)
    for (name, lines), title in zip(ledger.groups, GROUPS, strict=False):
        _line(draft, ledger, name, title)
        for at, line in enumerate(lines, 1):
            _line(draft, ledger, line, f"{at}.{next(names)}经费")
    return draft.say("\n")


def _line(draft: Draft, ledger: Ledger, line: str, title: str) -> None:
    draft.say(f"\n{title}")
    for column in ledger.columns:
        draft.say("\t").cell(named(line, column))
    if ledger.rates:
        draft.say("\t").cell(named(line, "率"), "%")


def _names() -> Iterator[str]:
    """Names for indicators and items, no two alike."""
    return (TOPICS[at % len(TOPICS)] + MATTERS[(at // len(TOPICS) + at) % len(MATTERS)] for at in count())
