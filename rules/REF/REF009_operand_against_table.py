"""REF009 算式代入的数与表中同名项目不一致

查什么  算式前面用文字写明了公式（如“结转结余率＝年末财政拨款结转和结余÷（年初财政拨款结转和结余＋本年财政拨款收入）”）的，代入的每个数与表格里同名的项目核对。
为什么  代入的数抄自决算表；不一致说明抄错了行、抄错了年度，或者表改了公式没有改，算出的比率和得分随之失实。
怎样处理  对照决算表改正代入的数，重算比率，再核对得分。
不查    公式里的名称与表中的名称对不上的；表中同名项目有几个不同数值的；公式写财政拨款而表不是财政拨款的。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.expression import as_expression
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.submission import Submission

TEXT = (
    "2023年度自评报告\n\n结转结余率=年末财政拨款结转和结余÷（年初财政拨款结转和结余+本年财政拨款收入）×100%={}÷（5+100）×100%=6.67%。\n\n"
    "2023年度财政拨款收入支出决算总表\n单位：万元\n项目 | 金额\n本年收入合计 | 100\n年初财政拨款结转和结余 | 5\n总计 | 105\n年末财政拨款结转和结余 | 7\n"
)


@rule(
    "REF009",
    name="operand-against-table",
    severity="error",
    precision="rounded",
    needs=("same",),
    reach="both",
    title="An operand of a formula differs from the table's item of that name",
    says=Say(
        "算式中的“{name}”代入{claimed}，表中“{item}”为{derived}，相差{difference}",
        "the formula takes {claimed} for “{name}”, the table gives {derived} for “{item}”, off by {difference}",
    ),
    bad=[Bad(TEXT.format(9), claimed="9万元", derived="7万元"), Bad(TEXT.format(17), claimed="17万元", derived="7万元")],
    good=[Good(TEXT.format(7)), Good(TEXT.format("7.0"))],
)
def check(facts: Facts | Submission) -> Iterator[Check]:
    for found in facts.worded:
        related = [Related(found.item.figure, "same", found.item.name)]
        formula = as_expression(found.item.figure)
        yield Check.equal(found.operand, formula, related, binding="named", name=found.name, item=found.item.name)
