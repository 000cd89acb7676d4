"""SUM008 表样规定的合计与各项之和不符

查什么  全国或者各地统一的表样（项目支出绩效自评表、部门整体支出绩效自评表、决算公开表等）规定了哪几行或者哪几列相加；按表样重算合计。
为什么  表样的勾稽关系是填表的硬要求，不符说明至少一格填错。
怎样处理  逐项核对表中各格；表样与本地不同的，可在 gouji.toml 的 [[template]] 中写明本地的表样。
不查    表中没有的项目按没有处理；表里只有一项、或者有空格而合计更大的，不下结论；别的规则已经核对过的合计不再重复。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.expression import added
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

FORM = "2023年度部门整体支出绩效自评表\n部门名称 | 青禾县水务局\n项目（万元） | 预算数 | 执行数\n基本支出 | {} | 480\n人员经费 | 400 | 390\n公用经费 | 100 | 90\n项目支出 | 300 | 280\n"


@rule(
    "SUM008",
    name="form-sum",
    severity="error",
    precision="rounded",
    needs=("part",),
    title="A total that the form prescribes is not the sum of its parts",
    says=Say(
        "按{form}的表样，“{name}”应为各项之和{derived}（{working}），表中写{claimed}，相差{difference}",
        "by the form, “{name}” should be the sum of its parts, {derived} ({working}), but is {claimed}, off by {difference}",
    ),
    bad=[Bad(FORM.format("510"), claimed="510万元", derived="500万元"), Bad(FORM.format("490"), claimed="490万元", derived="500万元")],
    good=[Good(FORM.format("500")), Good(FORM.format("500.00"))],
)
def check(facts: Facts) -> Iterator[Check]:
    for found in facts.prescribed:
        related = [Related(figure, "part", label) for figure, label in found.parts]
        yield Check.equal(found.total, added(figure for figure, _ in found.parts), related, manner="form", name=found.name, form=found.form)
