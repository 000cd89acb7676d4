"""DOC011 公式没有保存计算结果

查什么  表格文件中有公式，但文件没有保存它的计算结果。
为什么  看到的数字要打开文件时才算出来，文件里没有；与它有关的合计、比例无法核对。由系统导出、未经 Excel 或 WPS 保存的文件常常如此。
怎样处理  用 Excel 或 WPS 打开，保存后重新检查。
不查    有计算结果的公式按显示的结果核对，不重新计算。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say(
    "有{count}个公式没有保存计算结果（{cells}），与之有关的合计和比例无法核对。请用 Excel 或 WPS 打开、保存后重新检查",
    "{count} formulas have no stored result ({cells}); totals and rates that involve them could not be checked. "
    "Open and save the file in Excel or WPS and run again",
)


@rule(
    "DOC011",
    name="uncalculated",
    severity="warning",
    title="Formulas without a stored result",
    says=SAYS,
    bad=[
        Bad("2022年收入100万元。", notices=(Notice("uncalculated", "决算!C5", count=1),)),
        Bad("2022年收入100万元。", notices=(Notice("uncalculated", "决算!C5、C6、C7", count=3),)),
    ],
    good=[
        Good("2022年收入100万元。", outcome=None, notices=(Notice("formula-errors", "决算!C5", count=1),)),
        Good("2022年收入100万元。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "uncalculated":
            yield Check.observe(notice.span, cells=notice.detail, count=notice.count)
