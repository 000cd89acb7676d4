"""YEA004 同一套材料的年度不一致

查什么  用 --together 核对一套材料时，各文件标题写的年度：自评表、自评报告、评价报告、决算的标题年度应当相同。
为什么  误交上一年度的表，或者沿用旧表没有改年度，表中的数字和得分就不是本年度的；年度不同的文件之间也不作核对。
怎样处理  先看文件是否交错：交错的换成本年度的；只是标题没有改的，改标题后重新核对。
不查    预算；整改和结果应用材料；标题没有写年度的；不是同一单位的。决算表年度不同的、文件名写明自己年度的只作提示：有时特意附上年的表作对照。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.submission import Submission

REPORT = "青禾县水务局2023年度部门整体支出绩效自评报告\n\n自评得分96分。\n"
FORM = "青禾县水务局{}年度部门整体支出绩效自评表\n\n一级指标 | 分值 | 得分\n投入 | 40 | 38\n产出 | 60 | 58\n"
ACCOUNTS = "青禾县水务局{}年度部门决算\n\n收入总计120万元。\n"


@rule(
    "YEA004",
    name="files-of-two-years",
    severity="warning",
    reach="files",
    title="Files of one submission are of different years",
    says=Say(
        "“{title}”是{claimed}年度的，其他材料是{expected}年度的，请确认是否交错了文件；两者没有互相核对",
        "“{title}” is of {claimed}, the other files of {expected}; they were not compared",
    ),
    bad=[
        Bad(FORM.format("2022"), beside=REPORT, claimed="2022"),
        Bad(ACCOUNTS.format("2022"), beside=REPORT, claimed="2022", severity="info"),
    ],
    good=[
        Good(FORM.format("2023"), beside=REPORT),
        Good("青禾县水务局2024年度部门预算\n\n预算总额120万元。\n", beside=REPORT, outcome=None),
        Good("青禾县水务局2022年度绩效评价结果应用情况报告\n\n2022年度得分91分。\n", beside=REPORT, outcome=None),
        Good(FORM.format("2022").replace("水务局", "林业局"), beside=REPORT, outcome=None),
    ],
)
def check(submission: Submission) -> Iterator[Check]:
    for found in submission.vintages:
        related = [] if found.most is found.year else [Related(found.most, "year")]
        if found.year.year == found.most.year:
            yield Check.agrees(found.year, related)
        else:
            made = Check.observe(found.year, related, title=found.title, expected=found.most.year)
            yield made.but(claimed=str(found.year.year), severity="warning" if found.is_slip else "info")
