"""LST002 序号不连续

查什么  段首和段内手写的序号（一、（一）1.（1）①、一是二是），在同一层里应逐个相连：“一、二、四、”缺三，“一、二、二、”重号。
为什么  序号断开，往往是删去、漏写了一段，或者从别处粘贴而来；后文“见第三部分”一类的引用也随之落空。
怎样处理  对照提纲，补写缺漏的部分，或者改正序号。
不查    从一重新开始的下级编号、另起一节接着往下编的、中间起头的节选；两个序号之间出现过所缺的数（另一种写法）的；只有一两项的；表格里的编号。一处列表里有几处不连续的，多为节选，不下结论；摘引别的条款、意见的，也不下结论。
"""

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

TORN = Say(
    "同一层的序号有几处不连续，可能是节选或者两列并排，不下结论", "several numbers do not follow on: an excerpt, or two lists side by side"
)
EXCERPT = Say("所列可能是别的文件中的一部分，沿用了原序号，不下结论", "the list may quote part of another paper with its numbers")
AGAIN = Say("序号“{mark}”重复：前一项也是“{before}”", "the number “{mark}” is used twice")


@rule(
    "LST002",
    name="numbering-jump",
    severity="warning",
    title="The numbering of a list jumps",
    says=Say("“{before}”之后是“{mark}”，缺序号{missing}", "“{before}” is followed by “{mark}”: {missing} is missing"),
    bad=[
        Bad("一、基本情况\n设3个股室。\n二、绩效情况\n完成较好。\n四、下一步打算\n加强管理。\n"),
        Bad("主要工作：（1）清淤河道；（2）加固堤防；（4）修建泵站。"),
        Bad("一、基本情况\n二、绩效情况\n二、存在问题\n三、下一步打算\n"),
        Bad("存在问题：一是进度偏慢；二是资料不全；四是宣传不够。"),
    ],
    good=[
        Good("一、基本情况\n1.机构\n2.人员\n3.职能\n二、绩效情况\n1.产出\n2.效益\n三、下一步打算\n"),
        Good("一、基本情况\n（一）机构\n（二）人员\n二、绩效情况\n（三）产出\n（四）效益\n三、下一步打算\n"),
        Good("（一）产出：（1）清淤河道；（2）加固堤防。\n（二）效益：（1）增收；（2）防洪。\n（三）满意度。\n"),
        Good("一、基本情况\n二、绩效情况。三、存在问题\n四、下一步打算\n"),
        Good("一、基本情况\n三、存在问题\n五、建议\n", outcome="undecided"),
        Good("符合第六条规定的范围：（一）生产；（二）基建；（四）服务。", outcome="undecided"),
        Good("已落实的建议有：一是健全制度；二是加快进度；四是强化培训。", outcome="undecided"),
        Good("三、下一步打算\n四、建议\n", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for item in facts.numberings:
        if item.kind == "runs":
            yield Check.agrees(item.span)
        elif item.kind == "torn":
            yield Check.undecided(item.span, TORN)
        elif item.kind == "excerpt":
            yield Check.undecided(item.span, EXCERPT)
        else:
            found = Check.observe(item.span, mark=item.mark, before=item.before, missing=item.missing)
            yield found.but(message=AGAIN) if item.kind == "again" else found
