"""DOC016 有图片、文本框没有核对

查什么  Word 文件、表格文件中的图片、读不到的文本框和嵌入的对象。
为什么  图片里的表格和数字读不出来，没有核对过；以图片形式插入的表格尤其容易被忽略。
怎样处理  图片里有数字的，请人工核对，或者索取可以编辑的文件；只是印章、照片、标志的不用处理。
不查    Word 文件的文本框和嵌入的 Excel 表格、.xlsx 文件的文本框已经读取，照常核对。只有图片的文件见 DOC002。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say("有{what}没有核对，其中有数字的请人工核对", "{what} were not checked; check figures in them by hand")


@rule(
    "DOC016",
    name="not-read",
    severity="info",
    title="Pictures and boxes that were not read",
    says=SAYS,
    bad=[
        Bad("2022年收入100万元。", notices=(Notice("not-read", "3张图片"),)),
        Bad("2022年收入100万元。", notices=(Notice("not-read", "1个文本框"),)),
    ],
    good=[Good("2022年收入100万元。", outcome=None, notices=(Notice("partial", "页脚"),)), Good("2022年收入100万元。", outcome=None)],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "not-read":
            yield Check.observe(notice.span, what=notice.detail)
