"""CMP004 团组（批次）数与人次、经费互相矛盾

查什么  出国（境）团组数、接待批次与人次：没有团组（批次）就不应有人次，每个团组（批次）至少有一人；没有团组、批次或购车数量的，
        同一句又写有相应支出的，提请核对。表格中只有“团组数”“批次”与“人次”之别的两行（两列），同样核对。
为什么  数量与人次、经费出自同一张统计表，一方为零而另一方不为零，至少一处漏填或填错。
怎样处理  核对“机构运行信息表”等来源表中的数量、人次与金额。
不查    约数；正文中人次与批次不在同一句的；“其中”的批次与总的支出。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.expression import leaf
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

MONEY = Say("写有支出{spent}，数量却为{claimed}，请核对", "{spent} spent, but the count is {claimed}")


@rule(
    "CMP004",
    name="counts-contradict",
    severity="error",
    precision=("exact", "order"),
    needs=("actual|count",),
    title="Groups, persons and money contradict each other",
    says=Say("团组（批次）数为{groups}，人次为{claimed}，两者矛盾", "{groups} of groups or batches, but {claimed}"),
    bad=[
        Bad("全年安排因公出国（境）团组0个，累计2人次。", claimed="2人次", derived="0人次"),
        Bad("国内公务接待35批次，共0人次。", claimed="0人次"),
        Bad("因公出国（境）费支出3.8万元，安排因公出国（境）团组0个。", claimed="0个", severity="warning"),
        Bad("统计表\n项目 | 统计数\n因公出国（境）团组数（个） | 0\n因公出国（境）人次数（人） | 2\n", claimed="2", derived="0"),
    ],
    good=[
        Good("因公出国（境）费支出3.8万元，安排团组1个，累计2人次。"),
        Good("国内公务接待35批次，共280人次。"),
        Good("因公出国（境）费支出0万元，团组0个，累计0人次。"),
        Good("国内公务接待共15批次（其中外事接待0批次），105人次（其中外事接待0人次）。"),
        Good("公务接待费支出3.2万元，接待15批次105人次，其中外事接待0批次、0人次。"),
        Good("接待来访46批次，约600人。"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for visit in facts.visits:
        groups, persons, spent = visit.groups, visit.persons, visit.spent
        if persons:
            roles = [Related(groups, "count", groups.name)]
            if groups.value:
                yield Check.ordered(persons, "≥", groups, roles, groups=groups)
            else:
                yield Check.equal(persons, leaf(groups), roles, groups=groups)
        if spent and not groups.value and spent.value:
            found = Check.observe(groups, [Related(spent, "actual", spent.name)], spent=spent)
            yield found.but(message=MONEY, claimed=str(groups), severity="warning")
        elif spent:
            yield Check.agrees(groups, [Related(spent, "actual", spent.name)])
