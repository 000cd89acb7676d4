"""Whether the parts of a list are all there are, and what says so: only then does a smaller sum accuse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from lint.facts.figures import BLURRED
from lint.facts.prose.addition import SHARES, SPLIT, Closed, known_splits
from lint.facts.prose.mention import Mention
from lint.facts.prose.ratio import Ratio
from lint.facts.prose.regions import FULL_STOP
from lint.interval import total as interval_total
from lint.pattern import pattern
from lint.say import Say

REST = Say("列有“{name}”", "the list has an item for the rest ({name})")
DIVIDED = Say("“{words}”应当分尽", "“{words}” divides all of it")
OF_THE_YEAR = pattern(r"^本年(?:收入|支出)(?:预算|决算)?(?:合计)?$")
_ACCOUNTS = (OF_THE_YEAR, pattern(r"使用.*结余|结余分配"), pattern(r"^(?:年[初末终]|上年).*结[转余]"))
"""What 收入总计 and 支出总计 of the accounts consist of (部门决算报表 财决01表)."""
_REST = pattern(r"^(?:其他|其它|其余)")
_BLURRED = pattern(BLURRED)
_SOME = pattern(r"主要|重点|大部分")
_LEFT = pattern(r"^等|其余|其他|剩余|余下|不足|另有|缺口")


def closed(owner: Mention, parts: Sequence[Mention], shares: Mapping[Mention, Ratio], opener: str) -> tuple[Closed, Say | None]:
    """Whether the parts are all there are, and the evidence."""
    keys = {part.key for part in parts}
    for _, members in known_splits():
        if len(parts) >= 2 and keys == set(members):
            return "yes", SPLIT.of(whole=owner.title)
    if owner.name.endswith("总计") and all(any(word.search(part.name) for part in parts) for word in _ACCOUNTS):
        return "yes", SPLIT.of(whole=owner.title)
    given = [shares[part].percent.figure for part in parts if part in shares]
    if len(given) == len(parts) >= 2 and Fraction(1) in interval_total(figure.interval for figure in given).widened(given[0].step):
        return "yes", SHARES
    if any(_BLURRED.search(part.passage.text, before.token.end, part.start) for before, part in pairwise(parts)):
        return "unknown", None  # a part that cannot be read (3,00万元) stands among them
    rest = next((part for part in parts if _REST.match(part.name)), None)
    if rest is not None and len(parts) >= 3 and rest is parts[-1]:
        return "yes", REST.of(name=rest.name)
    if opener.startswith("按") and len(parts) > 1 and not _is_open(parts):
        return "yes", DIVIDED.of(words=opener.strip("：，其中"))
    return "unknown", None


def _is_open(parts: Sequence[Mention]) -> bool:
    """Whether a division says itself that it leaves something out: 主要…, …，其余由县级解决."""
    text = parts[-1].passage.text
    end = FULL_STOP.search(text, parts[-1].token.end)
    return bool(_SOME.search(parts[0].token.lead) or _LEFT.search(text[parts[-1].token.end : end.start() if end else None]))
