"""CMP008 断语与数字相反

查什么  同一段里，“资金已全部拨付”“没有结余”“任务全部完成”“指标全部达到预期”“预算没有调整”“未发生某项支出”一类不留余地的话，
        与执行率不足100%、结余大于零、实际少于计划、追加了预算、该项有支出等数字（或“尚未完工”等话）是否相容。
为什么  套话常沿用模板，数字却是当年的；两者相反，读者无从判断哪一个是真的。
怎样处理  按实际情况改写断语，或者核对数字；确有口径之别的（如只指到位资金），写明口径。
不查    隔段的数字；“其他”“其中”“省级”等另指一部分的；“目前”“至今”等另指一个时间的；一段里有几个执行率、分不清是哪一个的；
        只说主体、重点等一部分的；写目标和打算的；节约、收回的资金；只是拨付到位、未必已经支出的。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAID = Say("写“{words}”，同一段又写“{label}”，请核对", "“{words}”, but the same paragraph says “{label}”")


@rule(
    "CMP008",
    name="words-against-number",
    severity="warning",
    title="Words that admit no exception, and a number that is one",
    says=Say("写“{words}”，同一段{label}为{against}，请核对", "“{words}”, but the same paragraph has {label} {against}"),
    bad=[
        Bad("项目到位资金100万元，实际支出80万元，执行率80%。项目资金已全部拨付施工单位。"),
        Bad("全年执行率92.5%，项目没有结余。"),
        Bad("项目资金无结余，年末结转结余12.6万元。"),
        Bad("计划新建水池5座，实际建成3座。年度建设任务全部按期完成。"),
        Bad("年初预算120万元，6月追加26万元，年度中间没有任何调整。"),
        Bad("公务接待费支出3.2万元。全年未发生公务接待费。"),
        Bad("工程建设任务全部完成，其配套管网暂未完工。"),
    ],
    good=[
        Good("项目到位资金100万元，实际支出100万元，执行率100%。项目资金已全部拨付施工单位。"),
        Good("校舍维修执行率82.82%，结转396.13万元；其他三项资金全部支出完毕。", outcome=None),
        Good("截至2023年底执行率80%，目前项目资金已全部拨付施工单位。", outcome=None),
        Good("计划新建水池5座，实际建成5座；计划培训200人，实际培训210人。年度建设任务全部按期完成。"),
        Good("中央资金执行率80%；县级资金到位50万元，资金已全部支付。"),
        Good("项目结余资金3万元已全部上缴，无结余。"),
        Good("数量指标：计划新建5座，实际新建4座；质量指标全部达标。", outcome=None),
        Good("一期工程任务全部完成，二期工程尚未完工。", outcome=None),
        Good("上年公务接待费支出3.2万元，本年未发生公务接待费。", outcome=None),
        Good("招标节约16万元，执行率92%，项目资金按合同全部支付。"),
        Good("主体工程任务已全部完工，室外绿化尚未完成验收。", outcome=None),
        Good("项目资金无结余，上年结转12.6万元已用完。"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for item in facts.absolutes:
        if item.against is not None:
            yield Check.observe(
                item.span, [Related(item.against, "actual", item.label)], words=item.words, label=item.label, against=item.against
            )
        elif item.said is not None:
            yield Check.observe(item.span, words=item.words, label=item.label).but(message=SAID)
        else:
            yield Check.agrees(item.span)
