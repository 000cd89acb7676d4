"""OWN003 与自定的大小关系不符

查什么  gouji.toml 中 [[compare]] 规定的大小关系：一个数与另一个数（right），或者与一个值（value）比较。单位不同的先换算。
为什么  限额、编制、标准因地而异，写成规则后每份报告都按它核对。
怎样处理  核对两个数；确实超出的，在报告中说明原因；规则本身不适用的，改 gouji.toml 中的那一条。
不查    有一个数没有写、写了几个不同的数、名称只是相近的，单位看不出或者不能比较的，约数，都不下结论，并说明原因。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.check import Check, Related
from lint.expression import Expression, constant, leaf
from lint.facts import Facts
from lint.own.records import OwnComparison
from lint.rule import Bad, Good, rule
from lint.say import Say

if TYPE_CHECKING:
    from lint.facts.owned.bound import Bound

SETTINGS = """
[[compare]]
left = ["公务接待费", "公务接待费支出"]
operator = "不超过"
value = "3.2万元"
"""
POSTS = """
[[compare]]
name = "不超编"
left = ["在职人数", "在职在编人数"]
operator = "<="
right = ["编制数", "核定编制"]
severity = "warning"
"""
SAYS = Say(
    "按自定规则“{own}”（{place}），“{name}”应{order}{other}，报告写{claimed}，而{other}为{derived}",
    "by the rule “{own}” ({place}), “{name}” should be {order} {other}, but is {claimed}, against {derived}",
)
LIMIT = Say(
    "按自定规则“{own}”（{place}），“{name}”应{order}{derived}，报告写{claimed}",
    "by the rule “{own}” ({place}), “{name}” should be {order} {derived}, but is {claimed}",
)
UNIT = Say(
    "“{name}”写{claimed}，与规则的值{value}单位不同或者看不出单位，不能比较", "{claimed} cannot be compared with {value}: the units differ"
)


@rule(
    "OWN003",
    name="own-comparison",
    severity="error",
    precision="order",
    asserts="bounds",
    title="A figure that the user's own rule sets in an order, and that is not",
    says=SAYS,
    bad=[
        Bad("本年公务接待费支出3.5万元，全部用于国内接待。", "3.5万元", "3.2万元", settings=SETTINGS),
        Bad("三公经费\n单位：元\n项目 | 决算数\n公务接待费 | 35000\n公务用车运行维护费 | 50000\n", "35000元", "3.2万元", settings=SETTINGS),
        Bad("核定编制38名，在职在编人数40人。", "40人", "38人", severity="warning", settings=POSTS),
    ],
    good=[
        Good("本年公务接待费支出3.2万元。", settings=SETTINGS),
        Good("核定编制40名，在职人数40人。", settings=POSTS),
        Good("公务接待费35000。", "undecided", settings=SETTINGS),
        Good("在职人数40人。", "undecided", settings=POSTS),
        Good("公务接待费约3.5万元。", "undecided", settings=SETTINGS),
        Good("上年公务接待费3.5万元，本年公务接待费3.1万元。", settings=SETTINGS),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    if facts.owned is None:
        return
    for found in facts.owned.comparisons.bound:
        unclear = found.reason or found.gap
        yield found.undecided(unclear) if unclear else _valued(found) if found.rule.value else _compared(found)
    for absent in facts.owned.comparisons.absent:
        yield Check.undecided(absent.figure, absent.reason)


def _compared(found: Bound[OwnComparison]) -> Check:
    """Two printed figures."""
    other, name = found.figures[0]
    made = _judged(found, leaf(other), [Related(other, "limit", name)])
    return found.told(made.but(values={"other": name}), SAYS)


def _valued(found: Bound[OwnComparison]) -> Check:
    """A printed figure and a value of the rule."""
    value, figure = found.rule.value, found.figure
    assert value is not None  # else two figures are compared
    if not value.measures(figure):
        return found.undecided(UNIT.of(name=found.first.printed, claimed=figure, value=value))
    made = _judged(found, constant(value.value), [])
    return found.told(made.but(derived=str(value), working=f"{figure}{found.rule.operator}{value}", message=LIMIT), LIMIT)


def _judged(found: Bound[OwnComparison], other: Expression, related: list[Related]) -> Check:
    operator, name = found.rule.operator, found.first.printed
    if operator == "=":
        return Check.equal(found.figure, other, related, binding=found.binding, name=name, order=operator)
    return Check.ordered(found.figure, operator, other, related, binding=found.binding, name=name, order=operator)
