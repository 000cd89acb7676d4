"""DOC012 有隐藏的行、列或工作表

查什么  表格文件中有隐藏的工作表、行或列，网页的表格中有隐藏的行或列。
为什么  合计通常包含隐藏的行和列，所以照样核对，但屏幕上看不到；隐藏的工作表不核对，其中可能留有旧的数字。
怎样处理  在 Excel 或 WPS 中取消隐藏，确认后删除或保留。
不查    没有内容的隐藏行、列不提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import rule
from lint.say import Say

SAYS = Say("{what}", "{what}")
WHAT = {
    "hidden-rows": Say(
        "{where}中有{count}个隐藏的行或列，也参加了核对",
        "{count} rows and columns of {where} are hidden; they were checked",
    ),
    "hidden-sheets": Say("有{count}个隐藏的工作表（{names}），没有核对", "{count} sheets are hidden ({names}); they were not checked"),
}
SHEETS = Say("工作表{names}", "the sheets {names}")
PAGE = Say("网页的表格", "the tables of the page")


@rule("DOC012", name="hidden-cells", severity="info", title="Hidden rows, columns or sheets", says=SAYS)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if what := WHAT.get(notice.kind):
            where = SHEETS.of(names=notice.detail) if notice.detail else PAGE
            yield Check.observe(notice.span, what=what.of(where=where, names=notice.detail, count=notice.count))
