"""UNI001 百分数缺百分号

查什么  算式得出百分数（以“×100%”结尾，或按百分数才与算式相符），结果应带百分号；“增长”“占”之后的小数应带百分号。
为什么  74.22与74.22%相差一百倍，缺百分号的结果与所写算式不符，也无法与评分标准比较。
怎样处理  补上“%”；原意不是百分数的，写明单位。
不查    结果为0的不要求百分号；结果写成小数且与算式相符的（如0.96）不提示；“增长”“占”之后的整数不提示。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

RESULT = Say("结果", "the result")
AFTER_WORD = Say(
    "“{word}”之后的{claimed}没有百分号，也没有单位，疑为{derived}",
    "{claimed} after “{word}” has neither a percent sign nor a unit: {derived}?",
)


@rule(
    "UNI001",
    name="percent-missing",
    severity="warning",
    title="A percentage without its sign",
    says=Say(
        "按所写算式，{name}是百分数，{claimed}之后没有百分号，此处应为{derived}",
        "{name}: {claimed} is a percentage by its formula: {derived}",
    ),
    bad=[
        Bad("预决算差异率＝（620.5－500）÷500×100%＝24.1，不得分。", claimed="24.1", derived="24.1%", severity="error"),
        Bad("支出合计620.5万元，比上年增长13.95。", claimed="13.95", derived="13.95%", severity="warning"),
        Bad("其中：基本支出473万元，占76.23，项目支出147.5万元，占23.77%。", claimed="76.23", derived="76.23%", severity="warning"),
    ],
    good=[
        Good("预决算差异率＝（620.5－500）÷500×100%＝24.1%，不得分。"),
        Good("结余率＝0÷530.2×100%＝0，得5分。", outcome=None),
        Good("人均办公面积＝450÷30＝15。", outcome=None),
        Good("收入增长13.95万元，增长3%。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for equation in facts.equations:
        figure = equation.claimed
        operands = [Related(operand, "operand", operand.name) for operand in equation.operands]
        if equation.percent_missing:
            found = Check.observe(figure, operands, name=equation.name or RESULT)
            yield found.but(severity="error", claimed=str(figure), derived=f"{figure}%")
        elif figure.kind == "percent" and equation.formula.divides:
            yield Check.agrees(figure, operands, name=equation.name or RESULT)
    for item in facts.rateless:
        figure = item.token.figure
        yield Check.observe(figure, word=item.word).but(message=AFTER_WORD, claimed=str(figure), derived=f"{figure}%")
