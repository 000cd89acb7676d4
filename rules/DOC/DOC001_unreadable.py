"""DOC001 文件不能读取

查什么  文件损坏、内容与后缀不符、没有读取权限、检查时已不在原处、编码名称不存在，或者读取程序在这个文件上中断。
为什么  读不出来的文件一个数字也没有核对过，不能当作没有问题。
怎样处理  用原来的软件打开；能打开的重新保存（PDF 重新导出）后再检查，打不开的请报送单位重新提供。
不查    能读出一部分的文件见 DOC008。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say(
    "{cause}，没有核对任何数字。{advice}{detail}",
    "{cause}; no figure was checked. {advice}{detail}",
)
DETAIL = Say("（原因：{detail}）", " (cause: {detail})")
WORKBOOK = Say("请用 Excel 或 WPS 打开并另存为 .xlsx，打不开的请重新索取。", "Open it in Excel and save it as .xlsx, or ask for it again.")
RESAVE = {
    "docx": Say("请用 Word 或 WPS 打开并另存为 .docx，打不开的请重新索取。", "Open it in Word and save it as .docx, or ask for it again."),
    "pdf": Say("请重新导出为 PDF，或者索取 Word 文件。", "Export it as PDF again, or ask for the Word file."),
    **dict.fromkeys(("xlsx", "xlsm", "xls", "et", "ods"), WORKBOOK),
    "": Say("请用原来的软件打开并重新保存，打不开的请重新索取。", "Open it in its own program and save it again, or ask for it again."),
}
CAUSES: dict[str, tuple[Say, Say | None]] = {
    "broken": (Say("文件已损坏，或内容与后缀不符", "the file is damaged or not what its name says"), None),
    "crash": (Say("读取程序在这个文件上中断", "the reader died on this file"), None),
    "missing": (
        Say("检查时文件已不在原处", "the file vanished before it was read"),
        Say("请确认文件位置后重新检查。", "Check where it is and run again."),
    ),
    "dangling": (
        Say("这是一个链接，它指向的文件不存在", "this is a link to a file that does not exist"),
        Say("请找到原来的文件后重新检查。", "Find the file itself and run again."),
    ),
    "io": (
        Say("系统不允许读取这个文件", "the system refused to read the file"),
        Say("请检查权限，或关闭正在使用它的程序。", "Check its permissions, or close the program that uses it."),
    ),
    "encoding": (
        Say("不认识指定的文字编码", "the given encoding is not known"),
        Say("请改用 --encoding gb18030 或 utf-8。", "Try --encoding gb18030 or utf-8."),
    ),
}


@rule(
    "DOC001",
    name="unreadable",
    severity="error",
    title="The file could not be read",
    says=SAYS,
    bad=[Bad("", notices=(Notice("broken"),)), Bad("", notices=(Notice("io", "Permission denied"),))],
    good=[
        Good("", outcome=None, notices=(Notice("password"),)),
        Good("2022年收入100万元。", outcome=None, notices=(Notice("partial", pages=(2,)),)),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind in CAUSES and not facts.document.text:
            cause, advice = CAUSES[notice.kind]
            advice = advice or RESAVE.get(facts.document.format.replace("docm", "docx"), RESAVE[""])
            yield Check.observe(None, cause=cause, advice=advice, detail=DETAIL.of(detail=notice.detail) if notice.detail else "")
