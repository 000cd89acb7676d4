"""UNI003 数字缺单位

查什么  同一句里其他金额（得分）都写有单位，个别金额（得分）只有数字，如“（满分50分，得50）”“支出合计1020，其中基本支出800万元”。
为什么  缺单位的数字要靠上下文猜测，元与万元相差一万倍。
怎样处理  补上单位。
不查    算式、表格里的数字；数值为0的；同一句没有同类数字可以参照的。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "UNI003",
    name="unit-missing",
    severity="info",
    needs=("same",),
    title="A figure without the unit that its neighbours have",
    says=Say("{claimed}没有单位，同一句里同类数字的单位是“{unit}”", "{claimed} has no unit, its neighbours have “{unit}”"),
    bad=[
        Bad("预算执行（满分10分，得10）、产出指标（满分50分，得48分）。", claimed="10", derived="10分"),
        Bad("产出（50分）得48.5分；满意度（10分）得9。", claimed="9", derived="9分"),
        Bad("机关运行经费支出46.8万元，比上年增加1.5，增长3.31%。", claimed="1.5", derived="1.5万元"),
        Bad("本年支出合计1020，其中：基本支出800万元，项目支出220万元。", claimed="1020", derived="1020万元"),
    ],
    good=[
        Good("预算执行（满分10分，得10分）、产出指标（满分50分，得48分）。", outcome=None),
        Good("本年支出合计1020万元，其中：基本支出800万元。", outcome=None),
        Good("执行率＝800÷1020×100%＝78.43%，支出800万元。", outcome=None),
        Good("培训支出46.8万元，参训人数比上年增加15，减少批次2。", outcome=None),
        Good("会议费支出1.2万元，上年为0，增加1.2万元。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for item in facts.unitless:
        figure = item.token.figure
        found = Check.observe(figure, [Related(item.neighbour.figure, "same", item.neighbour.figure.name)], unit=item.unit)
        yield found.but(claimed=str(figure), derived=f"{figure}{item.unit}")
