"""SCO003 满分（分值）之和不符

查什么  下级指标的满分之和应等于上级满分；一级指标满分之和（加分项另计）应等于报告写明的总分值，没有写明的按100分核对。
为什么  满分是得分的上限，分值分配对不上，得分率、等级都无从核实。各地分值不同，本规则只用报告自己的数。
怎样处理  对照评分表核对各级分值；漏列的指标补列，分值写错的更正。
不查    有下级没有标明满分，或只列出部分下级而合计不足的，不下结论；上下级关系没有写明、按满分相加推定的，
        须一级满分合计恰为总分值、另有一组相符，才下结论。
"""

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

ASSUMED = Say(
    "各一级指标满分合计{derived}（{working}），报告没有写明总分值，按100分核对，相差{difference}",
    "the first-level full marks add up to {derived} ({working}); no total is declared, 100 is assumed, a difference of {difference}",
)


@rule(
    "SCO003",
    name="full-marks",
    severity="error",
    precision="exact",
    needs=("full",),
    title="Full marks do not add up",
    says=Say(
        "“{name}”满分写{claimed}，下级满分合计{derived}（{working}），相差{difference}",
        "the full mark of “{name}” is {claimed}, those of its parts add up to {derived} ({working}), a difference of {difference}",
    ),
    bad=[
        Bad(
            "1.产出（满分50分，得分45分）。（1）数量（满分20分，得分20分）。（2）质量（满分25分，得分25分）。\n2.效益（满分50分，得分50分）。",
            claimed="50分",
            derived="45分",
        ),
        Bad("指标\t分值\t得分\n决策\t20\t18\n产出\t50\t48\n效益\t35\t27\n合计\t100\t93\n", claimed="100", derived="105"),
        Bad(
            "年度资金总额 300 280 266 7 95% 9.5\n年度总体目标：新建水窖40口。\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n"
            "产出指标 数量指标 新建水窖 40口 40口 60 58\n效益指标 社会效益指标 饮水条件 改善 改善 30 29\n总分 100 96.5\n",
            claimed="100",
            derived="97",
        ),
        Bad(
            "综合得分95分。\n1.投入（满分40分，得分38分）。\n2.产出（满分70分，得分57分）。",
            claimed="100分",
            derived="110分",
            severity="warning",
        ),
    ],
    good=[
        Good(
            "1.产出（满分50分，得分45分）。（1）数量（满分20分，得分20分）。（2）质量（满分30分，得分25分）。\n2.效益（满分50分，得分50分）。"
        ),
        Good(
            "年度资金总额 300 280 266 10 95% 9.5\n年度总体目标：新建水窖40口。\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n"
            "产出指标 数量指标 新建水窖 40口 40口 60 85\n效益指标 社会效益指标 饮水条件 改善 改善 30 29\n总分 100 96.5\n"
        ),
        Good(
            "满分110分，综合得分为100分。\n1.投入（满分40分，得分40分）。\n2.产出（满分60分，得分58分）。\n3.加分项（满分10分，得分2分）。"
        ),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for tree in facts.scores:
        for group in tree.groups("full"):
            yield group.check()
        for total in tree.totals:
            whole = tree.whole(total, "full")
            if whole is not None:
                yield whole.check()
        allotment = tree.allotment()
        if allotment is not None:
            yield allotment.check().but(message=ASSUMED)
