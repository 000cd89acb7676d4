"""DOC007 文件没有内容

查什么  文件没有任何文字。
为什么  空文件没有可以核对的数字，多半是保存或传输出了差错。
怎样处理  请重新保存或重新索取。
不查    只有图像的 PDF 见 DOC002。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import rule
from lint.say import Say

SAYS = Say(
    "文件没有内容，没有核对任何数字。请重新保存或重新索取",
    "the file is empty; no figure was checked. Save it or ask for it again",
)


@rule("DOC007", name="empty", severity="error", title="The file has nothing in it", says=SAYS)
def check(facts: Facts) -> Iterator[Check]:
    if any(notice.kind == "empty" for notice in facts.document.notices):
        yield Check.observe(None)
