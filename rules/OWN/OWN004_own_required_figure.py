"""OWN004 没有写自定要求写明的数

查什么  gouji.toml 中 [[require]] 要求写明的数，报告里应写明；要求写在正文（in = "text"）或表格（in = "table"）的，应写在那里；要求某一年度（year）的，应是那一年度的。
为什么  漏写的数无从核对，也常常是没有做的事。
怎样处理  补写；换了名称写的，在 gouji.toml 的 names 中补上这个名称。
不查    文件没有读全、只有名称相近的数的，不下结论。几个文件一起核对（--together）时，写在任何一个文件里都算写明。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.facts import Facts
from lint.own.told import of_rule, told
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.submission import Submission

SETTINGS = """
[[require]]
name = "在职人数"
names = ["在职人数", "在职在编人数"]
"""
TABLED = """
[[require]]
name = "年末存量"
in = "table"
year = 2023
message = "自评表须填年末存量"
"""
SAYS = Say("按自定规则“{own}”（{place}），报告应写明“{name}”{where}，没有找到", "the rule “{own}” ({place}) wants “{name}”{where} stated")
TEXT, TABLE, ANYWHERE = Say("（正文）", " in the text"), Say("（表格）", " in a table"), Say("", "")
NEAR = Say("只找到相近的“{quote}”，不能确定就是要写明的数", "only “{quote}” is stated, which may be another figure")
LOST = Say("没有找到“{name}”，但文件没有读全", "“{name}” was not found, but not all of the file was read")


@rule(
    "OWN004",
    name="own-required-figure",
    severity="warning",
    reach="whole",
    title="A figure that the user's own rule wants stated",
    says=SAYS,
    bad=[
        Bad("2023年度部门整体绩效自评报告\n\n全年开展培训3次。", settings=SETTINGS),
        Bad("2023年度自评报告\n\n年末存量35套。", settings=TABLED),
        Bad("2023年度自评报告\n\n资产\n名称 | 2022年\n年末存量（套） | 35\n年末价值 | 40\n", settings=TABLED, severity="warning"),
    ],
    good=[
        Good("单位在职在编人数40人。", settings=SETTINGS),
        Good("2023年度自评报告\n\n资产\n名称 | 2022年 | 2023年\n年末存量（套） | 35 | 36\n年末价值 | 40 | 41\n", settings=TABLED),
        Good("所属学校教师在职人数300人。", "undecided", settings=SETTINGS),
    ],
)
def check(facts: Facts | Submission) -> Iterator[Check]:
    for item in facts.required:
        head, name = item.rule.head, item.rule.names[0]
        where = {"text": TEXT, "table": TABLE, "": ANYWHERE}[item.rule.where]
        if item.figure is not None:
            yield Check.agrees(item.figure)
        elif item.near is not None:
            yield Check.undecided(item.near, of_rule(head, NEAR.of(quote=item.near.name)))
        elif not item.whole:
            yield Check.undecided(None, of_rule(head, LOST.of(name=name)))
        else:
            related = [Related(item.other, "same")] if item.other else []
            yield told(Check.observe(None, related, name=name, where=where).but(claimed=name), head, SAYS)
