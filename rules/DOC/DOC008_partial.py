"""DOC008 有的部分没有读出

查什么  文件的个别页面或部分损坏，或者超出限度，没有读出。
为什么  没有读出的部分没有核对；与它有关的合计也可能误判。
怎样处理  用原来的软件打开并另存后重新检查，或人工核对这一部分。
不查    整份不能读取的见 DOC001。没有读出的是整页或整篇插入的文档时为错误，只是页眉、样式等部分时为警告。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say(
    "{pages}没有完整读出{detail}，其中没有读到的数字没有核对，请人工核对",
    "{pages} could not be read completely{detail}; check the figures there by hand",
)
PAGES = Say("第{pages}页", "pages {pages}")
PARTS = Say("有的部分", "some parts")
DETAIL = Say("（{detail}）", " ({detail})")


@rule(
    "DOC008",
    name="partial",
    severity="warning",
    title="Some parts could not be read",
    says=SAYS,
    bad=[
        Bad("2022年收入100万元。", severity="error", notices=(Notice("partial", pages=(2, 3)),)),
        Bad("2022年收入100万元。", severity="warning", notices=(Notice("partial", "页脚"),)),
    ],
    good=[Good("2022年收入100万元。", outcome=None, notices=(Notice("not-read", "1张图片"),)), Good("2022年收入100万元。", outcome=None)],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "partial":
            pages = PAGES.of(pages=notice.page_list) if notice.pages else PARTS
            check = Check.observe(notice.span, pages=pages, detail=DETAIL.of(detail=notice.detail) if notice.detail else "")
            yield check.but(severity="error") if notice.pages or notice.count else check
