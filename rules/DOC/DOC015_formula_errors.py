"""DOC015 公式出错

查什么  表格文件的单元格显示 #REF!、#DIV/0!、#VALUE!、#N/A、#NAME?、#NUM!、#NULL!。
为什么  出错的公式没有数值，与它有关的合计、比例无法核对；报送前通常是引用的单元格被删、除数为零或者文字当作数字。
怎样处理  在 Excel 或 WPS 中找到所列单元格，改正公式后重新检查。
不查    没有保存计算结果的公式见 DOC011。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say(
    "有{count}个单元格的公式出错（{cells}），与之有关的合计和比例无法核对。请改正公式后重新检查",
    "{count} cells show formula errors ({cells}); totals and rates that involve them could not be checked. Mend the formulas and run again",
)


@rule(
    "DOC015",
    name="formula-errors",
    severity="warning",
    title="Formulas with errors",
    says=SAYS,
    bad=[
        Bad("2022年收入100万元。", notices=(Notice("formula-errors", "决算!D8", count=1),)),
        Bad("2022年收入100万元。", notices=(Notice("formula-errors", "决算!D8、D9", count=2),)),
    ],
    good=[
        Good("2022年收入100万元。", outcome=None, notices=(Notice("uncalculated", "决算!D8", count=1),)),
        Good("2022年收入100万元。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "formula-errors":
            yield Check.observe(notice.span, cells=notice.detail, count=notice.count)
