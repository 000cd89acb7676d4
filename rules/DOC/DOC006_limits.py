"""DOC006 读取超出限度，已停止

查什么  读取文件用的时间、内存超出限度，或者文件过大。
为什么  为保护电脑而中途停止，一个数字也没有核对。
怎样处理  正常的报告不会超出限度：先用原来的软件打开，确认内容后重新保存（PDF 重新导出）；确实很长的，拆成几个文件，或用 --timeout 放宽时间。
不查    限度之内的文件照常检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say(
    "{cause}（{detail}），没有核对任何数字。{advice}，再重新检查",
    "{cause} ({detail}); no figure was checked. {advice} and run again",
)
CAUSES = {
    "timeout": Say("读取超过时间限度，已停止", "reading took too long and was stopped"),
    "memory": Say("读取占用内存过多，已停止", "reading took too much memory and was stopped"),
    "too-large": Say("文件过大", "the file is too large"),
}


WORKBOOK = Say(
    "请用 Excel 或 WPS 打开，删去空白的行和列、不用的工作表后另存，或拆成几个文件",
    "Open it in Excel, delete empty rows and columns and unused sheets, save it again or split it",
)
ADVICE = {
    "pdf": Say("请重新导出为 PDF、索取 Word 文件，或者拆成几个文件", "Export it as PDF again, ask for the Word file or split it"),
    "txt": Say("请拆成几个文件，或用 --timeout 放宽时间", "Split it or allow more time with --timeout"),
    **dict.fromkeys(("xlsx", "xlsm", "xls", "et", "ods", "fods", "csv", "tsv"), WORKBOOK),
    "": Say("请用 Word 或 WPS 打开，另存为 .docx 或拆成几个文件", "Open it in Word, save it as .docx or split it"),
}


@rule(
    "DOC006",
    name="limits",
    severity="error",
    title="Reading went beyond a limit and was stopped",
    says=SAYS,
    bad=[Bad("", notices=(Notice("timeout", "120秒"),)), Bad("", notices=(Notice("too-large", "300MB"),))],
    good=[Good("", outcome=None, notices=(Notice("broken"),)), Good("2022年收入100万元。", outcome=None)],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind in CAUSES:
            advice = ADVICE.get(facts.document.format, ADVICE[""])
            yield Check.observe(None, cause=CAUSES[notice.kind], detail=notice.detail, advice=advice)
