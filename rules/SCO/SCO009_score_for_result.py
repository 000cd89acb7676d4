"""SCO009 得分与指标完成情况不一致

查什么  自评表中指标值和完成值都是数字或者日期的：没有达到指标值（晚于要求的日期）却得满分的，作为警告；已经达到指标值却扣了分、又没有写原因的，作为提示。
为什么  得分应与完成情况对应；没有完成而得满分，多为打分时没有回看完成值，或者完成值、指标值填错。
怎样处理  先核对完成值和指标值，再按评分细则定分；确有理由的，写入偏差原因一栏。
不查    指标值没有写明大于还是小于、而少用时间或者少花钱反而更好的；指标值、完成值是文字的；两者单位不同的；评分细则写明怎样得分的（由 SCO011 核对）。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.scores.target import Target
from lint.figure import Figure
from lint.rule import Bad, Good, rule
from lint.say import Say

DEDUCTED = Say(
    "“{name}”指标值{target}，完成值{done}，已经达到，却只得{claimed}（满分{full}），没有写原因",
    "“{name}” has the target {target} and the result {done}, which meets it, but scores only {claimed} of {full} and gives no reason",
)
OPEN = Say("指标值没有写明要求大于还是小于", "the target does not say whether more or less is wanted")
COARSE = Say("日期写得太粗，看不出是否按期", "the dates are too coarse to tell")
FORM = "项目支出绩效自评表\n项目名称 | 河道清淤\n三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析\n按期完工率 | {} | {} | 15 | {} | {}\n清淤长度 | ≥12公里 | 12.5公里 | 20 | 20 | 无\n"


@rule(
    "SCO009",
    name="score-for-result",
    severity="warning",
    precision="rounded",
    needs=("actual", "full", "limit"),
    title="A score does not go with the result of its indicator",
    says=Say(
        "“{name}”指标值{target}，完成值{done}，没有达到，却得满分{claimed}",
        "“{name}” has the target {target} and the result {done}, which misses it, but scores the full {claimed}",
    ),
    bad=[
        Bad(FORM.format("≥95%", "90%", "15", "无"), claimed="15", severity="warning"),
        Bad(FORM.format("≤5%", "8%", "15", ""), claimed="15", severity="warning"),
        Bad(FORM.format("≥95%", "96%", "13", "无"), claimed="13", severity="info"),
        Bad(FORM.format("2023年6月底前", "2023年11月", "15", "无"), claimed="15", severity="warning"),
    ],
    good=[
        Good(FORM.format("≥95%", "90%", "14.2", "雨季停工")),
        Good(FORM.format("≥95%", "96%", "13", "资料归档不及时")),
        Good(FORM.format("≥95%", "100%", "15", "无")),
        Good(FORM.format("30天", "28天", "15", "无"), outcome="undecided"),
        Good(FORM.format("6月底前", "6月15日", "15", "无"), outcome="holds"),
        Good(FORM.format("6月15日前", "6月", "15", "无"), outcome="undecided"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for found in facts.indicators:
        if isinstance(found, Target) and found.full is not None and found.awarded is not None and found.awarded.span not in facts.ruled:
            yield _judged(found, found.full, found.awarded)


def _judged(found: Target, full: Figure, awarded: Figure) -> Check:
    related = [Related(found.target, "limit", found.heads[0]), Related(found.done, "actual", found.heads[1]), Related(full, "full")]
    values: dict[str, object] = {"name": found.name, "target": found.wanted, "done": found.came, "full": full}
    if found.is_met is None:
        return Check.undecided(awarded, COARSE if found.target.kind == "date" else OPEN, related)
    made = Check.observe(awarded, related, **values).but(claimed=str(awarded))
    if not found.is_met and awarded.value >= full.value:
        return made
    if found.is_met and awarded.value < full.value and not found.excused:
        return made.but(severity="info", message=DEDUCTED)
    return Check.agrees(awarded, related)
