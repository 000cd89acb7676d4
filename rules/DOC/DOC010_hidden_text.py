"""DOC010 有隐藏的文字

查什么  Word 文件中有设为“隐藏”的文字。
为什么  隐藏的文字不显示也不打印，没有核对；其中可能留有旧的数字。
怎样处理  在 Word 中显示隐藏文字，确认后删除。
不查    隐藏的批注和域代码不提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.place import Span
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say(
    "有{count}个字设为隐藏，没有核对",
    "{count} characters are hidden; they were not checked",
)


@rule(
    "DOC010",
    name="hidden-text",
    severity="info",
    title="Hidden text was left out",
    says=SAYS,
    bad=[
        Bad("2022年收入100万元。", notices=(Notice("hidden-text", count=2),)),
        Bad("2022年收入100万元。", notices=(Notice("hidden-text", span=Span(5, 9), count=1),)),
    ],
    good=[
        Good("2022年收入100万元。", outcome=None, notices=(Notice("tracked-changes", count=2),)),
        Good("2022年收入100万元。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "hidden-text":
            yield Check.observe(notice.span, count=notice.count)
