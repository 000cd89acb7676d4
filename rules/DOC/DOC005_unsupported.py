"""DOC005 不支持的文件格式

查什么  文件的内容不是可以读取的格式。
为什么  没有读取，一个数字也没有核对。
怎样处理  .rtf、.odt 文件请安装 LibreOffice，或用 Word、WPS 另存为 .docx；.xlsb 用 Excel 另存为 .xlsx；压缩包请先解压，图片请先识别文字或索取原来的文件；其他格式导出为 PDF。
不查    文件夹中的图片、压缩包等不读取，只说明有几个。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say(
    "不支持这种文件（{detail}），没有核对任何数字。{advice}，再重新检查",
    "this kind of file ({detail}) is not supported; no figure was checked. {advice} and run again",
)


ADVICE = (
    (".doc .dot .wps .wpt .rtf .odt", Say("请用 Word 或 WPS 另存为 .docx", "Save it as .docx")),
    (".xlsb .et", Say("请用 Excel 或 WPS 另存为 .xlsx", "Save it as .xlsx")),
    (".zip .rar .7z .tar .gz .tgz", Say("请解压后检查其中的文件", "Unpack it, check the files in it")),
    (
        ".jpg .jpeg .png .gif .bmp .tif .tiff .webp .heic",
        Say(
            "图片中的数字要用文字识别（OCR）软件转成文字，或索取原来的文件",
            "Figures of a picture need OCR: convert it or ask for the original file",
        ),
    ),
    ("", Say("请导出为带文字的 PDF 或另存为 .docx", "Export it as PDF with text or save it as .docx")),
)


@rule(
    "DOC005",
    name="unsupported",
    severity="error",
    title="A kind of file that is not supported",
    says=SAYS,
    bad=[Bad("", notices=(Notice("unsupported", ".docx"),)), Bad("", notices=(Notice("unsupported", ".zip"),))],
    good=[Good("", outcome=None, notices=(Notice("broken"),)), Good("2022年收入100万元。", outcome=None)],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "unsupported":
            suffix = f".{facts.document.format}"
            advice = next(advice for suffixes, advice in ADVICE if not suffixes or suffix in suffixes.split())
            yield Check.observe(None, detail=notice.detail, advice=advice)
