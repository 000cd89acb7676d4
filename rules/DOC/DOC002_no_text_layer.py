"""DOC002 没有文字层，可能是扫描件

查什么  PDF 的页面没有可以读取的文字，多半是扫描的图像，又没有安装文字识别，或者识别不出文字；或者 Word、表格文件和网页里只有图片。
为什么  扫描页上的数字没有核对过。
怎样处理  安装文字识别（pip install 'gouji[ocr]'）后重新检查；仍然读不出的，用其他文字识别（OCR）软件转换并核对识别结果，或向报送单位索取原来的 Word 文件。
不查    没有文字层的空白页不影响其余各页；个别扫描页只作警告。识别出文字的扫描页见 DOC014。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say("{pages}，其中的数字没有核对。{advice}", "{pages}; figures there were not checked. {advice}")
ALL = Say("各页都没有可读取的文字，可能是扫描件", "no page has text that can be read; it may be a scan")
SOME = Say("第{pages}页没有可读取的文字，可能是扫描页", "pages {pages} have no text that can be read; they may be scans")
ADVICE = Say("请用文字识别（OCR）软件转换，或索取原来的 Word 文件", "Convert with OCR, or ask for the Word file")


@rule(
    "DOC002",
    name="no-text-layer",
    severity="error",
    title="Pages without a text layer (a scan)",
    says=SAYS,
    bad=[
        Bad("", severity="error", notices=(Notice("no-text", pages=(1, 2, 3)),)),
        Bad("2022年收入100万元。", severity="warning", notices=(Notice("no-text", pages=(4,)),)),
    ],
    good=[
        Good("2022年收入100万元。", outcome=None, notices=(Notice("recognised", pages=(4,)),)),
        Good("2022年收入100万元。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "no-text":
            pages = SOME.of(pages=notice.page_list) if notice.pages else notice.detail or ALL
            found = Check.observe(notice.span, pages=pages, advice=(notice.pages and notice.detail) or ADVICE)
            yield found.but(severity="warning" if facts.document.text else "error")
