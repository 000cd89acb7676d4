"""TPL006 词语重复

查什么  正文里紧接着写了两遍的词语（“主要用于用于”“减少原因原因是”）和标点（“，，”）。
为什么  多为修改、粘贴留下的痕迹，同一句的数字也值得再看一眼。
怎样处理  删去重复的部分。
不查    名称末尾与下一个词相同的（培训项目项目支出、检测检测点），以及“研究研究”一类的叠用；没有标点的短语和表格栏目。
"""

from collections.abc import Iterator

from lint.check import Check
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say


@rule(
    "TPL006",
    name="repeated-words",
    severity="info",
    title="A word stands twice in a row",
    says=Say("“{word}”连写了两遍", "“{word}” stands twice in a row"),
    bad=[
        Bad("公务接待费支出3.2万元，比上年减少0.8万元，减少原因原因是厉行节约。"),
        Bad("项目支出120万元，主要用于用于河道清淤。"),
        Bad("项目支出120万元，，主要用于河道清淤。"),
    ],
    good=[
        Good("2023年度培训项目项目支出20万元，全部用于教师培训。", outcome=None),
        Good("对脱贫户开展一对一对接帮扶，县中医医院医院感染管理科采购3台。", outcome=None),
        Good("对检测检测点进行维护，培训培训师，政务服务服务窗口共36个。", outcome=None),
        Good("二零二零年度支出20万元，主要用于主要河道清淤。", outcome=None),
        Good("城关中心中心小学支出20万元，用于研究研究成果的转化。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for item in facts.doubled:
        yield Check.observe(item.span, word=item.word)
