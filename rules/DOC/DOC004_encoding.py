"""DOC004 有的文字不能识别

查什么  文本文件中有的字节不属于任何已知编码，读成了替代符号。
为什么  替代符号处的文字或数字可能读错。
怎样处理  用记事本等打开，另存为 UTF-8；或用 --encoding 指定原来的编码（如 gb18030、big5）。
不查    不能识别的字不超过五个时只作警告；Word 和 PDF 文件没有这个问题。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say(
    "按编码 {encoding} 读取，有{count}个字不能识别，附近的数字可能读错。请另存为 UTF-8，或用 --encoding 指定编码",
    "read as {encoding}, {count} characters could not be recognised; figures near them may be wrong. Save as UTF-8 or give --encoding",
)


FEW = 5
"""Up to so many unreadable characters are a warning; beyond, numbers are lost for certain."""


@rule(
    "DOC004",
    name="encoding",
    severity="warning",
    title="Characters that fit no encoding",
    says=SAYS,
    bad=[
        Bad("2022年收入100万元。", severity="warning", notices=(Notice("encoding", "gb18030", count=1),)),
        Bad("2022年收入100万元。", severity="error", notices=(Notice("encoding", "gb18030", count=400),)),
    ],
    good=[Good("", outcome=None, notices=(Notice("encoding", "latin9"),)), Good("2022年收入100万元。", outcome=None)],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "encoding" and facts.document.text:
            check = Check.observe(notice.span, encoding=notice.detail, count=notice.count)
            yield check.but(severity="error") if notice.count > FEW else check
