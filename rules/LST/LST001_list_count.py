"""LST001 所写数目与所列项数不符

查什么  “设3个股室（办公室、财务股、业务股）”“8个，即…”“甲、乙、丙等3个村”“三个方面：一是…”等，所写数目应与列出的项数一致；同一清单不应重复列名；
        写明受补助对象个数的，应与逐一列明金额（合计相同）的对象个数一致；“12个乡镇，其中山区乡镇7个、坝区乡镇4个”，同一名称的
        分项所差极少的（十个以上差一个，或不到百分之二），应与总数相符。
为什么  数目与清单写在一起，漏列、多列、重列一数便知。
怎样处理  对照清单核对数目，补列漏项、删去重复项，或改正数目。
不查    带“等”“包括”的清单不要求列全，“内设甲股、乙股等3个股室”之类所列已近齐全的除外；名称里的“和”“与”可能属于名称，两种数法有一种相符即可；逐项带有数字的清单由合计规则核对。
"""

from collections.abc import Iterator

from lint.check import Check
from lint.diagnosis import Diagnosis
from lint.facts import Facts
from lint.rule import Bad, Good, rule
from lint.say import Say

UNSURE = Say("所列名称可能不是所计数的对象，不下结论", "what is listed may not be what is counted")
TWICE = Diagnosis("doubled-part", Say("同一项计了两次，清单实际少一项", "one item is counted twice"))
NOT_ALL = Diagnosis("open-list", Say("所列可能不是全部", "the list may not be complete"), innocent=True)
REPEATED = Say("清单中“{name}”重复列出", "“{name}” is listed twice")
PARTS = Say("写明{claimed}，所列同名分项合计为{derived}", "{claimed} announced, the parts of that name add to {derived}")
RECIPIENTS = Say(
    "此处写{claimed}，前后文逐一列明金额、合计相同的对象为{derived}", "{claimed} here, {derived} recipients of the same total are listed"
)
MESSAGES = {"recipients": RECIPIENTS, "parts": PARTS}


@rule(
    "LST001",
    name="list-count",
    severity="warning",
    precision="exact",
    title="A count and the list that it announces differ",
    says=Say("写明{claimed}，列出的是{derived}", "{claimed} announced, {derived} listed"),
    bad=[
        Bad("局机关设5个股室[办公室、财务股、业务股、执法与监督股]。", claimed="5个", derived="4个", severity="error"),
        Bad("内设机构3个，即办公室、财务股、业务股、法规股。", claimed="3个", derived="4个", severity="error"),
        Bad("为东坪村、西坪村、南坪村等2个村修建蓄水池。", claimed="2个", derived="3个", severity="warning"),
        Bad("主要采取三项措施：一是加强领导；二是落实责任；三是强化督查；四是严格考核。", claimed="三项", derived="4项"),
        Bad("组织开展四项专项行动：一是春雷；二是夏安；三是冬防。", claimed="四项", derived="3项"),
        Bad("内设办公室、财务股、业务股、法规股、监督股6个职能股室。", claimed="6个", derived="5个", severity="warning"),
        Bad("项目覆盖18个乡镇，其中平原乡镇11个、丘陵乡镇6个。", claimed="18个", derived="17个", severity="warning"),
        Bad("对4个项目开展绩效自评，预算200万元。评为“优”的项目2个、“良”的项目3个。", claimed="4个", derived="5个", severity="warning"),
        Bad("下属单位4个（第一小学、第二小学、第一小学、实验中学）。"),
        Bad("补助东坪村2万元、西坪村3万元、南坪村1万元、北坪村2万元。8万元用于补助3个村开展整治工作。", claimed="3个", derived="4个"),
    ],
    good=[
        Good("局机关设4个股室[办公室、财务股（加挂审计股牌子）、业务股、执法与监督股]。"),
        Good("内设机构3个，即办公室、财务股和业务股。"),
        Good("为东坪村、西坪村等6个村修建蓄水池。"),
        Good("重点做好三方面工作，新增甲超市、乙超市2家限上企业。"),
        Good("下辖东镇、西镇、北镇等6个乡镇。"),
        Good("内设办公室、财务股、业务股等3个职能股室。"),
        Good("项目覆盖18个乡镇，其中平原乡镇11个、丘陵乡镇7个。"),
        Good("项目覆盖18个乡镇，其中试点乡镇3个、示范乡镇2个。", outcome=None),
        Good("围绕三个方面开展工作：一是加强领导。二是落实责任。三是强化督查。"),
        Good("全县15个镇（街道、园区）均已完成。", outcome="undecided"),
        Good("新增企业8家（其中国有3家、民营5家）。", outcome=None),
    ],
)
def check(facts: Facts) -> Iterator[Check]:
    for item in facts.listings:
        listed = f"{item.most if item.count.value > item.most else item.least}{item.count.unit}"
        shown = {"claimed": str(item.count), "derived": listed}
        if item.repeated:
            yield Check.observe(item.span, name=item.repeated).but(message=REPEATED, severity="warning", diagnosis=TWICE, **shown)
        elif item.agrees:
            yield Check.agrees(item.count, **shown)
        elif item.unsure:
            yield Check.undecided(item.count, UNSURE)
        else:
            sure = item.kind == "named" and item.alike and not item.open
            found = Check.observe(item.count).but(**shown, severity="error" if sure else "warning")
            if not sure and item.kind != "ordinal" and item.most < item.count.value:
                found = found.but(diagnosis=NOT_ALL)
            yield found.but(message=MESSAGES[item.kind]) if item.kind in MESSAGES else found
