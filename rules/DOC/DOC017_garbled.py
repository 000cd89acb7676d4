"""DOC017 读出的内容不可用

查什么  文件能打开，但读出的多半是乱码，或者几乎没有文字、没有数字。
为什么  文件中看得到的数字没有读出来，没有核对过，不能当作没有问题。常见于字体没有嵌入对应表的 PDF、损坏的文件、改了后缀的其他文件。
怎样处理  用原来的软件打开确认内容；PDF 请用原来的文档重新导出，或用文字识别（OCR）转换，或索取 Word 文件。
不查    个别字符不能识别的见 DOC004。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say(
    "{detail}，其中的数字没有核对。请打开确认内容，重新导出或索取原来的文件",
    "{detail}; figures were not checked. Look at the file, export it again or ask for the original",
)


@rule(
    "DOC017",
    name="garbled",
    severity="warning",
    title="What was read is of no use",
    says=SAYS,
    bad=[
        Bad("2022年收入100万元。", notices=(Notice("garbled", "大多是不能识别的字"),)),
        Bad("2022年收入100万元。", notices=(Notice("garbled", "几乎没有文字，也没有数字"),)),
    ],
    good=[
        Good("2022年收入100万元。", outcome=None, notices=(Notice("encoding", "gb18030", count=1),)),
        Good("2022年收入100万元。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "garbled":
            yield Check.observe(notice.span, detail=notice.detail)
