"""SCO008 得分不等于满分减扣分

查什么  同一指标写明满分、扣分和得分的，得分应等于满分减去扣分。
为什么  三个数只要有两个就能推出第三个；对不上，说明扣分理由或得分至少一处没有随修改更新。
怎样处理  按扣分理由核对扣分和得分。
不查    评分标准里的“每…扣…”“…的，扣…”不是扣分；扣分的数在别处说明、本处没有写明的不核对。正文里的扣分只作警告。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.expression import leaf, minus
from lint.facts import Facts
from lint.facts.scores.nodes import Node
from lint.rule import Bad, Good, rule
from lint.say import Say

SOME = Say("扣分说明可能没有写全", "the words may not tell every deduction")


@rule(
    "SCO008",
    name="deduction",
    severity="error",
    precision="exact",
    needs=("delta", "full"),
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
    ],
    good=[
        Good("指标\t分值\t扣分\t得分\n决策\t20\t2\t18\n产出\t50\t5\t45\n效益\t30\t0\t30\n合计\t100\t7\t93\n"),
        Good("1.投入（满分40分，扣3分，得37分）。\n2.产出（满分60分，得分58分）。"),
        Good("1.公开（满分5分，自评得分3分）。未按时公开，扣2分。\n2.产出（满分60分，得分58分）。"),
        Good("1.公开（满分5分，自评得分3分）。未按时公开，扣1分。\n2.产出（满分60分，得分58分）。", outcome="undecided"),
        Good("1.投入（满分40分），每有一项不符的扣3分，得40分。\n2.产出（满分60分，得分58分）。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for tree in facts.scores:
        for node in tree.walk():
            if node.full is not None and node.awarded is not None and node.off:
                roles = [Related(node.full, "full", node.name), *(Related(figure, "delta", "扣分") for figure in node.off)]
                found = Check.equal(node.awarded, minus(leaf(node.full), *node.off), roles, exact=True, manner="score-off", name=node.name)
                yield _judged(found, node) if node.worded else found if tree.source == "table" else found.but(severity="warning")


def _judged(found: Check, node: Node) -> Check:
    """Words may leave some points out or tell them twice: only more points than are missing contradict the score."""
    if found.outcome != "broken" or node.full is None or node.awarded is None:
        return found
    lost = node.full.value - node.awarded.value
    if any(figure.value == lost for figure in node.off):
        return Check.agrees(node.awarded, found.related)
    if sum(figure.value for figure in node.off) < lost:
        return found.but(outcome="undecided", reason=SOME)
    return found.but(severity="warning")
