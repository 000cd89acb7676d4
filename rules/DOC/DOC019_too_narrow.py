"""DOC019 单元格只显示####

查什么  表中的单元格只印出“####”：列太窄，数字没有显示出来。
为什么  没有印出的数字没有核对，与它有关的合计、比率也没有核对。
怎样处理  在原来的Excel文件中调宽这一列，重新导出；或者直接提交Excel文件。
不查    正文里的“#”号；Excel文件本身（单元格里的数按原值读取）。
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
    "有{count}个单元格只印出“####”，数字没有显示，没有核对。请在原来的表格中调宽这一列，重新导出",
    "{count} cells show nothing but ####; their numbers were not checked. Widen the columns and export again",
)


@rule(
    "DOC019",
    name="too-narrow",
    severity="warning",
    title="Cells that show #### in place of their number",
    says=SAYS,
    bad=[
        Bad("2022年收入100万元。", notices=(Notice("too-narrow", count=1),)),
        Bad("2022年收入100万元。", notices=(Notice("too-narrow", span=Span(5, 9), count=4),)),
    ],
    good=[
        Good("2022年收入100万元。", outcome=None, notices=(Notice("formula-errors", "决算!D8", count=1),)),
        Good("2022年收入100万元。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "too-narrow":
            yield Check.observe(notice.span, count=notice.count)
