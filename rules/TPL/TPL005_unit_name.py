"""TPL005 单位名称前后写法不同

查什么  标题或者填报单位写明的单位全称（青禾县水务局），与文中同一地方、同一层级的写法相比：长名称只差一个字的，标题、填报单位里地名只差一个字的，
        或者写成机构改革前的名称（青禾县水利局）的。
为什么  名称写成两样，多为沿用旧稿或者套用别处的报告，读者要疑心数字是否也是别处的。
怎样处理  核对并统一名称；确指改革前机构的，写明“原”。
不查    简称（我局、县住建局）、同一地方的其他部门、上级和下属单位；写明“原”“更名”“合并”“组建”的句子；书名号内改革前的名称；两三个字的名称只差一个字的（财政局、民政局），可能是两个单位。
"""

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

FORMER = Say(
    "报告单位写“{office}”，此处写“{name}”（共{count}处），疑为机构改革前的名称",
    "the report is of “{office}”; “{name}” ({count} times) looks like its former name",
)
TITLE = "青禾县市场监督管理局2023年度部门整体支出绩效自评报告\n"


@rule(
    "TPL005",
    name="unit-name",
    severity="warning",
    title="The office is named in two ways",
    says=Say(
        "报告单位写“{office}”，此处写“{name}”（共{count}处），只差一个字，请核对",
        "the report is of “{office}”; “{name}” ({count} times) differs in one character",
    ),
    bad=[
        Bad(TITLE + "青禾县市场监督监理局核定编制32名。", severity="warning"),
        Bad(TITLE + "填报单位：青河县市场监督管理局\n核定编制32名。", severity="warning"),
        Bad("青禾县水务局2023年度部门整体支出绩效自评报告\n青禾县水利局核定编制32名。", severity="info"),
    ],
    good=[
        Good(TITLE + "我局（县市场监管局）核定编制32名，由青禾县机构编制委员会办公室批复。", outcome=None),
        Good("青禾县财政局2023年度部门决算\n会同青禾县民政局发放补助20万元。", outcome=None),
        Good("青禾县水务局2023年度部门整体支出绩效自评报告\n机构改革后，原青禾县水利局职责划入。", outcome=None),
        Good("青禾县水务局2023年度部门整体支出绩效自评报告\n依据《青禾县水利局专项资金管理办法》，实行专账管理。", outcome=None),
        Good("青禾县水务局2023年度部门整体支出绩效自评报告\n青禾县水利局职能于2019年并入我局。", outcome=None),
        Good("青禾县水务局2023年度部门整体支出绩效自评报告\n市水利局下达补助20万元，白岩县水利局、青河县水务局协助。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for item in facts.office_names:
        found = Check.observe(item.span, name=item.name, office=item.office, count=item.count)
        yield found.but(message=FORMER, severity="info") if item.kind == "former" else found
