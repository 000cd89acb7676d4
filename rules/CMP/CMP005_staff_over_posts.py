"""CMP005 在职人数超过编制数

查什么  同一段（或前一段）里写有编制总数和在职人数的，以及表中并列的“编制数”“在职人数”，在职人数不应超过编制数。
为什么  在职人员占用编制，超过编制数的，或者统计口径混入了编外人员，或者数字填错；财政供养人员控制率也随之超过100%。
怎样处理  核对机构编制批复和年末人员台账；确有超编的，在文中说明原因。
不查    只写了行政编制、事业编制等部分编制的，不相加推算总数；在职人数含编外、聘用人员的，两数范围不同的，不下结论。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

DOUBTFUL = Say("在职人数与编制数的范围可能不同，不下结论", "staff and establishment may be of different offices")
NAME = Say("编制数", "the establishment")


@rule(
    "CMP005",
    name="staff-over-posts",
    severity="warning",
    precision="order",
    needs=("limit",),
    title="More staff in post than the establishment has posts",
    says=Say(
        "在职人数{claimed}，超过所写编制数{derived}，多出{difference}，请核对",
        "{claimed} in post, the establishment is {derived}: {difference} over",
    ),
    bad=[
        Bad("我局核定编制32名，其中行政编制20名、事业编制12名；年末实有在职人员35人。", claimed="35人", derived="32人"),
        Bad("人员情况\n项目 | 人数\n编制数（人） | 32\n在职人数（人） | 35\n", claimed="35", derived="32"),
    ],
    good=[
        Good("我局核定编制32名，年末实有在职人员30人。"),
        Good("局机关核定编制32名。全系统在职人员135人。", outcome="undecided"),
        Good("核定编制32名，在职人员35人（含编外聘用人员6人）。", outcome="undecided"),
        Good("核定行政编制20名、事业编制12名，在职人员35人。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for item in facts.staffing:
        found = Check.ordered(item.staff, "≤", item.posts, [Related(item.posts, "limit", NAME.zh)])
        yield found.but(outcome="undecided", reason=DOUBTFUL) if item.doubtful and found.outcome == "broken" else found
