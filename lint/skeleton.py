"""Writes the skeleton of a rule: `python -m lint.skeleton RAT010 what-it-checks` (`make new-rule CODE=RAT010 NAME=what-it-checks`).

It is a preview rule that finds nothing; its examples fail until they are filled in, so that it cannot be forgotten.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from lint.rule import all_rules

USE = "make new-rule CODE=RAT010 NAME=what-it-checks (three capital letters of a family and three digits; a kebab name)"
SKELETON = '''"""{code} 中文标题

查什么  一句话：哪两处数字应有什么关系。
为什么  不符说明什么，对报告有什么影响。
怎样处理  审核人先看哪里，改什么。
不查    哪些看似不符而其实正常，不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "{code}",
    name="{name}",
    severity="warning",
    precision="rounded",
    status="preview",
    title="English title",
    says=Say("“{{name}}”写{{claimed}}，算得{{derived}}（{{working}}）", "“{{name}}” is given as {{claimed}}, but {{working}} is {{derived}}"),
    bad=[
        Bad("应当报出的一段文字。", claimed="写的数", derived="算得的数"),
        Bad("应当报出的另一段文字。", claimed="写的数", derived="算得的数"),
    ],
    good=[
        Good("相符的一段文字。"),
        Good("容易误报而不应报出的一段文字。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    # A rule asks the facts and yields a Check for every claim it looks at; lint/facts/__init__.py lists what there is.
    yield from ()
'''


def main(arguments: list[str]) -> int:
    """Write the file and name it. Exit code 2 where code or name is missing, malformed or taken."""
    code, name = (*arguments, "", "")[:2]
    if not (re.fullmatch(r"[A-Z]{3}\d{3}", code) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)):
        sys.stderr.write(USE + "\n")
        return 2
    if taken := [rule.code for rule in all_rules() if code == rule.code or name == rule.name]:
        sys.stderr.write(f"{taken[0]} has this code or name already\n")
        return 2
    family = Path("rules", code[:3])
    if not family.is_dir():
        sys.stderr.write(f"{family} is no family yet: make it with an __init__.py, and add it to `packages` in pyproject.toml\n")
        return 2
    path = family / f"{code}_{name.replace('-', '_')}.py"
    path.write_text(SKELETON.format(code=code, name=name), "utf-8", newline="\n")
    sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
