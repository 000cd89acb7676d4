"""Which figures of the stretch that a list runs over are its items."""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby

from lint.facts import names
from lint.facts.prose.mention import Mention
from lint.facts.prose.plans import FINAL
from lint.facts.prose.regions import NEXT_MARK
from lint.pattern import pattern

_ENDS = pattern(r"加上|减去|扣除|(?:收入|支出|收支)(?:总计|合计|总量|总额)|以上|上述")
_SUM = pattern(r"(?:项目|资金|投资|共计)*总额")
_BESIDES = pattern(r"另有|另外|此外")
_NOT_INCOME = pattern(r"结余$|结转|调出|支出$|收支")
_NOT_EXPENDITURE = pattern(r"结余$|收入$|收支")
_STAFF = pattern(r"在职|在编|在岗|正式(?!党员)")
_RETIRED = pattern(r"^(?:离退休|离休|退休)")
_OUTCOME = pattern(r"已?(?:完成|办结|整改|验收|通过|支出|支付|到位|执行|结案|化解|解决|兑现|开工|竣工|完工|投产|建成|使用|拨付|发放)")


def before_siblings(owners: list[Mention], items: list[Mention], group: list[Mention]) -> list[Mention]:
    """The items before one that stands beside the owner: “基本支出2520万元，占60%，其中A、B；项目支出1680万元，占40%”."""
    shared = {mention.of for mention in group if mention.role == "share"}
    first = [item for item in items if item.segment == items[0].segment]
    if not shared.intersection(owners) or shared.intersection(first):
        return items
    end = next((index for index, item in enumerate(items) if item in shared and item.segment > first[0].segment), len(items))
    return items[:end]


def without_outcomes(items: list[Mention]) -> list[Mention]:
    """The items but for what came of each, right behind it: “刑事案件50件办结46件”, “省级6个已验收5个”."""
    return [
        item
        for before, item in zip([None, *items], items, strict=False)
        if before is None
        or item.token.lead_start != before.token.end
        or item.dimension != before.dimension
        or not _OUTCOME.match(item.token.lead)
    ]


def of_one_side(items: list[Mention], owners: list[Mention]) -> list[Mention]:
    """Where every item tells its plan and its outcome (预算300万元，支出285万元), those of the owner's side, else of the first.

    Lists that split a plan and an outcome at once keep both.
    """
    levels = [item for item in items if item.role == "level" and item.dimension == items[0].dimension]
    rows = [list(row) for _, row in groupby(levels, key=lambda item: (item.passage.index, item.segment))]
    sides = [[item.side for item in row] for row in rows]
    owners = [owner for owner in owners if owner.role == "level" and any(owner.dimension == item.dimension for item in levels)]
    if len(rows) < 2 or len({owner.side for owner in owners}) > 1 or not all({"plan", "actual"} <= set(row) for row in sides):
        return items
    if any(len(row) != 2 or row[0].dimension != row[1].dimension for row in rows):
        return items
    side = next((owner.side for owner in owners if owner.side), "") or sides[0][0]
    return [item for item in items if item not in levels or item.side == side]


def heads(text: str, items: list[Mention]) -> list[Mention]:
    """Of every numbered item the figures of its first sentence that has any; where some of them say 预算 or 决算, those."""
    marks = [match.start() for match in NEXT_MARK.finditer(text)]
    heads: list[Mention] = []
    for _, group in groupby(items, key=lambda item: bisect_left(marks, item.start)):
        members = list(group)
        first = [item for item in members if item.sentence == members[0].sentence]
        said = [item for item in first if item.role != "level" or names.says_side(item.name)]
        heads.extend(said if any(item.role == "level" for item in said) else first)
    return heads


def up_to_total(items: list[Mention], owners: list[Mention]) -> list[Mention]:
    """The items before a new total begins within the same sentence, or before income turns into expenditure and balance, staff into pensioners."""
    words = "".join(owner.name for owner in owners)
    for index, item in enumerate(items):
        if not index or item.role != "level":
            continue
        apart = item.segment > items[0].segment or not any(_STAFF.search(before.name) for before in items[:index])
        if apart and _STAFF.search(words) and _RETIRED.search(item.name):
            return items[:index]
        if _ENDS.search(item.name) or _BESIDES.match(item.token.lead) or (names.is_total(item.name) and not names.key(item.name)):
            return items[:index]
        if FINAL.search(item.name) and not names.key(FINAL.sub("", item.name)):
            return items[:index]
        if item.segment > items[0].segment and _SUM.fullmatch(item.name):
            return items[:index]
        if ("收入" in words) != ("支出" in words) and _leaves(words, item.name):
            return items[:index]
    return items


def _leaves(words: str, name: str) -> bool:
    """Whether an item is no part of income, or of expenditure, any more; 总计 counts what is carried over as well."""
    if "总计" in words:
        return name.endswith("支出" if "收入" in words else "收入") or "收支" in name
    return bool((_NOT_INCOME if "收入" in words else _NOT_EXPENDITURE).search(name))
