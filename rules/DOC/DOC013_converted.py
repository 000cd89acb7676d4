"""DOC013 经过转换后读取

查什么  .doc、.wps、.rtf、.odt 等文件不能直接读取：由 LibreOffice 转换成 Word 文件后核对；电脑上没有 LibreOffice 时，用简易方式只读文字和单元格。
为什么  位置按转换后的段落、表格计，可能与原文件略有出入；简易方式读不到自动编号、脚注、文本框和合并单元格，表格的列可能错位。
怎样处理  一般不用处理；用简易方式读取的，请安装 LibreOffice，或用 Word、WPS 另存为 .docx 后重新检查。
不查    .docx 文件直接读取，不经过转换。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say("{what}", "{what}")
CONVERTED = Say(
    "由 {program} 转换后核对，位置按转换后的文件计", "checked as converted by {program}; places are those of the converted file"
)
PLAINLY = Say(
    "{cause}，用简易方式读取：自动编号、脚注、文本框和合并单元格没有读到，表格可能错列。请安装 LibreOffice，或另存为 .docx 后重新检查",
    "{cause}: read plainly, without automatic numbering, footnotes, text boxes and merged cells, and columns may be shifted. Install LibreOffice or save as .docx and run again",
)


@rule(
    "DOC013",
    name="converted",
    severity="info",
    title="Read after a conversion",
    says=SAYS,
    bad=[
        Bad("2022年收入100万元。", severity="info", notices=(Notice("converted", "LibreOffice"),)),
        Bad("2022年收入100万元。", severity="warning", notices=(Notice("converted", "没有安装LibreOffice", count=1),)),
    ],
    good=[
        Good("2022年收入100万元。", outcome=None, notices=(Notice("recognised", pages=(1,)),)),
        Good("2022年收入100万元。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "converted" and notice.count:
            yield Check.observe(None, what=PLAINLY.of(cause=notice.detail)).but(severity="warning")
        elif notice.kind == "converted":
            yield Check.observe(None, what=CONVERTED.of(program=notice.detail))
