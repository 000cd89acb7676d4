"""TPL003 合计为零或空白而分项有数

查什么  表格的合计、小计、总计或上级科目一格为 0 或没有填，而它下面的各行填了数。
为什么  多为模板公式没有带出，或者漏填了合计行；读表的人会以为没有这笔钱。
怎样处理  按各行之和补填合计。
不查    合计格打了“-”“—”“/”的；分项也全部为零或空白的；评分列和比率列。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "TPL003",
    name="total-row-empty",
    severity="warning",
    needs=("part",),
    title="A total is zero or blank although its parts are filled in",
    says=Say("表中“{name}”为零或没有填，而所列各行合计{sum}", "the table's “{name}” is zero or blank, its rows add up to {sum}"),
    bad=[
        Bad("单位：万元\n项目 | 预算数 | 决算数\n办公费 | 12 | 11\n差旅费 | 8 | 9\n合计 | 20 | 0\n"),
        Bad("单位：万元\n项目 | 预算数 | 决算数\n办公费 | 12 | 11\n差旅费 | 8 | 9\n合计 | 20 | \n"),
    ],
    good=[
        Good("单位：万元\n项目 | 预算数 | 决算数\n办公费 | 12 | 0\n差旅费 | 8 | 0\n合计 | 20 | 0\n", outcome=None),
        Good("单位：万元\n项目 | 预算数 | 决算数\n办公费 | 12 | 11\n差旅费 | 8 | 9\n合计 | 20 | 20\n", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for found in facts.table_sums:
        if found.is_empty:
            parts = [Related(part, "part", label) for part, label in zip(found.parts, found.labels, strict=True)]
            yield Check.observe(found.total or found.cell, parts, name=found.name, sum=found.parts[0].show(found.derived, 2))
