"""SCO002 上级指标得分与下级得分之和不符

查什么  有下级的指标，其得分应等于下级得分之和；表格中的小计应等于所辖各行之和。
为什么  上级得分是下级得分的合计；不等说明至少一处填错，总分随之失实。
怎样处理  先核对下级；下级无误则改上级；漏列了扣分项的补列。
不查    下级有一项没有得分，或只列出部分下级而合计不足的，不下结论。
"""

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "SCO002",
    name="parent-score",
    severity="error",
    precision="exact",
    needs=("score",),
    title="A parent's score differs from the sum of its parts' scores",
    says=Say(
        "“{name}”得分写{claimed}，下级得分合计{derived}（{working}），相差{difference}",
        "“{name}” is given {claimed}, its parts add up to {derived} ({working}), a difference of {difference}",
    ),
    bad=[
        Bad(
            "1.预算编制（满分20分，自评得分20分）。（1）编制（满分10分，自评得分6分）。（2）目标（满分10分，自评得分10分）。\n2.预算执行（满分80分，自评得分80分）。",
            claimed="20分",
            derived="16分",
        ),
        Bad(
            "1.过程（满分60分，自评得分55分）。（1）执行（满分30分，自评得分28分）。（2）管理（满分30分，自评得分29分）。\n2.效果（满分40分，自评得分40分）。",
            claimed="55分",
            derived="57分",
        ),
    ],
    good=[
        Good(
            "1.预算编制（满分20分，自评得分16分）。（1）编制（满分10分，自评得分6分）。（2）目标（满分10分，自评得分10分）。\n2.预算执行（满分80分，自评得分80分）。"
        ),
        Good(
            "1.预算编制（满分20分，自评得分18分）。（1）编制（满分10分，自评得分8分）。（2）目标（满分10分）。\n2.预算执行（满分80分，自评得分80分）。",
            outcome="undecided",
        ),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for tree in facts.scores:
        for group in tree.groups("awarded"):
            yield group.check()
