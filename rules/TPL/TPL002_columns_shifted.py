"""TPL002 分值、得分填进了指标值、完成值栏

查什么  “指标值”“完成值”两栏里全是不带单位的数，指标值合计恰为100，完成值又都不超过指标值，而表中没有填分值、得分，或者所填的分值、得分与这两栏逐行相同。
为什么  这是分值和得分填错了栏：真正的指标值和完成值在报告里找不到，绩效目标是否完成无从核实。
怎样处理  把分值、得分移到相应的栏，补填指标值和实际完成值。
不查    分值、得分栏另有数的表，以及行数太少（不足四行；逐行相同的不足三行）的表。
"""

from collections.abc import Iterator

from lint.check import Check, Related
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

AGAIN = Say(
    "指标值、完成值两栏与分值、得分两栏逐行相同（{count}行，合计恰为100），像是把分值和得分填了两遍，真正的指标值和完成值没有填",
    "targets and results repeat full marks and scores row by row ({count} rows, exactly 100 together): the real ones are missing",
)


@rule(
    "TPL002",
    name="columns-shifted",
    severity="warning",
    needs=("full", "score"),
    title="Full marks and scores typed under targets and results",
    says=Say(
        "指标值栏的{count}个数合计恰为100，完成值都不超过它们，像是分值和得分填错了栏，真正的指标值和完成值没有填",
        "the {count} targets add up to exactly 100 and no result exceeds its target: these look like full marks and scores in the wrong columns",
    ),
    bad=[
        Bad("三级指标\t指标值\t完成值\n通车里程\t30\t30\n验收合格\t30\t30\n按期完工\t20\t18\n群众满意\t20\t20\n"),
        Bad("三级指标\t指标值\t完成值\t分值\t得分\n通车里程\t30\t28\t30\t28\n验收合格\t50\t50\t50\t50\n群众满意\t20\t20\t20\t20\n"),
        Bad("指标值 实际完成值：修建水渠12公里 40 40；验收合格 20 20；按期完工 20 20；群众满意 20 18"),
    ],
    good=[
        Good(
            "三级指标\t指标值\t完成值\t分值\t得分\n通车里程\t30\t30\t40\t40\n验收合格\t30\t30\t20\t20\n按期\t20\t18\t20\t18\n满意\t20\t20\t20\t20\n",
            outcome=None,
        ),
        Good("三级指标\t指标值\t完成值\n通车里程\t32\t32\n验收率\t100%\t100%\n按期\t20\t18\n满意度\t95%\t96%\n", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for found in facts.misplaced:
        related = [Related(figure, "full", "指标值") for figure in found.targets]
        related += [Related(figure, "score", "完成值") for figure in found.results]
        made = Check.observe(found.span, related, count=len(found.targets))
        yield made.but(message=AGAIN) if found.again else made
