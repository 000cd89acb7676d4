"""DOC012 有隐藏的行、列或工作表

查什么  表格文件中有隐藏的工作表、行或列，网页的表格中有隐藏的行或列，合并单元格下面压着数字。
为什么  合计通常包含隐藏的行和列，所以照样核对，但屏幕上看不到；隐藏的工作表不核对，其中可能留有旧的数字；合并单元格下的数不显示，公式却会算进去（为警告）。
怎样处理  在 Excel 或 WPS 中取消隐藏、取消合并，确认后删除或保留。
不查    没有内容的隐藏行、列不提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say("{what}", "{what}")
WHAT = {
    "hidden-rows": Say("有{count}个隐藏的行或列{named}，也参加了核对", "{count} rows and columns are hidden{named}; they were checked"),
    "hidden-sheets": Say("有{count}个隐藏的工作表{named}，没有核对", "{count} sheets are hidden{named}; they were not checked"),
    "beneath": Say(
        "合并单元格下有{count}个看不见的数{named}，没有核对，但公式会把它们算进去",
        "{count} numbers lie out of sight under merged cells{named}; they were not checked, but formulas include them",
    ),
}
NAMED = Say("（{detail}）", " ({detail})")


@rule(
    "DOC012",
    name="hidden-cells",
    severity="info",
    title="Hidden rows, columns, sheets or numbers",
    says=SAYS,
    bad=[
        Bad("2022年收入100万元。", severity="info", notices=(Notice("hidden-sheets", "上年数", count=1),)),
        Bad("2022年收入100万元。", severity="warning", notices=(Notice("beneath", "B4", count=1),)),
    ],
    good=[Good("2022年收入100万元。", outcome=None, notices=(Notice("hidden-text", count=2),)), Good("2022年收入100万元。", outcome=None)],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if what := WHAT.get(notice.kind):
            named = NAMED.of(detail=notice.detail) if notice.detail else ""
            check = Check.observe(notice.span, what=what.of(named=named, count=notice.count))
            yield check.but(severity="warning") if notice.kind == "beneath" else check
