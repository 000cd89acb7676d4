"""REF008 决算（预算）各表之间的对应数不一致

查什么  按决算报表的编制规定，收入支出总表的本年收入合计、本年支出合计应等于收入表、支出表的合计；财政拨款总表的一般公共预算支出应等于一般公共预算支出表的合计。
为什么  各表由同一套数据生成，合计不同说明其中一张不是同一版本，或者改了一张没有改另一张。
怎样处理  以账簿或者决算系统导出的数据为准，统一两张表，再核对引用它的正文。
不查    一个文件里同一种表不止一张的（如几个单位的表放在一起）；预算表不与决算表比。
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

TABLES = (
    "2023年度收入支出决算总表\n单位：万元\n项目 | 金额\n农林水支出 | 98\n本年支出合计 | 98\n年末结转和结余 | 7\n总计 | 105\n\n"
    "2023年度支出决算表\n单位：万元\n科目名称 | 本年支出合计 | 基本支出 | 项目支出\n农林水支出 | {total} | 60 | {projects}\n合计 | {total} | 60 | {projects}\n"
)


@rule(
    "REF008",
    name="accounts",
    severity="error",
    precision="rounded",
    needs=("same",),
    reach="both",
    title="Two tables of the accounts give different values for what must be the same",
    says=Say(
        "“{name}”在“{title}”中为{claimed}，“{other}”的合计为{derived}，两者应当相等，相差{difference}",
        "“{name}” is {claimed} in “{title}”, the total of “{other}” is {derived}; they must be equal and are off by {difference}",
    ),
    bad=[
        Bad(TABLES.format(total=108, projects=48), claimed="98万元", derived="108万元"),
        Bad(TABLES.format(total=89, projects=29), claimed="98万元", derived="89万元"),
    ],
    good=[Good(TABLES.format(total=98, projects=38)), Good(TABLES.format(total="98.00", projects="38.00"))],
)
def check(facts: Facts | Submission) -> Iterator[Check]:
    for found in facts.linked:
        related = [Related(found.other, "same", found.other_title)]
        values = {"title": found.title, "other": found.other_title}
        yield Check.equal(found.figure, as_expression(found.other), related, manner="accounts", name=found.name).but(values=values)
