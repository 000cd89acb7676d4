"""SCO001 总分与一级指标得分之和不符

查什么  报告写明的总分（综合得分、自评总分、合计行）应等于各一级指标得分之和，加分项计入、扣分项减去；
        按不含加分项的口径相符的，也算相符，并予注明。
为什么  总分是绩效等级和结果应用的依据，与分项对不上，说明至少一处填错。
怎样处理  先核对各一级指标得分，再核对总分；有加分项、扣分项的，写明是否计入总分。
不查    有一级指标没有得分的，或有加分项而总分恰等于满分上限的（可能按满分封顶），不下结论；没有标明满分的几项得分合计
        不到总分95%的，视为没有列全；没有表头的行，满分合计恰为总分值的才下结论；平均得分和上年得分不参与核对。
"""

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

FIRST_LEVEL = Say("各一级指标", "the first-level scores")
TABLED = Say("表中各指标", "the scores in the table")
COUNTED = Say("共{n}项", "{n} items")
SHOWN = 8
"""How many summands a message prints; of more it gives the number alone, and the list stands with the related figures."""


@rule(
    "SCO001",
    name="total-score",
    severity="error",
    precision="exact",
    needs=("score",),
    title="Total score differs from the sum of the first-level scores",
    says=Say(
        "{name}写{claimed}，{parts}得分合计{derived}（{working}），相差{difference}",
        "{name} is given as {claimed}, {parts} add up to {derived} ({working}), a difference of {difference}",
    ),
    bad=[
        Bad(
            "经综合评分，得分为97分。\n1.投入（满分40分，自评得分38分）。\n2.产出（满分60分，自评得分58分）。",
            claimed="97分",
            derived="96分",
        ),
        Bad(
            "自评总分92分，其中：决策指标18分、过程指标得分27分、效益指标得分45分。1.决策指标（满分20分，得18分）。2.过程指标（满分30分，得27分）。3.效益指标（满分50分，得45分）。",
            claimed="92分",
            derived="90分",
        ),
        Bad(
            "年度资金总额 300 280 266 10 95% 9.5\n年度总体目标：新建水窖40口。\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n"
            "产出指标 数量指标 新建水窖 40口 40口 60 85\n效益指标 社会效益指标 饮水条件 改善 改善 30 29\n总分 100 96.5\n",
            claimed="96.5",
            derived="123.5",
        ),
        Bad("指标\t分值\t得分\n决策\t20\t18\n产出\t50\t48\n效益\t30\t27\n合计\t100\t94\n", claimed="94", derived="93"),
    ],
    good=[
        Good(
            "自评总分91分。\n（一）决策（15分）。立项5分，得5分；目标10分，得8分。\n（二）过程（85分）。到位50分，得49分；执行35分，得29分。"
        ),
        Good("经综合评分，得分为96分。\n1.投入（满分40分，自评得分38分）。\n2.产出（满分60分，自评得分58分）。"),
        Good("综合得分为96分。\n1.投入（满分40分，得分38分）。\n2.产出（满分60分，得分58分）。\n3.加分项（满分5分，得分2分）。"),
        Good(
            "综合得分为100分。\n1.投入（满分40分，得分40分）。\n2.产出（满分60分，得分58分）。\n3.加分项（满分5分，得分5分）。",
            outcome="undecided",
        ),
        Good("综合得分为96分。\n1.投入（满分40分，得分38分）。\n2.产出（满分60分）。\n3.效益（满分10分，得分8分）。", outcome="undecided"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    accused: set[tuple[object, str]] = set()
    for tree in facts.scores:
        for total in tree.totals:
            group = tree.whole(total, "awarded")
            found = group.check() if group is not None else None
            if found is not None and (found.span, found.working) not in accused:
                accused |= {(found.span, found.working)} if found.outcome == "broken" else set()
                yield found.but(values=_wording(found, FIRST_LEVEL if tree.source in ("titles", "sentence") else TABLED))


def _wording(found: Check, parts: Say) -> dict[str, object]:
    """What the message calls the parts, and how many they are where their sum is too long to print."""
    many = len(found.related) > SHOWN
    return {"parts": parts, "working": COUNTED.of(n=len(found.related))} if many else {"parts": parts}
