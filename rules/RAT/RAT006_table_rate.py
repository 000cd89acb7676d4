"""RAT006 表格中的执行率、占比、增减率与所在行的数不符

查什么  表格的执行率、完成率、到位率、得分率、占比、增减额、增减率各列，按表头（含“（B/A）”一类字母公式）用同一行的数重算。
为什么  比率由同一行的两个数得出；不符说明比率或者其中一个数填错。
怎样处理  先看表头规定的分母（全年预算数、调整后预算数还是年初预算数），再核对两个数，最后改比率。
不查    预算数与执行数都为零时印 0% 或 100%，都是习惯写法，视为相符；表头看不出由哪两列得出的，不核对；分母有几种可能时，任何一种相符即视为相符，并说明所用的分母。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related, Role
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.tables.derived import TableRate, Way

MISSING = Say("同一行没有可以重算它的数", "the row lacks the numbers to derive it from")
NONE_FITS = Say("换用表中其他预算数作分母也不相符", "no other budget column of the table fits as the divisor either")
ROLES: dict[str, tuple[Role, ...]] = {
    "execution": ("actual", "budget"),
    "saving": ("actual", "budget"),
    "score": ("score", "full"),
    "share": ("part", "whole"),
}
_PRINTED: tuple[Role, ...] = ("operand",)


@rule(
    "RAT006",
    name="table-rate",
    severity="error",
    precision="ratio",
    needs=("budget|operand|whole|prior|full",),
    title="A rate in a table differs from the numbers in its row",
    says=Say(
        "表中“{name}”为{claimed}，按“{way}”计算为{derived}（{working}），相差{difference}",
        "the table's “{name}” is {claimed}; {way} gives {derived} ({working}), off by {difference}",
    ),
    bad=[
        Bad(
            "单位：万元\n项目 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率\n资金总额 | 100 | 120 | 90 | 95%\n",
            claimed="95%",
            derived="75%",
        ),
        Bad(
            "单位：万元\n项目 | 金额 | 占比\n基本支出 | 60 | 70.00%\n项目支出 | 40 | 40.00%\n合计 | 100 | 100.00%\n",
            claimed="70.00%",
            derived="60%",
        ),
        Bad(
            "一级指标 | 分值 | 得分 | 得分率\n决策 | 20 | 18 | 80%\n产出 | 80 | 76 | 95%\n合计 | 100 | 94 | 94%\n",
            claimed="80%",
            derived="90%",
        ),
        Bad(
            "单位：万元\n项目 | 2021年决算数 | 2022年决算数 | 增减额 | 增减率\n接待费 | 40 | 50 | 10 | 20.0%\n",
            claimed="20.0%",
            derived="25%",
        ),
        Bad(
            "一级指标 | 分值 | 得分 | 得分率\n决策 | 20 | 18 | 90%\n产出 | 50 | 45 | 92%\n效益 | 30 | 27 | 90%\n",
            claimed="92%",
            derived="90%",
        ),
        Bad("单位：万元\n项目 | 2022年 | 2023年 | 增减%\n收入 | 1200 | 1260 | 6\n", claimed="6", derived="5%"),
        Bad("项目 | 上年数 | 本年数 | 增减率 | 方向\n接待费 | 3.5 | 2.8 | 25% | 下降\n", claimed="25%", derived="20%"),
    ],
    good=[
        Good("一级指标 | 分值 | 得分 | 得分率\n决策 | 20 | 18 | 90%\n产出 | 50 | 46.6 | 93.20%\n效益 | 30 | 27 | 90%\n"),
        Good("单位：万元\n项目 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率\n资金总额 | 100 | 120 | 90 | 90%\n"),
        Good("全年预算数（A） 全年执行数（B） 预算执行率（B/A） 年度资金总额：3000 2700 90% 其中：中央补助 3000 2700 90%。"),
        Good("单位：万元\n项目 | 预算数 | 执行数 | 执行率\n财政拨款 | 0.00 | 0.00 | 0.00%\n其他资金 | 5.00 | 5.00 | 100.00%\n"),
        Good("单位：万元\n项目 | 2022年 | 2023年 | 增减%\n收入 | 1200 | 1260 | 5\n"),
        Good("项目 | 上年数 | 本年数 | 增减率 | 方向\n接待费 | 3.5 | 2.8 | 20% | 下降\n"),
        Good("项目 | 上年数 | 本年数 | 降幅\n接待费 | 3.5 | 2.8 | 20%\n会议费 | 5 | 4 | -20%\n"),
        Good("单位：万元\n项目 | 预算数 | 上年结转 | 可用资金 | 支出数 | 执行率\n甲 | 500 | 100 | 600 | 570 | 95%\n"),
        Good(
            "单位：万元\n项目 | 预算数 | 执行数 | 执行率\n财政拨款 | — | 3.00 | 90%\n其他资金 | 5.00 | 5.00 | 100%\n", outcome="undecided"
        ),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for rate in facts.table_rates:
        if not rate.ways:
            yield Check.undecided(rate.rate, MISSING, name=rate.name)
            continue
        made = [_derived(rate, way) for way in rate.ways]
        best = next((check for check in made if check.outcome in ("holds", "rounding")), made[0])
        several = best.outcome == "broken" and len(made) > 1 and best.note is None
        yield best.but(note=NONE_FITS) if several else best


def _derived(rate: TableRate, way: Way) -> Check:
    """The rate against one admissible formula; nothing of nothing may be printed as 0% or 100%."""
    roles = ROLES.get(rate.kind, ("current", "prior")) if rate.kind != "formula" else _PRINTED * len(way.operands)
    related = [Related(figure, role, name) for (figure, name), role in zip(way.operands, roles, strict=True)]
    if way.formula.divides and not any(figure.value for figure, _ in way.operands) and rate.rate.value in (0, 1):
        return Check.agrees(rate.rate, related, name=rate.name, way=way.words)
    return Check.equal(rate.rate, way.formula, related, signed=rate.sign, manner=f"table-{rate.kind}", name=rate.name, way=way.words)
