"""DOC018 没有表格线的表没有读作表格

查什么  PDF的页面上有上下对齐的几列数字，像是没有画线的表，但表头、分栏看不准，没有按表格读取。
为什么  这样的表里，合计、执行率等没有逐行核对；宁可不读，也不按错的行列核对出假问题。
怎样处理  索取原来的Excel或Word文件；没有的，人工核对这几页的表。
不查    画有表格线的表，以及看得准行列、已经按表格读取的没有线的表。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say(
    "第{pages}页有没有表格线的表，没有按表格读取，表中的合计、比率没有逐行核对，请人工核对或索取原来的文件",
    "pages {pages} hold a table without ruling lines that was not read as one; check its totals and rates by hand",
)


@rule(
    "DOC018",
    name="table-without-lines",
    severity="warning",
    title="A table without ruling lines was not read as a table",
    says=SAYS,
    bad=[
        Bad("2022年收入100万元。", notices=(Notice("unruled", pages=(2,)),)),
        Bad("2022年收入100万元。", notices=(Notice("unruled", pages=(2, 3)),)),
    ],
    good=[Good("2022年收入100万元。", outcome=None, notices=(Notice("no-text", pages=(2,)),)), Good("2022年收入100万元。", outcome=None)],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "unruled":
            yield Check.observe(notice.span, pages=notice.page_list)
