"""DOC007 文件没有内容

查什么  文件没有任何文字，或者内容都在隐藏的工作表、框架网页的其他文件里。
为什么  空文件没有可以核对的数字，多半是保存或传输出了差错。
怎样处理  请重新保存或重新索取；内容在隐藏的工作表里的，取消隐藏后再检查。
不查    只有图像的文件见 DOC002。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say("{what}", "{what}")
EMPTY = Say(
    "文件没有内容，没有核对任何数字。请重新保存或重新索取",
    "the file is empty; no figure was checked. Save it or ask for it again",
)
ELSEWHERE = Say("没有核对任何数字：{where}", "no figure was checked: {where}")


@rule(
    "DOC007",
    name="empty",
    severity="error",
    title="The file has nothing in it",
    says=SAYS,
    bad=[Bad("", notices=(Notice("empty"),)), Bad("", notices=(Notice("empty", "2张隐藏的工作表"),))],
    good=[Good("", outcome=None, notices=(Notice("no-text"),)), Good("2022年收入100万元。", outcome=None)],
)
def check(facts: Facts) -> Iterator[Check]:
    for notice in facts.document.notices:
        if notice.kind == "empty":
            yield Check.observe(None, what=ELSEWHERE.of(where=notice.detail) if notice.detail else EMPTY)
