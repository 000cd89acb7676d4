"""Whom and what a document is about: the office that made it, and the project where it is about one project alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from lint.facts.passages import Passage
from lint.pattern import pattern
from lint.place import Span

_HEAD = 60
"""How many passages from the beginning may be the head of a form or a report."""
_TITLES = 8
_LONGEST = 50
"""The first passages may be titles, if they are no longer than this."""
_OFFICE = r"(?:填报|编制|填制|填表|报送|评价|预算|部门|单位)*(?:单位|部门)(?:名称)?(?:\((?:公章|盖章|签章)\))?"
_UNIT_LABEL = r"(?:项目)?实施单位"
_PROJECT = r"(?:项目|专项)(?:资金)?名称"
_STATED = {
    "office": pattern(_OFFICE + r"[：:]([^：:，。；]{2,40}?)(?:\s|$|金额|单位：|填报)"),
    "project": pattern(_PROJECT + r"[：:]([^：:，。；]{2,60})"),
    "unit": pattern(_UNIT_LABEL + r"[：:]([^：:，。；]{2,40})"),
}
_LABEL = {"office": pattern(_OFFICE + r"[：:]?"), "project": pattern(_PROJECT + r"[：:]?"), "unit": pattern(_UNIT_LABEL + r"[：:]?")}
_UNIT = pattern(r"(?:人民币)?[万亿千百]*元|[个人户%]")
_HEADER = pattern(r"^(?:名称|序号|金额|预算|编码|代码|得分|年度|合计|分值|实施|主管|\d)")
_TITLE_OFFICE = pattern(
    r"(?:^(?!关于)|关于|(?:19|20)\d\d年度?)(?P<office>[^\W\d_A-Za-z]{2,24}?(?:[局院厅所站馆队]|委员会|委|办公室|办事处|中心|学校|医院|街道|人民政府|[镇乡])(?:本级|机关)?)"
    r"(?=(?:19|20)\d\d|部门|整体|单位|财政|预算|决算|绩效|支出|收支|“?三公)"
)
_ANY_PROJECT = pattern(r"(?:.*(?:19|20)\d\d年度?)?(?:重点|部门|所有|全部|预算)?项目")
_OF_MANY = pattern(r"整体|汇总|一览|清单|明细")
_EVALUATION = pattern(r"自评|绩效评价")
_ACCOUNT = pattern(r"(?<!公共)(?<!基金)(?<!经营)预算(?!执行|绩效|单位)|决算")
_TITLE = pattern(
    r"^(?:关于)?(?:[^，。；：]{0,40}?(?:19|20)\d\d年度?)?([^，。；：]{4,40}?(?:项目|专项资金|工程))(?:支出)?(?:绩效)?(?:自评|评价|自评价|绩效)[^，。；：]{0,10}$"
)


Titled = Literal["plan", "actual", "outcome", ""]


@dataclass(frozen=True, slots=True)
class Subject:
    """`office` and `project` by name, each empty where the document does not say; a report on a whole office has no project.

    `unit` is who carried the project out: two units may have one of the same name. `side` tells whether the title
    says that this is a budget (plan), final accounts (actual), or an evaluation of what came of one (outcome).
    """

    office: str = ""
    project: str = ""
    unit: str = ""
    side: Titled = ""

    def is_like(self, other: Subject) -> bool:
        """Whether nothing speaks against the two being about one thing."""
        return _agree(self.office, other.office) and self.project == other.project and _agree(self.unit, other.unit)


def _agree(one: str, other: str) -> bool:
    """Whether two names may be of one office: 水务局 is 青禾县水务局, but neither its 本级 nor one of its units."""
    return not one or not other or one.endswith(other) or other.endswith(one)


def subject_of(passages: Sequence[Passage], headers: Set[Span] = frozenset()) -> Subject:
    """The subject of a document, from the head of its form or from its title; `headers` are cells that only head a column."""
    head = [passage for passage in passages[:_HEAD] if passage.source not in headers]
    project = "" if _is_of_many(passages, head) else _found(head, "project") or _titled(head)
    return Subject(_found(head, "office") or _titled_office(head), project, _found(head, "unit") if project else "", _titled_side(head))


def _is_of_many(passages: Sequence[Passage], head: Sequence[Passage]) -> bool:
    """Whether a document is on a whole office by its first title, or has the forms of several projects."""
    title = next(_titles(head), None)
    return (title is not None and "整体支出" in title.text) or len(set(_named(passages, "project"))) > 1


def _found(head: Sequence[Passage], what: str) -> str:
    return next(_named(head, what), "")


def _named(head: Sequence[Passage], what: str) -> Iterator[str]:
    """What stands behind the label, in its own line or in the next cell."""
    for passage in head:
        text = passage.text.replace(" ", "") if passage.cell is not None else passage.text
        if match := _STATED[what].search(text):
            if not _UNIT.match(match[1]):
                yield match[1].replace(" ", "")
        elif passage.cell is not None and _LABEL[what].fullmatch(text):
            value = _beside(passage, head)
            if value and not _HEADER.search(value) and not _LABEL[what].fullmatch(value):
                yield value


def _beside(label: Passage, head: Sequence[Passage]) -> str:
    """What stands in the next cell of the row that is not empty."""
    assert label.cell is not None
    for passage in head:
        if passage.table is label.table and passage.cell is not None and passage.cell.row == label.cell.row:
            value = passage.text.replace(" ", "")
            if passage.cell.column > label.cell.column and value:
                return value
    return ""


def _titled_office(head: Sequence[Passage]) -> str:
    """The office that a title names: 青禾县水务局2023年度部门决算."""
    for passage in _titles(head):
        if match := _TITLE_OFFICE.search(passage.text.replace(" ", "")):
            return match["office"]
    return ""


def _titled_side(head: Sequence[Passage]) -> Titled:
    """预算 or 决算, where the titles say but one of them; else whether they say 自评."""
    titles = [passage.text.replace(" ", "") for passage in _titles(head)]
    said = {match[0] for title in titles for match in _ACCOUNT.finditer(title)}
    if not said:
        return "outcome" if any(map(_EVALUATION.search, titles)) else ""
    return "" if len(said) > 1 else "actual" if "决算" in said else "plan"


def _titles(head: Sequence[Passage]) -> Iterator[Passage]:
    for passage in head[:_TITLES]:
        if passage.cell is None and len(passage.text.replace(" ", "")) <= _LONGEST:
            yield passage


def _titled(head: Sequence[Passage]) -> str:
    """The project that a title names: 2022年度某某项目支出绩效自评报告."""
    for passage in head[:_TITLES]:
        text = passage.text.replace(" ", "")
        if passage.cell is None and not _OF_MANY.search(text) and (match := _TITLE.match(text)):
            return "" if _ANY_PROJECT.fullmatch(match[1]) else match[1]
    return ""
