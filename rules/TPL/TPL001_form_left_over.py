"""TPL001 模板内容未处理

查什么  正文里保留着模板的选择项（“增加（减少）”“大小于”）或没有填写的空格（“占 %”“比上年减少 万元”）；
        数字都已填写的报告里，代替名称、年度的“某某”“XX局”“20XX年”作为提示。
为什么  选择项未定，读者无从知道增减方向；空格未填，该项数据缺失。
怎样处理  删去不适用的选项，补填空格；没有数据的写明“无”或0。
不查    表头和栏目名称；“（减少以“－”号填列）”之类的填表说明。
"""

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

BLANK = Say("“{name}”共{count}处缺少数字，疑为模板空格未填", "“{name}” lack their numbers ({count}): slots of the form left blank?")
NAME = Say("“{name}”共{count}处，疑为模板中的名称未替换", "“{name}” stands for a name that was not filled in ({count} times)")


@rule(
    "TPL001",
    name="form-left-over",
    severity="warning",
    title="A left-over of the form",
    says=Say("“{name}”是模板的选择项，应确定一种写法", "“{name}” is a choice of the form that was not made"),
    bad=[
        Bad("支出合计620.5万元，比上年增加（减少）20.5万元。"),
        Bad("年初预算为10万元，支出决算为9万元，决算数大小于预算数的主要原因是厉行节约。"),
        Bad("公务接待费5.2万元，占 %，比上年减少 万元。"),
        Bad("工资福利支出71.6万元，占基本支出预算%，同比减少2万元。"),
        Bad("20XX年收入合计620.5万元，支出合计610.5万元，其中：基本支出400万元，项目支出210.5万元，结余10万元。", severity="info"),
    ],
    good=[
        Good("公务接待费5.2万元，占18.5 %，比上年减少 0.3 万元。", outcome=None),
        Good("注：增加（减少以“－”号填列）。", outcome=None),
        Good("增加（减少）额按决算数减预算数计算，占比（%）保留两位小数。", outcome=None),
        Good("20XX年收入620.5万元。", outcome=None),
        Good("万元产值能耗持续降低，占地5亩。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for slot in facts.slots:
        found = Check.observe(slot.span, name=slot.text.strip(), count=slot.count)
        if slot.kind == "name":
            yield found.but(message=NAME, severity="info")
        else:
            yield found.but(message=BLANK) if slot.kind == "blank" else found
