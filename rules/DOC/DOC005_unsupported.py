"""DOC005 不支持的文件格式

查什么  文件的内容不是可以读取的格式。
为什么  没有读取，一个数字也没有核对。
怎样处理  Word 97（.doc）、WPS（.wps）文件用 Word 或 WPS 另存为 .docx；其他格式可另存为 .docx 或 PDF。
不查    文件夹中后缀不认识的文件不读取，也不提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import rule
from lint.say import Say

SAYS = Say(
    "不支持这种文件（{detail}），没有核对任何数字。请用 Word 或 WPS 另存为 .docx，再重新检查",
    "this kind of file ({detail}) is not supported; no figure was checked. Save it as .docx and run again",
)


@rule("DOC005", name="unsupported", severity="error", title="A kind of file that is not supported", says=SAYS)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "unsupported":
            yield Check.observe(None, detail=notice.detail)
