"""DOC003 文件有密码

查什么  打开文件需要密码。
为什么  没有密码就读不到内容，一个数字也没有核对。
怎样处理  用密码打开，去掉密码后另存，再重新检查。
不查    只限制编辑或打印、打开时不要密码的文件照常检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.document import Notice
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

SAYS = Say(
    "文件有打开密码，没有核对任何数字。请去掉密码后另存，再重新检查",
    "the file needs a password; no figure was checked. Save it without one and run again",
)


@rule(
    "DOC003",
    name="password",
    severity="error",
    title="The file needs a password",
    says=SAYS,
    bad=[Bad("", notices=(Notice("password"),)), Bad("", notices=(Notice("password"), Notice("password")))],
    good=[Good("", outcome=None, notices=(Notice("broken"),)), Good("2022年收入100万元。", outcome=None)],
)
def check(facts: Facts) -> Iterator[Check]:
    if any(notice.kind == "password" for notice in facts.document.notices):
        yield Check.observe(None)
