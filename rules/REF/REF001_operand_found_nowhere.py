"""REF001 算式代入的数字在文中找不到出处

查什么  算式中代入的金额应能在文中其他地方找到；找不到、而文中同类合计数另有数值的，提请核对。
为什么  本年度的收入、支出在报告中通常不止写一次，只在算式里出现的数字多半取自往年或别的报表。
怎样处理  核对算式所依据的报表；应代入本年度数字的，改正后重算。
不查    不足三位数字的；文中没有同类合计数可比的，不下结论；所在句子的年度就与报告年度不符的，由 YEA001 一并说明。几个文件一起核对（--together）时，出处和可比的数也在其他文件中找。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.submission import Submission

NOTHING = Say("文中没有同类的合计数可比", "no total of the same kind to compare it with")
OUTDATED = Say("所在句子的年度与报告年度不符（见 YEA001），先核对年度", "its sentence is of another year than the report (see YEA001)")


@rule(
    "REF001",
    name="operand-found-nowhere",
    severity="warning",
    needs=("same",),
    reach="whole",
    title="An amount in an equation that stands nowhere else",
    says=Say(
        "算式中的{claimed}在文中其他地方没有出现；文中可比的是{name}{derived}，请核对",
        "{claimed} in the equation stands nowhere else; the nearest comparable figure is {name} {derived}",
    ),
    bad=[
        Bad(
            "财政拨款总收入620.5万元，总支出620.5万元。根据《财政拨款收入支出决算总表》，结转结余率＝0÷（0＋715.3）×100%＝0。",
            claimed="715.3",
            derived="620.5万元",
        ),
        Bad("本年支出合计205.60万元。预算完成率＝187.32÷198.70×100%＝94.27%。", claimed="187.32", derived="205.60万元"),
    ],
    good=[
        Good("财政拨款总收入620.5万元。根据《财政拨款收入支出决算总表》，结转结余率＝0÷（0＋620.5）×100%＝0。"),
        Good("财政拨款总收入620.5万元。政府采购执行率＝30.25÷30.25×100%＝100%。", outcome="undecided"),
        Good("政府采购支出总额30.25万元，政府采购执行率＝30.25÷36.40×100%＝83.10%。"),
        Good("本年支出合计205.60万元。任务完成率＝187.32÷198.70×100%＝94.27%。", outcome="undecided"),
        Good("财政拨款总收入620.5万元。2021年度结转结余率＝0÷（0＋715.3）×100%＝0，得5分。", outcome="undecided", year=2022),
        Good("本指标得分＝3×100%＝3分。", outcome=None),
    ],
)
def check(facts: Facts | Submission) -> Iterator[Check]:
    for operand in facts.operands:
        if operand.elsewhere:
            yield Check.agrees(operand.figure, [Related(operand.elsewhere, "same", operand.elsewhere.name)])
        elif operand.outdated or not operand.comparable:
            yield Check.undecided(operand.figure, OUTDATED if operand.outdated else NOTHING)
        else:
            nearest = operand.comparable[0]
            found = Check.observe(
                operand.figure, [Related(other.figure, "same", other.name) for other in operand.comparable], name=nearest.name
            )
            yield found.but(claimed=str(operand.figure), derived=str(nearest.figure))
