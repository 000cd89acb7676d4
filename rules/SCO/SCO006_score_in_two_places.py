"""SCO006 同一得分在正文和表格中不一致

查什么  正文的总分与评分表的总分应一致；同名指标的满分和得分在正文、表格中也应一致。
为什么  同一份报告同一项得分只能有一个数；两处不同，至少一处没有随修改更新。
怎样处理  以评分表和佐证材料为准，把正文和表格改成一致。
不查    同名指标不止一处的，以及只在一处出现的；部门整体的总分不与项目自评表的总分比。正文和表格没有同名指标、又看不出说的是同一件事的，总分不同只作警告。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.expression import leaf
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.submission import Submission

TABLED = Say(
    "“{name}”的{side}一张表写{claimed}，另一张表写{derived}，相差{difference}",
    "the {side} of “{name}” is {claimed} in one table and {derived} in the other, a difference of {difference}",
)


@rule(
    "SCO006",
    name="score-in-two-places",
    severity="warning",
    precision="exact",
    needs=("same",),
    reach="both",
    title="The same score differs between text and table",
    says=Say(
        "“{name}”的{side}正文写{claimed}，表格写{derived}，相差{difference}",
        "the {side} of “{name}” is {claimed} in the text and {derived} in the table, a difference of {difference}",
    ),
    bad=[
        Bad(
            "综合得分为96分。\n1.投入（满分40分，得分38分）。\n2.产出（满分60分，得分58分）。\n\n指标\t分值\t得分\n投入\t40\t38\n产出\t60\t57\n合计\t100\t95\n",
            claimed="96分",
            derived="95分",
            severity="error",
        ),
        Bad(
            "综合得分为96分。\n1.投入（满分40分，得分38分）。\n2.产出（满分60分，得分58分）。\n\n指标\t分值\t得分\n投入\t40\t39\n产出\t60\t57\n合计\t100\t96\n",
            claimed="38分",
            derived="39分",
            severity="warning",
        ),
    ],
    good=[
        Good(
            "综合得分为96分。\n1.投入（满分40分，得分38分）。\n2.产出（满分60分，得分58分）。\n\n指标\t分值\t得分\n投入\t40\t38\n产出\t60\t58\n合计\t100\t96\n"
        ),
        Good("综合得分为96分。\n1.投入（满分40分，得分38分）。\n2.产出（满分60分，得分58分）。\n", outcome=None),
    ],
)
def check(facts: Facts | Submission) -> Iterator[Check]:
    for twin in facts.twins:
        related = [Related(twin.table, "same", twin.name)]
        found = Check.equal(twin.prose, leaf(twin.table), related, exact=True, binding="named", name=twin.name, side=twin.side)
        if twin.tabled:
            found = found.but(message=TABLED)
        yield found.but(severity="error") if twin.whole else found
