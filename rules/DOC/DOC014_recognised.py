"""DOC014 扫描页，文字由识别得到

查什么  PDF 的页面是扫描的图像：其中的文字和表格由文字识别（OCR）得到。
为什么  识别可能出错；与这些页有关的问题可信程度较低，把握不足的数字不下结论。
怎样处理  处理与这些页有关的问题前，先对照原件；最好向报送单位索取原来的 Word 文件。
不查    有文字层的页直接读取，不经过识别；印章、手写的字可能识别不出。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say(
    "第{pages}页是扫描件，文字由识别得到，请对照原件",
    "pages {pages} are scans: their text was recognised, compare the original",
)


@rule(
    "DOC014",
    name="recognised",
    severity="info",
    title="Text recognised in a scan",
    says=SAYS,
    bad=[
        Bad("2022年收入100万元。", notices=(Notice("recognised", pages=(1,)),)),
        Bad("2022年收入100万元。", notices=(Notice("recognised", pages=(2, 3, 4)),)),
    ],
    good=[Good("", outcome=None, notices=(Notice("no-text", pages=(1,)),)), Good("2022年收入100万元。", outcome=None)],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "recognised":
            yield Check.observe(notice.span, pages=notice.page_list)
