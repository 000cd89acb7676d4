"""DOC009 有未接受的修订

查什么  Word 文件中有没有接受或拒绝的修订。
为什么  检查的是接受全部修订之后的文字，与屏幕上看到的可能不同。
怎样处理  在 Word 的“审阅”中接受或拒绝修订后再检查。
不查    批注不影响检查。
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
    "有{count}处未接受的修订，按全部接受后的文字核对",
    "there are {count} tracked changes; the text was checked as if all were accepted",
)


@rule(
    "DOC009",
    name="tracked-changes",
    severity="info",
    title="Tracked changes that are not accepted yet",
    says=SAYS,
    bad=[
        Bad("2022年收入100万元。", notices=(Notice("tracked-changes", count=3),)),
        Bad("2022年收入100万元。", notices=(Notice("tracked-changes", span=Span(5, 9), count=1),)),
    ],
    good=[Good("2022年收入100万元。", outcome=None, notices=(Notice("hidden-text", count=2),)), Good("2022年收入100万元。", outcome=None)],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "tracked-changes":
            yield Check.observe(notice.span, count=notice.count)
