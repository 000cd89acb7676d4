"""RAT005 算式与所写结果不符

查什么  文中写出的算式（如“（决算数－预算数）÷预算数×100%＝…”）按所写数字重新计算，应得到等号后的结果；连等式逐段计算。
为什么  算式和结果写在一起，读者会逐个验算；不符说明代入的数字或结果至少一处填错。
怎样处理  核对代入的数字与来源表是否一致，再重算结果。
不查    等号一侧只有文字、没有写出数字的公式。结果未写百分号的，按百分数计算，另由 UNI001 提示。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

UNNAMED = Say("算式结果", "the result")


@rule(
    "RAT005",
    name="printed-equation",
    severity="error",
    precision="ratio",
    needs=("operand",),
    title="A printed equation does not give its result",
    says=Say(
        "{name}写{claimed}，按所写算式{working}计算为{derived}，相差{difference}", "{name}: {claimed} printed, {working} gives {derived}"
    ),
    bad=[
        Bad("预算完成率＝480÷500×100%＝98%。", claimed="98%", derived="96%"),
        Bad("财政拨款收入预决算差异率＝（620.5－500）÷500×100%＝24.5%。", claimed="24.5%", derived="24.1%"),
        Bad("本指标得分＝5×90%＝4.5分，合计12＋7＝20分。", claimed="20分", derived="19分"),
    ],
    good=[
        Good("预算完成率＝480÷500×100%＝96%。"),
        Good("政府采购执行率＝12.3÷12.3×100%＝100%，本指标得分＝3×100%＝3分。"),
        Good("结余率＝0÷（0＋530.2）×100%＝0，差异率=(620.5-500)÷500*100％=24.1。"),
        Good("用本年收入620万元减去上年收入500万元等于120万元。"),
        Good("预算调整率=0，计3分。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for equation in facts.equations:
        roles = [Related(figure, "operand", figure.name) for figure in equation.operands]
        yield Check.equal(equation.claimed, equation.formula, roles, name=equation.name or UNNAMED)
