"""YEA002 所写年度疑为往年沿用

查什么  年末人员、资产等状况应写报告年度年末的；写完本年度成效之后又写“截至上年末全县共有……”的；各标题、表名的年度、只写了一次的年度总数（如机关运行经费支出）的年度应与报告年度一致；完成情况一节以往年开头、通节不提报告年度的；与报告年度金额完全相同的收支写成了另一年度的，提请核对。
为什么  自评报告反映报告年度的情况，写成上一年度多半是沿用旧稿，数字也可能是旧的。
怎样处理  数字属报告年度的，改正年度；数字是往年的，换成报告年度的。
不查    同一句还写有其他年度的；写作年初数的；比较、沿革、立项、批复、规划、结转等叙述；预算公开中的上年末状况；同名的表另有报告年度的；标题写明的几个年度以内的。报告年度有矛盾或依据不足时不下结论。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

AMOUNT = Say(
    "报告年度为{report}年（{evidence}），{twin}在文中属{report}年，此处写为{stated}年，请核对年度",
    "the report is about {report} ({evidence}) and gives {twin} for it; here it stands for {stated}",
)

FLOW = Say(
    "报告年度为{report}年（{evidence}），此处写的是{stated}年度的总数（{claimed}），文中没有报告年度的同类总数，请核对年度",
    "the report is about {report} ({evidence}), this is a total of {stated} ({claimed}), and none of {report} is given",
)
HEADING = Say(
    "报告年度为{report}年（{evidence}），这一标题写的是{stated}年，请核对年度",
    "the report is about {report} ({evidence}), this heading names {stated}",
)

CAPTION = Say(
    "报告年度为{report}年（{evidence}），这张表的标题写的是{stated}年，请核对年度和表中数字",
    "the report is about {report} ({evidence}), the title of this table names {stated}",
)
RESULT = Say(
    "报告年度为{report}年（{evidence}），这一节写的是完成情况，却从{stated}年写起，通节没有提到{report}年，请核对是否沿用旧稿",
    "the report is about {report} ({evidence}), this section on results opens with {stated} and never names {report}",
)
BARE = {"heading": HEADING, "caption": CAPTION, "result": RESULT}


@rule(
    "YEA002",
    name="stale-year",
    severity="warning",
    title="A state or an amount dated another year than the report's",
    says=Say(
        "报告年度为{report}年（{evidence}），此处写的是{stated}年末的状况（{claimed}），请核对年度",
        "the report is about {report} ({evidence}), this is the state at the end of {stated} ({claimed})",
    ),
    bad=[
        Bad("办公用房面积350平方米，2021年底实有36人（含5名临聘人员），人均面积未超标。", claimed="36人", year=2022),
        Bad("2022年度部门整体绩效自评报告\n\n一、2022年度基本情况\n\n二、2021年度预算执行情况\n", claimed="2021年"),
        Bad(
            "青禾县水务局2022年度部门整体支出绩效自评报告\n\n2021年度项目支出绩效自评表\n项目 | 全年预算数 | 全年执行数\n河道清淤 | 120 | 114\n",
            claimed="2021年",
        ),
        Bad(
            "青禾县水务局2022年度部门整体支出绩效自评报告\n\n（二）重点工作完成情况。\n\n2021年，我局共完成河道整治12公里。\n\n（三）存在问题。\n",
            claimed="2021年",
        ),
        Bad("2022年总收入620.5万元。2022年结余12.5万元。2022年完成采购。2021年度机关运行经费支出57.5万元。", claimed="57.5万元", year=2022),
        Bad("2022年全年发放补助500万元。截至2021年12月底，全县共有补助对象1600人。", claimed="1600人", year=2022),
        Bad("2024年度部门决算\n\n截至2023年12月31日，本部门共有车辆12辆。", claimed="12辆"),
        Bad("2023年度安排补助资金318.25万元。2022年上级下达补助资金共计318.25万元，资金执行率100%。", claimed="318.25万元", year=2023),
    ],
    good=[
        Good("青禾县水务局2021-2023年中小河流治理项目支出绩效评价报告\n\n2023年度项目预算900万元。", outcome=None),
        Good("2022年底实有36人。", year=2022),
        Good(
            "青禾县水务局2022年度部门决算\n\n2021年度项目支出表\n项目 | 决算数\n清淤 | 12\n\n2022年度项目支出表\n项目 | 决算数\n清淤 | 14\n",
        ),
        Good(
            "青禾县水务局2022年度部门整体支出绩效自评报告\n\n（二）重点工作完成情况。\n\n2021年共完成河道整治12公里。2022年完成15公里。\n",
            outcome=None,
        ),
        Good("2021年末固定资产总额986.20万元；本年新增26.30万元，年末1012.50万元。", outcome=None, year=2022),
        Good("截至2021年底，我局在职人员46人；2022年退休3人。", outcome=None, year=2022),
        Good("年初情况。2021年末实有在职人员46人。", outcome=None, year=2022),
        Good("2021年底实有36人、2022年底实有34人。", outcome=None, year=2022),
        Good("2022年下达资金200.5万元，2023年支付200.5万元。", outcome=None, year=2023),
        Good("2022年度机关运行经费支出60.2万元。2021年度机关运行经费支出57.5万元。", outcome=None, year=2022),
        Good("截至2021年底，全县共有公路300条。2022年安排养护资金500万元。", outcome=None, year=2022),
        Good("2024年度部门决算\n\n截至2024年12月31日，本部门共有车辆12辆。"),
        Good("2024年度部门决算\n\n本部门共有车辆14辆，比2023年12月31日增加2辆。", outcome=None),
        Good("2024年度部门预算\n\n截至2023年12月31日，本部门共有车辆12辆。", outcome=None),
        Good("2021年3月机构改革时设立，核定编制15名。", outcome=None, year=2022),
        Good("2022年共支出318.25万元。该项目于2021年立项批复，概算318.25万元。", outcome=None, year=2022),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    report = facts.report_year
    if report is None:
        return
    for item in facts.dated:
        values = {"report": report.value, "evidence": report.evidence, "stated": item.year}
        if report.doubt:
            yield Check.undecided(item.span, report.doubt)
        elif item.year == report.value:
            yield Check.agrees(item.span, **values)
        elif item.figure is None:
            yield Check.observe(item.span, **values).but(message=BARE[item.kind], claimed=f"{item.year}年")
        elif item.twin:
            found = Check.observe(item.span, [Related(item.figure, "same"), Related(item.twin, "same")], twin=item.twin, **values)
            yield found.but(message=AMOUNT, claimed=str(item.figure))
        else:
            found = Check.observe(item.span, [Related(item.figure, "count", item.figure.name)], **values).but(claimed=str(item.figure))
            yield found.but(message=FLOW) if item.kind == "flow" else found
