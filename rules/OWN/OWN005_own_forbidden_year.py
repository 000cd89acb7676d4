"""OWN005 写有自定不应出现的年份

查什么  gouji.toml 中 [[forbid-year]] 所列的年份，在报告的年度和日期里不应出现；同一句里写有 allow 所列词语的除外。
为什么  沿用旧稿最容易留下旧年份，旧年份后面的数多半也是旧的。
怎样处理  改正年份和数字；年份本来应写的，把说明原因的词（如批复、成立）加到 allow 里。
不查    文件名、文号和书名号里的年份。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.own.told import told
from lint.rule import Bad, Good, rule
from lint.say import Say

SETTINGS = """
[[forbid-year]]
years = [2019, 2020]
allow = ["批复", "成立"]
"""
SAYS = Say(
    "按自定规则“{own}”（{place}），报告不应出现{year}年，此处写有{claimed}，请核对是否沿用旧稿",
    "by the rule “{own}” ({place}), the year {year} should not be named, but stands here ({claimed})",
)


@rule(
    "OWN005",
    name="own-forbidden-year",
    severity="warning",
    title="A year that the user's own rule forbids",
    says=SAYS,
    bad=[
        Bad("2023年度绩效自评报告\n\n2020年开展培训3次。", claimed="2020年", settings=SETTINGS),
        Bad("截至2019年12月31日，在职40人。", claimed="2019年", settings=SETTINGS),
        Bad("项目\n名称 | 2020年 | 2023年\n培训次数 | 3 | 5\n参加人数 | 30 | 50\n", claimed="2020年", settings=SETTINGS),
    ],
    good=[
        Good("项目于2020年3月批复，2023年完成。", settings=SETTINGS),
        Good("依据《2020年预算编制办法》和青财预〔2019〕12号文，2023年开展培训3次。", settings=SETTINGS),
        Good("2020年开展培训3次。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    if facts.owned is None:
        return
    seen = {item.rule for item in facts.owned.years}
    for item in facts.owned.years:
        if item.excuse:
            yield Check.agrees(item.figure)
        else:
            yield told(Check.observe(item.figure, year=item.year).but(claimed=f"{item.year}年"), item.rule.head, SAYS)
    yield from (Check.agrees(None) for rule in facts.given.own.years if rule not in seen)
