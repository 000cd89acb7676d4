"""SCO008 得分不等于满分减扣分

查什么  同一指标（总分）写明满分、扣分和得分的，得分应等于满分减去扣分；写有得分，同一段又写“本项指标不得分”的，提请核对。
为什么  三个数只要有两个就能推出第三个；对不上，说明扣分理由或得分至少一处没有随修改更新。
怎样处理  按扣分理由核对扣分和得分。
不查    评分标准里的“每…扣…”“…的，扣…”不是扣分；扣分的数在别处说明、本处没有写明的不核对。正文里与理由写在一起的扣分只作警告。
"""

from collections.abc import Iterator, Sequence

from lint.check import Check, Related
from lint.expression import added, leaf, minus
from lint.facts import Facts
from lint.facts.scores.deducted import Deductions
from lint.figure import Figure
from lint.rule import Bad, Good, rule
from lint.say import Say

NONE = Say("得分写{claimed}，同一段又写不得分，请核对", "given {claimed}, and the same paragraph says that nothing was given")
TOLD = Say("该项", "this item")
SOME = Say("扣分说明可能没有写全", "the words may not tell every deduction")


@rule(
    "SCO008",
    name="deduction",
    severity="error",
    precision="exact",
    title="A score is not its full mark less the deduction",
    says=Say(
        "“{name}”得分写{claimed}，满分减扣分为{derived}（{working}），相差{difference}",
        "“{name}” is given {claimed}, its full mark less the deduction is {derived} ({working}), a difference of {difference}",
    ),
    bad=[
        Bad("指标\t分值\t扣分\t得分\n决策\t20\t2\t18\n产出\t50\t5\t46\n效益\t30\t0\t30\n合计\t100\t7\t94\n", claimed="46", derived="45"),
        Bad(
            "指标\t分值\t得分\t扣分说明\n决策\t20\t18\t目标不明确，扣2分\n产出\t80\t77\t延期，扣4分\n合计\t100\t95\t\n",
            claimed="77",
            severity="warning",
        ),
        Bad("1.公开（满分5分，自评得分4分）。未按时公开，扣2分。\n2.产出（满分60分，得分58分）。", claimed="4分", severity="warning"),
        Bad("1.投入（满分40分，扣3分，得38分）。\n2.产出（满分60分，得分58分）。", claimed="38分", derived="37分", severity="warning"),
        Bad("该指标满分5分，扣2分，得4分。", claimed="4分", derived="3分", severity="error"),
        Bad("自评满分100分，决策扣1分，产出扣3分，共扣4分，自评得分95分。", claimed="95分", derived="96分", severity="error"),
        Bad("信息公开（满分3分，自评得分2分）。未按时公开预决算，本项指标不得分。", claimed="2分", severity="warning"),
    ],
    good=[
        Good("指标\t分值\t扣分\t得分\n决策\t20\t2\t18\n产出\t50\t5\t45\n效益\t30\t0\t30\n合计\t100\t7\t93\n"),
        Good("1.投入（满分40分，扣3分，得37分）。\n2.产出（满分60分，得分58分）。"),
        Good("1.公开（满分5分，自评得分3分）。未按时公开，扣2分。\n2.产出（满分60分，得分58分）。"),
        Good("1.公开（满分5分，自评得分3分）。未按时公开，扣1分。\n2.产出（满分60分，得分58分）。", outcome="undecided"),
        Good("1.投入（满分40分），每有一项不符的扣3分，得40分。\n2.产出（满分60分，得分58分）。", outcome=None),
        Good("自评满分100分，共扣6分，自评得分94分。"),
        Good("基础分100分，扣分合计8分，加分2分，最后得分94分。"),
        Good("该指标满分5分，资料不全扣1分，得3分。", outcome="undecided"),
        Good("该指标满分5分，每缺一项扣1分，得3分。", outcome=None),
        Good("该指标满分10分，扣2分，按权重折算后得4分。", outcome=None),
        Good("满分20分，验收扣3分（资料扣1分、时间扣2分），公示扣1分，得16分。"),
        Good("信息公开自评得分4分：预算公开得2分；绩效公开得2分；合同公开逾期，该项不得分。", outcome=None),
        Good("信息公开自评得分3分。评分标准：未按时公开的，本项不得分。", outcome=None),
        Good("预决算公开（满分3分，自评得分0分）。未按时公开，本项指标不得分。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    seen = set()
    for tree in facts.scores:
        for node in tree.walk():
            if node.full is not None and node.awarded is not None and node.off:
                seen.add(node.awarded.span)
                found = _equal(node.awarded, node.full, node.off, name=node.name)
                yield (
                    _judged(found, node.full, node.off)
                    if node.worded
                    else found
                    if tree.source == "table"
                    else found.but(severity="warning")
                )
    for score in facts.deducted:
        if isinstance(score, Deductions) or score.awarded.span in seen:
            continue
        if score.full is None:
            yield Check.observe(score.awarded).but(message=NONE, claimed=str(score.awarded), severity="warning")
        else:
            found = _equal(score.awarded, score.full, score.off, score.bonus, name=score.name or TOLD)
            yield _judged(found, score.full, score.off) if score.worded else found


def _equal(awarded: Figure, full: Figure, off: Sequence[Figure], bonus: Sequence[Figure] = (), *, name: str | Say) -> Check:
    """The score against its full mark less the points taken off, with those added."""
    roles = [
        Related(full, "full"),
        *(Related(figure, "delta", "扣分") for figure in off),
        *(Related(figure, "part", "加分") for figure in bonus),
    ]
    rest = minus(leaf(full), *off)
    return Check.equal(awarded, added([rest, *bonus]) if bonus else rest, roles, exact=True, manner="score-off", name=name)


def _judged(found: Check, full: Figure, off: Sequence[Figure]) -> Check:
    """Words may leave some points out or tell them twice: only more points than are missing contradict the score."""
    if found.outcome != "broken" or found.relation is None:
        return found
    awarded = found.relation.claimed
    lost = full.value - awarded.value
    if any(figure.value == lost for figure in off):
        return Check.agrees(awarded, found.related)
    if sum(figure.value for figure in off) < lost:
        return found.but(outcome="undecided", reason=SOME)
    return found.but(severity="warning")
