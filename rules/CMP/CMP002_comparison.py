"""CMP002 大小关系与所写数字不符

查什么  “甲≤乙”“未超过”“小于”“持平”等两数之间的比较，以及“决算数小于（大于）预算数”之类对前面所写预算数、决算数或者完成率的判断，按所写数字核对。
为什么  大小关系是下结论、定得分的依据，与数字相反的结论不能成立。
怎样处理  核对两个数字；数字无误的，改比较词。
不查    评分标准和规定中的比较；“基本持平”不作精确比较；“低于预算数2万元”可能是说相差2万元，不成立时不下结论。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.facts.phrases.comparisons import Comparison, Dangling
from lint.rule import Bad, Good, rule
from lint.say import Say

NO_PAIR = Say("前文没有写出可以对应的预算数和决算数", "no budget and outturn figures are printed before it")
LOOSE = Say("“{word}”不要求两数相等，或可作相差数解释，不下结论", "“{word}” tolerates or means a difference")


@rule(
    "CMP002",
    name="comparison",
    severity="error",
    precision=("order", "rounded"),
    asserts="goal",
    title="A comparison that the printed figures contradict",
    says=Say(
        "写“{word}”，但{claimed}与{derived}的大小关系与此不符，相差{difference}", "“{word}” does not hold between {claimed} and {derived}"
    ),
    bad=[
        Bad("“三公”经费实际支出数12.6万元≤预算安排数10.2万元。", claimed="12.6万元", derived="10.2万元"),
        Bad("年初预算为80.5万元，支出决算为92万元，完成年初预算的114.29%。决算数小于预算数的主要原因是厉行节约。", claimed="92万元"),
        Bad("公务接待费实际支出3.5万元，未超过预算数3.2万元。", claimed="3.5万元", derived="3.2万元"),
        Bad("年初预算为10.5万元，支出决算为9.3万元，决算数与预算数持平。", claimed="9.3万元", derived="10.5万元"),
        Bad("差旅费支出完成年初预算的86%，决算数大于年初预算数，主要是追加经费。", claimed="86%", derived="100%"),
    ],
    good=[
        Good("“三公”经费实际支出数9.6万元≤预算安排数10.2万元。"),
        Good("年初预算为80.5万元，支出决算为72万元，完成年初预算的89.44%。决算数小于预算数的主要原因是厉行节约。"),
        Good("年初预算为10万元，支出决算为10万元。决算数与预算数基本持平。"),
        Good("年初预算为10.00万元，支出决算为9.80万元。决算数与预算数基本持平。", outcome="undecided"),
        Good("支出决算8万元，低于预算数2万元。", outcome="undecided"),
        Good("在职人员控制率≤100%，计5分；每超过一个百分点扣0.5分。", outcome=None),
        Good(
            "三公经费年初预算为22万元，支出决算为18万元，其中公务接待费年初预算为8万元，支出决算为9万元。三公经费支出决算数小于预算数。",
            outcome="undecided",
        ),
        Good("差旅费支出完成年初预算的100%，决算数大于年初预算数，主要是追加经费。", outcome="undecided"),
        Good("差旅费支出完成年初预算的86%，决算数大于调整预算数，主要是年中压减。", outcome="undecided"),
        Good("差旅费支出完成预算的112.5%，决算数大于预算数。"),
        Good("决算数大于预算数的主要原因是追加项目资金。", outcome="undecided"),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for item in facts.comparisons:
        if isinstance(item, Dangling):
            yield Check.undecided(item.span, NO_PAIR)
        else:
            found = _compared(item)
            yield found.but(outcome="undecided", reason=LOOSE.of(word=item.word)) if item.loose and found.outcome == "broken" else found


def _compared(item: Comparison) -> Check:
    roles = [Related(item.right, "limit", item.right.name)] if item.right is not None else []
    if item.operator == "=":
        return Check.equal(item.left, item.limit, roles, word=item.word)
    return Check.ordered(item.left, item.operator, item.limit, roles, word=item.word)
